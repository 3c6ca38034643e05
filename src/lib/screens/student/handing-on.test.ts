import { expect, it } from 'vitest';
import { talkWarning } from './handing-on.ts';

it('S5, L3: a card somebody will look for is not handed on without a word', () => {
	const talk = { how: 'later', readAt: null, nobodyReads: false } as const;
	const read = { ...talk, readAt: 1 } as const;
	expect(talkWarning([])).toBeNull();
	expect(talkWarning([talk])).toContain('Tell an adult with a green badge before you hand it on');
	expect(talkWarning([read])).toBeNull();
	expect(talkWarning([read, { ...read, how: 'come' }])).toContain('look for this card');
	expect(talkWarning([{ ...talk, nobodyReads: true }])).toBeNull();
});
