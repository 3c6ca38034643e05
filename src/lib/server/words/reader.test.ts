import { describe, expect, test } from 'vitest';
import { createLists } from '../../summit/lists.ts';
import type { Lists } from '../../summit/lists.ts';
import { createKindsReader, createReader } from './reader.ts';

// How well texts are read is counted in tests/words/; here is what must always hold, whatever the counts.
const KNOWN = ['Riverside Park', 'Mill Lane', 'St Mary’s Church', 'Northfield Academy', 'The Foundry', 'Snapchat'];
const read = createReader({ known: KNOWN });
const kinds = createKindsReader({ known: KNOWN });

describe('the reader', () => {
	test('marks come once each, in one order', () => {
		expect(read('Mr Patel hit me, Mr Patel hit jake, you slag, 07700 900123')).toEqual([
			'name',
			'contact',
			'title',
			'abuse',
			'disclosure'
		]);
	});

	test('S4: kinds of contact are told apart', () => {
		expect(kinds('07700 900123 or jo@example.com')).toEqual(['phone', 'email']);
		expect(kinds('oh double seven double oh nine double oh one two three')).toEqual(['phone']);
		expect(kinds('kasia.w [at] example [dot] com')).toContain('email');
		expect(kinds('flat 4, Hazel Court, SE1 6TD')).toEqual(['postcode', 'address']);
	});

	test('S7: the plainest disclosures are heard in other languages too, with accents or without', () => {
		for (const text of ['babam beni dövüyor', 'babam beni dovuyor', 'moj tata mnie bije', 'أريد أن أموت'])
			expect(read(text)).toEqual(expect.arrayContaining(['language', 'disclosure']));
		expect(read('ma simt in siguranta cu prietenii mei')).toEqual(['language']);
	});

	test('S7: stars and slashes do not hide a grave word, and a ball or a test tells of nothing', () => {
		expect(read('i got r*ped')).toEqual(['disclosure']);
		expect(read("i was s/a'd by a boy")).toEqual(['disclosure']);
		expect(read('i got hit by a football')).toEqual([]);
		expect(read('that maths test killed me')).toEqual([]);
		expect(read('he nearly killed me')).toEqual(['disclosure']);
	});

	test('X2: a text that goes on in another language is not in English', () => {
		expect(read('i like school ale na boisku jest strasznie')).toEqual(['language']);
		expect(read('i like school and the field is scary')).toEqual([]);
	});

	test('S4: everybody’s heroes and names online are not people somebody knows', () => {
		expect(read('martin luther king assembly')).toEqual([]);
		expect(read('martin luther from 9b')).toEqual(['name']);
		expect(read('psn DeadEye_Kez07')).toEqual(['contact']);
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

	test('S7: an uncomfortable place is no disclosure; what happened to somebody is', () => {
		expect(read('the underpass makes me uncomfortable')).toEqual([]);
		expect(read('my uncle makes me uncomfortable')).toEqual(['disclosure']);
		expect(read('lessons about self harm would help')).toEqual([]);
		expect(read('my sister is self harming')).toEqual(['disclosure']);
	});

	test('X2: a text in another language is marked; one that is only spelled oddly is not', () => {
		expect(read('boję się chodzić tędy wieczorem')).toContain('language');
		expect(read('mujhe bus stop pe dar lagta hai')).toContain('language');
		expect(read('thers no adlts becos its dark n quiet ngl')).toEqual([]);
	});

	test('L7: a long or hostile text is read, not stumbled over', () => {
		for (const text of [
			'a'.repeat(4000),
			'A'.repeat(4000),
			'_'.repeat(4000),
			'7 '.repeat(2000),
			'7'.repeat(4000),
			'@'.repeat(4000),
			'a.'.repeat(2000),
			'f*'.repeat(2000),
			'*'.repeat(4000),
			'he '.repeat(1333),
			'my friend '.repeat(400),
			'Mr '.repeat(1333),
			'A '.repeat(2000),
			'oh '.repeat(1333),
			'flat 1 '.repeat(570),
			'1 road '.repeat(570),
			'\u0301'.repeat(4000),
			'я'.repeat(4000)
		])
			expect(Array.isArray(read(text))).toBe(true);
	});
});

describe('S4: what a lead adds to the lists', () => {
	const lists = (given: Partial<Record<keyof Lists, string[]>>): Lists => {
		const all = createLists();
		for (const name of ['names', 'abuse', 'disclosure', 'never'] as const)
			all[name] = { ...all[name], entries: given[name] ?? [] };
		return all;
	};

	test('people, insults and ways of telling are found as whole words, however they are spelled', () => {
		const own = createReader({
			known: [],
			lists: lists({ names: ['Big Tone'], abuse: ['plonker'], disclosure: ['gone under the bridge'] })
		});
		expect(own('big tone is there')).toEqual(['name']);
		expect(own('BIG TONES house')).toEqual(['name']);
		expect(own('pl0nk3r')).toEqual(['abuse']);
		expect(own('she has gone under the bridge again')).toContain('disclosure');
		expect(own('the biggest tone')).toEqual([]);
		expect(read('big tone is there')).toEqual([]);
	});

	test('what is never marked is no name and no insult, and hides neither a titled adult nor a disclosure', () => {
		const own = createReader({
			known: [],
			lists: lists({ never: ['Jake’s', 'slag', 'Mr Patel', 'hit me', 'my dad'] })
		});
		expect(read('outside Jake’s')).toEqual(['name']);
		expect(own('outside Jake’s')).toEqual([]);
		expect(read('the slag heap')).toEqual(['abuse']);
		expect(own('the slag heap')).toEqual([]);
		expect(own('Mr Patel is here')).toContain('title');
		expect(own('my dad hit me')).toEqual(['disclosure']);
	});

	test('signs in an entry are taken as written', () => {
		const own = createReader({ known: [], lists: lists({ names: ['(.*)+x', 'a|b'], never: ['[z', 'Bob+'] }) });
		expect(own('nothing here')).toEqual([]);
	});
});
