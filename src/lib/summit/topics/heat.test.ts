import { describe, expect, test } from 'vitest';
import { readHeatTile } from '../heat-tiles.ts';
import { mayWatch, parseTopic } from '../roles.ts';
import { FACILITATOR, OBSERVER, Stage, WALL, contribute, mark } from '../testing.ts';
import { isTopic } from '../topics.ts';

const station = 'neighbourhood';
const topic = `heat:${station}`;
const UNDERPASS: [number, number] = [0.52, 0.52];
const FAR: [number, number] = [0.05, 0.95];

/** Thirty cards of three schools; `marking` of them mark a place, the first `evening` of those in the evening. */
function day(marking = 30, evening = 12): Stage {
	const stage = Stage.open(30);
	for (let n = 0; n < marking; n += 1) put(stage, { n, at: UNDERPASS, when: n < evening ? ['evening'] : [] });
	stage.wait(5000);
	return stage;
}
function put(stage: Stage, { n, at, when }: { n: number; at: [number, number]; when: string[] }): void {
	stage.must(stage.card(n), contribute(station, 'worry-places', { ...mark(at, 'unsafe'), when }));
}
const reveal = (stage: Stage) =>
	stage.must(FACILITATOR, { type: 'station:reveal', station, seen: stage.summit.stations.get(station)?.version ?? 0 });
const cellsIn = (stage: Stage, of: string) =>
	[...stage.rows(of)].flatMap(([key, row]) =>
		key.startsWith('tile:') ? readHeatTile(key.slice('tile:'.length), String(row)) : []
	);

describe('the heat of a map station', () => {
	test('S2: there is not even the name of a tile until an adult reveals it, nor after it is hidden', () => {
		const stage = day();
		const [wall, filtered] = [stage.watch(WALL, topic), stage.watch(OBSERVER, `${topic}/when:evening`)];
		expect([wall.rows.size, filtered.rows.size]).toEqual([0, 0]);
		reveal(stage);
		expect([...wall.rows.keys()]).toEqual(['about', 'tile:5/2/2']);
		expect([...filtered.rows.keys()]).toEqual(['places', 'tile:5/2/2']);
		stage.must(FACILITATOR, { type: 'station:hide', station });
		expect([wall.rows.size, filtered.rows.size]).toEqual([0, 0]);
		for (let n = 0; n < 6; n += 1) put(stage, { n, at: FAR, when: [] });
		stage.wait(5000);
		expect(stage.touches.filter((touch) => touch.topic.startsWith('heat:'))).toEqual([]);
	});

	test('M5: a mark changes no row; a release names the tiles that changed and no others', () => {
		const stage = day();
		reveal(stage);
		const before = JSON.stringify([...stage.rows(topic)]);
		put(stage, { n: 0, at: FAR, when: [] });
		expect(stage.touches.filter((touch) => touch.topic.startsWith('heat:'))).toEqual([]);
		expect(JSON.stringify([...stage.rows(topic)])).toBe(before);
		for (let n = 1; n < 9; n += 1) put(stage, { n, at: FAR, when: [] });
		stage.wait(5000);
		expect(stage.touches.find((touch) => touch.topic === topic)?.keys).toEqual(['about', 'tile:5/0/3']);
	});

	test('S9: says which filters have figures, and offers nothing of those that have none', () => {
		const stage = day();
		reveal(stage);
		expect(stage.rows(topic).get('about')).toMatchObject({
			number: 1,
			cards: 30,
			slices: ['when:evening', 'school:host', 'school:north', 'school:far']
		});
		expect(cellsIn(stage, topic)).toEqual([{ cell: '5/16/16', parts: { safe: 0, mixed: 0, unsafe: 30 } }]);
		expect(cellsIn(stage, `${topic}/when:evening`)[0]?.parts.unsafe).toBe(10);
		expect(cellsIn(stage, `${topic}/school:north`)[0]?.parts.unsafe).toBe(10);
		expect(stage.rows(`${topic}/when:morning`).size).toBe(0);
	});

	test('L7: a filter that cannot be is no topic, and neither is the heat of what is no map', () => {
		const { summit } = Stage.open(0);
		const known = (text: string) => {
			const parsed = parseTopic(text);
			return parsed !== null && isTopic(summit, parsed);
		};
		for (const text of [topic, `${topic}/when:evening`, `${topic}/school:far`, 'heat:school']) {
			expect(known(text), text).toBe(true);
		}
		for (const text of ['heat', 'heat:platforms', 'heat:nowhere', `${topic}/`, `${topic}/when:noon`, `${topic}/x`]) {
			expect(known(text), text).toBe(false);
		}
		const parsed = parseTopic(topic);
		expect(parsed && mayWatch({ role: 'newcomer', id: 'newcomer' }, parsed)).toBe(false);
	});
});
