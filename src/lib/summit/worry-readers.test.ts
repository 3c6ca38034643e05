/** S5, S6, S7: who reads a worry, who is called to it and when, and how a reader keeps one from somebody. */
import { describe, expect, test } from 'vitest';
import type { Duty } from './people.ts';
import type { Actor } from './subject.ts';
import { FACILITATOR, FAR_LEAD, HOST_DEPUTY, HOST_LEAD, KIT, NORTH_LEAD, STATION_LEAD, Stage, say } from './testing.ts';
import { nextAlertAt } from './worry-alerts.ts';
import { receiversFor } from './worry-readers.ts';
import type { Worry } from './worries.ts';

const MINUTE = 60_000;

function part(stage: Stage, { name, school, duty }: { name: string; school: string; duty: Duty }): Actor {
	const id = `${duty}-${school}-${String(stage.summit.people.list.size)}`;
	stage.must(KIT, { type: 'people:join', person: id, name, role: 'lead', school, account: null, duty });
	return { role: 'lead', id };
}
function cast(stage = Stage.open(3)) {
	const deputy = part(stage, { name: 'Dee Long', school: 'north', duty: 'deputy' });
	const head = part(stage, { name: 'Hal North', school: 'north', duty: 'receiver' });
	const hostHead = part(stage, { name: 'Una Host', school: 'host', duty: 'receiver' });
	const all = [HOST_LEAD, HOST_DEPUTY, NORTH_LEAD, FAR_LEAD, deputy, head, hostHead];
	const readers = (worry: string) =>
		all.filter((lead) => stage.rows(`worries:${lead.id}`).has(`worry:${worry}`)).map(({ id }) => id);
	const called = (actor: Actor) => stage.rows(`alarm:${actor.id}`).get('alarm');
	return { stage, deputy, head, hostHead, readers, called };
}
const ask = (aboutAdult: boolean, words?: string) => {
	const body = { type: 'talk:ask', how: 'come', aboutAdult } as const;
	return words === undefined ? body : { ...body, words };
};
const put = (stage: Stage, card: number, aboutAdult: boolean, words?: string) =>
	String(stage.must(stage.card(card), ask(aboutAdult, words))['worry']);
const worryIn = (stage: Stage, id: string): Worry => {
	const worry = stage.summit.worries.list.get(id);
	if (!worry) throw new Error('There is no such worry.');
	return worry;
};

