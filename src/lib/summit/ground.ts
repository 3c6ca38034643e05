/**
 * From a map's unit square to the ground and to street maps' tiles (M2). Two places whose longitude and latitude are known
 * fix a map: how large, which way up, where. Between them positions are worked out on the Mercator plane that street maps
 * are drawn on, `[x, y]` from 0 to 1, counted from its top left corner. A map without such places has no longitudes, and
 * none are ever made up.
 */
import type { MapSettings, Tie } from './stations/settings.ts';

type Pair = readonly [number, number];
type Fixed = Pick<MapSettings['map'], 'width' | 'height' | 'ground'>;

/** Pixels a side of one tile. */
export const TILE = 256;

/** Longitude and latitude (degrees, WGS 84) on the Mercator plane. */
export function toMercator([lon, lat]: Pair): [number, number] {
	return [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2];
}
/** A position on the Mercator plane as longitude and latitude. */
export function fromMercator([x, y]: Pair): [number, number] {
	return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Where a position of the unit square lies, as longitude and latitude to seven decimals; null where the map is not tied. */
export function toGround({ width, height, ground }: Fixed, [x, y]: Pair): [number, number] | null {
	if (!ground) return null;
	const [one, other] = ground;
	const pixels = ({ at }: Tie): Pair => [at[0] * width, at[1] * height];
	const [from, to] = [pixels(one), pixels(other)];
	const [start, end] = [toMercator(one.on), toMercator(other.on)];
	const along: Pair = [to[0] - from[0], to[1] - from[1]];
	const length = along[0] ** 2 + along[1] ** 2;
	if (length === 0) return null;
	// Turning and scaling as one multiplication of complex numbers: `turn` takes the line between the two to its like.
	const moved: Pair = [end[0] - start[0], end[1] - start[1]];
	const turn: Pair = [
		(moved[0] * along[0] + moved[1] * along[1]) / length,
		(moved[1] * along[0] - moved[0] * along[1]) / length
	];
	const off: Pair = [x * width - from[0], y * height - from[1]];
	const [lon, lat] = fromMercator([
		start[0] + turn[0] * off[0] - turn[1] * off[1],
		start[1] + turn[0] * off[1] + turn[1] * off[0]
	]);
	return [rounded(lon), rounded(lat)];
}

/** The two ties of a frame of a street map: its top left and bottom right corners. Pixels of level `max`. */
export function groundOfFrame(frame: { origin: Pair; width: number; height: number; max: number }): [Tie, Tie] {
	const whole = TILE * 2 ** frame.max;
	const at = (x: number, y: number): [number, number] => {
		const [lon, lat] = fromMercator([(frame.origin[0] + x) / whole, (frame.origin[1] + y) / whole]);
		return [rounded(lon), rounded(lat)];
	};
	return [
		{ at: [0, 0], on: at(0, 0) },
		{ at: [1, 1], on: at(frame.width, frame.height) }
	];
}

function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}
