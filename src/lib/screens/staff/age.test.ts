import { expect, test } from 'vitest';
import { ageWords, worryCall } from './age.ts';

test('an age is written in the two largest units that matter', () => {
	expect(ageWords(-400)).toBe('0 s');
	expect(ageWords(50_000)).toBe('50 s');
	expect(ageWords(110_000)).toBe('1 min 50 s');
	expect(ageWords(120_000)).toBe('2 min');
	expect(ageWords(12 * 60_000 + 30_000)).toBe('12 min');
	expect(ageWords(65 * 60_000)).toBe('1 h 5 min');
});

test('S6: a worry asks for a deputy at two minutes and for a call at four', () => {
	const at = 1_000_000;
	expect(worryCall(null, at)).toBe('none');
	expect(worryCall(at, at + 119_999)).toBe('waiting');
	expect(worryCall(at, at + 120_000)).toBe('deputy');
	expect(worryCall(at, at + 239_999)).toBe('deputy');
	expect(worryCall(at, at + 240_000)).toBe('call');
});
