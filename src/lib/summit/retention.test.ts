import { describe, expect, test } from 'vitest';
import { isInside } from './cards.ts';
import { DAY, startOf } from './days.ts';
import { dueAt, erasureDue, warningDue } from './retention.ts';
import { FACILITATOR, FAR_LEAD, HOST_LEAD, KIT, NEWCOMER, NORTH_LEAD, STATION_LEAD, Stage, say } from './testing.ts';

const EVENT = startOf('2026-11-20');

function signed(): Stage {
	const stage = Stage.open(6);
	const theme = [...stage.summit.ideas.themes.keys()][0] ?? '';
	const no = { answer: 'no', because: 'It costs too much', until: '2027-02-01' } as const;
	stage.must(FACILITATOR, { type: 'theme:answer', theme, seen: 0, ...no });
	stage.must(FACILITATOR, { type: 'plan:submit', seen: stage.summit.plan.version });
	stage.must(HOST_LEAD, { type: 'plan:sign', seen: stage.summit.plan.version });
	return stage;
}

describe('when', () => {
	test('S13: 90 days after the event, 30 after sign-off where that is sooner', () => {
		const stage = Stage.open(1);
		expect(dueAt(stage.summit)).toBe(EVENT + 90 * DAY);
		const done = signed();
		expect(dueAt(done.summit)).toBe(done.now + 30 * DAY);
	});

	test('S13: sending the plan back, signing again or moving the date buys no time', () => {
		const stage = signed();
		const due = dueAt(stage.summit);
		stage.wait(10 * DAY);
		stage.must(HOST_LEAD, { type: 'plan:sendback', seen: stage.summit.plan.version, note: 'Who pays' });
		expect(dueAt(stage.summit)).toBe(due);
		const moved = Stage.open(1);
		moved.must(FACILITATOR, { type: 'setup:edit', seen: 0, change: { date: '2028-01-01' } });
		expect(dueAt(moved.summit)).toBeLessThanOrEqual(moved.now + 90 * DAY);
	});

	test('S13: the days can be shortened and never lengthened', () => {
		const stage = Stage.prepared();
		const shorter = { retention: { afterSignOff: 7, afterEvent: 40 } };
		stage.must(FACILITATOR, { type: 'setup:edit', seen: 0, change: shorter });
		expect(dueAt(stage.summit)).toBe(EVENT + 40 * DAY);
		const longer = { retention: { afterSignOff: 7, afterEvent: 41 } };
		const edit = { type: 'setup:edit', seen: 1, change: longer } as const;
		expect(stage.refused(FACILITATOR, edit)).toBe('retention_only_shortened');
	});

	test('S13: a summit made before there was a setting is erased all the same; a rehearsal is thrown away instead', () => {
		const { retention: _none, ...settings } = Stage.prepared().summit.setup.settings;
		const old = Stage.prepared();
		old.summit.setup.settings = settings;
		expect(dueAt(old.summit)).toBe(EVENT + 90 * DAY);
		const rehearsal = Stage.open(1, { rehearsal: true });
		expect(dueAt(rehearsal.summit)).toBeNull();
		expect(erasureDue(rehearsal.summit, EVENT + 999 * DAY)).toBe(false);
	});

	test('S13: it is announced 14, 7 and 1 days before, once each, and not put off by it', () => {
		const stage = Stage.open(1);
		const due = dueAt(stage.summit) ?? 0;
		const warned: (number | null)[] = [];
		for (const days of [20, 14, 13, 7, 3, 1, 0.5]) {
			stage.now = due - days * DAY;
			const stage2 = warningDue(stage.summit, stage.now);
			warned.push(stage2);
			if (stage2 !== null) stage.must(KIT, { type: 'retention:warn' });
		}
		expect(warned).toEqual([null, 14, null, 7, null, 1, null]);
		expect(dueAt(stage.summit)).toBe(due);
		expect(stage.rows(`data:${FACILITATOR.id}`).get('data')).toMatchObject({ warned: 1, state: 'kept' });
	});

	test('a kit that was off announces only what is nearest', () => {
		const stage = Stage.open(1);
		stage.now = (dueAt(stage.summit) ?? 0) - 2 * DAY;
		stage.must(KIT, { type: 'retention:warn' });
		expect(stage.summit.retention.warned).toBe(7);
		expect(stage.refused(KIT, { type: 'retention:warn' })).toBe('already_so');
	});
});

