import { expect, it } from 'vitest';
import { timeLeft } from './time.ts';

it('writes minutes and seconds, and hours only when there are any', () => {
	expect([760_000, 5_000, 3_720_000, 3_599_000].map(timeLeft)).toEqual(['12:40', '0:05', '1:02:00', '59:59']);
});

it('shows a second until it is over, and never less than nothing', () => {
	expect([1, 0, -90_000].map(timeLeft)).toEqual(['0:01', '0:00', '0:00']);
});
