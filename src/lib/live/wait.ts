/**
 * How long an answer is waited for: at least the patience there is, twice what the last one took, and twice as long after
 * each that did not come in time. Otherwise whoever is further away than the patience reaches would ask the same for ever.
 */
import type { Around } from './around.ts';

/** Times the patience, at most: a dead line must be told from a slow one some time. */
const MOST = 4;

export interface Wait {
	/** Milliseconds from now. */
	most(): number;
	/** `asked` are the device's ticks when it was asked. */
	answered(asked: number): void;
	/** No answer came; one that could not come, because the line broke, says nothing about time. */
	unanswered(asked: number): void;
}

export function createWait({ patience: { answer }, ticks }: Pick<Around, 'patience' | 'ticks'>): Wait {
	let most = answer;
	const set = (milliseconds: number): void => {
		most = Math.min(MOST * answer, Math.max(answer, milliseconds));
	};
	return {
		most: () => most,
		answered: (asked) => set(2 * (ticks() - asked)),
		unanswered(asked) {
			if (ticks() - asked >= most) set(2 * most);
		}
	};
}
