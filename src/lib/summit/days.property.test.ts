import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOf } from './days.ts';

test('S13: a day begins when the calendar says so, leap years and centuries included', () => {
	const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(days, (day) => {
			const date = day.toISOString().slice(0, 10);
			expect(startOf(date)).toBe(Date.parse(`${date}T00:00:00Z`));
		}),
		{ seed: 13, numRuns: 500 }
	);
	for (const date of ['2000-02-29', '2028-02-29', '2100-03-01', '1970-01-01'])
		expect(startOf(date)).toBe(Date.parse(`${date}T00:00:00Z`));
});
