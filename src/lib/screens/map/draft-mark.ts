/**
 * A mark before it is sent: where, how it feels, when, with whom, why, and words. It may only hold what the station
 * offers. It is kept for a reload as text, together with squares that are painted and not asked about yet, and read back
 * with suspicion: what does not fit is left out.
 */
import { MOST_CELLS, cellMiddle, readArea, writeArea } from '../../summit/grid.ts';
import type { Feeling, MarkEntry } from '../../summit/stations/entries.ts';
import { roomAt } from '../../summit/stations/map.ts';
import type { MapSettings, Place } from '../../summit/stations/settings.ts';
import type { Squares } from './painting.ts';
import type { Point } from './unit-square.ts';

/** The questions of a mark's sheet, in order. */
export const PARTS = ['feeling', 'when', 'why', 'words'] as const;
export type Part = (typeof PARTS)[number];
/** A mark carries at most six reasons (M3). */
export const MOST_WHY = 6;

/** Exactly one of a pin, a named place and an area as `writeArea` writes it. */
export interface Spot {
	at: Point | null;
	place: string | null;
	area: string | null;
}
export interface DraftMark extends Spot {
	feeling: Feeling | null;
	when: string[];
	with: string[];
	why: string[];
	words: string;
	part: Part;
}

const EMPTY = { feeling: null, when: [], with: [], why: [], words: '', part: 'feeling' } as const;

/** Where a tap puts a mark: a pin, or, inside a room that takes no pins, that room by its name (S11). */
export function spotAt(places: readonly Place[], at: Point): Spot {
	const room = roomAt(places, at);
	return room ? spotOf(room.id) : { at, place: null, area: null };
}
/** A named place. */
export function spotOf(place: string): Spot {
	return { at: null, place, area: null };
}
/**
 * Painted squares as the summit will keep them (S11): without those inside rooms that take no pins; the room by its name
 * where nothing else is painted. Null for no squares.
 */
export function spotOfSquares(places: readonly Place[], squares: Squares): Spot | null {
	const [first] = squares;
	if (first === undefined) return null;
	const open = squares.filter((square) => !roomAt(places, cellMiddle(square)));
	const room = open.length > 0 ? undefined : roomAt(places, cellMiddle(first));
	return room ? spotOf(room.id) : { at: null, place: null, area: writeArea(open) };
}
export function beginMark(spot: Spot): DraftMark {
	return { ...EMPTY, ...spot, when: [], with: [], why: [] };
}

/** The questions this station's sheet asks: lists that are empty are not asked for. */
export function partsOf(settings: Pick<MapSettings, 'when' | 'with' | 'why'>): Part[] {
	return PARTS.filter((part) => {
		if (part === 'when') return settings.when.length + settings.with.length > 0;
		return part !== 'why' || settings.why.length > 0;
	});
}

/** What is sent, or null while nobody has said how it feels. */
export function entryOf({ at, place, area, feeling, ...draft }: DraftMark): MarkEntry | null {
	if (feeling === null || !isSpot({ at, place, area })) return null;
	return {
		type: 'mark',
		at: at && [at[0], at[1]],
		place,
		...(area === null ? {} : { area }),
		feeling,
		when: [...draft.when],
		with: [...draft.with],
		why: draft.why.slice(0, MOST_WHY)
	};
}

function isSpot({ at, place, area }: Spot): boolean {
	return [at, place, area].filter((one) => one !== null).length === 1;
}

/** What is kept for a reload: the mark being asked about, if any, and what is painted; nothing for neither. */
export function keptText(draft: DraftMark | null, squares: Squares): string {
	return draft === null && squares.length === 0 ? '' : JSON.stringify({ ...draft, painted: writeArea(squares) });
}

/** The painted squares of a kept text. */
export function readPainted(text: string): Squares {
	const painted = fieldsOf(text)?.get('painted');
	return typeof painted === 'string' ? squaresOf(painted) : [];
}

/** A draft out of its kept text, or null. */
export function readMark(text: string, settings: MapSettings): DraftMark | null {
	const field = fieldsOf(text);
	if (!field) return null;
	const known = (name: string, list: readonly { id: string }[]): string[] => {
		const ids = field.get(name);
		return Array.isArray(ids) ? list.map(({ id }) => id).filter((id) => ids.includes(id)) : [];
	};
	const at = pointOf(field.get('at'));
	const place = settings.places.find(({ id }) => id === field.get('place'))?.id ?? null;
	const painted = field.get('area');
	const area = typeof painted === 'string' ? spotOfSquares(settings.places, squaresOf(painted)) : null;
	if ([at, place, area].filter((one) => one !== null).length !== 1) return null;
	const words = field.get('words');
	return {
		...(area ?? (at ? spotAt(settings.places, at) : { at: null, place, area: null })),
		feeling: (['safe', 'mixed', 'unsafe'] as const).find((one) => one === field.get('feeling')) ?? null,
		when: known('when', settings.when),
		with: known('with', settings.with),
		why: known('why', settings.why).slice(0, MOST_WHY),
		words: typeof words === 'string' ? words : '',
		part: partsOf(settings).find((one) => one === field.get('part')) ?? 'feeling'
	};
}

function fieldsOf(text: string): Map<string, unknown> | null {
	try {
		const kept: unknown = JSON.parse(text);
		return typeof kept === 'object' && kept !== null ? new Map(Object.entries(kept)) : null;
	} catch {
		return null;
	}
}

function squaresOf(area: string): Squares {
	const squares = readArea(area) ?? [];
	return squares.length > MOST_CELLS ? [] : squares;
}

function pointOf(value: unknown): Point | null {
	if (!Array.isArray(value)) return null;
	const pair: unknown[] = value;
	const [x, y] = pair;
	const inside = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 1;
	return value.length === 2 && inside(x) && inside(y) ? [x, y] : null;
}
