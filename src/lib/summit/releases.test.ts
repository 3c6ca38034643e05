import { describe, expect, test } from 'vitest';
import { RELEASE_CARDS, RELEASE_EVERY, releasedPoints, secretExtra } from './releases.ts';
import { FACILITATOR, HOST_LEAD, KIT, Stage, contribute, mark, say } from './testing.ts';

const station = 'neighbourhood';
const release = { type: 'station:release', station } as const;
const pin = contribute(station, 'good-places', mark('pond'));

/** A tally out of `key → number of cards`; every key has cards of its own. */
function tallyOf(counts: Record<string, number>): Map<string, Map<string, number>> {
	return new Map(
		Object.entries(counts).map(([key, cards]) => [
			key,
			new Map(Array.from({ length: cards }, (_, n) => [`${key} ${String(n)}`, 1]))
		])
	);
}
const parents = (_axis: string, cell: string): string | null => (cell === 'other' ? null : 'other');
const points = (counts: Record<string, number>, threshold = 5) =>
	releasedPoints({ tally: tallyOf(counts), parent: parents, threshold, seed: 'seed', counts: () => true });

describe('released points', () => {
	test('S9: a cell needs its threshold and its secret extra, and is rounded down to fives', () => {
		for (let n = 0; n < 40; n += 1) {
			const cell = `cell-${String(n)}`;
			const extra = secretExtra('seed', `axis|${cell}|safe`);
			expect([0, 1, 2]).toContain(extra);
			const at = (cards: number) => points({ [`axis|${cell}|safe`]: cards }).find((p) => p.cell === cell);
			expect(at(4 + extra)).toBeUndefined();
			expect(at(5 + extra)).toMatchObject({ cards: 5 });
			expect(at(14)).toMatchObject({ cards: 10 });
		}
		const extras = new Set(Array.from({ length: 40 }, (_, n) => secretExtra('seed', String(n))));
		expect(extras.size).toBe(3);
		expect(Array.from({ length: 40 }, (_, n) => secretExtra('seed', String(n)))).not.toEqual(
			Array.from({ length: 40 }, (_, n) => secretExtra('another', String(n)))
		);
	});

	test('S9: thin cells go to their parent together, and a thin parent is left out', () => {
		expect(points({ 'axis|a|safe': 3, 'axis|b|safe': 3, 'axis|c|safe': 3 })).toEqual([
			{ axis: 'axis', cell: 'other', answer: 'safe', cards: 5 }
		]);
		expect(points({ 'axis|a|safe': 2, 'axis|b|safe': 2, 'axis|c|unsafe': 4 })).toEqual([]);
	});

	test('S9: a cell really called “other” is one with what is merged into it', () => {
		const released = points({ 'axis|other|safe': 8, 'axis|a|safe': 3, 'axis|b|safe': 4, 'axis|c|safe': 20 });
		expect(released).toEqual([
			{ axis: 'axis', cell: 'c', answer: 'safe', cards: 20 },
			{ axis: 'axis', cell: 'other', answer: 'safe', cards: 15 }
		]);
	});

	test('S9: a raised threshold holds', () => {
		expect(points({ 'axis|a|safe': 9 }, 10)).toEqual([]);
		expect(points({ 'axis|a|safe': 13 }, 10)).toMatchObject([{ cards: 10 }]);
	});
});

describe('when a release comes', () => {
	test('S9: after five cards that changed the station, and five seconds', () => {
		const stage = Stage.open(8);
		for (let n = 0; n < 4; n += 1) stage.must(stage.card(n), pin);
		stage.must(stage.card(0), pin);
		stage.wait(RELEASE_EVERY);
		expect(stage.refused(KIT, release)).toBe('already_so');
		stage.must(stage.card(4), pin);
		stage.wait(0);
		expect(stage.summit.releases.byStation.get(station)).toMatchObject({ number: 1, at: stage.now, cards: 5 });
		for (let n = 0; n < 5; n += 1) stage.must(stage.card(n), pin);
		stage.wait(RELEASE_EVERY - 1);
		expect(stage.summit.releases.byStation.get(station)?.number).toBe(1);
		stage.wait(1);
		expect(stage.summit.releases.byStation.get(station)?.number).toBe(2);
		expect(stage.refused(KIT, { ...release, station: 'nowhere' })).toBe('unknown_item');
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
			points: [
				{ axis: 'grid', answer: 'safe', cards: 5 },
				{ axis: 'place', cell: 'pond', answer: 'safe', cards: 5 }
			]
		});
		stage.must(FACILITATOR, { type: 'station:hide', station });
		expect(stage.rows('wall').has(`release:${station}`)).toBe(false);
	});
});
