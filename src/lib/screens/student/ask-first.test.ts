import { describe, expect, it } from 'vitest';
import { questionsFor } from './ask-first.ts';

describe('what a device asks before sending', () => {
	it('S4: asks about contact details and titled names, each in a line of its own', () => {
		expect(questionsFor('Mr Patel, ring me on 07700 900123')).toEqual([
			'This might name someone.',
			'This looks like it has a phone number in it.'
		]);
	});

	it('S4: asks nothing about ordinary words, however hard they are', () => {
		expect(questionsFor('The underpass is dark and older kids wait there. I am scared.')).toEqual([]);
	});
});
