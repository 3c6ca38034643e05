import { describe, expect, test } from 'vitest';
import { RELEASE_CARDS, RELEASE_EVERY } from './releases.ts';
import { FACILITATOR, HOST_LEAD, KIT, Stage, contribute, mark, say } from './testing.ts';

const station = 'neighbourhood';
const release = { type: 'station:release', station } as const;
const pin = contribute(station, 'good-places', mark('pond'));

describe('when a release comes', () => {
	test('S9: after five cards that changed the station, and five seconds', () => {
		const stage = Stage.open(8);
		for (let n = 0; n < 4; n += 1) stage.must(stage.card(n), pin);
		stage.must(stage.card(0), pin);
		stage.wait(RELEASE_EVERY);
		expect(stage.refused(KIT, release)).toBe('already_so');
		stage.must(stage.card(4), pin);
		stage.wait(0);
		expect(stage.summit.releases.byStation.get(station)).toMatchObject({ number: 1, at: stage.now });
		for (let n = 0; n < 5; n += 1) stage.must(stage.card(n), pin);
		stage.wait(RELEASE_EVERY - 1);
		expect(stage.summit.releases.byStation.get(station)?.number).toBe(1);
		stage.wait(1);
		expect(stage.summit.releases.byStation.get(station)?.number).toBe(2);
		expect(stage.refused(KIT, { ...release, station: 'nowhere' })).toBe('unknown_item');
	});

	test('S9: cards that only wrote words, and a secret extra, are not in the number of those who took part', () => {
		const stage = Stage.open(12);
		for (let n = 0; n < 7; n += 1) stage.must(stage.card(n), pin);
		for (let n = 7; n < 12; n += 1) stage.must(stage.card(n), say('Only words'));
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.get(station)?.cards).toBe(5);
	});

	test('S9: taking words back and ticking nothing change no figure, so they do not make up the five', () => {
		const stage = Stage.open(9);
		const choices = (ticked: string[]) => contribute('school', 'who-to-tell', { type: 'choices', choices: ticked });
		const school = stage.summit.stations.get('school')?.settings;
		const step = school?.steps.find(({ type }) => type === 'choices');
		if (step?.type !== 'choices') throw new Error('The school map asks for no choices.');
		const tick = (ticked: string[]) => ({ ...choices(ticked), step: step.id });
		stage.must(stage.card(0), tick([step.choices[0]?.id ?? '']));
		for (let n = 1; n < 6; n += 1) stage.must(stage.card(n), tick([]));
		for (let n = 1; n < 6; n += 1) {
			const said = stage.must(stage.card(n), say('Only words'));
			stage.must(stage.card(n), { type: 'station:withdraw', station, contribution: String(said['contribution']) });
		}
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.size).toBe(0);
	});

	test('S9: words alone, late marks and removed cards do not make up the five', () => {
		const stage = Stage.open(9);
		expect(RELEASE_CARDS).toBe(5);
		stage.must(stage.card(0), pin);
		for (let n = 1; n < 5; n += 1) stage.must(stage.card(n), say('Only words'));
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.size).toBe(0);
		for (let n = 1; n < 4; n += 1) stage.must(stage.card(n), pin);
		stage.must(stage.card(5), pin);
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(5).id });
		stage.must(stage.card(6), contribute(station, 'good-places', mark('the-moon'), 'Words with it'));
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.size).toBe(0);
		stage.must(stage.card(4), pin);
		stage.wait(0);
		expect(stage.summit.releases.byStation.get(station)).toMatchObject({ cards: 5 });
	});

	test('S8: removing a card changes no released figure until the next release', () => {
		const stage = Stage.open(12);
		for (let n = 0; n < 12; n += 1) stage.must(stage.card(n), pin);
		stage.wait(RELEASE_EVERY);
		const before = stage.summit.releases.byStation.get(station);
		expect(before).toMatchObject({ cards: 10 });
		for (let n = 0; n < 4; n += 1) stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(n).id });
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.get(station)).toBe(before);
		for (let n = 4; n < 9; n += 1) stage.must(stage.card(n), pin);
		stage.wait(RELEASE_EVERY);
		expect(stage.summit.releases.byStation.get(station)).toMatchObject({ number: 2, cards: 5 });
	});

	test('S2: the wall has a station’s picture only while an adult reveals it', () => {
		const stage = Stage.open(8);
		for (let n = 0; n < 8; n += 1) stage.must(stage.card(n), pin);
		stage.wait(RELEASE_EVERY);
		expect(stage.rows('wall').has(`release:${station}`)).toBe(false);
		stage.must(FACILITATOR, { type: 'station:reveal', station, seen: 1 });
		expect(stage.rows('wall').get(`release:${station}`)).toMatchObject({
			points: [{ axis: 'place', cell: 'pond', answer: 'safe', cards: 5 }]
		});
		const tile = [...stage.rows(`heat:${station}`)].find(([key]) => key.startsWith('tile:'));
		expect(tile?.[1]).toMatch(/^0*1$/);
		stage.must(FACILITATOR, { type: 'station:hide', station });
		expect(stage.rows('wall').has(`release:${station}`)).toBe(false);
		expect(stage.rows(`heat:${station}`).size).toBe(0);
	});
});