describe('holds', () => {
	const until = '2027-06-01';
	const base = { type: 'retention:hold', reason: 'safeguarding', note: '', until } as const;
	function spoken(): { stage: Stage; worry: string; item: string } {
		const stage = Stage.open(3);
		stage.must(stage.card(0), { type: 'talk:ask', how: 'come', aboutAdult: false, words: 'it is about the bus' });
		stage.must(stage.card(1), say('more lamps please'));
		const [worry = ''] = stage.summit.worries.list.keys();
		const [item = ''] = stage.summit.queue.items.keys();
		return { stage, worry, item };
	}

	test('S7: only a lead who may read a text holds it or lets it go; to others it is not there', () => {
		const { stage, worry, item } = spoken();
		expect(stage.refused(FAR_LEAD, { ...base, worry })).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, { ...base, item })).toBe('not_allowed');
		const { hold } = stage.must(HOST_LEAD, { ...base, worry });
		expect(stage.refused(FAR_LEAD, { type: 'retention:let-go', hold: String(hold) })).toBe('unknown_item');
		expect(stage.rows(`data:${HOST_LEAD.id}`).has(`hold:${String(hold)}`)).toBe(true);
		for (const other of [FAR_LEAD, FACILITATOR]) expect([...stage.rows(`data:${other.id}`).keys()]).toEqual(['data']);
		stage.must(HOST_LEAD, { type: 'retention:let-go', hold: String(hold) });
	});

	test('S13: a hold ends within a year, not in the past, and can be renewed', () => {
		const { stage, item } = spoken();
		const hold = { ...base, item };
		expect(stage.refused(NORTH_LEAD, { ...hold, until: '2026-11-19' })).toBe('hold_too_long');
		expect(stage.refused(NORTH_LEAD, { ...hold, until: '2027-11-30' })).toBe('hold_too_long');
		const first = stage.must(NORTH_LEAD, hold);
		expect(stage.must(NORTH_LEAD, { ...hold, until: '2027-09-01' })).toEqual(first);
		expect(stage.summit.retention.holds.size).toBe(1);
	});

	test('S13: what is kept is the held text, its card’s joining and the hold, and no neighbour', () => {
		const { stage, worry } = spoken();
		stage.must(stage.card(0), say('and this one goes'));
		stage.must(HOST_LEAD, { ...base, worry });
		stage.now = dueAt(stage.summit) ?? 0;
		stage.must(KIT, { type: 'retention:distill' });
		const kept = stage.summit.retention.erasing?.kept ?? [];
		const types = kept.map((seq) => stage.log[seq - 1]?.type);
		expect(types).toEqual(['cards:joined', 'talk:asked', 'retention:held']);
		expect(stage.refused(KIT, { type: 'retention:distill' })).toBe('already_so');
	});

	test('S13, S2: a held text stands on no wall and in no queue after the erasure, for its lead alone', () => {
		const { stage, item } = spoken();
		stage.must(FACILITATOR, { type: 'words:show', item, seen: 0 });
		stage.wait(5_000);
		expect(stage.rows('wall').has(`idea:${item}`)).toBe(true);
		const { hold } = stage.must(NORTH_LEAD, { ...base, item });
		stage.now = dueAt(stage.summit) ?? 0;
		stage.must(KIT, { type: 'retention:distill' });
		expect(stage.rows('wall').has(`idea:${item}`)).toBe(false);
		expect(stage.rows('ideas').has(`item:${item}`)).toBe(false);
		expect(stage.rows('queue').size).toBe(0);
		expect(stage.refused(STATION_LEAD, { type: 'words:undo', item })).toBe('unknown_item');
		const row = stage.rows(`data:${NORTH_LEAD.id}`).get(`hold:${String(hold)}`);
		expect(row).toMatchObject({ text: 'more lamps please' });
	});

	test('S13: when the time of a held text is over, erasing is due again', () => {
		const { stage, item } = spoken();
		stage.must(NORTH_LEAD, { ...base, item });
		stage.now = dueAt(stage.summit) ?? 0;
		stage.must(KIT, { type: 'retention:distill' });
		stage.summit.retention.erasing = null;
		expect(erasureDue(stage.summit, startOf(until))).toBe(false);
		expect(erasureDue(stage.summit, startOf(until) + DAY)).toBe(true);
	});
});

