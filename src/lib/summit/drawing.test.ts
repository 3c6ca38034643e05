import { describe, expect, test } from 'vitest';
import { released } from './releases.ts';
import { FACILITATOR, HOST_LEAD, NORTH_LEAD, STATION_LEAD, Stage, contribute, mark, say } from './testing.ts';
import type { Actor } from './subject.ts';
import type { CardsRow } from './topics/cards.ts';
import type { MineRow } from './topics/room.ts';
import type { QueueRow } from './topics/staff.ts';

const pin = (x: number, words?: string) =>
	contribute('neighbourhood', 'good-places', mark([x, 0.3], 'safe', []), words);
const inSchool = contribute('school', 'relax', mark([0.2, 0.8]));
const marks = (stage: Stage, station = 'neighbourhood') => stage.rows(`marks:${station}`).size;
const mine = (stage: Stage, card: Actor, station = 'neighbourhood') =>
	stage.rows(`card:${card.id}`).get(`mine:${station}`) as MineRow | undefined;
const cardsOf = (stage: Stage, card: Actor) => stage.rows('cards').get(card.id) as CardsRow;
const released0 = (stage: Stage) => {
	const station = stage.summit.stations.get('neighbourhood');
	if (!station) throw new Error('no station');
	return JSON.stringify(released(stage.summit, station));
};
const itemOf = (stage: Stage, words: string): QueueRow => {
	const found = [...stage.rows('queue').values()].find((row) => (row as QueueRow).text === words);
	if (!found) throw new Error('not in the queue');
	return found as QueueRow;
};

describe('clearing a card’s drawing', () => {
	test('S8: it takes all marks of a card off the map and out of the figures, and no others; one press brings all back', () => {
		const stage = Stage.open(14);
		const cards = Array.from({ length: 14 }, (_, n) => stage.card(n));
		for (const card of cards) stage.must(card, pin(0.31));
		const [one, bystander] = [stage.card(0), stage.card(1)];
		stage.must(one, pin(0.7, 'the gate is dark'));
		stage.must(one, inSchool);
		const before = released0(stage);
		const all = [...stage.rows('marks:neighbourhood').keys()].sort();
		stage.must(HOST_LEAD, { type: 'cards:wipe', card: one.id });
		expect([marks(stage), marks(stage, 'school')]).toEqual([13, 0]);
		expect(mine(stage, one)?.marks).toEqual([]);
		expect(mine(stage, one)?.cleared).toHaveLength(2);
		expect(mine(stage, bystander)).toMatchObject({ marks: [{ step: 'good-places' }], cleared: [] });
		expect(itemOf(stage, 'the gate is dark').state).toBe('waiting');
		expect(cardsOf(stage, one)).toMatchObject({ marks: 0, cleared: 3, removed: false });
		stage.must(one, pin(0.5));
		expect(stage.refused(one, { type: 'station:withdraw', station: 'neighbourhood', contribution: all[0] ?? '' })).toBe(
			'unknown_item'
		);
		stage.must(HOST_LEAD, { type: 'cards:unwipe', card: one.id });
		expect(marks(stage)).toBe(16);
		expect(all.every((id) => stage.rows('marks:neighbourhood').has(id))).toBe(true);
		const extra = mine(stage, one)?.marks.find(({ entry }) => entry.type === 'mark' && entry.at?.[0] === 0.5)?.id;
		stage.must(one, { type: 'station:withdraw', station: 'neighbourhood', contribution: extra ?? '' });
		expect(released0(stage)).toBe(before);
	});

	test('S8, S9: a figure falls with the marks, and moves only at a release', () => {
		const stage = Stage.open(7);
		for (let n = 0; n < 7; n += 1) stage.must(stage.card(n), pin(0.31));
		stage.wait(5_000);
		const release = stage.summit.releases.byStation.get('neighbourhood');
		stage.must(HOST_LEAD, { type: 'cards:wipe', card: stage.card(0).id, station: 'neighbourhood' });
		expect(stage.summit.releases.byStation.get('neighbourhood')).toBe(release);
		for (let n = 1; n < 4; n += 1)
			stage.must(HOST_LEAD, { type: 'cards:wipe', card: stage.card(n).id, station: 'neighbourhood' });
		stage.wait(60_000);
		expect(stage.summit.releases.byStation.get('neighbourhood')).toBe(release);
		stage.must(HOST_LEAD, { type: 'cards:wipe', card: stage.card(4).id, station: 'neighbourhood' });
		stage.wait(5_000);
		expect(stage.summit.releases.byStation.get('neighbourhood')).toMatchObject({ number: 2, cards: 0 });
	});

	test('S8: one station alone, and what there is nothing of', () => {
		const stage = Stage.open(2);
		const card = stage.card(0);
		stage.must(card, pin(0.3));
		stage.must(card, inSchool);
		const wipe = { type: 'cards:wipe', card: card.id, station: 'school' } as const;
		stage.must(HOST_LEAD, wipe);
		expect([marks(stage), marks(stage, 'school')]).toEqual([1, 0]);
		expect(stage.refused(HOST_LEAD, wipe)).toBe('already_so');
		expect(stage.refused(HOST_LEAD, { ...wipe, station: 'nowhere' })).toBe('unknown_item');
		expect(stage.refused(HOST_LEAD, { ...wipe, card: 'nobody-01' })).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, wipe)).toBe('not_allowed');
		expect(stage.refused(HOST_LEAD, { type: 'cards:unwipe', card: stage.card(1).id })).toBe('already_so');
	});
});

