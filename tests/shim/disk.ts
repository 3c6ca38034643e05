/**
 * What a disk would hold had the power failed: `disk.c` writes down what a process does to a folder's files, and this reads
 * it. Synced is there. What was written and not synced may be there or not, write by write, and so may names: lots decide,
 * so that a seed gives the same disk again. It must never keep for certain what no sync asked for.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'disk.c');

/** The built shim, or null where it cannot be: another system than Linux, or one without a C compiler. */
export function buildShim(): string | null {
	if (process.platform !== 'linux') return null;
	const mark = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
	const built = path.join(os.tmpdir(), `summit-disk-${process.getuid?.() ?? 0}-${mark}.so`);
	if (existsSync(built)) return built;
	const draft = `${built}.${process.pid}`;
	for (const compiler of ['cc', 'gcc', 'clang']) {
		try {
			execFileSync(compiler, ['-shared', '-fPIC', '-O2', '-o', draft, SOURCE, '-ldl', '-lpthread'], {
				stdio: 'ignore'
			});
			renameSync(draft, built);
			return built;
		} catch {
			// There is no such compiler here, or none that knows glibc: the next one, or none.
		}
	}
	return null;
}

/** The environment that puts a process on such a disk. `folder` must be there; `delay` is milliseconds to a sync. */
export function onShim(q: {
	shim: string;
	folder: string;
	log?: string;
	delay?: number;
	switches?: string;
}): Record<string, string> {
	const { shim, folder, log, delay, switches } = q;
	return {
		LD_PRELOAD: shim,
		DISK_FOLDER: folder,
		...(log === undefined ? {} : { DISK_LOG: log }),
		...(delay === undefined ? {} : { DISK_DELAY: String(delay) }),
		...(switches === undefined ? {} : { DISK_SWITCH: switches })
	};
}

/** A lot: a whole number below `below`. */
type Draw = (below: number) => number;
type Change = { at: number } & ({ offset: number; bytes: Buffer } | { size: number });
interface FileOnDisk {
	/** What is on the disk for certain: the first `size` bytes of `room`. */
	room: Buffer;
	size: number;
	/** Written and not synced, in order. */
	pending: Change[];
}
type Names = ReadonlyMap<string, number | 'folder'>;
interface FolderOnDisk {
	names: Names;
	pending: Names[];
}

export interface DiskLog {
	/** Byte offsets at which a record ended, in order: the moments at which power can be cut. */
	readonly ends: readonly number[];
	/** Makes `into`, a folder that is not there yet, as the disk is found after a cut at the last record that ended by byte `cut`. */
	cutAt(q: { cut: number; into: string; draw: Draw }): void;
}

export function readDiskLog(file: string): DiskLog {
	const log = readFileSync(file);
	const ends: number[] = [];
	for (let at = 0; at + 4 <= log.length;) {
		at += 4 + log.readUInt32LE(at);
		// A process that was killed may leave a piece at the end.
		if (at <= log.length) ends.push(at);
	}
	return {
		ends,
		cutAt({ cut, into, draw }) {
			const disk = new Disk();
			let [start, number] = [0, 0];
			for (const end of ends) {
				if (end > cut) break;
				disk.take(log.subarray(start + 4, end), number);
				[start, number] = [end, number + 1];
			}
			disk.lay('.', into, draw);
		}
	};
}

class Disk {
	readonly #files = new Map<number, FileOnDisk>();
	readonly #folders = new Map<string, FolderOnDisk>();

	take(record: Buffer, number: number): void {
		const end = record.indexOf('\n');
		const line = record.toString('utf8', 0, end);
		const body = record.subarray(end + 1);
		const rest = line.slice(2);
		const [id = 0, figure = 0] = rest.split(' ').map(Number);
		if (line.startsWith('W')) this.#file(id).pending.push({ at: number, offset: figure, bytes: body });
		else if (line.startsWith('T')) this.#file(id).pending.push({ at: number, size: figure });
		else if (line.startsWith('S')) this.#sync(this.#file(id), figure);
		else if (line.startsWith('N')) this.#folder(rest).pending.push(namesOf(body));
		else if (line.startsWith('F')) this.#folders.set(rest, { names: namesOf(body), pending: [] });
		else throw new Error(`No such record: ${line}`);
	}

	/** What a sync began with is on the disk once it has answered; what came meanwhile may not be. */
	#sync(file: FileOnDisk, upto: number): void {
		for (const one of file.pending) if (one.at < upto) change(file, one);
		file.pending = file.pending.filter(({ at }) => at >= upto);
	}

	/** Writes the folder out. Names change in order, as in a journal; writes of one file in any. */
	lay(folder: string, into: string, draw: Draw): void {
		const { names, pending } = this.#folder(folder);
		const found = [names, ...pending][draw(pending.length + 1)] ?? names;
		mkdirSync(into, { mode: 0o700 });
		for (const [name, what] of found) {
			const target = path.join(into, name);
			if (what === 'folder') this.lay(`${folder}/${name}`, target, draw);
			else writeFileSync(target, this.#found(this.#file(what), draw), { mode: 0o600 });
		}
	}

	#found({ room, size, pending }: FileOnDisk, draw: Draw): Buffer {
		const found = { room: Buffer.from(room), size };
		for (const one of pending) if (draw(2) === 0) change(found, one);
		return found.room.subarray(0, found.size);
	}

	#file(id: number): FileOnDisk {
		const file = this.#files.get(id) ?? { room: Buffer.alloc(0), size: 0, pending: [] };
		this.#files.set(id, file);
		return file;
	}
	#folder(name: string): FolderOnDisk {
		const folder = this.#folders.get(name) ?? { names: new Map(), pending: [] };
		this.#folders.set(name, folder);
		return folder;
	}
}

function namesOf(body: Buffer): Names {
	const lines = body.toString('utf8').split('\n').filter(Boolean);
	return new Map(
		lines.map((line) => {
			const [, kind = '', id = '', name = ''] = /^(.) (\S+) (.*)$/.exec(line) ?? [];
			return [name, kind === 'd' ? 'folder' : Number(id)];
		})
	);
}

/** Room grows by doubling: a journal is written piece by piece. */
function change(file: { room: Buffer; size: number }, one: Change): void {
	const size = 'size' in one ? one.size : Math.max(file.size, one.offset + one.bytes.length);
	if (size > file.room.length) file.room = Buffer.concat([file.room], size * 2);
	// What was cut off is zeros when the file grows again.
	if (size < file.size) file.room.fill(0, size, file.size);
	file.size = size;
	if ('bytes' in one) one.bytes.copy(file.room, one.offset);
}
