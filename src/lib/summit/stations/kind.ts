/**
 * What the rest of the summit may ask of a kind of station. A new kind is one file that fills this in (listed in
 * `kinds.ts`) and one folder of faces in `screens/`.
 */
import type { RefusalCode } from '../refusals.ts';
import type { Entry } from './entries.ts';
import type { Step, StationSettings } from './settings.ts';

/**
 * One thing a contribution adds to a station's tally: on `axis`, in `cell`, the card answered `answer`. A tally counts
 * different cards per point, never contributions. With a `slice` (`when:evening`) it counts, of the same point without one,
 * the cards a filter leaves.
 */
export interface Point {
	readonly axis: string;
	readonly cell: string;
	readonly answer: string;
	readonly slice?: string;
}

/** A point's name in a tally. Cells, answers and slices are slugs, grid cells or ids, so `|` never stands inside one. */
export function pointKey({ axis, cell, answer, slice }: Point): string {
	const key = `${axis}|${cell}|${answer}`;
	return slice === undefined ? key : `${key}|${slice}`;
}
export function pointOf(key: string): Point {
	const [axis = '', cell = '', answer = '', slice] = key.split('|');
	return slice === undefined ? { axis, cell, answer } : { axis, cell, answer, slice };
}

export interface Kind<S extends StationSettings> {
	readonly kind: S['kind'];
	/**
	 * The entry as it will be kept (a pin inside a no-pin room becomes that room's name, S11), or why it cannot be.
	 */
	settle(settings: S, step: Step, entry: Entry): Entry | RefusalCode;
	/** An entry with the same slot replaces the card's earlier one; null = each stands for itself. */
	slot(step: Step, entry: Entry): string | null;
	points(settings: S, step: Step, entry: Entry): Point[];
	/** Axes whose figures may also be asked for by time of day and by school. */
	readonly filtered: readonly string[];
	/** Where a cell too thin to be shown goes (S9): the parent's cell on the same axis, or null at the top. */
	parent(axis: string, cell: string): string | null;
	/** What a moderator is told beside the words: the thing the words are about. Adults' own names only. */
	about(settings: S, entry: Entry): string | null;
}

/** Choices and words are the same in every kind. */
export function settleCommon(step: Step, entry: Entry): Entry | RefusalCode {
	if (step.type === 'choices' && entry.type === 'choices') {
		const known = entry.choices.every((id) => step.choices.some((c) => c.id === id));
		const once = new Set(entry.choices).size === entry.choices.length;
		return known && once && entry.choices.length <= step.most ? entry : 'unknown_choice';
	}
	if (step.type === 'words' && entry.type === 'words') return entry;
	return 'unknown_choice';
}
export function slotCommon(step: Step, entry: Entry): string | null {
	return entry.type === 'choices' ? step.id : null;
}
export function pointsCommon(step: Step, entry: Entry): Point[] {
	if (entry.type !== 'choices') return [];
	return entry.choices.map((cell) => ({ axis: `step:${step.id}`, cell, answer: 'chosen' }));
}
/** Lists have one parent: everything too thin together. */
export const OTHER = 'other';
export function parentInList(cell: string): string | null {
	return cell === OTHER ? null : OTHER;
}
/** Ids that exist in a list, each once. */
export function allKnown(ids: readonly string[], list: readonly { id: string }[]): boolean {
	return new Set(ids).size === ids.length && ids.every((id) => list.some((item) => item.id === id));
}
