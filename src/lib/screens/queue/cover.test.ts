import { expect, test } from 'vitest';
import { piecesOf, preview, rangesOf } from './cover.ts';

const text = 'Ask Sam Reed,  he knows.';

test('S3: every word can be covered, and nothing but words is a piece', () => {
	const pieces = piecesOf(text);
	expect(pieces.map((piece) => piece.text)).toEqual(['Ask', 'Sam', 'Reed,', 'he', 'knows.']);
	for (const piece of pieces) expect(text.slice(piece.from, piece.to)).toBe(piece.text);
});

test('S3: words beside each other become one block, so that their number tells nothing', () => {
	const ranges = rangesOf(piecesOf(text), new Set([1, 2]));
	expect(ranges).toEqual([[4, 13]]);
	expect(preview(text, ranges)).toBe('Ask ▇▇▇  he knows.');
});

test('S3: words apart from each other stay apart, whatever order they were tapped in', () => {
	expect(rangesOf(piecesOf(text), new Set([4, 0]))).toEqual([
		[0, 3],
		[18, 24]
	]);
	expect(rangesOf(piecesOf(text), new Set())).toEqual([]);
});

test('X2: a long run without spaces is cut into words of its own', () => {
	const long = '公園の近くの暗い道がとても怖いです、街灯をつけてください';
	const pieces = piecesOf(long);
	expect(pieces.length).toBeGreaterThan(4);
	expect(pieces.map((piece) => piece.text).join('')).toBe(long);
});
