import { afterEach, expect, it, vi } from 'vitest';
import { kitAnswers, talkWarning } from './handing-on.ts';

it('S5, L3: a card somebody will look for is not handed on without a word', () => {
	const talk = { how: 'later', readAt: null, nobodyReads: false } as const;
	const read = { ...talk, readAt: 1 } as const;
	expect(talkWarning([])).toBeNull();
	expect(talkWarning([talk])).toContain('Tell an adult with a green badge before you hand it on');
	expect(talkWarning([read])).toBeNull();
	expect(talkWarning([read, { ...read, how: 'come' }])).toContain('look for this card');
	expect(talkWarning([{ ...talk, nobodyReads: true }])).toBeNull();
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('L3: a network that swallows a question, fails one and then carries one does not keep a device from being handed on', async () => {
	vi.useFakeTimers();
	const listening = new Set<unknown>();
	vi.stubGlobal('window', {
		addEventListener: (_: string, heard: unknown) => listening.add(heard),
		removeEventListener: (_: string, heard: unknown) => listening.delete(heard)
	});
	const fetch = vi
		.fn()
		.mockReturnValueOnce(new Promise(() => undefined))
		.mockRejectedValueOnce(new TypeError('no network'))
		.mockResolvedValueOnce({ ok: true });
	vi.stubGlobal('fetch', fetch);
	let answered = false;
	void kitAnswers().then(() => (answered = true));
	await vi.advanceTimersByTimeAsync(60_000);
	expect([answered, fetch.mock.calls.length]).toEqual([true, 3]);
	// Hours without a network must not leave anything behind.
	expect([listening.size, vi.getTimerCount()]).toEqual([0, 0]);
});
