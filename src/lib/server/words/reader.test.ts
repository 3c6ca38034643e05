import { describe, expect, test } from 'vitest';
import { ABUSE, CONTACTS, DISCLOSURES, KNOWN, NAMES, PLAIN, TITLES } from './examples.ts';
import type { Example } from './examples.ts';
import { createReader } from './reader.ts';

const read = createReader({ known: KNOWN });

const KINDS: [string, Example[]][] = [
	['S7: a disclosure', DISCLOSURES],
	['S4: abuse', ABUSE],
	['S4: a name', NAMES],
	['S4: contact details', CONTACTS],
	['S7: a titled adult', TITLES],
	['S4: ordinary words', PLAIN]
];

describe.each(KINDS)('%s', (_, examples) => {
	test.each(examples)('$text', ({ text, marks, exactly }) => {
		if (exactly) expect(read(text)).toEqual(marks);
		else expect(read(text)).toEqual(expect.arrayContaining(marks));
	});
});

describe('the reader', () => {
	test('the examples are many, and none is there twice', () => {
		const texts = KINDS.flatMap(([, examples]) => examples.map(({ text }) => text));
		expect(texts.length).toBeGreaterThanOrEqual(120);
		expect(new Set(texts).size).toBe(texts.length);
	});

	test('marks come once each, in one order', () => {
		expect(read('Mr Patel hit me, Mr Patel hit jake, you slag, 07700 900123')).toEqual([
			'name',
			'contact',
			'title',
			'abuse',
			'disclosure'
		]);
	});

	test('S4: what other summits call their places is not known here', () => {
		expect(createReader({ known: [] })('we sit by Pendleford')).toContain('name');
		expect(createReader({ known: ['Pendleford'] })('we sit by Pendleford')).toEqual([]);
	});

	test('a known place does not hide the people who share its words', () => {
		expect(read('outside St Mary’s Church')).toEqual([]);
		expect(read('i go there with mary')).toEqual(['name']);
	});

	test('known names with signs a pattern would trip on are taken as written', () => {
		expect(createReader({ known: ['Chicken (Best) + Co?', '  ', '*'] })('outside Chicken (Best) + Co?')).toEqual([]);
	});

	test('L7: a long or hostile text is read, not stumbled over', () => {
		for (const text of [
			'a'.repeat(4000),
			'_'.repeat(4000),
			'7 '.repeat(2000),
			'@'.repeat(4000),
			'f*'.repeat(2000),
			'he '.repeat(1500),
			'Mr '.repeat(1500),
			'A '.repeat(2000)
		])
			expect(Array.isArray(read(text))).toBe(true);
	});
});
