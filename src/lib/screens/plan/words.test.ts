import { describe, expect, it } from 'vitest';
import { backingWords, dayWords, daysBetween, listed, missingWords, today, tooLong } from './words.ts';

describe('how the plan is said', () => {
	it('P2: says in one sentence what an action lacks', () => {
		expect(missingWords({ name: 'Seats at the bus station', lacks: ['owner', 'due', 'told'] })).toBe(
			'“Seats at the bus station” needs a named owner, a due date and the words students will be told.'
		);
		expect(missingWords({ name: '', lacks: ['answer'] })).toBe('The plan needs at least an answer.');
	});

	it('S9: says backing rounded down, or that it is too little', () => {
		expect(backingWords(20)).toBe('20+ cards');
		expect(backingWords(null)).toBe('Too few to say');
	});

	it('writes days as people do and counts whole days', () => {
		expect(dayWords('2027-01-30')).toBe('30 Jan 2027');
		expect(dayWords('soon')).toBe('soon');
		expect(daysBetween('2027-01-24', '2027-01-30')).toBe(6);
		expect(today(new Date(2027, 0, 5, 23, 30).getTime())).toBe('2027-01-05');
	});

	it('lists one, two or three things', () => {
		expect(listed(['a'])).toBe('a');
		expect(listed(['a', 'b'])).toBe('a and b');
		expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
	});

	it('L7: a text the summit would not take is told before it is sent, counted as the summit counts', () => {
		expect(tooLong(`  ${'a'.repeat(400)}  `, 400)).toBeUndefined();
		expect(tooLong('a'.repeat(401), 400)).toContain('one letter');
		// One drawn sign is two of the summit's letters.
		expect(tooLong('🙂'.repeat(201), 400)).toContain('2 letters');
	});
});
