import { expect, test } from 'vitest';
import * as rules from '../../summit/queue.ts';
import { HOLD, mustTake, nextToRead, oldestFirst, readBy, TAKEN_FOR } from './choose.ts';
import type { Waiting } from './choose.ts';
import { KEEP_ORDER } from './words.ts';

const now = 1_000_000;
function waiting(id: string, change: Partial<Waiting> = {}): Waiting {
	const about = { station: 'map', title: 'Map', prompt: 'Why?', purpose: null, about: null, feeling: null };
	const decided = {
		way: null,
		cover: [],
		settlesAt: null,
		decidedBy: null,
		stopped: false,
		cleared: false,
		version: 0
	};
	const taken = { takenBy: null, takenAt: null };
	const base = { id, text: 'words', marks: [], at: now, state: 'waiting' as const, late: false };
	return { ...about, ...decided, ...taken, ...base, ...change };
}
const sam = { takenBy: { id: 'sam', name: 'Sam' }, takenAt: now - 1_000 };
const asked = { wished: null, me: 'me', now };

test('the screen counts with the server’s own times and reasons', () => {
	expect([HOLD, TAKEN_FOR]).toEqual([rules.HOLD, rules.TAKEN_FOR]);
	expect([...KEEP_ORDER].sort()).toEqual([...rules.KEEP_REASONS].sort());
});

test('the oldest text comes first', () => {
	const rows = oldestFirst([waiting('b', { at: now }), waiting('a', { at: now - 5 })]);
	expect(rows.map((row) => row.id)).toEqual(['a', 'b']);
});

test('what somebody else is reading is skipped, until they have stopped', () => {
	const rows = [waiting('a', sam), waiting('b')];
	expect(nextToRead(rows, asked)?.id).toBe('b');
	expect(nextToRead([waiting('a', sam)], asked)).toBeNull();
	expect(nextToRead([waiting('a', { ...sam, takenAt: now - TAKEN_FOR })], asked)?.id).toBe('a');
	expect(readBy(waiting('a', sam), { me: 'me', now })).toBe('Sam');
	expect(readBy(waiting('a', sam), { me: 'sam', now })).toBeNull();
});

test('a text that was asked for is read even while somebody else reads it', () => {
	expect(nextToRead([waiting('b'), waiting('a', sam)], { ...asked, wished: 'a' })?.id).toBe('a');
});

test('S2: what has been decided is never offered for reading', () => {
	const held = waiting('a', { state: 'held', way: 'show', settlesAt: now + 1 });
	expect(nextToRead([held], { ...asked, wished: 'a' })).toBeNull();
});

test('“I am reading this” is said once, again at half time, and never over somebody else', () => {
	const mine = { takenBy: { id: 'me', name: 'Me' }, takenAt: now };
	expect(mustTake(waiting('a'), { me: 'me', now })).toBe(true);
	expect(mustTake(waiting('a', mine), { me: 'me', now: now + TAKEN_FOR / 2 - 1 })).toBe(false);
	expect(mustTake(waiting('a', mine), { me: 'me', now: now + TAKEN_FOR / 2 })).toBe(true);
	expect(mustTake(waiting('a', sam), { me: 'me', now })).toBe(false);
});
