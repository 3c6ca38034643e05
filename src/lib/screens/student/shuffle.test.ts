import { describe, expect, it } from 'vitest';
import { shuffledFor } from './shuffle.ts';

const ideas = Array.from({ length: 12 }, (_, at) => ({ id: `idea-${at}` }));

describe('the order ideas stand in', () => {
	it('is the same for a card each time, and holds every idea once', () => {
		const once = shuffledFor('card-a', ideas);
		expect(shuffledFor('card-a', ideas)).toEqual(once);
		expect(new Set(once.map(({ id }) => id)).size).toBe(12);
	});

	it('puts no idea on top for much more than its share of cards', () => {
		const top = new Map<string, number>();
		for (let card = 0; card < 1200; card += 1) {
			const first = shuffledFor(`card-${card}`, ideas)[0]?.id ?? '';
			top.set(first, (top.get(first) ?? 0) + 1);
		}
		expect(top.size).toBe(12);
		expect(Math.max(...top.values())).toBeLessThan(150);
	});
});
