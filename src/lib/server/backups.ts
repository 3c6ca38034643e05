/*
 * Daily backups of the databases, on this machine and never of the keys: a copy without its key holds no student's words.
 * Each is written whole (draft, fsync, rename) from one snapshot while the kit runs. After an erasure every backup goes, so
 * that none is older than it (S13). Only files this kit named are ever deleted.
 */
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { ClockPort } from './clock.ts';
import { makeFolder, syncFolder } from './durable.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Copied in one go: about a millisecond of the loop. */
const PAGES = 100;
/** `summit-20261127T031500Z.db`, and its draft. */
const NAMED = /^(.+)-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/;
const DRAFT = /\.draft(-journal|-wal|-shm)?$/;

class CutShort extends Error {}

export interface Backups {
	/** One of each database now; answers the files. Waits for one that is under way. */
	make(): Promise<string[]>;
	/** Makes one when the newest is a day old, and deletes those past their days. */
	check(): Promise<void>;
	/** Deletes every backup there is, drafts too; answers how many. Waits for one that is under way. */
	expire(): Promise<number>;
	/** Looks soon, and every hour from then on. Call once. */
	start(): void;
	/** One under way is cut short: whoever stops the kit does not wait for a large file. */
	close(): Promise<void>;
}

interface BackupsParts {
	dir: string;
	/** How many days each is kept; 0 makes none by itself. */
	days: number;
	/** The databases, absolute paths. */
	files: readonly string[];
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function createBackups({ dir, days, files, clock, fault }: BackupsParts): Backups {
	let last: Promise<unknown> = Promise.resolve();
	let stop: (() => void) | null = null;
	let closing = false;

	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	}

	async function names(): Promise<string[]> {
		return readdir(dir).catch((problem: unknown) => {
			if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
			throw problem;
		});
	}

	async function makeNow(): Promise<string[]> {
		await makeFolder(dir);
		const made: string[] = [];
		for (const file of files) {
			const name = `${path.basename(file, '.db')}-${stampOf(clock.now())}.db`;
			await copyWhole({ from: file, to: path.join(dir, name), cutShort: () => closing });
			made.push(path.join(dir, name));
		}
		return made;
	}

	async function sweep(isOver: (made: { at: number; draft: boolean }) => boolean): Promise<number> {
		let gone = 0;
		for (const name of await names()) {
			const draft = DRAFT.test(name);
			const at = madeAt(name.replace(DRAFT, ''));
			if (at === null || !isOver({ at, draft })) continue;
			await rm(path.join(dir, name), { force: true });
			if (!draft) gone += 1;
		}
		if (gone > 0) await syncFolder(dir);
		return gone;
	}

	async function check(): Promise<void> {
		const now = clock.now();
		// A draft an hour old was cut short. A younger one may be `npm run backup`'s, which is another process.
		await sweep(({ at, draft }) => now - at >= (draft ? HOUR : days * DAY));
		if (days === 0) return;
		const made = (await names()).map((name) => madeAt(name) ?? 0);
		if (made.every((at) => now - at >= DAY)) await makeNow();
	}

	function look(): void {
		stop = clock.after(HOUR, look);
		void inTurn(check).catch((error: unknown) => {
			if (!(error instanceof CutShort)) fault('A backup could not be made.', error);
		});
	}

	const backups: Backups = {
		make: () => inTurn(makeNow),
		check: () => inTurn(check),
		expire: () => inTurn(() => sweep(() => true)),
		start() {
			// A minute after the start, when nobody waits for the first page any more.
			stop ??= clock.after(MINUTE, look);
		},
		async close() {
			closing = true;
			stop?.();
			stop = () => undefined;
			await last;
		}
	};
	return backups;
}

/** The database as it stands at one moment, whoever writes meanwhile: a read transaction holds the snapshot. */
async function copyWhole(q: { from: string; to: string; cutShort: () => boolean }): Promise<void> {
	const { from, to, cutShort } = q;
	const draft = `${to}.draft`;
	const connection = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
	try {
		connection.exec('begin');
		connection.prepare('select 1 from sqlite_schema').get();
		await connection.backup(draft, {
			progress() {
				if (cutShort()) throw new CutShort('The kit is stopping.');
				return PAGES;
			}
		});
	} finally {
		connection.close();
	}
	const handle = await open(draft, 'r+');
	try {
		await handle.chmod(0o600);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(draft, to);
	await syncFolder(path.dirname(to));
}

function stampOf(now: number): string {
	return new Date(now)
		.toISOString()
		.replace(/\.\d+Z$/, 'Z')
		.replace(/[-:]/g, '');
}

/** When it was made, by its name; null for anything else. */
function madeAt(name: string): number | null {
	const [, , year, month, day, hour, minute, second] = NAMED.exec(name) ?? [];
	if (year === undefined) return null;
	return Date.parse(`${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}
