/**
 * The cards one student is dealt, and which of them comes up next. Cards already sorted come first, so that a reload
 * finds them where they were; *more* deals further ones.
 */
import { shuffled } from '../student/steps/offer.ts';

/** Signs and stories are sorted into piles of their own names. */
export const PILE_WORDS = { safe: 'Good sign', mixed: 'It depends', unsafe: 'Not OK' } as const;

export interface Deal<C> {
	cards: readonly C[];
	seed: string;
	/** Ids sorted before this screen was opened. */
	sorted: readonly string[];
	/** Cards a deal. */
	size: number;
	/** How many deals; the first is 1. */
	deals: number;
}

export function handOf<C extends { id: string }>({ cards, seed, sorted, size, deals }: Deal<C>): C[] {
	const first = cards.filter(({ id }) => sorted.includes(id));
	const rest = shuffled(cards, seed).filter(({ id }) => !sorted.includes(id));
	// What was sorted in earlier deals fills whole deals before new ones are added.
	return [...first, ...rest].slice(0, Math.max(size, Math.ceil(first.length / size) * size) + (deals - 1) * size);
}

/** Where to begin: the first card not sorted; past the last when all are. */
export function firstUnsorted(hand: readonly { id: string }[], sorted: readonly string[]): number {
	const at = hand.findIndex(({ id }) => !sorted.includes(id));
	return at < 0 ? hand.length : at;
}
