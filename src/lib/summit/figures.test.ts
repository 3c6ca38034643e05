import { describe, expect, test } from 'vitest';
import { figures, roundedDown, secretExtra } from './figures.ts';
import type { Counting, Figures } from './figures.ts';

/** A tally out of `key → number of cards`; every key has cards of its own. */
function tallyOf(counts: Record<string, number>): Map<string, Map<string, number>> {
	return new Map(
		Object.entries(counts).map(([key, cards]) => [
			key,
			new Map(Array.from({ length: cards }, (_, n) => [`${key} ${String(n)}`, 1]))
		])
	);
}
const parents = (_axis: string, cell: string): string | null => (cell === 'other' ? null : 'other');
/** Cards whose name begins with a school's letter are of that school. */
const plain = {
	parent: parents,
	seed: 'seed',
	removed: new Set<string>(),
	filtered: ['axis'],
	schools: ['a', 'b', 'c']
};
const counted = (tally: Counting['tally'], threshold = 5): Figures =>
	figures({ ...plain, tally, threshold, schoolOf: (card) => /^school-(.)/.exec(card)?.[1] });
const points = (counts: Record<string, number>, threshold = 5) => counted(tallyOf(counts), threshold).points;

describe('released points', () => {
	test('S9: a cell needs its threshold and its secret extra, and is rounded down to fives', () => {
		for (let n = 0; n < 40; n += 1) {
			const cell = `cell-${String(n)}`;
			const extra = secretExtra('seed', `axis|${cell}|safe`);
			expect([0, 1, 2]).toContain(extra);
			const at = (cards: number) => points({ [`axis|${cell}|safe`]: cards }).find((p) => p.cell === cell);
			expect(at(4 + extra)).toBeUndefined();
			expect(at(5 + extra)).toMatchObject({ cards: 5 });
			expect(at(14)).toMatchObject({ cards: 10 });
		}
		const extras = new Set(Array.from({ length: 40 }, (_, n) => secretExtra('seed', String(n))));
		expect(extras.size).toBe(3);
		expect(Array.from({ length: 40 }, (_, n) => secretExtra('seed', String(n)))).not.toEqual(
			Array.from({ length: 40 }, (_, n) => secretExtra('another', String(n)))
		);
	});

	test('S9: thin cells go to their parent together, and a thin parent is left out', () => {
		expect(points({ 'axis|a|safe': 3, 'axis|b|safe': 3, 'axis|c|safe': 3 })).toEqual([
			{ axis: 'axis', cell: 'other', answer: 'safe', cards: 5 }
		]);
		expect(points({ 'axis|a|safe': 2, 'axis|b|safe': 2, 'axis|c|unsafe': 4 })).toEqual([]);
	});

	test('S9: a cell really called “other” is one with what is merged into it', () => {
		const released = points({ 'axis|other|safe': 8, 'axis|a|safe': 3, 'axis|b|safe': 4, 'axis|c|safe': 20 });
		expect(released).toEqual([
			{ axis: 'axis', cell: 'c', answer: 'safe', cards: 20 },
			{ axis: 'axis', cell: 'other', answer: 'safe', cards: 15 }
		]);
	});

	test('S9: a raised threshold holds', () => {
		expect(points({ 'axis|a|safe': 9 }, 10)).toEqual([]);
		expect(points({ 'axis|a|safe': 13 }, 10)).toMatchObject([{ cards: 10 }]);
	});
});

