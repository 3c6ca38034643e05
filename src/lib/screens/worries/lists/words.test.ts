import { describe, expect, test } from 'vitest';
import { doneWords, entriesIn } from './words.ts';

describe('what a lead types into a word list', () => {
	test('one a line or between commas, each once, spaces tidied', () => {
		expect(entriesIn(' Big  Tone,spud\nBIG TONE;  ', [])).toEqual({ ok: true, add: ['BIG TONE', 'spud'] });
	});
	test('what stands there already is left out, capitals and accents apart', () => {
		expect(entriesIn('Zoë, Spud', ['zoe'])).toEqual({ ok: true, add: ['Spud'] });
		expect(entriesIn('zoe', ['Zoë'])).toMatchObject({ ok: false });
	});
	test('nothing, a lone letter, a novel and too many are said in words', () => {
		for (const typed of [
			'',
			' , ',
			'x',
			'--',
			'a'.repeat(61),
			Array.from({ length: 101 }, (_, at) => `w${at}x`).join()
		]) {
			const read = entriesIn(typed, []);
			expect(read.ok ? '' : read.words).toMatch(/\.$/u);
		}
		const full = Array.from({ length: 300 }, (_, at) => `word ${at}`);
		expect(entriesIn('one more', full)).toMatchObject({ ok: false });
	});
	test('what was done is told in a sentence', () => {
		expect(doneWords({ add: ['spud'], remove: [] })).toBe('“spud” was added.');
		expect(doneWords({ add: [], remove: ['spud'] })).toBe('“spud” was taken out.');
		expect(doneWords({ add: ['spud', 'bez'], remove: [] })).toBe('2 were added.');
	});
});
