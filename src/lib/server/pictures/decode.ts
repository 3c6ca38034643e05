/*
 * A picture from outside, opened in a disposable process that is ended when it overruns. This side never decodes: it hands
 * bytes over and reads back a line and a picture. A process that dies, hangs or says something else means "unreadable".
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { atMost } from '../at-most.ts';
import { pictureKind } from './kinds.ts';

/** A picture drawn anew, as WebP. Sizes are pixels. */
export interface Decoded {
	ok: true;
	bytes: Uint8Array;
	width: number;
	height: number;
}

const Told = z.discriminatedUnion('ok', [
	z.strictObject({ ok: z.literal(true), width: z.int().positive(), height: z.int().positive() }),
	z.strictObject({ ok: z.literal(false), code: z.enum(['picture_too_large', 'picture_unreadable']) })
]);

/** Bytes of a new picture at most; more than any picture of 4096 × 4096 becomes. */
const MOST_OUT = 64_000_000;
const KILLED_AFTER = 20_000;
/** Megabytes for Node's own part of the child; the child itself watches the rest. */
const HEAP = 128;

/** One at a time: each may take hundreds of megabytes, and the room goes on meanwhile. */
const gate = atMost({ running: 1, waiting: 8 });

/** Refuses `picture_unreadable` and `picture_too_large`. `killAfter` is milliseconds; `child` is the program to run. */
export async function decodePicture(
	bytes: Uint8Array,
	{ killAfter = KILLED_AFTER, child = findChild() }: { killAfter?: number; child?: string } = {}
): Promise<Decoded | Refusal> {
	if (pictureKind(bytes) === null) return refuse('picture_unreadable');
	const said = await gate.run(() => runChild({ bytes, killAfter, child }));
	return said === null ? refuse('picture_unreadable') : understand(said);
}

function understand(said: Buffer): Decoded | Refusal {
	const end = said.indexOf(0x0a);
	const told = Told.safeParse(readJson(said.subarray(0, Math.max(0, end)).toString('utf8')));
	if (!told.success) return refuse('picture_unreadable');
	if (!told.data.ok) return refuse(told.data.code);
	const picture = said.subarray(end + 1);
	// The child read a stranger's bytes: what it hands back is believed only as far as it can be checked.
	if (pictureKind(picture) !== 'webp') return refuse('picture_unreadable');
	return { ...told.data, bytes: new Uint8Array(picture) };
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Everything the child said, or null when it failed, said too much, or had to be ended. */
function runChild(given: { bytes: Uint8Array; killAfter: number; child: string }): Promise<Buffer | null> {
	return new Promise((resolve) => {
		const running = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, given.child], {
			cwd: path.dirname(given.child),
			// No key, passphrase or address of this process is handed on.
			env: { VIPS_BLOCK_UNTRUSTED: '1', ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }) },
			stdio: ['pipe', 'pipe', 'ignore'],
			timeout: given.killAfter,
			killSignal: 'SIGKILL'
		});
		const said: Buffer[] = [];
		let size = 0;
		running.stdout.on('data', (part: Buffer) => {
			size += part.length;
			if (size > MOST_OUT) running.kill('SIGKILL');
			else said.push(part);
		});
		// It may end before it has read everything; its exit says what that meant.
		running.stdin.on('error', () => undefined);
		running.once('error', () => resolve(null));
		running.once('close', (code) => resolve(code === 0 ? Buffer.concat(said) : null));
		running.stdin.end(given.bytes);
	});
}

/** The child's source: beside this file, or, from the built bundle, in the project that the bundle belongs to. */
function findChild(): string {
	const place = path.join('src', 'lib', 'server', 'pictures', 'child.ts');
	for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
		const file = path.join(folder, place);
		if (existsSync(file)) return file;
		if (path.dirname(folder) === folder) throw new Error(`${place} is missing: the kit is not installed whole.`);
	}
}
