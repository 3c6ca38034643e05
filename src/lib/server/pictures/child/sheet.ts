/* Tiles laid side by side: the part of a level that a frame cuts out, or the whole of a pyramid's finest level. */
import sharp from 'sharp';
import { bare, paste, white } from './raw.ts';
import type { Raw } from './raw.ts';

const TILE = 256;
/** Pixels a side of a tile at most: some packages hold them twice as fine. */
const LARGEST_TILE = 512;

/** Pixels of one level, counted from the tiles' own corner. */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A tile that is missing, or that cannot be drawn, stays white: a map with a hole is still a map. */
export async function layTiles(q: {
	box: Box;
	/** How many times each side is halved on the way. */
	halvings: number;
	tiles: AsyncIterable<{ x: number; y: number; bytes: Buffer }>;
}): Promise<Raw> {
	const shrink = 2 ** q.halvings;
	const side = Math.max(1, TILE / shrink);
	const [left, top] = [Math.round(q.box.left / shrink), Math.round(q.box.top / shrink)];
	const sheet = white(Math.ceil(q.box.width / shrink), Math.ceil(q.box.height / shrink));
	for await (const { x, y, bytes } of q.tiles) {
		const tile = await openTile(bytes, side);
		if (tile) paste({ from: tile, to: sheet, left: x * side - left, top: y * side - top });
	}
	return sheet;
}

async function openTile(bytes: Buffer, side: number): Promise<Raw | null> {
	try {
		const drawing = sharp(bytes, { limitInputPixels: LARGEST_TILE * LARGEST_TILE, failOn: 'error' });
		return await bare(drawing.resize({ width: side, height: side, fit: 'fill' }).flatten({ background: '#ffffff' }));
	} catch {
		return null;
	}
}
