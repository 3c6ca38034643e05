/*
 * Draws pictures anew. It runs as a process of its own, started by `draw.ts` and ended after one picture, because a decoder
 * is where a made-up file does its harm: nothing of the kit's is in this memory, neither keys nor words. In on stdin comes
 * what to do, then the file or the tiles; out on stdout go the picture, its tiles, and last whether it went well.
 */
import sharp from 'sharp';
import { readPieces, writePiece } from '../pieces.ts';
import type { Piece } from '../pieces.ts';
import { watchMemory } from '../watch-memory.ts';
import { openPage } from './child/pdf.ts';
import { cutTiles, finestLevel } from './child/pyramid.ts';
import { drawn, LEAST_SIDE, openPicture, Refused, WEBP } from './child/raw.ts';
import type { Raw } from './child/raw.ts';
import { layTiles } from './child/sheet.ts';
import { straighten } from './child/warp.ts';
import { MOST_IN } from './job.ts';
import type { Job } from './job.ts';

/** Bytes this process may hold: the largest picture takes a third of it. */
const MOST_MEMORY = 1_200_000_000;
/** Pixels of the longer side of a whole picture that has tiles for whoever goes closer. */
const WHOLE = 2048;

watchMemory(MOST_MEMORY);
sharp.cache(false);
sharp.concurrency(1);
// Whatever a file claims to be, no other loader than these three can be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });

const pieces = readPieces(process.stdin, MOST_IN);
// The kit itself wrote it, in `draw.ts`.
const job = (await nextPiece()).line as Job;
try {
	await work(job);
} catch (problem) {
	const unreadable = job.do === 'page' ? 'pdf_unreadable' : 'picture_unreadable';
	await say({ ok: false, code: problem instanceof Refused ? problem.code : unreadable });
}

async function work(asked: Job): Promise<void> {
	if (asked.do === 'frame') return frame(await layTiles({ box: asked.box, halvings: asked.halvings, tiles: tiles() }));
	const picture = asked.do === 'page' ? await openPage((await nextPiece()).bytes, asked.page) : await source(asked);
	if ('pages' in picture) return say({ ok: true, pages: picture.pages });
	await keep(asked.do === 'straighten' ? straighten(picture, asked.corners) : picture);
}

/** A file's picture, or one of the kit's own put together from its tiles. */
async function source(asked: Exclude<Job, { do: 'frame' | 'page' }>): Promise<Raw> {
	return asked.do === 'straighten' && asked.box
		? layTiles({ box: asked.box, halvings: 0, tiles: tiles() })
		: openPicture((await nextPiece()).bytes);
}

async function keep(picture: Raw): Promise<void> {
	const { width, height } = picture;
	if (Math.min(width, height) < LEAST_SIDE) throw new Refused('picture_unreadable');
	const max = finestLevel(picture);
	if (max !== null)
		for await (const { bytes, z, x, y } of cutTiles(picture, max)) await say({ tile: [z, x, y] }, bytes);
	await sayPicture(picture);
	await say({ ok: true, width, height, max });
}

async function frame(picture: Raw): Promise<void> {
	await sayPicture(picture);
	await say({ ok: true, width: picture.width, height: picture.height, max: null });
}

async function sayPicture(picture: Raw): Promise<void> {
	const whole = drawn(picture).resize({ width: WHOLE, height: WHOLE, fit: 'inside', withoutEnlargement: true });
	const { data, info } = await whole.webp(WEBP).toBuffer({ resolveWithObject: true });
	await say({ picture: [info.width, info.height] }, data);
}

async function nextPiece(): Promise<Piece> {
	const next = await pieces.next();
	if (next.done) throw new Error('There is nothing more to read.');
	return next.value;
}

async function* tiles(): AsyncGenerator<{ x: number; y: number; bytes: Buffer }> {
	for await (const { line, bytes } of pieces) {
		const [x, y] = line['tile'] as [number, number]; // Written by `draw.ts`.
		yield { x, y, bytes };
	}
}

function say(line: Record<string, unknown>, bytes?: Buffer): Promise<void> {
	return writePiece(process.stdout, line, bytes);
}
