/** Neighbourhood and school maps: pins, painted areas and named places, each safe / it depends / unsafe (M2, M3, M4, S11). */
import { MOST_CELLS, cellAt, cellMiddle, cellOfIndex, parentCell, readArea, writeArea } from '../grid.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Entry, MarkEntry } from './entries.ts';
import { allKnown, parentInList, pointsCommon, settleCommon, slotCommon } from './kind.ts';
import type { Kind, Point } from './kind.ts';
import type { MapSettings, Place } from './settings.ts';

/** The no-pin room a position falls into, if any. */
export function roomAt(places: readonly Place[], [x, y]: readonly [number, number]): Place | undefined {
	return places.find(({ box, noPins }) => {
		if (!noPins || !box) return false;
		const [x0, y0, x1, y1] = box;
		return x >= x0 && x <= x1 && y >= y0 && y <= y1;
	});
}

/**
 * An area without its cells inside rooms that take no pins (S11); that room by its name where nothing else is left. Refuses
 * more than 15 % of the map (S10): what a card painted is counted before any of it is left out.
 */
function settleArea(places: readonly Place[], mark: MarkEntry, area: string): MarkEntry | RefusalCode {
	const cells = readArea(area);
	if (!cells) return 'unknown_choice';
	if (cells.length > MOST_CELLS) return 'area_too_large';
	const open = cells.filter((cell) => !roomAt(places, cellMiddle(cell)));
	const [first = 0] = cells;
	const { area: _painted, ...rest } = mark;
	return open.length > 0
		? { ...rest, area: writeArea(open) }
		: { ...rest, place: roomAt(places, cellMiddle(first))?.id ?? null };
}

export const mapKind: Kind<MapSettings> = {
	kind: 'map',
	settle(settings, step, entry) {
		if (entry.type !== 'mark') return settleCommon(step, entry);
		if (step.type !== 'marks') return 'unknown_choice';
		const { at, place, when, why } = entry;
		if (place !== null && !settings.places.some((p) => p.id === place)) return 'unknown_choice';
		const lists = allKnown(when, settings.when) && allKnown(entry.with, settings.with) && allKnown(why, settings.why);
		if (!lists) return 'unknown_choice';
		if (entry.area !== undefined) return settleArea(settings.places, entry, entry.area);
		const room = at === null ? undefined : roomAt(settings.places, at);
		return room ? { ...entry, at: null, place: room.id } : entry;
	},
	slot: slotCommon,
	points(settings, step, entry) {
		if (entry.type !== 'mark') return pointsCommon(step, entry);
		const answer = entry.feeling;
		const points: Point[] = [];
		const place = settings.places.find((p) => p.id === entry.place);
		const at = entry.at ?? (place && !place.noPins ? place.at : null);
		if (at) points.push({ axis: 'grid', cell: cellAt(at), answer });
		const painted = entry.area === undefined ? [] : (readArea(entry.area) ?? []);
		for (const index of painted) points.push({ axis: 'grid', cell: cellOfIndex(index), answer });
		if (place) points.push({ axis: 'place', cell: place.id, answer });
		points.push(...entry.when.flatMap((time) => points.map((point) => ({ ...point, slice: `when:${time}` }))));
		for (const cell of entry.why) points.push({ axis: 'why', cell, answer });
		for (const cell of entry.when) points.push({ axis: 'when', cell, answer });
		for (const cell of entry.with) points.push({ axis: 'with', cell, answer });
		return points;
	},
	filtered: ['grid', 'place'],
	parent: (axis, cell) => (axis === 'grid' ? parentCell(cell) : parentInList(cell)),
	about(settings, entry: Entry) {
		if (entry.type !== 'mark') return null;
		return settings.places.find((p) => p.id === entry.place)?.name ?? null;
	}
};
