import { expect, it } from 'vitest';
import { promptFor } from './prompt.ts';

it('Years 12–13 read their own words where there are some', () => {
	const both = { prompt: 'Where do you go?', older: 'Where do you feel welcome?' };
	expect(promptFor(both, '12-13')).toBe('Where do you feel welcome?');
	expect(promptFor(both, '9-11')).toBe('Where do you go?');
	expect(promptFor({ prompt: 'Where do you go?' }, '12-13')).toBe('Where do you go?');
});
