/**
 * A mark before it is sent: where, how it feels, when, with whom, why, and words. It may only hold what the station
 * offers. It is kept for a reload as text, and read back with suspicion: what does not fit is left out.
 */
import type { Feeling, MarkEntry } from '../../summit/stations/entries.ts';
import { roomAt } from '../../summit/stations/map.ts';
import type { MapSettings, Place } from '../../summit/stations/settings.ts';
import type { Point } from './unit-square.ts';

/** The questions of a mark's sheet, in order. */
export const PARTS = ['feeling', 'when', 'why', 'words'] as const;
export type Part = (typeof PARTS)[number];
/** A mark carries at most six reasons (M3). */
export const MOST_WHY = 6;

export interface DraftMark {
	at: Point | null;
	place: string | null;
	feeling: Feeling | null;
	when: string[];
	with: string[];
	why: string[];
	words: string;
	part: Part;
}

const EMPTY = { feeling: null, when: [], with: [], why: [], words: '', part: 'feeling' } as const;

/** Where a tap puts a mark: a pin, or, inside a room that takes no pins, that room by its name (S11). */
export function spotAt(places: readonly Place[], at: Point): Pick<DraftMark, 'at' | 'place'> {
	const room = roomAt(places, at);
	return room ? { at: null, place: room.id } : { at, place: null };
}
export function beginMark(spot: Pick<DraftMark, 'at' | 'place'>): DraftMark {
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
export function entryOf({ at, place, feeling, ...draft }: DraftMark): MarkEntry | null {
	if (feeling === null || (at === null) === (place === null)) return null;
	return {
		type: 'mark',
		at: at && [at[0], at[1]],
		place,
		feeling,
		when: [...draft.when],
		with: [...draft.with],
		why: draft.why.slice(0, MOST_WHY)
	};
}

/** A draft out of its kept text, or null. */
export function readMark(text: string, settings: MapSettings): DraftMark | null {
	let kept: unknown;
	try {
		kept = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof kept !== 'object' || kept === null) return null;
	const field = new Map<string, unknown>(Object.entries(kept));
	const known = (name: string, list: readonly { id: string }[]): string[] => {
		const ids = field.get(name);
		return Array.isArray(ids) ? list.map(({ id }) => id).filter((id) => ids.includes(id)) : [];
	};
	const at = pointOf(field.get('at'));
	const place = settings.places.find(({ id }) => id === field.get('place'))?.id ?? null;
	if ((at === null) === (place === null)) return null;
	const words = field.get('words');
	return {
		...(at === null ? { at: null, place } : spotAt(settings.places, at)),
		feeling: (['safe', 'mixed', 'unsafe'] as const).find((one) => one === field.get('feeling')) ?? null,
		when: known('when', settings.when),
		with: known('with', settings.with),
		why: known('why', settings.why).slice(0, MOST_WHY),
		words: typeof words === 'string' ? words : '',
		part: partsOf(settings).find((one) => one === field.get('part')) ?? 'feeling'
	};
}

function pointOf(value: unknown): Point | null {
	if (!Array.isArray(value)) return null;
	const pair: unknown[] = value;
	const [x, y] = pair;
	const inside = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 1;
	return value.length === 2 && inside(x) && inside(y) ? [x, y] : null;
}
