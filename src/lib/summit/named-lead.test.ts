/**
 * S7 from the side of a safeguarding lead a worry names: whatever such a lead may watch and is answered is the same with
 * the worry and without it. Two summits alike are played side by side, one with the words and one without.
 */
import { describe, expect, test } from 'vitest';
import { TOPIC_NAMES, mayWatch, parseTopic } from './roles.ts';
import type { Actor } from './subject.ts';
import { FACILITATOR, FAR_LEAD, HOST_DEPUTY, HOST_LEAD, KIT, NORTH_LEAD, STATION_LEAD } from './testing.ts';
import { Stage, contribute, mark, say } from './testing.ts';
import type { CommandBody } from './testing.ts';
import { keysOf } from './topics.ts';

const NAMING = 'Mr Patel never listens';
const talk = (words: string): CommandBody => ({ type: 'talk:ask', how: 'come', aboutAdult: true, words });
const pin = (words?: string) => contribute('neighbourhood', 'good-places', mark([0.3, 0.4]), words);

/** Every topic this person may watch, whoever or whatever it is about. */
function topicsOf({ summit }: Stage, actor: Actor): string[] {
	const ids = [...summit.people.list.keys(), ...summit.cards.list.keys(), ...summit.stations.keys()];
	const all = TOPIC_NAMES.flatMap((name) => [name, ...ids.map((id) => `${name}:${id}`)]);
	return all.filter((text) => {
		const topic = parseTopic(text);
		return topic !== null && mayWatch(actor, topic);
	});
}
const rowsOf = (stage: Stage, actor: Actor): string =>
	JSON.stringify(topicsOf(stage, actor).map((topic) => [topic, [...stage.rows(topic)]]));

/** Rows named to this person for the last command, those that are gone too: a screen that once had one would be sent that. */
function sent(stage: Stage, actor: Actor): string[] {
	const mine = new Set(topicsOf(stage, actor));
	return stage.touches.flatMap(({ topic: text, keys }) => {
		const topic = parseTopic(text);
		if (!topic || !mine.has(text)) return [];
		const named = keys === '*' ? keysOf(stage.summit, topic) : keys;
		return named.map((key) => `${text} ${key}`);
	});
}

function played(commands: readonly CommandBody[], before?: (stage: Stage) => void): Stage {
	const stage = Stage.open(2);
	stage.must(stage.card(0), say('more lamps'));
	before?.(stage);
	stage.touches = [];
	for (const body of commands) stage.must(stage.card(0), body);
	return stage;
}

describe('S7: a named lead’s screens are the same with a worry about them and without', () => {
	const pause = (stage: Stage): void => void stage.must(FACILITATOR, { type: 'controls:pause' });
	const clear = (stage: Stage): void => {
		const item = [...stage.summit.queue.pending][0] ?? '';
		stage.must(FACILITATOR, { type: 'words:keep', item, seen: 0, reason: 'unclear' });
		stage.wait(6_000);
		stage.must(FACILITATOR, { type: 'summit:clear' });
	};
	test.each([
		['asked for', [talk(NAMING)], [], undefined],
		['written at a station', [say(NAMING)], [], undefined],
		['written too late', [say(NAMING)], [], pause],
		['after the room was cleared', [talk(NAMING), say(NAMING)], [], clear],
		['beside a mark', [pin(NAMING)], [pin()], undefined]
	])('%s', (_how, withIt, without, before) => {
		const [told, untold] = [played(withIt, before), played(without, before)];
		expect(rowsOf(told, HOST_LEAD)).toBe(rowsOf(untold, HOST_LEAD));
		expect(sent(told, HOST_LEAD)).toEqual(sent(untold, HOST_LEAD));
		expect(told.summit.worries.list.size).toBe(withIt.length);
		expect(rowsOf(told, HOST_DEPUTY)).not.toBe(rowsOf(untold, HOST_DEPUTY));
		expect(told.rows(`alarm:${FACILITATOR.id}`).get('alarm')).toMatchObject({ unseen: withIt.length, cleared: false });
	});

	test('words a student takes back again', () => {
		const stage = played([say(NAMING)]);
		const before = rowsOf(stage, HOST_LEAD);
		const [contribution = ''] = stage.summit.stations.get('neighbourhood')?.quiet ?? [];
		stage.must(stage.card(0), { type: 'station:withdraw', station: 'neighbourhood', contribution });
		expect(rowsOf(stage, HOST_LEAD)).toBe(before);
		expect(sent(stage, HOST_LEAD)).toEqual([]);
	});

	test('while others walk it', () => {
		const stage = played([talk(NAMING)]);
		const before = rowsOf(stage, HOST_LEAD);
		const [worry = ''] = stage.summit.worries.list.keys();
		for (const type of ['worry:see', 'worry:found'] as const) {
			stage.must(HOST_DEPUTY, { type, worry });
			expect(sent(stage, HOST_LEAD)).toEqual([]);
		}
		expect(rowsOf(stage, HOST_LEAD)).toBe(before);
	});
});

