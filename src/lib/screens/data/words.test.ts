import { expect, test } from 'vitest';
import { DAY } from '../../summit/days.ts';
import { erasureWords } from './words.ts';

const moment = (at: number) => `day ${String(at / DAY)}`;
const row = { state: 'kept', dueAt: 100 * DAY, warned: null } as const;

test('S13: before the first announcement the strip says nothing; from then on how many days are left', () => {
	expect(erasureWords(row, { now: 0, moment })).toBeNull();
	const told = (now: number) => erasureWords({ ...row, warned: 14 }, { now, moment })?.title;
	expect(told(86 * DAY)).toContain('in 14 days, on day 100');
	expect(told(99.5 * DAY)).toContain('within a day');
	expect(told(101 * DAY)).toContain('today');
});

test('S13: while somebody reads the database the strip says that it is not finished, and promises no receipt', () => {
	const words = erasureWords({ ...row, state: 'stalled' }, { now: 0, moment });
	expect(words?.title).toContain('not finished: something is still reading the database');
	expect(words).toMatchObject({ wait: true, announces: false });
	expect(erasureWords({ ...row, state: 'erased', warned: 1 }, { now: 0, moment })).toBeNull();
});
