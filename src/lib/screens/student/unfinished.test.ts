import { describe, expect, it } from 'vitest';
import { writeDraft, type DraftStore } from './steps/drafts.ts';
import { begunIn } from './unfinished.ts';

function tab(): DraftStore {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
		key: (at) => [...kept.keys()][at] ?? null,
		get length() {
			return kept.size;
		}
	};
}
const of = { summit: 'north', station: 'school' };
const where = { ...of, steps: [{ id: 'marks' }, { id: 'tell' }, { id: 'idea' }] };

describe('what was begun in a closed station', () => {
	it('S4: a step begun and not sent is unfinished; how far somebody got, or another station, is not', () => {
		const store = tab();
		writeDraft(store, of, '1');
		writeDraft(store, { ...of, station: 'online', step: 'idea' }, 'More lights');
		expect(begunIn(store, where)).toBeNull();
		writeDraft(store, { ...of, step: 'idea' }, 'More lights');
		expect(begunIn(store, where)).toBe('words');
		expect(begunIn(null, where)).toBeNull();
	});

	it('S4: what was passed by holds nobody: not further on, and not at the end', () => {
		const store = tab();
		writeDraft(store, { ...of, step: 'tell' }, 'My tutor');
		for (const [at, begun] of [
			['0', 'words'],
			['1', 'words'],
			['2', null],
			['3', null]
		] as const) {
			writeDraft(store, of, at);
			expect(begunIn(store, where)).toBe(begun);
		}
	});

	it('S4: a mark without words is told apart: a closed station takes only words', () => {
		const store = tab();
		writeDraft(store, { ...of, step: 'marks' }, JSON.stringify({ at: [0.5, 0.5], words: ' ' }));
		expect(begunIn(store, where)).toBe('mark');
		writeDraft(store, { ...of, step: 'marks' }, JSON.stringify({ at: [0.5, 0.5], words: 'It is dark' }));
		expect(begunIn(store, where)).toBe('words');
	});
});
