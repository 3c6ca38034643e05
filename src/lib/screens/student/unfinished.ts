/**
 * What was begun in a station that has closed, and is still in this tab: it alone keeps the phone there (S4). Only the step
 * in front of the student and those after it count. What somebody passed by, or left behind on the way to the end, holds
 * nobody in a closed station.
 */
import { createSubscriber } from 'svelte/reactivity';
import { readDraft, watchDrafts, type DraftStore } from './steps/drafts.ts';

/** `words` are taken however late they come (S4); a mark without any is refused by a closed station. */
export type Begun = 'words' | 'mark';

interface Where {
	summit: string;
	station: string;
	/** The station's steps in order. */
	steps: readonly { id: string }[];
}

export function begunIn(store: DraftStore | null, { summit, station, steps }: Where): Begun | null {
	const at = Number(readDraft(store, { summit, station }));
	const kept = steps.slice(at).map(({ id }) => readDraft(store, { summit, station, step: id }));
	if (kept.some(hasWords)) return 'words';
	return kept.some((text) => text !== '') ? 'mark' : null;
}

/** The same, told anew whenever a draft changes, for whatever asks while it is on screen. */
export function watchBegun(store: DraftStore | null): (where: Where) => Begun | null {
	const watch = createSubscriber(watchDrafts);
	return (where) => {
		watch();
		return begunIn(store, where);
	};
}

/** A mark is kept as an object's text (`map/draft-mark.ts`); everything else kept is what was typed. */
function hasWords(kept: string): boolean {
	try {
		const mark: unknown = JSON.parse(kept);
		if (typeof mark === 'object' && mark !== null && 'words' in mark) return String(mark.words).trim() !== '';
	} catch {
		// Typed.
	}
	return kept.trim() !== '';
}
