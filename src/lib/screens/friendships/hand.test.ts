import { describe, expect, it } from 'vitest';
import { firstUnsorted, handOf } from './hand.ts';

const cards = Array.from({ length: 20 }, (_, at) => ({ id: `sign-${at}` }));
const ids = (hand: readonly { id: string }[]) => hand.map(({ id }) => id);

describe('the hand of cards', () => {
	it('is as many as the station offers, and more when asked', () => {
		const hand = handOf({ cards, seed: 'c', sorted: [], size: 6, deals: 1 });
		expect(hand).toHaveLength(6);
		const more = handOf({ cards, seed: 'c', sorted: [], size: 6, deals: 2 });
		expect(ids(more).slice(0, 6)).toEqual(ids(hand));
		expect(new Set(ids(more)).size).toBe(12);
		expect(handOf({ cards, seed: 'c', sorted: [], size: 6, deals: 9 })).toHaveLength(20);
	});

	it('after a reload holds what was sorted, and begins at the first that was not', () => {
		const sorted = ['sign-3', 'sign-11'];
		const hand = handOf({ cards, seed: 'c', sorted, size: 6, deals: 1 });
		expect(ids(hand).slice(0, 2)).toEqual(sorted);
		expect(hand).toHaveLength(6);
		expect(firstUnsorted(hand, sorted)).toBe(2);
		expect(firstUnsorted(hand, ids(hand))).toBe(6);
	});

	it('a second deal sorted before a reload is still all there', () => {
		const sorted = ids(cards.slice(0, 8));
		expect(handOf({ cards, seed: 'c', sorted, size: 6, deals: 1 })).toHaveLength(12);
	});
});
