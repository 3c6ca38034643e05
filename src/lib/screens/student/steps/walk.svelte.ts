/** Where a student is among a station's steps. Going on is never a command and never counted (S10); a reload keeps it. */
import { readDraft, writeDraft } from './drafts.ts';
import type { DraftOf, DraftStore } from './drafts.ts';

export interface Walk {
	/** Which step, from 0; `of` when all are behind. */
	readonly at: number;
	readonly of: number;
	/** False until the student has moved: then the new question takes the focus. */
	readonly moved: boolean;
	next(): void;
	/** Null on the first step. */
	readonly back: (() => void) | null;
}

export function createWalk({ store, of, steps }: { store: DraftStore | null; of: DraftOf; steps: number }): Walk {
	const kept = Number(readDraft(store, of));
	let at = $state(Number.isInteger(kept) && kept >= 0 && kept <= steps ? kept : 0);
	let moved = $state(false);
	const go = (to: number) => {
		at = to;
		moved = true;
		writeDraft(store, of, String(to));
	};
	return {
		get at() {
			return at;
		},
		of: steps,
		get moved() {
			return moved;
		},
		next: () => go(Math.min(steps, at + 1)),
		get back() {
			return at === 0 ? null : () => go(at - 1);
		}
	};
}
