/*
 * Files from outside are opened only in a process of their own, which is ended when it overruns. It is handed none of this
 * process's environment (keys, passphrases, addresses), may read nothing but the kit's own program, may write and start
 * nothing through Node, and gives way to the room: it runs at a lower priority.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { BadPiece, readPieces } from './pieces.ts';
import type { Piece } from './pieces.ts';

export interface Work {
	/** The program, as `findProgram` answers it, and what it is told on its command line. */
	program: string;
	args?: readonly string[];
	/** Folders it may read besides the kit's own program. */
	readable?: readonly string[];
	/** What it reads, in pieces as `pieceOf` makes them, as fast as it reads. */
	input?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
	/** Milliseconds, bytes, and megabytes of Node's own heap. */
	killAfter: number;
	mostOut: number;
	heap: number;
}

/** It died, was ended, or said something that cannot be read. */
export class ChildFailed extends Error {}

const NICE = 10;

/** Children that run. One that outlived this process would have nobody left to end it when it overruns. */
const children = new Set<ChildProcess>();
function endAll(): void {
	for (const child of children) child.kill('SIGKILL');
}

/** What the child says, piece by piece; it waits while the reader does. Throws ChildFailed. Leaving early ends the child. */
export async function* runDisposable(work: Work): AsyncGenerator<Piece> {
	const root = rootOf(work.program);
	const running = spawn(
		process.execPath,
		[
			...['--permission', '--allow-addons', '--allow-worker'],
			...[...programOf(root), ...(work.readable ?? []).map((folder) => path.join(folder, '*'))].map(
				(readable) => `--allow-fs-read=${readable}`
			),
			`--max-old-space-size=${work.heap}`,
			work.program,
			...(work.args ?? [])
		],
		{
			cwd: root,
			env: { VIPS_BLOCK_UNTRUSTED: '1', ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }) },
			stdio: ['pipe', 'pipe', 'ignore'],
			timeout: work.killAfter,
			killSignal: 'SIGKILL'
		}
	);
	const ended = new Promise<number | null>((resolve) => {
		running.once('error', () => resolve(null));
		running.once('close', resolve);
	});
	if (children.size === 0) process.once('exit', endAll);
	children.add(running);
	if (running.pid !== undefined) giveWay(running.pid);
	// It may end before it has read everything; its exit says what that meant.
	running.stdin.on('error', () => undefined);
	const unfed: Error[] = [];
	const fed = feed(running.stdin, work.input ?? []).catch((problem: unknown) => {
		// What it was to read cannot be read: it would wait for the rest for ever.
		unfed.push(problem instanceof Error ? problem : new Error(String(problem)));
		running.kill('SIGKILL');
	});
	try {
		yield* readPieces(running.stdout, work.mostOut);
		if ((await ended) !== 0) throw new ChildFailed('It did not end well.');
	} catch (problem) {
		const [first] = unfed;
		if (first) throw first;
		throw problem instanceof BadPiece ? new ChildFailed('It cannot be understood.', { cause: problem }) : problem;
	} finally {
		running.kill('SIGKILL');
		await ended;
		children.delete(running);
		if (children.size === 0) process.off('exit', endAll);
		await fed;
	}
}

async function feed(to: Writable, input: NonNullable<Work['input']>): Promise<void> {
	for await (const part of input) {
		if (!to.writable) return;
		if (!to.write(part)) await new Promise<void>((resolve) => to.once('drain', resolve).once('close', resolve));
	}
	to.end();
}

function giveWay(pid: number): void {
	try {
		os.setPriority(pid, NICE);
	} catch {
		// It has ended already, or this system does not let us: it is slower for others, and no less safe.
	}
}

/** A child's source, `place` from the project's folder: beside this file or, from the built bundle, where the bundle belongs. */
export function findProgram(...place: string[]): string {
	for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
		const file = path.join(folder, 'src', 'lib', 'server', ...place);
		if (existsSync(file)) return file;
		if (path.dirname(folder) === folder)
			throw new Error(`${place.join('/')} is missing: the kit is not installed whole.`);
	}
}

/** The kit's own program and its dependencies, and not the folder they lie in: data and keys may lie there too. */
function programOf(root: string): string[] {
	const folders = ['node_modules', path.join('src', 'lib', 'server'), path.join('src', 'lib', 'summit')];
	return [path.join(root, 'package.json'), ...folders.map((folder) => path.join(root, folder, '*'))];
}

/** The project that the program belongs to, with its dependencies; the program's own folder where there is none. */
function rootOf(program: string): string {
	for (let folder = path.dirname(program); path.dirname(folder) !== folder; folder = path.dirname(folder))
		if (existsSync(path.join(folder, 'package.json'))) return folder;
	return path.dirname(program);
}