describe('rounding', () => {
	test('S9: fives under a threshold of ten, as wide a step as a higher threshold needs', () => {
		const shown = (threshold: number) => [
			...new Set(Array.from({ length: 60 }, (_, n) => roundedDown(threshold + n, threshold)))
		];
		expect(shown(5).slice(0, 4)).toEqual([5, 10, 15, 20]);
		expect(shown(9).slice(0, 3)).toEqual([5, 15, 20]);
		expect(shown(10).slice(0, 3)).toEqual([10, 20, 30]);
	});

	test('S9: at any threshold, two figures never leave a difference of fewer cards than it as the only one', () => {
		for (let threshold = 5; threshold <= 50; threshold += 1) {
			const steps = new Map<number, { least: number; most: number }>();
			for (let count = threshold; count < 300; count += 1) {
				const step = steps.get(roundedDown(count, threshold));
				steps.set(roundedDown(count, threshold), { least: step?.least ?? count, most: count });
			}
			const all = [...steps.values()].slice(0, -1);
			for (const [at, fewer] of all.entries()) {
				for (const more of all.slice(at + 1)) {
					const [least, most] = [more.least - fewer.most, more.most - fewer.least];
					expect(least >= 1 && most < threshold, `${threshold}: ${least} to ${most}`).toBe(false);
				}
			}
		}
	});
});

/** One cell, its cards by school and how many of all of them chose the evening. */
function cell(schools: Record<string, number>, evening: number): Figures {
	const cards = Object.entries(schools).flatMap(([school, count]) =>
		Array.from({ length: count }, (_, n) => `school-${school}-${String(n)}`)
	);
	const key = 'axis|cell|safe';
	return counted(
		new Map([
			[key, new Map(cards.map((card) => [card, 1]))],
			[`${key}|when:evening`, new Map(cards.slice(0, evening).map((card) => [card, 1]))]
		])
	);
}
const told = (shown: Figures): Record<string, number> =>
	Object.fromEntries([...shown.slices].map(([slice, [point]]) => [slice, point?.cards ?? 0]));

describe('slices', () => {
	test('S9: whether nobody or a few are left out of a time of day is told the same', () => {
		for (const total of [12, 20, 33]) {
			const all = told(cell({ a: total }, total));
			for (let few = 1; few < 5; few += 1) expect(told(cell({ a: total }, total - few))).toEqual(all);
		}
		expect(told(cell({ a: 40 }, 15))).toMatchObject({ 'when:evening': 15 });
		expect(told(cell({ a: 40 }, 4))).not.toHaveProperty('when:evening');
	});

	test('S9: a cell of fewer than twice the threshold has no slices', () => {
		for (let total = 5; total < 10; total += 1) expect(told(cell({ a: total }, total))).toEqual({});
	});

	test('S9: whether nobody or a few of another school are there is told the same', () => {
		const alone = told(cell({ a: 34 }, 0));
		for (let few = 1; few < 5; few += 1) {
			expect(told(cell({ a: 34 - few, b: few }, 0))).toEqual(alone);
			expect(told(cell({ a: 34 - few, c: few }, 0))).toEqual(alone);
		}
		const two = told(cell({ a: 28, b: 13 }, 0));
		for (let few = 1; few < 5; few += 1) expect(told(cell({ a: 28 - few, b: 13, c: few }, 0))).toEqual(two);
		expect(two).toEqual({ 'school:a': 20, 'school:b': 10 });
	});

	test('S9: when every school has its figure nobody can be left over, and each is told as it is', () => {
		expect(told(cell({ a: 10, b: 10, c: 10 }, 0))).toEqual({ 'school:a': 10, 'school:b': 10, 'school:c': 10 });
	});

	test('S9: slices go to the parent with their cell', () => {
		const tally = (name: string): [string, Map<string, number>][] => {
			const cards = new Map(Array.from({ length: 4 }, (_, n) => [`school-a-${name}${String(n)}`, 1]));
			return [
				[`axis|${name}|safe`, cards],
				[`axis|${name}|safe|when:evening`, new Map([...cards].slice(0, 2))]
			];
		};
		const shown = counted(new Map(['one', 'two', 'three', 'four'].flatMap(tally)));
		expect(shown.points).toEqual([{ axis: 'axis', cell: 'other', answer: 'safe', cards: 15 }]);
		expect(shown.slices.get('when:evening')).toEqual([{ axis: 'axis', cell: 'other', answer: 'safe', cards: 5 }]);
	});
});
