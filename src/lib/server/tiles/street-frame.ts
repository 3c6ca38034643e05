/*
 * A frame on a street map: what a facilitator drew, in degrees, as pixels and tiles of its levels. How large it may be and
 * how fine it gets follow from how many tiles a service may fairly be asked for: a neighbourhood, and no town's worth.
 */
import { z } from 'zod';
import { fromMercator, TILE, toMercator } from '../../summit/ground.ts';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import type { TileAt, TileBox } from '../store/port.ts';

/** Degrees: west, south, east, north. A frame does not cross the date line. */
export const Bounds = z
	.tuple([
		z.number().min(-180).max(180),
		z.number().min(-85).max(85),
		z.number().min(-180).max(180),
		z.number().min(-85).max(85)
	])
	.refine(([west, south, east, north]) => west < east && south < north);
export type Bounds = z.infer<typeof Bounds>;

/** Pixels of one level, counted from the tiles' own corner. */
export interface PixelBox {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Tiles along a side at the finest level, and tiles of all levels together. */
const MOST_ACROSS = 64;
const MOST_TILES = 2_000;
/** Tiles fetched at once, for the one picture of all of it. */
const MOST_OF_WHOLE = 64;
/** Pixels of the longer side of that picture at most. */
const WHOLE_SIDE = 2048;
/** Coarser than this nobody can tell streets apart. */
const COARSEST = 14;
/** Pixels of a side of a map at least. */
const LEAST_SIDE = 64;

/** `min` to `max` are the map's levels; `whole` is the one its picture is made of. */
export interface StreetFrame {
	min: number;
	max: number;
	whole: number;
	/** At level `max`. */
	box: PixelBox;
}

export function boxAt([west, south, east, north]: Bounds, level: number): PixelBox {
	const whole = TILE * 2 ** level;
	const [left, top] = toMercator([west, north]).map((part) => Math.round(part * whole));
	const [right, bottom] = toMercator([east, south]).map((part) => Math.round(part * whole));
	if (left === undefined || top === undefined || right === undefined || bottom === undefined)
		throw new Error('A position has two parts.');
	return { left, top, width: right - left, height: bottom - top };
}

export function boundsOf({ left, top, width, height }: PixelBox, level: number): Bounds {
	const whole = TILE * 2 ** level;
	const [west, north] = fromMercator([left / whole, top / whole]);
	const [east, south] = fromMercator([(left + width) / whole, (top + height) / whole]);
	return [west, south, east, north];
}

/** The tiles of level `level` that a box of level `of` touches. */
export function tilesUnder(box: PixelBox, { of, level }: { of: number; level: number }): TileBox {
	const side = TILE * 2 ** (of - level);
	return {
		z: level,
		left: Math.floor(box.left / side),
		top: Math.floor(box.top / side),
		right: Math.floor((box.left + box.width - 1) / side),
		bottom: Math.floor((box.top + box.height - 1) / side)
	};
}

export function countOf({ left, top, right, bottom }: TileBox): number {
	return (right - left + 1) * (bottom - top + 1);
}

/** Row by row. */
export function* tilesOf({ z: level, left, top, right, bottom }: TileBox): Generator<TileAt> {
	for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) yield { z: level, x, y };
}

/** Whether a tile belongs to a frame with these bounds and levels. */
export function isInside({ z: level, x, y }: TileAt, frame: { bounds: Bounds; min: number; max: number }): boolean {
	if (level < frame.min || level > frame.max) return false;
	const { left, top, right, bottom } = tilesUnder(boxAt(frame.bounds, frame.max), { of: frame.max, level });
	return x >= left && x <= right && y >= top && y <= bottom;
}

/** As fine as it may be. Refuses `frame_too_large` and `frame_too_small`. */
export function frameStreets(bounds: Bounds, { maxZoom }: { maxZoom: number }): StreetFrame | Refusal {
	let max = maxZoom;
	while (max > 0 && !isFair(bounds, max)) max -= 1;
	if (max < Math.min(COARSEST, maxZoom)) return refuse('frame_too_large');
	const box = boxAt(bounds, max);
	if (Math.min(box.width, box.height) < LEAST_SIDE) return refuse('frame_too_small');
	let whole = finestWithin(bounds, { from: max, side: WHOLE_SIDE });
	while (countOf(tilesUnder(box, { of: max, level: whole })) > MOST_OF_WHOLE) whole -= 1;
	return { min: finestWithin(bounds, { from: max, side: TILE }), max, whole, box };
}

function isFair(bounds: Bounds, max: number): boolean {
	const box = boxAt(bounds, max);
	const { left, top, right, bottom } = tilesUnder(box, { of: max, level: max });
	if (Math.max(right - left, bottom - top) >= MOST_ACROSS) return false;
	let tiles = 0;
	for (let level = finestWithin(bounds, { from: max, side: TILE }); level <= max; level += 1)
		tiles += countOf(tilesUnder(box, { of: max, level }));
	return tiles <= MOST_TILES;
}

/** The finest level, from `from` up, at which all of it is no longer than `side`: of 256 pixels, the top of a pyramid. */
function finestWithin(bounds: Bounds, { from, side }: { from: number; side: number }): number {
	for (let level = from; level > 0; level -= 1) {
		const { width, height } = boxAt(bounds, level);
		if (Math.max(width, height) <= side) return level;
	}
	return 0;
}
