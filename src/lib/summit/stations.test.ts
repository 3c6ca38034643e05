import { describe, expect, test } from 'vitest';
import { MOST_PER_CARD } from './stations.ts';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage, contribute, mark, say } from './testing.ts';

const station = 'neighbourhood';
const there = (stage: Stage) => {
	const found = stage.summit.stations.get(station);
	if (!found) throw new Error('The station is gone.');
	return found;
};
const pin = contribute(station, 'good-places', mark([0.4, 0.4]));

describe('running a station', () => {
	test('L8: any adult opens, pauses, resumes, extends and closes it, and the timer holds', () => {
		const stage = Stage.open();
		stage.now += 60_000;
		stage.must(STATION_LEAD, { type: 'station:pause', station });
		expect(there(stage)).toMatchObject({ status: 'paused', left: 21 * 60_000, endsAt: null });
		stage.now += 600_000;
		stage.must(HOST_LEAD, { type: 'station:resume', station, seen: 2 });
		expect(there(stage)).toMatchObject({ status: 'open', left: null, endsAt: stage.now + 21 * 60_000 });
		stage.must(FACILITATOR, { type: 'station:extend', station, minutes: 5 });
		expect(there(stage).endsAt).toBe(stage.now + 26 * 60_000);
		stage.must(FACILITATOR, { type: 'station:close', station, seen: 4 });
		expect(there(stage)).toMatchObject({ status: 'closed', endsAt: null, version: 5 });
	});

	test('a timer that ran out starts again from now, and pausing it leaves nothing below nought', () => {
		const stage = Stage.open();
		stage.now += 3_600_000;
		stage.must(FACILITATOR, { type: 'station:pause', station });
		expect(there(stage).left).toBe(0);
		stage.must(FACILITATOR, { type: 'station:resume', station, seen: 2 });
		stage.must(FACILITATOR, { type: 'station:extend', station, minutes: 2 });
		expect(there(stage).endsAt).toBe(stage.now + 120_000);
	});

	test('L7: each press that is already so, or was looked at too long ago, says so', () => {
		const stage = Stage.open();
		const press = (type: 'station:open' | 'station:resume' | 'station:close' | 'station:reveal', seen: number) =>
			stage.refused(FACILITATOR, { type, station, seen });
		expect(press('station:open', 1)).toBe('already_so');
		expect(press('station:resume', 1)).toBe('already_so');
		expect(press('station:close', 0)).toBe('changed_meanwhile');
		expect(press('station:reveal', 0)).toBe('changed_meanwhile');
		expect(stage.refused(FACILITATOR, { type: 'station:hide', station })).toBe('already_so');
		stage.must(FACILITATOR, { type: 'station:reveal', station, seen: 1 });
		expect(press('station:reveal', 2)).toBe('already_so');
		stage.must(FACILITATOR, { type: 'station:hide', station });
		stage.must(FACILITATOR, { type: 'station:pause', station });
		expect(stage.refused(FACILITATOR, { type: 'station:pause', station })).toBe('already_so');
		expect(stage.refused(FACILITATOR, { type: 'station:extend', station, minutes: 1 })).toBe('station_closed');
		stage.must(FACILITATOR, { type: 'station:close', station, seen: 4 });
		expect(press('station:close', 5)).toBe('already_so');
		expect(stage.refused(FACILITATOR, { type: 'station:pause', station: 'nowhere' })).toBe('unknown_item');
	});

	test('S14: no station opens before the doors have, nor after the summit has closed', () => {
		const stage = Stage.prepared();
		expect(stage.refused(FACILITATOR, { type: 'station:open', station, seen: 0 })).toBe('doors_shut');
		stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(FACILITATOR, { type: 'station:open', station, seen: 0 })).toBe('summit_closed');
	});
});

