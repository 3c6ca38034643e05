/** Which named place a position belongs to, and which names can be drawn on a map without covering each other. */
import { cellMiddle, readArea } from '../../summit/grid.ts';
import type { Place } from '../../summit/stations/settings.ts';
import type { Point } from './unit-square.ts';

/** How near a place without an area a pin must be to be called by its name: unit squares, about a street's width. */
const NEAR = 0.04;

/** The smallest area the position lies in, else the nearest place within a street's width, else nothing. */
export function placeAt(places: readonly Place[], [x, y]: Point): Place | undefined {
	let found: { place: Place; size: number } | undefined;
	let nearest: { place: Place; away: number } | undefined;
	for (const place of places) {
		if (place.box) {
			const [x0, y0, x1, y1] = place.box;
			const size = (x1 - x0) * (y1 - y0);
			const inside = x >= x0 && x <= x1 && y >= y0 && y <= y1;
			if (inside && (!found || size < found.size)) found = { place, size };
		}
		const away = Math.hypot(place.at[0] - x, place.at[1] - y);
		if (away <= NEAR && (!nearest || away < nearest.away)) nearest = { place, away };
	}
	return found?.place ?? nearest?.place;
}

/** What a card's own mark is called: by its place, by the place its area lies around, or by what it is. */
export function nameOfMark(
	places: readonly Place[],
	{ at, place, area }: { at: Point | null; place: string | null; area?: string | null | undefined }
): string {
	if (place !== null) return places.find(({ id }) => id === place)?.name ?? 'Your pin';
	if (at) return placeAt(places, at)?.name ?? 'Your pin';
	const middles = (area ? (readArea(area) ?? []) : []).map(cellMiddle);
	const mean = (of: 0 | 1): number => middles.reduce((sum, middle) => sum + middle[of], 0) / middles.length;
	const middle: Point = [mean(0), mean(1)];
	const around = placeAt(places, middle);
	const near = nearestTo(places, middle);
	return around ? `Around ${around.name}` : near ? `Near ${near.name}` : 'Your area';
}

/** The place nearest to a position, however far; nothing on a map without names. */
export function nearestTo(places: readonly Place[], [x, y]: Point): Place | undefined {
	const away = ({ at }: Place): number => Math.hypot(at[0] - x, at[1] - y);
	return places.toSorted((one, other) => away(one) - away(other))[0];
}

/** A name as it would be drawn: its middle and its size, in pixels of the screen. */
export interface Label {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Whether each label is drawn: earlier ones keep their place, one that would cover an earlier one waits for a closer look. */
export function fitting(labels: readonly Label[]): boolean[] {
	const drawn: Label[] = [];
	return labels.map((label) => {
		const free = drawn.every(
			(other) =>
				Math.abs(label.x - other.x) * 2 >= label.width + other.width ||
				Math.abs(label.y - other.y) * 2 >= label.height + other.height
		);
		if (free) drawn.push(label);
		return free;
	});
}
