import { expect, test } from 'vitest';
import { calledTitle } from './called.ts';

test('S6: the number stands before any page’s title, once, and goes with what it counted', () => {
	expect(calledTitle('Queue', 2)).toBe('(2) Queue');
	expect(calledTitle('(2) Queue', 3)).toBe('(3) Queue');
	expect(calledTitle('(3) Queue', 0)).toBe('Queue');
	expect(calledTitle('Plan (2) of 3', 0)).toBe('Plan (2) of 3');
});
