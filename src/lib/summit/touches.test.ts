/** Who hears that something of a worry changed, and that whoever must hear it does (S7, L4). */
import { describe, expect, test } from 'vitest';
import type { Actor } from './subject.ts';
import { FACILITATOR, FAR_LEAD, HOST_DEPUTY, HOST_LEAD, KIT, NORTH_LEAD, STATION_LEAD } from './testing.ts';
import { Stage, receiver, say } from './testing.ts';
import type { Watch } from './testing-watch.ts';

const talk = { type: 'talk:ask', how: 'come', aboutAdult: false, words: 'the deputy is creepy' } as const;
const exclude = (worry: string, { id: person }: Actor) =>
	({ type: 'worry:exclude', worry, person, reason: 'other' }) as const;

/** A stage on which the second card, of North, asked to talk. */
function asked(): { stage: Stage; worry: string } {
	const stage = Stage.open(2);
	return { stage, worry: String(stage.must(stage.card(1), talk)['worry']) };
}
/** What a screen holds after hearing of changes, beside what a fresh one would. */
function pair(stage: Stage, watch: Watch) {
	const fresh = [...stage.rows(watch.topic)].map(([key, row]) => [key, JSON.stringify(row)]);
	return { held: [...watch.rows].sort(), fresh: fresh.sort() };
}

describe('S7: kept from somebody', () => {
	test('a hold on it leaves their screen with it, and stays on the others’', () => {
		const { stage, worry } = asked();
		const hold = {
			type: 'retention:hold',
			reason: 'complaint',
			note: 'About the deputy',
			until: '2027-03-01'
		} as const;
		stage.must(NORTH_LEAD, { ...hold, worry });
		const [theirs, others] = [HOST_DEPUTY, NORTH_LEAD].map((lead) => stage.watch(lead, `data:${lead.id}`));
		expect(theirs?.rows.size).toBe(2);
		stage.must(NORTH_LEAD, exclude(worry, HOST_DEPUTY));
		expect([...(theirs?.rows.keys() ?? [])]).toEqual(['data']);
		expect(others?.rows.size).toBe(2);
		stage.must(NORTH_LEAD, { type: 'worry:include', worry, person: HOST_DEPUTY.id });
		expect(theirs?.rows.size).toBe(2);
	});

	test('who read it in their place has it no more once it is given back, in no number either', () => {
		const { stage, worry } = asked();
		for (const lead of [HOST_LEAD, HOST_DEPUTY]) stage.must(NORTH_LEAD, exclude(worry, lead));
		const screens = ['worries', 'alarm'].map((name) => stage.watch(FAR_LEAD, `${name}:${FAR_LEAD.id}`));
		stage.must(NORTH_LEAD, exclude(worry, NORTH_LEAD));
		expect(stage.rows(`alarm:${FAR_LEAD.id}`).get('alarm')).toMatchObject({ unseen: 1 });
		for (const screen of screens) expect(pair(stage, screen).held).toEqual(pair(stage, screen).fresh);
		stage.must(FAR_LEAD, { type: 'worry:include', worry, person: NORTH_LEAD.id });
		expect(stage.rows(`alarm:${FAR_LEAD.id}`).get('alarm')).toMatchObject({ unseen: 0 });
		for (const screen of screens) expect(pair(stage, screen).held).toEqual(pair(stage, screen).fresh);
	});

	test('that an email to one lead could not be sent is that lead’s alone to hear', () => {
		const { stage } = asked();
		stage.must(KIT, { type: 'people:unreached', person: HOST_LEAD.id });
		expect(stage.touches).toEqual([{ topic: `worries:${HOST_LEAD.id}`, keys: ['alert'] }]);
	});
});

test('L4: who receives allegations stands beside an open worry as it is written down now', () => {
	const { stage, worry } = asked();
	stage.must(NORTH_LEAD, { type: 'worry:exclude', worry, person: HOST_DEPUTY.id, reason: 'about-them' });
	const screen = stage.watch(NORTH_LEAD, `worries:${NORTH_LEAD.id}`);
	const allegations = ['host', 'far'].map(receiver);
	const north = { ...receiver('north'), name: 'The chair of North' };
	const seen = stage.summit.setup.version;
	stage.must(FACILITATOR, { type: 'setup:edit', seen, change: { allegations: [...allegations, north] } });
	expect(screen.rows.get(`worry:${worry}`)).toContain('The chair of North');
});

test('S7: a lead from whom words that were passed on are kept acts on them in no way', () => {
	const stage = Stage.open(2);
	stage.must(stage.card(1), say('the deputy is creepy'));
	const [item = ''] = stage.summit.queue.pending;
	stage.must(STATION_LEAD, { type: 'words:pass', item, seen: 0 });
	const [passed = ''] = stage.summit.worries.list.keys();
	stage.must(NORTH_LEAD, exclude(passed, HOST_DEPUTY));
	for (const type of ['author:stop', 'author:wipe', 'words:undo'] as const)
		expect(stage.refused(HOST_DEPUTY, { type, item }), type).toBe('unknown_item');
	stage.must(NORTH_LEAD, { type: 'worry:see', worry: passed });
	stage.must(NORTH_LEAD, { type: 'author:stop', item });
});
