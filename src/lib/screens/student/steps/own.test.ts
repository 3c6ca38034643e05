import { describe, expect, it } from 'vitest';
import type { SentCommand } from '../../../live/protocol.ts';
import type { Entry } from '../../../summit/stations/entries.ts';
import { outcomeOf, ownOf, sentWords, waitingItems, waitingToGo } from './own.ts';
import type { SentItem } from './own.ts';

const rating = (platform: string, value: 'safe' | 'unsafe'): Entry => ({
	type: 'rating',
	platform,
	rating: value,
	reasons: []
});
const mark = (place: string): Entry => ({
	type: 'mark',
	at: null,
	place,
	feeling: 'safe',
	when: [],
	with: [],
	why: []
});
const item = (entry: Entry, more: Partial<SentItem> = {}): SentItem => ({
	step: 'one',
	entry,
	withWords: false,
	state: 'sent',
	contribution: null,
	why: null,
	...more
});
const mine = (...entries: [string, Entry][]) => ({
	station: 's',
	marks: entries.map(([id, entry]) => ({ id, step: 'one', entry })),
	cleared: []
});

describe('own contributions', () => {
	it('shows what is on this phone beside what the server told, once each', () => {
		const items = [item(mark('park'), { contribution: 'c1' }), item(mark('shop'), { state: 'kept' })];
		const own = ownOf({ mine: mine(['c1', mark('park')]), items, gone: [], step: 'one' }, 'mark');
		expect(own.map(({ entry, state }) => [entry.place, state])).toEqual([
			['park', 'sent'],
			['shop', 'kept']
		]);
	});

	it('a mark taken away is gone at once, whoever told of it', () => {
		const items = [item(mark('shop'), { contribution: 'c2' })];
		const from = { mine: mine(['c1', mark('park')]), items, gone: ['c1', 'c2'], step: 'one' };
		expect(ownOf(from, 'mark')).toEqual([]);
	});

	it('S8: a mark an adult took off the map does not stand any more, also where this page sent it', () => {
		const items = [item(mark('shop'), { contribution: 'c2' }), item(mark('pool'), { contribution: 'c3' })];
		const told = { ...mine(['c1', mark('park')]), cleared: ['c2'] };
		const own = ownOf({ mine: told, items, gone: [], step: 'one' }, 'mark');
		expect(own.map(({ entry }) => entry.place)).toEqual(['park', 'pool']);
	});

	it('a later rating of the same platform replaces the earlier', () => {
		const items = [item(rating('chat', 'unsafe'), { state: 'kept' })];
		const own = ownOf({ mine: mine(['c1', rating('chat', 'safe')]), items, gone: [], step: 'one' }, 'rating');
		expect(own.map(({ entry }) => entry.rating)).toEqual(['unsafe']);
	});

	it('what was refused or came late does not stand', () => {
		const items = [item(rating('chat', 'unsafe'), { state: 'refused' }), item(mark('shop'), { state: 'late' })];
		const from = { mine: mine(['c1', rating('chat', 'safe')]), items, gone: [], step: 'one' };
		expect(ownOf(from, 'rating').map(({ entry }) => entry.rating)).toEqual(['safe']);
		expect(ownOf(from, 'mark')).toEqual([]);
	});

	it('L1: says sent only for what the server answered; S4: late words are kept and read', () => {
		expect(sentWords({ state: 'kept', withWords: true, why: null })).toBe('On this phone. It sends by itself.');
		const late = outcomeOf({ ok: true, id: 'x', answer: { contribution: 'c', late: true } });
		expect(sentWords({ ...late, withWords: true })).toBe('Kept. An adult will read it.');
		const sent = outcomeOf({ ok: true, id: 'x', answer: { contribution: 'c', late: false } });
		expect(sent.contribution).toBe('c');
		expect(sentWords({ ...sent, withWords: true })).toBe('Sent. An adult will read it.');
	});

	it('L7: a no is shown in the words that came with it', () => {
		const no = outcomeOf({ ok: false, id: 'x', code: 'limit_reached', words: 'You have put a lot here already.' });
		expect(sentWords({ ...no, withWords: false })).toBe('Not sent. You have put a lot here already.');
	});
});

it('L3: what waits from before a reload stands among a student’s own, and what was given here is not told twice', () => {
	const [entry, here] = [rating('chat', 'safe'), rating('games', 'safe')];
	const kept: SentCommand[] = [
		{ id: 'a', type: 'station:contribute', station: 'platforms', step: 'rate', entry },
		{ id: 'b', type: 'station:contribute', station: 'platforms', step: 'rate', entry: here },
		{ id: 'c', type: 'station:contribute', station: 'school', step: 'rate', entry },
		{ id: 'd', type: 'station:withdraw', station: 'platforms', contribution: 'taken' }
	];
	const items = waitingItems(kept, { station: 'platforms', fromElsewhere: (one) => one !== here });
	expect(items).toEqual([{ step: 'rate', entry, withWords: false, state: 'kept', contribution: null, why: null }]);
	expect(waitingToGo(kept, 'platforms')).toEqual(['taken']);
	expect(waitingToGo(kept, 'school')).toEqual([]);
});