describe('erasing now', () => {
	const name = 'Student Safety Summit';
	const order = { type: 'retention:erase-now', reason: 'finished', confirm: name } as const;

	test('S13: a lead may order it after sign-off or close, by typing the name', () => {
		const stage = signed();
		expect(stage.refused(FACILITATOR, order)).toBe('not_allowed');
		expect(stage.refused(STATION_LEAD, order)).toBe('not_allowed');
		expect(stage.refused(HOST_LEAD, { ...order, confirm: 'student safety summit' })).toBe('confirm_name');
		expect(erasureDue(stage.summit, stage.now)).toBe(false);
		stage.must(HOST_LEAD, order);
		expect(erasureDue(stage.summit, stage.now)).toBe(true);
		expect(stage.refused(HOST_LEAD, order)).toBe('already_so');
	});

	test('S13, S6: not while the summit goes on, and not while a worry was seen by nobody', () => {
		const open = Stage.open(2);
		expect(open.refused(HOST_LEAD, order)).toBe('erase_too_early');
		const stage = signed();
		stage.must(stage.card(0), { type: 'talk:ask', how: 'come', aboutAdult: false });
		expect(stage.refused(HOST_LEAD, order)).toBe('worries_unseen');
	});
});

test('S13: what is frozen is fit for everybody, closes the summit and shuts the doors', () => {
	const stage = signed();
	const before = stage.rows('summit').get('taking-part');
	stage.now = dueAt(stage.summit) ?? 0;
	stage.must(KIT, { type: 'retention:distill' });
	const { frozen } = stage.summit.retention;
	expect(frozen).toMatchObject({ takingPart: 6, joined: 6, chosen: 0, named: [] });
	expect(stage.summit.setup.closedAt).toBe(stage.now);
	expect(stage.summit.doors.open).toBe(false);
	stage.summit.cards.list.clear();
	expect(stage.rows('summit').get('taking-part')).toEqual(before);
});

test('S13, L1: once an erasure has begun a card is told that it is not joined, and nothing it sends is taken and lost', () => {
	const stage = signed();
	const knocks = { type: 'cards:join', school: 'host', band: '9-11', headcount: 1, knocks: true } as const;
	stage.must(NEWCOMER, knocks);
	stage.now = dueAt(stage.summit) ?? 0;
	stage.must(KIT, { type: 'retention:distill' });
	// Who only knocked never came in.
	expect(stage.summit.retention.frozen).toMatchObject({ joined: 6 });
	expect(stage.refused(stage.card(0), say('one more thing'))).toBe('not_signed_in');
	expect(stage.refused(stage.card(0), { type: 'talk:ask', how: 'come', aboutAdult: false })).toBe('not_signed_in');
	stage.must(HOST_LEAD, { type: 'controls:pause' });
});

test('S13, S12: screens that list cards, word lists or an owner’s action are told when an erasure takes their rows', () => {
	const stage = signed();
	stage.now = dueAt(stage.summit) ?? 0;
	stage.must(KIT, { type: 'retention:distill' });
	for (const topic of ['cards', 'lists', 'queue']) expect(stage.touches).toContainEqual({ topic, keys: '*' });
	const card = stage.card(0);
	expect(isInside(stage.summit.cards, card)).toBe(true);
	stage.summit.cards.list.clear();
	expect(isInside(stage.summit.cards, card)).toBe(false);
	expect(isInside(stage.summit.cards, HOST_LEAD)).toBe(true);
});
