import { describe, expect, test } from 'vitest';
import { LIST_FULL, createLists, evolveLists } from './lists.ts';
import { sealedAs } from './sealed-as.ts';
import { Command } from './summit.ts';
import { FACILITATOR, HOST_LEAD, NORTH_LEAD, STATION_LEAD, Stage } from './testing.ts';
import type { CommandBody } from './testing.ts';

const edit = (change: { list?: 'names' | 'never'; add?: string[]; remove?: string[] }): CommandBody => ({
	type: 'lists:edit',
	list: 'names',
	add: [],
	remove: [],
	...change
});

describe('word lists', () => {
	test('S4: a lead adds and takes out; every lead sees it and nobody else may look', () => {
		const stage = Stage.prepared();
		const other = stage.watch(NORTH_LEAD, 'lists');
		stage.must(HOST_LEAD, edit({ add: ['Big Tone', 'spud'] }));
		stage.must(NORTH_LEAD, edit({ remove: ['SPUD'] }));
		expect(JSON.parse(other.rows.get('names') ?? '')).toMatchObject({ entries: ['Big Tone'], by: 'Sam Okafor' });
		expect(JSON.parse(other.rows.get('never') ?? '')).toEqual({ entries: [], at: null, by: null });
		for (const actor of [FACILITATOR, STATION_LEAD]) {
			expect(stage.do(actor, edit({ add: ['x man'] }))).toMatchObject({ ok: false, code: 'not_allowed' });
			expect(() => stage.watch(actor, 'lists')).toThrow();
		}
	});

	test('S12: the log tells who changed which list and by how many; the words are sealed with the worries', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, edit({ add: ['Big Tone'] }));
		const event = stage.log.at(-1);
		if (event?.type !== 'lists:edited') throw new Error('The edit is not in the log.');
		const { secret, ...body } = event;
		expect(body).toMatchObject({ list: 'names', added: 1, removed: 0, actor: `lead:${HOST_LEAD.id}` });
		expect(JSON.stringify(body)).not.toContain('Tone');
		expect(secret).toEqual({ add: ['Big Tone'], remove: [] });
		expect(sealedAs(event)).toBe('worries');
	});

	test('S4: words of a list reach no other topic, whoever watches', () => {
		const stage = Stage.open(1);
		stage.must(HOST_LEAD, edit({ add: ['zqplantedqz'] }));
		for (const topic of [
			'summit',
			'wall',
			'run',
			'queue',
			'late',
			'people',
			'setup',
			'ideas',
			'plan',
			`worries:${HOST_LEAD.id}`
		])
			expect([...stage.rows(topic).values()].map((row) => JSON.stringify(row)).join()).not.toContain('zqplantedqz');
	});

	test('what changes nothing, and what does not fit, is refused whole', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, edit({ add: ['Zoë'] }));
		expect(stage.do(HOST_LEAD, edit({ add: ['ZOE'] }))).toMatchObject({ code: 'already_so' });
		expect(stage.do(HOST_LEAD, edit({ remove: ['nobody'] }))).toMatchObject({ code: 'already_so' });
		expect(stage.do(HOST_LEAD, edit({}))).toMatchObject({ code: 'already_so' });
		for (let from = 1; from < LIST_FULL; from += 100) {
			const add = Array.from({ length: Math.min(100, LIST_FULL - from) }, (_, at) => `word ${from + at}`);
			stage.must(HOST_LEAD, edit({ add }));
		}
		expect(stage.do(HOST_LEAD, edit({ add: ['one more'] }))).toMatchObject({ code: 'list_full' });
		expect(stage.summit.lists.names.entries).toHaveLength(LIST_FULL);
		stage.must(HOST_LEAD, edit({ add: ['one more'], remove: ['zoe'] }));
	});

	test('an undo is the opposite edit, and leaves the list as it was', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, edit({ add: ['Spud', 'Bez'] }));
		stage.must(HOST_LEAD, edit({ remove: ['Spud'] }));
		stage.must(HOST_LEAD, edit({ add: ['Spud'] }));
		expect(new Set(stage.summit.lists.names.entries)).toEqual(new Set(['Spud', 'Bez']));
	});

	test('S13: an edit whose key was destroyed folds to no words', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, edit({ add: ['Big Tone'] }));
		const event = stage.log.at(-1);
		if (event?.type !== 'lists:edited') throw new Error('The edit is not in the log.');
		const lists = createLists();
		evolveLists(lists, { ...event, secret: null });
		expect(lists.names).toMatchObject({ entries: [], by: `lead:${HOST_LEAD.id}` });
	});

	test('L7: an entry is one line of two to sixty characters with a letter or a figure in it', () => {
		const parse = (entry: string) => Command.safeParse({ ...edit({ add: [entry] }), id: 'command-1' }).success;
		expect(['ok', 'a\tb', ' Big   Tone '].map(parse)).toEqual([true, true, true]);
		expect(['', 'x', '--', 'a'.repeat(61), '\u202e\u202e'].map(parse)).toEqual([false, false, false, false, false]);
	});

	test('a summit that is over changes no list', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, { type: 'summit:close' });
		expect(stage.do(HOST_LEAD, edit({ add: ['Spud'] }))).toMatchObject({ code: 'summit_closed' });
	});
});
