import { expect, it } from 'vitest';
import { whyNotSent } from './unsent.ts';

const no = { id: 'a', code: 'summit_closed', words: 'This summit is closed.' } as const;

it('S5: a request to talk that was not taken sends the student to an adult who is there', () => {
	expect(whyNotSent({ ...no, command: 'talk:ask' })).toBe(
		'This summit is closed. Tell an adult with a green badge now.'
	);
});

it('L7: after a reload a no still says what it is about', () => {
	expect(whyNotSent({ ...no, command: 'backing:give' })).toBe('The ideas you chose: this summit is closed.');
	expect(whyNotSent({ ...no, command: 'station:withdraw' })).toBe('It was not taken away: this summit is closed.');
	expect(whyNotSent({ ...no, command: 'station:contribute' })).toBe('This summit is closed.');
});
