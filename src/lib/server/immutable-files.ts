/**
 * The built files that never change, answered from memory: all that is below `/_app/immutable/`, and nothing else.
 *
 * Every phone that joins asks for a dozen of them, and SvelteKit's file server opens, streams and closes each from disk. Read
 * once, at start, they cost a fraction; and whoever builds anew beside a running kit takes none from under its room. Whatever is
 * asked for otherwise than by the plain address of a file here goes on to SvelteKit, and is answered or refused there.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler } from './doorway.ts';

const FOLDER = '_app/immutable';
/** What is built is about two million bytes, compressed copies and all. Files beyond this many stay on disk. */
const MOST_BYTES = 32_000_000;
/** A name holds the hash of what the file says, so the same address never says anything else. */
const CACHE = 'public, max-age=31536000, immutable';
/** What a build makes. Files of other kinds are left to SvelteKit. */
const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};
/** The compressed copies that the build leaves beside a file, the smallest first. */
const CODINGS = [
	{ coding: 'br', ending: '.br' },
	{ coding: 'gzip', ending: '.gz' }
] as const;

interface Copy {
	/** Null for the file as it is. */
	coding: (typeof CODINGS)[number]['coding'] | null;
	bytes: Buffer;
	etag: string;
}
interface Held {
	type: string;
	/** The preferred one first; the last is the file as it is, which everybody takes. */
	copies: readonly Copy[];
}

/**
 * Reads the files of a built client and answers them; everything else is for `pages`. Throws when the folder is not there.
 */
export function answerImmutable(client: string, pages: RequestHandler, most = MOST_BYTES): RequestHandler {
	const files = readFiles(client, most);
	return (request, response) => {
		const { method, url = '' } = request;
		const held = method === 'GET' || method === 'HEAD' ? files.get(url.split('?', 1)[0] ?? url) : undefined;
		const copy = held && bestCopy(held, request);
		if (copy === undefined) return pages(request, response);
		answer({ request, response, type: held?.type ?? '', copy });
	};
}

function readFiles(client: string, most: number): ReadonlyMap<string, Held> {
	const files = new Map<string, Held>();
	const paths = readdirSync(join(client, FOLDER), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const built = new Set(paths);
	let left = most;
	for (const path of paths) {
		const type = TYPES[extname(path)];
		if (type === undefined) continue;
		const compressed = CODINGS.filter(({ ending }) => built.has(path + ending));
		const copies = [...compressed.map(({ coding, ending }) => readCopy(path + ending, coding)), readCopy(path, null)];
		left -= copies.reduce((sum, { bytes }) => sum + bytes.length, 0);
		if (left < 0) break;
		files.set(`/${relative(client, path).replaceAll(sep, '/')}`, { type, copies });
	}
	return files;
}

function readCopy(path: string, coding: Copy['coding']): Copy {
	const bytes = readFileSync(path);
	return { coding, bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/** The smallest copy the asker can read. */
function bestCopy({ copies }: Held, { headers }: IncomingMessage): Copy | undefined {
	const accepted = headers['accept-encoding'];
	const said = typeof accepted === 'string' ? accepted.toLowerCase().split(',') : [];
	const takes = (coding: string): boolean =>
		said.some((one) => {
			const [name = '', weight = ''] = one.split(';', 2);
			return name.trim() === coding && !/^\s*q=0(\.0*)?\s*$/.test(weight);
		});
	return copies.find(({ coding }) => coding === null || takes(coding));
}

interface Answer {
	request: IncomingMessage;
	response: ServerResponse;
	type: string;
	copy: Copy;
}

function answer({ request, response, type, copy: { coding, bytes, etag } }: Answer): void {
	const lasting = { 'cache-control': CACHE, etag, vary: 'accept-encoding' };
	if (isKnown(request.headers['if-none-match'], etag)) {
		response.writeHead(304, lasting).end();
		return;
	}
	const encoded = coding === null ? {} : { 'content-encoding': coding };
	response.writeHead(200, { ...lasting, ...encoded, 'content-type': type, 'content-length': bytes.length });
	// Node sends no body to whoever asked with HEAD.
	response.end(bytes);
}

/** A proxy that compresses anew may have marked the tag as weak. */
function isKnown(tags: string | undefined, etag: string): boolean {
	return tags?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
