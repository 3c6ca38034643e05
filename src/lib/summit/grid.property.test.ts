import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	LONGEST_AREA,
	MOST_CELLS,
	SIDE,
	cellAt,
	cellIndex,
	cellMiddle,
	cellOfIndex,
	readArea,
	writeArea
} from './grid.ts';

const cells = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 1, maxLength: MOST_CELLS });

test('M3: an area is read back as the cells it was written from, and one set has one text', () => {
	fc.assert(
		fc.property(cells, (some) => {
			const text = writeArea(some);
			expect(readArea(text)).toEqual([...some].sort((a, b) => a - b));
			expect(writeArea([...some].reverse())).toBe(text);
			expect(text.length).toBeLessThanOrEqual(LONGEST_AREA);
		})
	);
});

test('M3: any text is an area written so, or none', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[0-9a-w]{0,12}$/), (text) => {
			const read = readArea(text);
			if (read !== null) expect(writeArea(read)).toBe(text);
		})
	);
	for (const wrong of ['', '0', '00', '00v0', 'zz0', '0v1', '000000', '010000', '000010', '000 ']) {
		expect(readArea(wrong)).toBeNull();
	}
});

test('S10: the most an area may cover is 15 % of the map', () => {
	expect(MOST_CELLS / (SIDE * SIDE)).toBeLessThanOrEqual(0.15);
	expect((MOST_CELLS + 1) / (SIDE * SIDE)).toBeGreaterThan(0.15);
});

test('M3: a brush stroke of some twenty cells costs some fifteen bytes, the largest area far under 2 KB', () => {
	const stroke = [0, 1, 2, 3, 4].flatMap((row) => [0, 1, 2, 3].map((column) => cellIndex(10 + column, 12 + row)));
	expect(writeArea(stroke)).toHaveLength(15);
	const scattered = Array.from({ length: MOST_CELLS }, (_, at) => at * 2);
	expect(writeArea(scattered)).toHaveLength(LONGEST_AREA);
	expect(LONGEST_AREA).toBeLessThan(2048);
});

test('M2: a cell’s middle lies in that cell', () => {
	fc.assert(
		fc.property(fc.nat(SIDE * SIDE - 1), (index) => {
			expect(cellAt(cellMiddle(index))).toBe(cellOfIndex(index));
		})
	);
});