describe('S7: nothing somebody is sent differs once a worry was kept from them', () => {
	const POINTING = 'the deputy is creepy';
	const exclude = (worry: string, { id }: Actor): CommandBody => ({
		...{ type: 'worry:exclude', worry, person: id },
		reason: 'about-them'
	});
	/** What others do with it afterwards, all of it. */
	const walk = (stage: Stage, worry: string): void => {
		stage.must(NORTH_LEAD, { type: 'worry:see', worry });
		stage.must(NORTH_LEAD, { type: 'worry:found', worry, note: 'In the office' });
		stage.must(NORTH_LEAD, { type: 'worry:sheet', worry });
		stage.must(NORTH_LEAD, { type: 'worry:record', worry, system: 'Records', reference: 'R-1' });
		stage.must(NORTH_LEAD, { type: 'worry:close', worry });
	};
	function kept(from: Actor): { told: Stage; untold: Stage; worry: string } {
		const [told, untold] = [Stage.open(2), Stage.open(2)];
		const worry = String(told.must(told.card(1), talkOf(POINTING))['worry']);
		told.must(NORTH_LEAD, exclude(worry, from));
		told.touches = [];
		return { told, untold, worry };
	}
	const talkOf = (words: string): CommandBody => ({ type: 'talk:ask', how: 'come', aboutAdult: false, words });

	test.each([
		['a lead', HOST_DEPUTY],
		['a facilitator', FACILITATOR],
		['a station lead', STATION_LEAD]
	])('%s: rows the same as if it had never come, and silence while others walk it', (_who, person) => {
		const { told, untold, worry } = kept(person);
		expect(rowsOf(told, person)).toBe(rowsOf(untold, person));
		const watches = topicsOf(told, person).map((topic) => told.watch(person, topic));
		const before = JSON.stringify(watches.map(({ rows }) => [...rows]));
		for (const body of [
			...(['worry:see', 'worry:sheet'] as const).map((type) => ({ type, worry })),
			{ type: 'worry:found', worry, note: 'In the office' },
			{ type: 'worry:exclude', worry, person: FAR_LEAD.id, reason: 'other' }
		] as const) {
			told.must(NORTH_LEAD, body);
			expect(sent(told, person), body.type).toEqual([]);
			// Nor does a lead of another school, who never had it, when it is kept from them.
			expect(sent(told, FAR_LEAD), body.type).toEqual([]);
		}
		expect(JSON.stringify(watches.map(({ rows }) => [...rows]))).toBe(before);
		expect(rowsOf(told, HOST_LEAD)).not.toBe(rowsOf(untold, HOST_LEAD));
	});

	test('timers that call others say nothing to them', () => {
		const { told, untold } = kept(HOST_DEPUTY);
		for (const stage of [told, untold]) stage.now += 4 * 60_000;
		const [worry = ''] = told.summit.worries.list.keys();
		for (const stage of ['deputies', 'call'] as const) {
			told.must(KIT, { type: 'worry:alert', worry, stage });
			expect(sent(told, HOST_DEPUTY)).toEqual([]);
		}
		expect(rowsOf(told, HOST_DEPUTY)).toBe(rowsOf(untold, HOST_DEPUTY));
	});

	test('a trace they open of that card holds nothing of it', () => {
		const { told, untold, worry } = kept(HOST_DEPUTY);
		const trace = { type: 'cards:trace', reason: 'other', requester: 'Siân O’Brien' } as const;
		for (const stage of [told, untold]) {
			const asked = { type: 'talk:ask', how: 'go', aboutAdult: false } as const;
			const other = String(stage.must(stage.card(1), asked)['worry']);
			stage.must(HOST_DEPUTY, { ...trace, worry: other });
		}
		// Ids are made anew for each thing, so the two summits count them differently.
		const seen = (stage: Stage) => rowsOf(stage, HOST_DEPUTY).replaceAll(/made-\d+/gu, 'made');
		expect(seen(told)).toBe(seen(untold));
		expect(seen(told)).toContain('trace:made');
		walk(told, worry);
		expect(seen(told)).toBe(seen(untold));
	});

	test('an allegation that is the receiver’s alone says nothing to leads, while the receiver walks it', () => {
		const [told, untold] = [Stage.open(2), Stage.open(2)];
		const head = { person: 'head-north-1', name: 'Hal Dean', role: 'lead', school: 'north' } as const;
		for (const stage of [told, untold])
			stage.must(KIT, { type: 'people:join', ...head, account: null, duty: 'receiver' });
		const worry = String(told.must(told.card(1), talk('a teacher'))['worry']);
		const receiver: Actor = { role: 'lead', id: head.person };
		expect(sent(told, NORTH_LEAD)).toEqual([]);
		told.must(receiver, { type: 'worry:see', worry });
		expect(sent(told, NORTH_LEAD)).toEqual([]);
		for (const lead of [NORTH_LEAD, HOST_LEAD, FAR_LEAD]) expect(rowsOf(told, lead)).toBe(rowsOf(untold, lead));
		expect(rowsOf(told, receiver)).not.toBe(rowsOf(untold, receiver));
	});
});

test('S6, S7: the gates hold for a lead who may not read what is unseen, and tell no number', () => {
	const stage = played([talk(NAMING)]);
	for (const type of ['summit:clear', 'summit:close'] as const) {
		expect(stage.refusal(HOST_LEAD, { type })).toEqual({ ok: false, code: 'worries_unseen', detail: { unread: 1 } });
		expect(stage.refusal(FACILITATOR, { type })).toMatchObject({ detail: { unread: 1, unseen: 1 } });
	}
});

test('S5, S6: leads who may read a worry are told of it, those of another school are not', () => {
	const stage = Stage.open(2);
	stage.must(stage.card(1), talk('about the bus'));
	const unseen = (actor: Actor) => stage.rows(`alarm:${actor.id}`).get('alarm');
	for (const lead of [HOST_LEAD, HOST_DEPUTY, NORTH_LEAD])
		expect(unseen(lead)).toMatchObject({ unseen: 1, oldestUnseen: stage.now });
	expect(unseen(FAR_LEAD)).toMatchObject({ unseen: 0, oldestUnseen: null });
});
