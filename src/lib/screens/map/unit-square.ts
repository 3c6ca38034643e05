/**
 * Positions on a map picture, between the unit square the summit keeps (0..1 from the top-left corner, M2) and the flat
 * plane Leaflet's `CRS.Simple` draws on: one unit a pixel of the picture, latitude growing upwards, so the picture hangs
 * below the origin.
 */

export type Point = readonly [x: number, y: number];
/** Pixels of the picture. */
export interface Size {
	readonly width: number;
	readonly height: number;
}
/** Latitude and longitude in that plane. */
export type Flat = [lat: number, lng: number];

export function toFlat({ width, height }: Size, [x, y]: Point): Flat {
	// Not `-y * height`: minus nought would be a third kind of nought.
	return [0 - y * height, x * width];
}

/** The position in the unit square, to four decimals; null outside the picture, where nothing can be marked. */
export function toUnit({ width, height }: Size, [lat, lng]: Flat): Point | null {
	const x = lng / width;
	const y = (0 - lat) / height;
	if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return null;
	return [Math.round(x * 10_000) / 10_000, Math.round(y * 10_000) / 10_000];
}

/** The picture's corners: bottom left, top right. */
export function cornersOf({ width, height }: Size): [Flat, Flat] {
	return [
		[-height, 0],
		[0, width]
	];
}