describe('contributing', () => {
	test('M3: a mark counts at its place, its grid cell and its reasons, and its card sees it again', () => {
		const stage = Stage.open(1);
		const answer = stage.must(stage.card(0), contribute(station, 'worry-places', mark('pond', 'unsafe', ['lighting'])));
		expect(answer).toMatchObject({ late: false });
		expect([...there(stage).tally.keys()].sort()).toEqual([
			'grid|5/3/5|unsafe',
			'place|pond|unsafe',
			'why|lighting|unsafe'
		]);
		const mine = stage.rows(`card:${stage.card(0).id}`).get(`mine:${station}`);
		expect(mine).toMatchObject({ marks: [{ step: 'worry-places', entry: { place: 'pond' } }] });
	});

	test('S11: a pin inside toilets or a changing room becomes the room’s name, and no cell of the grid', () => {
		const stage = Stage.open(1);
		const room = there(stage).settings.kind === 'map' ? stage.summit.stations.get('school')?.settings : undefined;
		const place = room?.kind === 'map' ? room.places.find((p) => p.noPins) : undefined;
		if (!place) throw new Error('The school map has no room without pins.');
		stage.must(stage.card(0), contribute('school', 'relax', mark([place.at[0], place.at[1]])));
		stage.must(stage.card(0), contribute('school', 'relax', mark(place.id)));
		const keys = [...(stage.summit.stations.get('school')?.tally.keys() ?? [])];
		expect(keys).toEqual([`place|${place.id}|safe`]);
		for (const row of stage.rows('marks:school').values()) expect(row).toMatchObject({ at: null, place: place.id });
	});

	test('a second rating or choice takes the place of the first', () => {
		const stage = Stage.open(1);
		const tally = () => [...(stage.summit.stations.get('platforms')?.tally.keys() ?? [])];
		const platforms = stage.summit.stations.get('platforms')?.settings;
		const platform = platforms?.kind === 'platforms' ? (platforms.platforms[0]?.id ?? '') : '';
		const rate = (rating: 'safe' | 'unsafe') =>
			contribute('platforms', 'rate', { type: 'rating', platform, rating, reasons: [] });
		stage.must(stage.card(0), rate('safe'));
		stage.must(stage.card(0), rate('unsafe'));
		expect(tally()).toEqual([`platform|${platform}|unsafe`]);
		stage.must(stage.card(0), contribute('platforms', 'kind-spaces', { type: 'choices', choices: ['fun', 'learn'] }));
		stage.must(stage.card(0), contribute('platforms', 'kind-spaces', { type: 'choices', choices: [] }));
		expect(tally()).toEqual([`platform|${platform}|unsafe`]);
	});

	test('a card takes back its own, nobody else’s, and it stops counting', () => {
		const stage = Stage.open(2);
		const { contribution } = stage.must(stage.card(0), pin);
		const withdraw = { type: 'station:withdraw', station, contribution: String(contribution) } as const;
		expect(stage.refused(stage.card(1), withdraw)).toBe('unknown_item');
		stage.must(stage.card(0), withdraw);
		expect(there(stage).tally.size).toBe(0);
		expect(stage.refused(stage.card(0), withdraw)).toBe('unknown_item');
	});

	test('S8: while it is paused, or once the summit is closed, nothing is taken back', () => {
		const stage = Stage.open(1);
		const card = stage.card(0);
		const { contribution } = stage.must(card, pin);
		const withdraw = { type: 'station:withdraw', station, contribution: String(contribution) } as const;
		stage.must(FACILITATOR, { type: 'controls:pause' });
		expect(stage.refused(card, withdraw)).toBe('paused');
		stage.must(FACILITATOR, { type: 'controls:resume', seen: 1 });
		stage.must(FACILITATOR, { type: 'station:pause', station });
		expect(stage.refused(card, withdraw)).toBe('paused');
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(card, withdraw)).toBe('summit_closed');
		expect(there(stage).contributions.size).toBe(1);
	});

	test('L7: a mark without words that cannot count is refused with the reason', () => {
		const stage = Stage.open(1);
		const card = stage.card(0);
		const late = stage.join(1, false);
		expect(stage.refused(late, pin)).toBe('not_agreed');
		expect(stage.refused({ role: 'card', id: 'nobody-01' }, pin)).toBe('card_removed');
		expect(stage.refused(card, contribute('nowhere', 'good-places', mark('pond')))).toBe('unknown_item');
		const unknown = [
			contribute(station, 'no-step', mark('pond')),
			contribute(station, 'one-idea', mark('pond')),
			contribute(station, 'good-places', mark('the-moon')),
			contribute(station, 'good-places', mark('pond', 'safe', ['no-reason'])),
			contribute(station, 'good-places', mark('pond', 'safe', ['lighting', 'lighting'])),
			contribute(station, 'good-places', { type: 'choices', choices: [] }),
			contribute('platforms', 'rate', { type: 'rating', platform: 'nothing', rating: 'safe', reasons: [] }),
			contribute('platforms', 'kind-spaces', { type: 'choices', choices: ['fun', 'fun'] }),
			contribute('friendships', 'sort-signs', { type: 'sort', card: 'nothing', pile: 'safe' })
		];
		for (const body of unknown) expect(stage.refused(card, body)).toBe('unknown_choice');
		for (let n = 0; n < 3; n += 1) stage.must(card, pin);
		expect(stage.refused(card, pin)).toBe('limit_reached');
		stage.must(FACILITATOR, { type: 'station:pause', station });
		expect(stage.refused(card, pin)).toBe('paused');
		stage.must(FACILITATOR, { type: 'station:close', station, seen: 2 });
		expect(stage.refused(card, pin)).toBe('station_closed');
		stage.must(FACILITATOR, { type: 'controls:pause' });
		expect(stage.refused(card, contribute('school', 'relax', mark('field')))).toBe('paused');
		stage.must(FACILITATOR, { type: 'controls:resume', seen: 1 });
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(card, pin)).toBe('summit_closed');
	});

	test('L7: a station holds a generous number from one card, then says so', () => {
		const stage = Stage.open(1);
		for (let n = 0; n < MOST_PER_CARD; n += 1) stage.must(stage.card(0), say(`Idea ${String(n)}`));
		expect(stage.refused(stage.card(0), pin)).toBe('limit_reached');
		expect(stage.must(stage.card(0), say('And one more'))).toMatchObject({ late: true });
	});
});
