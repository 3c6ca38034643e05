import { describe, expect, it } from 'vitest';
import { cornersOf, toFlat, toUnit } from './unit-square.ts';

const size = { width: 1600, height: 1200 };

describe('M2: positions are kept in the unit square', () => {
	it('0,0 is the top left and 1,1 the bottom right', () => {
		expect(toFlat(size, [0, 0])).toEqual([0, 0]);
		expect(toFlat(size, [1, 1])).toEqual([-1200, 1600]);
		expect(cornersOf(size)).toEqual([
			[-1200, 0],
			[0, 1600]
		]);
	});

	it('there and back is the same place, whatever the picture’s size', () => {
		for (const other of [size, { width: 640, height: 3000 }]) {
			for (const at of [
				[0, 0],
				[0.25, 0.75],
				[0.1234, 0.9876],
				[1, 1]
			] as const) {
				expect(toUnit(other, toFlat(other, at))).toEqual(at);
			}
		}
	});

	it('outside the picture is nowhere', () => {
		expect(toUnit(size, [1, 10])).toBeNull();
		expect(toUnit(size, [-1201, 10])).toBeNull();
		expect(toUnit(size, [-10, -1])).toBeNull();
		expect(toUnit(size, [-10, 1601])).toBeNull();
		expect(toUnit(size, [Number.NaN, 10])).toBeNull();
	});

	it('is kept to four decimals', () => {
		expect(toUnit(size, [-400.0001, 533.3333333])).toEqual([0.3333, 0.3333]);
	});
});
