/** Places on a map while an adult sets them: moving by keys, and the box of a room. All in the unit square (M2). */
import type { Place } from '../../summit/stations/settings.ts';

export type At = [number, number];
export type Box = [number, number, number, number];

/** How far one press of an arrow key moves a place; with Shift, a fine step. Of the map's width or height. */
const STEP = 0.02;
const FINE = 0.002;

const STEPS: Record<string, At> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Inside the square, rounded to what a map can show, so that a save does not differ by a hair. */
export function settled(value: number): number {
	return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}

/** By how much a key moves, or null where it is not one of the arrows. */
export function stepOf(key: string, fine: boolean): At | null {
	const step = STEPS[key];
	if (!step) return null;
	const far = fine ? FINE : STEP;
	return [step[0] * far, step[1] * far];
}

/** The place somewhere else, its box along with it. */
export function moved(place: Place, to: At): Place {
	const at: At = [settled(to[0]), settled(to[1])];
	if (!place.box) return { ...place, at };
	const by: At = [at[0] - place.at[0], at[1] - place.at[1]];
	const [x0, y0, x1, y1] = place.box;
	return { ...place, at, box: [settled(x0 + by[0]), settled(y0 + by[1]), settled(x1 + by[0]), settled(y1 + by[1])] };
}

/** The box between two corners, whichever was pressed first. */
export function boxBetween([ax, ay]: At, [bx, by]: At): Box {
	return [settled(Math.min(ax, bx)), settled(Math.min(ay, by)), settled(Math.max(ax, bx)), settled(Math.max(ay, by))];
}

/** Where a room's name stands: the middle of its box. */
export function middleOf([x0, y0, x1, y1]: Box): At {
	return [settled((x0 + x1) / 2), settled((y0 + y1) / 2)];
}

/** The place with one edge of its box somewhere else; the place as it is when that is no number. */
export function withEdge(place: Place, edge: number, to: number): Place {
	if (!place.box || Number.isNaN(to)) return place;
	const box: Box = [...place.box];
	box[edge] = to;
	const next = boxBetween([box[0], box[1]], [box[2], box[3]]);
	return { ...place, box: next, at: middleOf(next) };
}

/** A first box round a place, for a room whose corners somebody sets next. */
export function boxAround([x, y]: At): Box {
	return boxBetween([x - 0.05, y - 0.05], [x + 0.05, y + 0.05]);
}

/** Whether a place of this name is one that never takes pins (S11). A first guess; the facilitator may take it back. */
export function namesNoPinRoom(name: string): boolean {
	return /toilet|\bwc\b|\bloos?\b|washroom|bathroom|changing room|shower/i.test(name);
}

/**
 * The places that somebody added or changed: on another picture, the ones still as drawn for the kit's own map would
 * stand at random, and their rooms would swallow pins.
 */
export function withoutDrawn(places: readonly Place[], drawn: readonly Place[]): Place[] {
	const text = (place: Place) =>
		JSON.stringify([place.id, place.name, place.at, place.box ?? null, place.noPins ?? false]);
	const asDrawn = new Set(drawn.map(text));
	return places.filter((place) => !asDrawn.has(text(place)));
}
