import { describe, expect, test } from 'vitest';
import { doorsUnfit } from './doors.ts';
import { FACILITATOR, KIT, NEWCOMER, OBSERVER, STATION_LEAD, Stage, contribute, mark, say } from './testing.ts';
import type { Actor } from './subject.ts';
import type { CardRow } from './topics/room.ts';
import type { RunRows } from './topics/staff.ts';

const pin = contribute('neighbourhood', 'good-places', mark([0.3, 0.3]));
const version = (stage: Stage) => stage.summit.doors.version;
const doorsOf = (stage: Stage) => stage.rows('run').get('doors') as RunRows['doors'];
const cardOf = (stage: Stage, card: Actor) => stage.rows(`card:${card.id}`).get('card') as CardRow;
const here = (stage: Stage) => stage.rows('summit').get('taking-part');

/** Two inside, the doors on knock, every station open. */
function knockingStage(): Stage {
	const stage = Stage.open(2);
	stage.must(FACILITATOR, { type: 'doors:knock', seen: version(stage) });
	return stage;
}

describe('knocking', () => {
	test('S8, S14: who knocks is not counted and marks nothing, and comes in with one press; those inside notice nothing', () => {
		const stage = knockingStage();
		const inside = stage.watch(stage.card(0), `card:${stage.card(0).id}`);
		const before = JSON.stringify([...inside.rows]);
		const [one, two] = [stage.join(1), stage.join(2)];
		expect(here(stage)).toEqual({ count: 2 });
		expect(doorsOf(stage)).toMatchObject({ open: true, knock: true, knocking: { cards: 2, students: 2 } });
		expect(stage.refused(one, pin)).toBe('not_admitted');
		expect(stage.refused(one, { type: 'backing:give', ideas: [] })).toBe('backing_closed');
		expect(cardOf(stage, one)).toMatchObject({ admitted: false, agreed: true });
		expect(stage.rows('marks:neighbourhood').size).toBe(0);
		stage.must(STATION_LEAD, { type: 'doors:admit', most: 2 });
		expect(doorsOf(stage)).toMatchObject({ knock: true, knocking: { cards: 0, students: 0 } });
		expect(here(stage)).toEqual({ count: 4 });
		expect(cardOf(stage, two).admitted).toBe(true);
		stage.must(one, pin);
		expect(JSON.stringify([...inside.rows])).toBe(before);
	});

	test('S4, S5: words of who knocks are kept for a lead, and Talk to someone works', () => {
		const stage = knockingStage();
		const card = stage.join(0);
		expect(stage.must(card, say('let me in please'))).toMatchObject({ late: true });
		expect(stage.rows('queue').size).toBe(0);
		expect(stage.rows('late').size).toBe(1);
		stage.must(card, { type: 'talk:ask', how: 'come', aboutAdult: false });
		expect(stage.summit.worries.list.size).toBe(1);
	});

	test('only as many are let in as the adult saw; who knocked since, or was stopped, is not', () => {
		const stage = knockingStage();
		const [stopped, first, second, third] = [stage.join(0), stage.join(1), stage.join(2), stage.join(3)];
		stage.must({ role: 'lead', id: 'lead-host-1' }, { type: 'cards:remove', card: stopped.id });
		stage.must(FACILITATOR, { type: 'doors:admit', most: 2 });
		expect([stopped, first, second, third].map((card) => cardOf(stage, card).admitted)).toEqual([
			false,
			true,
			true,
			false
		]);
		expect(stage.refused(OBSERVER, { type: 'doors:admit', most: 1 })).toBe('not_allowed');
		stage.must(FACILITATOR, { type: 'doors:admit', most: 9 });
		expect(stage.refused(FACILITATOR, { type: 'doors:admit', most: 9 })).toBe('already_so');
	});

	test('S8: from open to knock is never out of date; opening lets everybody in who knocks, and says what was seen', () => {
		const stage = Stage.open(0);
		const { code, key } = stage.summit.doors;
		stage.must(FACILITATOR, { type: 'doors:knock', seen: 0 });
		expect(stage.refused(FACILITATOR, { type: 'doors:knock', seen: version(stage) })).toBe('already_so');
		const card = stage.join(0);
		expect(stage.refused(FACILITATOR, { type: 'doors:open', seen: 0 })).toBe('changed_meanwhile');
		stage.must(FACILITATOR, { type: 'doors:open', seen: version(stage) });
		expect(cardOf(stage, card).admitted).toBe(true);
		expect(stage.summit.doors).toMatchObject({ open: true, knock: false, code, key });
		expect(stage.rows('wall').get('doors')).toEqual({ open: true, knock: false, code, key });
	});

	test('S14, S15: from shut, knocking asks all that opening asks; shut doors keep who knocks waiting', () => {
		const bare = new Stage();
		expect(bare.refused(FACILITATOR, { type: 'doors:knock', seen: 0 })).toBe('not_ready');
		const stage = Stage.prepared();
		stage.network = 'plain';
		expect(stage.refused(FACILITATOR, { type: 'doors:knock', seen: 0 })).toBe('needs_tls');
		stage.network = 'plain-allowed';
		stage.must(FACILITATOR, { type: 'doors:knock', seen: 0, closedWifi: true });
		const card = stage.join(0);
		stage.must(KIT, { type: 'doors:close' });
		expect(doorsOf(stage)).toMatchObject({ open: false, knock: false, knocking: { cards: 1 } });
		stage.network = 'plain';
		expect(stage.refused(FACILITATOR, { type: 'doors:admit', most: 1 })).toBe('needs_tls');
		expect(doorsUnfit(stage.summit, 'plain')).toBe(false);
		stage.network = 'safe';
		stage.must(FACILITATOR, { type: 'doors:admit', most: 1 });
		expect(cardOf(stage, card).admitted).toBe(true);
	});

	test('L6: who came by a code during a flood of guesses knocks at open doors too', () => {
		const stage = Stage.open(0);
		const join = { type: 'cards:join', school: 'north', band: '9-11', headcount: 3 } as const;
		const card = String(stage.must(NEWCOMER, { ...join, knocks: true })['card']);
		expect(doorsOf(stage)).toMatchObject({ knock: false, knocking: { cards: 1, students: 3 } });
		expect(cardOf(stage, { role: 'card', id: card }).admitted).toBe(false);
		expect(cardOf(stage, stage.join(0)).admitted).toBe(true);
	});
});