describe('allegations about staff', () => {
	test('S7: go to whoever receives them at the student’s school, and after two minutes also to the leads', () => {
		const { stage, head, deputy, readers, called } = cast();
		const worry = put(stage, 1, true, 'a teacher shouts');
		expect(readers(worry)).toEqual([head.id]);
		expect(called(NORTH_LEAD)).toMatchObject({ unseen: 0, called: 0 });
		expect(called(head)).toMatchObject({ unseen: 1, called: 1, calledAt: stage.now });
		stage.wait(2 * MINUTE);
		expect(readers(worry)).toEqual([HOST_LEAD.id, HOST_DEPUTY.id, NORTH_LEAD.id, deputy.id, head.id]);
		expect(called(FAR_LEAD)).toMatchObject({ unseen: 0 });
	});

	test('S7: once opened in time they stay with the receiver', () => {
		const { stage, head, readers } = cast();
		const worry = put(stage, 1, true);
		stage.must(head, { type: 'worry:see', worry });
		stage.wait(5 * MINUTE);
		expect(readers(worry)).toEqual([head.id]);
		expect(stage.refused(NORTH_LEAD, { type: 'worry:found', worry })).toBe('unknown_item');
	});

	test('S7: a school without a receiver in the kit has the host’s; a named one is passed over; without any, leads', () => {
		const { stage, hostHead, readers } = cast();
		expect(readers(put(stage, 2, true))).toEqual([hostHead.id]);
		expect(readers(put(stage, 1, true, 'Mr North shouts'))).toEqual([hostHead.id]);
		const named = put(stage, 1, true, 'Mr North and Miss Host shout');
		expect(readers(named)).toEqual([HOST_LEAD.id, HOST_DEPUTY.id, NORTH_LEAD.id, 'deputy-north-9']);
	});

	test('S7: words that name an adult go to the leads and to the school’s receiver, never to the one they name', () => {
		const { stage, head, deputy, readers } = cast();
		stage.must(stage.card(1), say('Mr Okafor shouts'));
		const [worry = ''] = stage.summit.worries.list.keys();
		expect(readers(worry)).toEqual([HOST_LEAD.id, HOST_DEPUTY.id, deputy.id, head.id]);
	});

	test('S7: a receiver reads nothing else, and has none of a lead’s other rights', () => {
		const { stage, head, readers, called } = cast();
		const worry = put(stage, 1, false, 'home is hard');
		expect(readers(worry)).not.toContain(head.id);
		expect(called(head)).toMatchObject({ unseen: 0, called: 0 });
		for (const body of [
			{ type: 'cards:remove', card: stage.card(0).id },
			{ type: 'marks:export', station: 'neighbourhood' },
			{ type: 'summit:close' },
			{ type: 'controls:pause' },
			{ type: 'cards:trace', worry, reason: 'other', requester: 'me myself' }
		] as const)
			expect(stage.refused(head, body)).toBe('not_allowed');
		for (const topic of ['late', 'queue', 'people', 'setup', 'plan', 'marks:school'])
			expect(() => stage.watch({ ...head, duty: 'receiver' } as Actor, topic), topic).toThrow('may not watch');
	});

	test('S7: no lead ends a receiver’s part, and so comes to read what is about themselves; a facilitator does', () => {
		const { stage, head } = cast();
		expect(stage.refused(NORTH_LEAD, { type: 'people:revoke', person: head.id })).toBe('not_allowed');
		stage.must(FACILITATOR, { type: 'people:revoke', person: head.id });
	});

	test('S7: those written down at set-up are shown to readers without anybody it is about', () => {
		const allegations = [
			{ school: 'host', as: 'head', name: 'Dr Ama Lowe', contact: '01632 960 001' },
			{ school: 'host', as: 'chair', name: 'Ben Carr', contact: '01632 960 002' }
		] as const;
		const stage = Stage.open(1, { change: { schools: [{ id: 'host', name: 'Host' }], allegations: [...allegations] } });
		const names = (words: string) => receiversFor(stage.summit, worryIn(stage, put(stage, 0, true, words)));
		expect(names('it was a teacher').map(({ name }) => name)).toEqual(['Dr Ama Lowe', 'Ben Carr']);
		expect(names('it was Dr Lowe').map(({ name }) => name)).toEqual(['Ben Carr']);
	});
});

describe('who is called, and when', () => {
	test('S6: leads at once, a deputy when nobody has opened it for two minutes; each stage once', () => {
		const { stage, deputy, called } = cast();
		const worry = put(stage, 1, false);
		const at = stage.now;
		expect(called(NORTH_LEAD)).toMatchObject({ called: 1, calledAt: at });
		expect(called(deputy)).toMatchObject({ unseen: 1, called: 0, calledAt: null });
		expect(nextAlertAt(stage.summit)).toBe(at + 2 * MINUTE);
		stage.wait(2 * MINUTE - 1);
		expect(called(deputy)).toMatchObject({ called: 0 });
		stage.wait(1);
		expect(called(deputy)).toMatchObject({ called: 1, calledAt: stage.now });
		stage.wait(10 * MINUTE);
		expect(stage.log.filter(({ type }) => type === 'worry:alerted')).toMatchObject([
			{ stage: 'deputies', at: at + 2 * MINUTE },
			{ stage: 'call' }
		]);
		expect(nextAlertAt(stage.summit)).toBeNull();
		stage.must(deputy, { type: 'worry:see', worry });
		expect(called(deputy)).toMatchObject({ unseen: 0, called: 0 });
	});

	test('S6: with every lead named a deputy is called at once', () => {
		const { stage, deputy, called } = cast();
		put(stage, 1, false, 'Mr Okafor, Mr Patel and Mrs O’Brien laughed');
		expect(called(deputy)).toMatchObject({ called: 1 });
	});

	test('S6: one that was opened calls nobody, nor does one after the summit was closed', () => {
		const { stage } = cast();
		const worry = put(stage, 1, false);
		stage.must(HOST_LEAD, { type: 'worry:see', worry });
		expect(nextAlertAt(stage.summit)).toBeNull();
		expect(stage.refused(KIT, { type: 'worry:alert', worry, stage: 'deputies' })).toBe('already_so');
		stage.must(FACILITATOR, { type: 'summit:close' });
		put(stage, 1, false);
		expect(nextAlertAt(stage.summit)).toBeNull();
	});
});