describe('whoever wrote this', () => {
	test('S8, S12: who reads a text stops its writer without learning the card, and lets it go on by one press', () => {
		const stage = Stage.open(2);
		stage.must(stage.card(0), pin(0.3, 'rude words'));
		const { id: item } = itemOf(stage, 'rude words');
		expect(stage.must(STATION_LEAD, { type: 'author:stop', item })).toEqual({});
		expect(stage.refused(stage.card(0), pin(0.4))).toBe('card_removed');
		stage.must(stage.card(1), pin(0.4));
		expect(itemOf(stage, 'rude words')).toMatchObject({ stopped: true, cleared: false, state: 'waiting' });
		const shown = JSON.stringify([...stage.rows('queue'), ...stage.rows('run'), ...stage.rows('marks:neighbourhood')]);
		for (const card of stage.summit.cards.list.keys()) expect(shown).not.toContain(card);
		expect(stage.refused(STATION_LEAD, { type: 'author:stop', item })).toBe('already_so');
		stage.must(FACILITATOR, { type: 'author:restore', item });
		stage.must(stage.card(0), pin(0.4));
		expect(stage.refused(FACILITATOR, { type: 'author:restore', item })).toBe('already_so');
	});

	test('S12: two texts of one writer answer and look like those of two', () => {
		const answers = [0, 1].map((second) => {
			const stage = Stage.open(2);
			stage.must(stage.card(0), say('one'));
			stage.must(stage.card(second), say('two'));
			const [one, two] = [itemOf(stage, 'one').id, itemOf(stage, 'two').id];
			const look = () => ['one', 'two'].map((words) => [itemOf(stage, words).stopped, itemOf(stage, words).cleared]);
			const heard: unknown[] = [];
			for (const item of [one, two, one])
				for (const type of ['author:stop', 'author:wipe'] as const)
					heard.push([stage.do(STATION_LEAD, { type, item }).ok, look()]);
			for (const item of [two, one, two])
				for (const type of ['author:restore', 'author:unwipe'] as const)
					heard.push([stage.do(FACILITATOR, { type, item }).ok, look()]);
			expect(stage.summit.cards.list.get(stage.card(0).id)?.removedAt).toBeNull();
			return heard;
		});
		expect(answers[0]).toEqual(answers[1]);
	});

	test('S8: a card that was stopped for two texts goes on when neither stands, or when a lead says so', () => {
		const stage = Stage.open(2);
		const card = stage.card(0);
		for (const words of ['one', 'two']) stage.must(card, say(words));
		const [one, two] = [itemOf(stage, 'one').id, itemOf(stage, 'two').id];
		for (const item of [one, two]) stage.must(STATION_LEAD, { type: 'author:stop', item });
		stage.must(STATION_LEAD, { type: 'author:restore', item: one });
		expect(cardsOf(stage, card).removed).toBe(true);
		stage.must(NORTH_LEAD, { type: 'cards:restore', card: card.id });
		expect(cardsOf(stage, card).removed).toBe(false);
		expect(itemOf(stage, 'two').stopped).toBe(false);
		stage.must(card, pin(0.3));
		stage.must(STATION_LEAD, { type: 'author:wipe', item: one });
		stage.must(STATION_LEAD, { type: 'author:wipe', item: two });
		expect(marks(stage)).toBe(0);
		stage.must(STATION_LEAD, { type: 'author:unwipe', item: two });
		expect(marks(stage)).toBe(0);
		stage.must(NORTH_LEAD, { type: 'cards:unwipe', card: card.id });
		expect(marks(stage)).toBe(1);
		expect(itemOf(stage, 'one').cleared).toBe(false);
	});

	test('S4, S7: late words are the leads’ own, and words passed on leave who passed them', () => {
		const stage = Stage.open(1);
		stage.must(stage.card(0), say('early'));
		stage.must(FACILITATOR, { type: 'station:pause', station: 'neighbourhood' });
		stage.must(stage.card(0), say('late'));
		const [late] = [...stage.rows('late').keys()];
		expect(stage.refused(FACILITATOR, { type: 'author:stop', item: late ?? '' })).toBe('unknown_item');
		const { id: item, version } = itemOf(stage, 'early');
		stage.must(FACILITATOR, { type: 'words:pass', item, seen: version });
		expect(stage.refused(FACILITATOR, { type: 'author:wipe', item })).toBe('unknown_item');
		stage.must(HOST_LEAD, { type: 'author:stop', item: late ?? '' });
		expect(cardsOf(stage, stage.card(0)).removed).toBe(true);
	});
});
