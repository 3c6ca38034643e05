/** The page of figures says what was measured: its tables are the results that are kept, and nobody's memory of them. */
import { describe, expect, test } from 'vitest';
import { beside, isWithin, plain, verdict } from '../bench/figures.ts';
import { parts, readPage, readResults, renewed } from '../bench/page.ts';
import { straightLine } from '../bench/straight-line.ts';

describe('docs/PERFORMANCE.md', () => {
	const results = readResults();

	test('its tables are those of bench/results', () => {
		expect(readPage()).toBe(renewed(readPage(), results));
	});
	test('every budget has a figure', () => {
		const measured = new Set([...results.values()].flatMap(({ figures }) => figures.map(({ budget }) => budget)));
		const budgets = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11', 'B12'];
		expect(budgets.filter((budget) => !measured.has(budget))).toEqual([]);
	});
	test('says load averages, cores and whether the server had one of its own', () => {
		for (const { on } of results.values()) {
			expect(on.load).toHaveLength(2);
			expect(on.cores).toBeGreaterThan(0);
			expect(parts(results)['machines']).toContain(on.pinned ? 'one core each' : 'not pinned');
		}
	});
});

describe('a figure', () => {
	const said = { budget: 'B0', measure: 'something', unit: 'ms', limit: 2 };
	const floor = { name: 'floor', measured: [1, 2, 4] };

	test('its ratio is taken within each round, and the middle one counts', () => {
		expect(beside(said, [1, 6, 4], floor).ratio).toEqual({ median: 1, least: 1, most: 3 });
	});
	test('over and under a budget are told by how much', () => {
		expect(verdict(beside(said, [3, 6, 12], floor))).toBe('over by 1.50 ×');
		expect(verdict({ ...plain(said, [1, 1, 1]), atLeast: true })).toBe('under by 2.00 ×');
		expect(isWithin(plain(said, [2, 2, 9]))).toBe(true);
	});
});

test('a line through points knows its slope and how sure it is', () => {
	const exact = [0, 1, 2, 3].map((x) => ({ x, y: 5 + 2 * x }));
	expect(straightLine(exact)).toEqual({ slope: 2, error: 0 });
	const bent = [...exact.slice(0, 3), { x: 3, y: 20 }];
	expect(straightLine(bent).error).toBeGreaterThan(0.5);
});