describe('keeping a worry from somebody', () => {
	const exclude = (worry: string, { id }: Actor) =>
		({ type: 'worry:exclude', worry, person: id, reason: 'about-them' }) as const;

	test('S7: a reader keeps it from a lead, who then finds it nowhere; another reader may give it back', () => {
		const { stage, readers, called } = cast();
		const worry = put(stage, 1, false, 'the deputy is creepy');
		const screen = stage.watch(HOST_DEPUTY, `worries:${HOST_DEPUTY.id}`);
		expect(screen.rows.has(`worry:${worry}`)).toBe(true);
		stage.must(NORTH_LEAD, exclude(worry, HOST_DEPUTY));
		expect(screen.rows.has(`worry:${worry}`)).toBe(false);
		expect(called(HOST_DEPUTY)).toMatchObject({ unseen: 0, called: 0 });
		expect(readers(worry)).not.toContain(HOST_DEPUTY.id);
		expect(stage.refused(HOST_DEPUTY, { type: 'worry:see', worry })).toBe('unknown_item');
		expect(stage.refused(HOST_DEPUTY, { type: 'worry:include', worry, person: HOST_DEPUTY.id })).toBe('unknown_item');
		stage.must(HOST_LEAD, { type: 'worry:include', worry, person: HOST_DEPUTY.id });
		expect(screen.rows.has(`worry:${worry}`)).toBe(true);
	});

	test('S7: a facilitator or station lead it is kept from finds it in no number either', () => {
		const { stage, called } = cast();
		const worry = put(stage, 1, false, 'him at the door');
		stage.must(NORTH_LEAD, exclude(worry, STATION_LEAD));
		stage.must(NORTH_LEAD, exclude(worry, FACILITATOR));
		for (const actor of [STATION_LEAD, FACILITATOR]) expect(called(actor)).toMatchObject({ unseen: 0 });
		expect(stage.refusal(FACILITATOR, { type: 'summit:clear' })).toMatchObject({
			code: 'worries_unseen',
			detail: { unread: 0, unseen: 0 }
		});
	});

	test('S7: nobody empties the readers, themselves among them; nobody else excludes; each is in the log without words', () => {
		const stage = Stage.open(1, { change: { schools: [{ id: 'host', name: 'Host' }] } });
		const worry = put(stage, 0, false, 'secret words');
		expect(stage.refused(FACILITATOR, exclude(worry, HOST_LEAD))).toBe('not_allowed');
		expect(stage.refused(HOST_LEAD, exclude('nothing-1', HOST_DEPUTY))).toBe('unknown_item');
		expect(stage.refused(HOST_LEAD, { ...exclude(worry, HOST_LEAD), person: 'nobody-here' })).toBe('unknown_choice');
		stage.must(HOST_LEAD, exclude(worry, HOST_LEAD));
		expect(stage.refused(HOST_DEPUTY, exclude(worry, HOST_DEPUTY))).toBe('last_reader');
		const event = stage.log.at(-1);
		expect(event).toMatchObject({ type: 'worry:excluded', person: HOST_LEAD.id, reason: 'about-them' });
		expect(JSON.stringify(event)).not.toContain('secret words');
	});
});

test('S6, S12: a note stands beside its step, sealed; taking the sheet needs an opened worry and is in the log', () => {
	const { stage } = cast();
	const worry = put(stage, 1, false, 'please');
	expect(stage.refused(NORTH_LEAD, { type: 'worry:sheet', worry })).toBe('open_first');
	stage.must(NORTH_LEAD, { type: 'worry:see', worry });
	stage.must(NORTH_LEAD, { type: 'worry:found', worry, note: 'In the library now' });
	stage.must(NORTH_LEAD, { type: 'worry:sheet', worry });
	expect(stage.rows(`worries:${NORTH_LEAD.id}`).get(`worry:${worry}`)).toMatchObject({
		steps: [
			{ state: 'seen', note: null },
			{ state: 'with', note: 'In the library now' }
		],
		acts: [{ did: 'sheet', by: 'Sam Okafor', person: null }]
	});
	const open = stage.log.map((event) => JSON.stringify({ ...event, secret: null })).join('');
	expect(open).not.toContain('library now');
});
