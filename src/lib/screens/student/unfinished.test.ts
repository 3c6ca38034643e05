import { expect, it } from 'vitest';
import { writeDraft, type DraftStore } from './steps/drafts.ts';
import { isUnfinished } from './unfinished.ts';

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

it('S4: a step begun and not sent is unfinished; how far somebody got is not', () => {
	const store = tab();
	const of = { summit: 'north', station: 'school' };
	writeDraft(store, of, '3');
	writeDraft(store, { ...of, station: 'online', step: 'idea' }, 'More lights');
	expect(isUnfinished(store, of)).toBe(false);
	writeDraft(store, { ...of, step: 'idea' }, 'More lights');
	expect(isUnfinished(store, of)).toBe(true);
	expect(isUnfinished(null, of)).toBe(false);
});
