/* Boxes on the ground (degrees) and the same boxes in pixels of a level of street map tiles. */
import { fromMercator, TILE, toMercator } from '../../summit/ground.ts';
import type { TileBox } from '../store/port.ts';

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** Street maps end here, north and south. */
const LAST_LATITUDE = 85.0511;

/** Pixels of one level from the tiles' own corner, whole numbers. */
export interface PixelBox {
	left: number;
	top: number;
	width: number;
	height: number;
}

export function boundsOfTiles({ z, left, top, right, bottom }: TileBox): Bounds {
	const [west, north] = fromMercator([left / 2 ** z, top / 2 ** z]);
	const [east, south] = fromMercator([(right + 1) / 2 ** z, (bottom + 1) / 2 ** z]);
	return [west, south, east, north];
}

/** What two boxes have in common, or null. */
export function commonBounds(one: Bounds, other: Bounds): Bounds | null {
	const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
	const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
	return west < east && south < north ? [west, south, east, north] : null;
}

/** To the nearest pixel, so that a box of whole tiles stays one. */
export function pixelsOf([west, south, east, north]: Bounds, z: number): PixelBox {
	const latitude = (degrees: number): number => Math.min(LAST_LATITUDE, Math.max(-LAST_LATITUDE, degrees));
	const whole = TILE * 2 ** z;
	const at = (lon: number, lat: number): number[] =>
		toMercator([lon, latitude(lat)]).map((part) => Math.min(whole, Math.max(0, Math.round(part * whole))));
	const [left = 0, top = 0] = at(west, north);
	const [right = 0, bottom = 0] = at(east, south);
	return { left, top, width: right - left, height: bottom - top };
}

/** The tiles that a box of pixels touches. */
export function tilesOf(box: PixelBox, z: number): TileBox {
	const last = (start: number, length: number): number => Math.floor((start + Math.max(1, length) - 1) / TILE);
	return {
		z,
		left: Math.floor(box.left / TILE),
		top: Math.floor(box.top / TILE),
		right: last(box.left, box.width),
		bottom: last(box.top, box.height)
	};
}

/** A part of a box: `part` is x0, y0, x1, y1 in its unit square as it is drawn, on the Mercator plane. */
export function partOfBounds(
	[west, south, east, north]: Bounds,
	part: readonly [number, number, number, number]
): Bounds {
	const [from, to] = [toMercator([west, north]), toMercator([east, south])];
	const at = (x: number, y: number): [number, number] =>
		fromMercator([from[0] + (to[0] - from[0]) * x, from[1] + (to[1] - from[1]) * y]);
	const [start, end] = [at(part[0], part[1]), at(part[2], part[3])];
	return [start[0], end[1], end[0], start[1]];
}
