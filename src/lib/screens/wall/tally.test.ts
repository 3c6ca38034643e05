import { describe, expect, it } from 'vitest';
import type { ReleasedPoint } from '../../summit/figures.ts';
import { cardsInWords, feelingRows, pickRows } from './tally.ts';

const POINTS: ReleasedPoint[] = [
	{ axis: 'platform', cell: 'snapchat', answer: 'unsafe', cards: 20 },
	{ axis: 'platform', cell: 'snapchat', answer: 'safe', cards: 5 },
	{ axis: 'platform', cell: 'snapchat', answer: 'unused', cards: 10 },
	{ axis: 'platform', cell: 'other', answer: 'safe', cards: 40 },
	{ axis: 'platform', cell: 'teams', answer: 'safe', cards: 30 },
	{ axis: 'platform', cell: 'long-gone', answer: 'safe', cards: 30 },
	{ axis: 'step:help', cell: 'friend', answer: 'chosen', cards: 15 },
	{ axis: 'step:help', cell: 'family', answer: 'chosen', cards: 25 }
];
const named = [
	{ id: 'snapchat', words: 'Snapchat' },
	{ id: 'teams', words: 'Teams' }
];

describe('released points as rows', () => {
	it('M5: keeps feelings apart, counts who does not use it apart, and puts what was merged last', () => {
		const rows = feelingRows(POINTS, { axis: 'platform', named, other: 'Others together' });
		expect(rows.map(({ words, cards, unused }) => [words, cards, unused])).toEqual([
			['Teams', 30, 0],
			['Snapchat', 25, 10],
			['Others together', 40, 0]
		]);
		expect(rows[1]?.parts).toEqual({ safe: 5, mixed: 0, unsafe: 20 });
	});

	it('lists picks of one step, most first', () => {
		const rows = pickRows(POINTS, {
			axis: 'step:help',
			named: [
				{ id: 'friend', words: 'A friend' },
				{ id: 'family', words: 'Family' }
			],
			other: 'Others'
		});
		expect(rows.map(({ words }) => words)).toEqual(['Family', 'A friend']);
	});

	it('S9: says counts in words that stay true when they are rounded down', () => {
		expect(cardsInWords(20)).toBe('20+ cards');
	});
});
