import { describe, expect, it } from 'vitest';
import { claimDrafts, clearDrafts, readDraft, watchDrafts, writeDraft } from './drafts.ts';
import type { DraftStore } from './drafts.ts';

function memory(): DraftStore & { keys: () => string[] } {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (at) => [...kept.keys()][at] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, text) => void kept.set(key, text),
		removeItem: (key) => void kept.delete(key),
		keys: () => [...kept.keys()]
	};
}

describe('drafts', () => {
	const idea = { summit: 's1', station: 'school', step: 'one-idea' };

	it('keeps what was begun per station and step, and forgets it when nothing is left', () => {
		const store = memory();
		writeDraft(store, idea, 'More lights');
		writeDraft(store, { summit: 's1', station: 'school' }, '2');
		expect(readDraft(store, idea)).toBe('More lights');
		expect(readDraft(store, { summit: 's1', station: 'school' })).toBe('2');
		writeDraft(store, idea, '');
		expect(store.keys()).toEqual(['draft:s1:school']);
	});

	it('L3: Next person forgets every draft of the summit and no other', () => {
		const store = memory();
		writeDraft(store, idea, 'one');
		writeDraft(store, { ...idea, station: 'platforms' }, 'two');
		writeDraft(store, { ...idea, summit: 's2' }, 'three');
		clearDrafts(store, 's1');
		expect(store.keys()).toEqual(['draft:s2:school:one-idea']);
	});

	it('L4: whoever watches is told of words begun, given away, or cleared, until it has heard enough', () => {
		const store = memory();
		const told: string[] = [];
		const stop = watchDrafts(() => told.push(readDraft(store, idea)));
		writeDraft(store, idea, 'More lights');
		writeDraft(store, idea, '');
		writeDraft(store, idea, 'No');
		clearDrafts(store, 's1');
		stop();
		writeDraft(store, idea, 'More');
		expect(told).toEqual(['More lights', '', 'No', '']);
	});

	it('a store that refuses breaks nothing', () => {
		const no = () => {
			throw new Error('forbidden');
		};
		const store: DraftStore = { length: 0, key: () => null, getItem: no, setItem: no, removeItem: no };
		writeDraft(store, idea, 'words');
		expect(readDraft(store, idea)).toBe('');
		expect(readDraft(null, idea)).toBe('');
	});

	it('L3: a tab that slept through the handing on shows the next card nothing of the one before', () => {
		const store = memory();
		const other = { ...idea, summit: 's2' };
		claimDrafts(store, { summit: 's1', card: 'first' });
		writeDraft(store, idea, 'More lights');
		writeDraft(store, other, 'Benches');
		claimDrafts(store, { summit: 's1', card: 'first' });
		expect(readDraft(store, idea)).toBe('More lights');
		claimDrafts(store, { summit: 's1', card: 'next' });
		expect([readDraft(store, idea), readDraft(store, other)]).toEqual(['', 'Benches']);
		writeDraft(store, idea, 'A bin');
		claimDrafts(store, { summit: 's1', card: 'next' });
		expect(readDraft(store, idea)).toBe('A bin');
		clearDrafts(store, 's1');
		expect(store.keys()).toEqual(['draft:s2:school:one-idea']);
		claimDrafts(null, { summit: 's1', card: 'next' });
	});
});
