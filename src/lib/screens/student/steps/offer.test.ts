import { describe, expect, it } from 'vitest';
import { dealt, pagesOf, shuffled } from './offer.ts';

const list = Array.from({ length: 20 }, (_, at) => ({ id: `sign-${at}`, group: ['a', 'b', 'c', 'd'][at % 4] ?? 'a' }));

describe('what a card is offered', () => {
	it('is the same after a reload, and differs from card to card', () => {
		expect(shuffled(list, 'card-1')).toEqual(shuffled(list, 'card-1'));
		expect(shuffled(list, 'card-1')).not.toEqual(shuffled(list, 'card-2'));
		expect(new Set(shuffled(list, 'card-1'))).toEqual(new Set(list));
	});

	it('spreads the whole list over a room: every item is among the first six of some card', () => {
		const seen = new Set<string>();
		for (let card = 0; card < 120; card += 1) {
			for (const { id } of shuffled(list, `card-${card}`).slice(0, 6)) seen.add(id);
		}
		expect(seen.size).toBe(list.length);
	});

	it('puts nothing on top for much more than its share of cards', () => {
		const top = new Map<string, number>();
		for (let card = 0; card < 2000; card += 1) {
			const first = shuffled(list, `card-${card}`)[0]?.id ?? '';
			top.set(first, (top.get(first) ?? 0) + 1);
		}
		expect(top.size).toBe(list.length);
		expect(Math.max(...top.values())).toBeLessThan(150);
	});

	it('deals one of each group before a second of any', () => {
		for (const page of pagesOf(dealt(list, 'card-1'), 4)) expect(new Set(page.map((one) => one.group)).size).toBe(4);
	});

	it('cuts into pages, the last one short', () => {
		expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
		expect(pagesOf([], 2)).toEqual([]);
	});
});
