/** Longitudes and latitudes while an adult sets up a map: two known places on it, a frame of a street map (M2). */
import { toGround } from '../../summit/ground.ts';
import type { Tie } from '../../summit/stations/settings.ts';
import type { At, Box } from './positions.ts';
import type { Bounds, Overview } from './upload.ts';

/** One of the two as it is typed: where it is on the map, and its position as a map site writes it. */
export interface TypedTie {
	at: At;
	/** "51.4949, -0.1003": latitude first, as map sites copy it. */
	on: string;
}

/** Closer together than this share of the map, two places fix it too badly. */
const APART = 0.2;

/** What was pasted is no position. */
export const NO_POSITION = 'Paste it as two numbers, latitude first: 51.4949, -0.1003';

/** Longitude and latitude out of what somebody pasted, or null. */
export function readPosition(text: string): [number, number] | null {
	const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
	const [lat, lon] = [Number(found?.[1]), Number(found?.[2])];
	return found && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

/** The degrees of a box in the unit square of a picture that shows `bounds`, on the Mercator plane as street maps are. */
export function boundsOfBox(overview: Overview, [x0, y0, x1, y1]: Box): Bounds {
	const { width, height } = overview;
	const [west, south, east, north] = overview.bounds;
	const ground: [Tie, Tie] = [
		{ at: [0, 0], on: [west, north] },
		{ at: [1, 1], on: [east, south] }
	];
	const [left, top] = toGround({ width, height, ground }, [x0, y0]) ?? [west, north];
	const [right, bottom] = toGround({ width, height, ground }, [x1, y1]) ?? [east, south];
	return [left, bottom, right, top];
}

export function startTies(ground: [Tie, Tie] | null): [TypedTie, TypedTie] {
	const typed = ({ at, on }: Tie): TypedTie => ({ at: [at[0], at[1]], on: `${on[1]}, ${on[0]}` });
	if (ground) return [typed(ground[0]), typed(ground[1])];
	return [
		{ at: [0.25, 0.25], on: '' },
		{ at: [0.75, 0.75], on: '' }
	];
}

/** The ties, or what is wrong with each of the two and what to do. */
export function readTies(
	typed: readonly [TypedTie, TypedTie]
): { ground: [Tie, Tie] } | { problems: [string, string] } {
	const [one, other] = [readPosition(typed[0].on), readPosition(typed[1].on)];
	const say = (on: [number, number] | null): string => (on ? '' : NO_POSITION);
	if (!one || !other) return { problems: [say(one), say(other)] };
	const apart = Math.hypot(typed[0].at[0] - typed[1].at[0], typed[0].at[1] - typed[1].at[1]);
	if (apart < APART) return { problems: ['', 'Put the two further apart on the map.'] };
	if (one[0] === other[0] && one[1] === other[1]) return { problems: ['', 'That is the first place again.'] };
	return {
		ground: [
			{ at: typed[0].at, on: one },
			{ at: typed[1].at, on: other }
		]
	};
}
