/**
 * The map station with more and more marks on it: what one more mark costs the kit, what a release weighs on its way to a
 * wall and to a phone (B10, M5), and how long a browser takes to draw it.
 */
import type { Bench } from './bench.ts';
import { plain } from './figures.ts';
import type { Curve } from './figures.ts';
import { drawingTimes } from './map-layer.ts';
import { MarkedMap, STATION } from './marks.ts';
import { rounds } from './rounds.ts';
import type { Frame } from '../src/lib/live/protocol.ts';
import { readHeatTile } from '../src/lib/summit/heat-tiles.ts';
import { parseTopic } from '../src/lib/summit/roles.ts';
import { keysOf, rowOf } from '../src/lib/summit/topics.ts';

const COUNTS = [100, 1_000, 10_000, 100_000];
const ROUNDS = 41;
/** Marks measured together: one alone is too quick for a clock. */
const TOGETHER = 100;
const RELEASES = 9;

/** Bytes of one frame with these rows of a topic. */
function frameBytes(map: MarkedMap, text: string, keys: readonly string[]): number {
	const topic = parseTopic(text);
	if (!topic) throw new Error(`There is no topic ${text}.`);
	const rows = Object.fromEntries(keys.map((key) => [key, rowOf(map.summit, topic, key)]));
	const frame: Frame = {
		topics: [{ topic: text, epoch: 'AAAAAAAAAAAAAAAA-2', seq: map.summit.seq, replace: true, rows }]
	};
	return Buffer.byteLength(JSON.stringify(frame));
}
function wholeFrame(map: MarkedMap, text: string): number {
	const topic = parseTopic(text);
	return topic ? frameBytes(map, text, keysOf(map.summit, topic)) : 0;
}

/** Microseconds of the processor for one mark. Those measured are taken back, which leaves the map as it was. */
function costOfOne(map: MarkedMap): number {
	const marks = Array.from({ length: TOGETHER }, () => map.mark());
	const before = process.cpuUsage();
	for (const mark of marks) map.happens(mark);
	const { user, system } = process.cpuUsage(before);
	for (const mark of marks) map.takeBack(mark);
	return (user + system) / TOGETHER;
}

export const benchMap: Bench = async ({ say }) => {
	say('making maps with up to 100,000 marks');
	const maps = COUNTS.map((marks) => ({ marks, map: new MarkedMap(marks), took: [] as number[] }));
	for (const { map } of maps) costOfOne(map);
	// All sizes in each round, so that whatever else the machine does meets all of them.
	for (let round = 0; round < ROUNDS; round += 1) for (const { map, took } of maps) took.push(costOfOne(map));

	const heat = `heat:${STATION}`;
	const one: Curve['rows'] = [];
	const frames: Curve['rows'] = [];
	const drawing: Curve['rows'] = [];
	for (const { marks, map, took } of maps) {
		map.happens({ type: 'station:revealed', station: STATION });
		const releases: number[] = [];
		for (let round = 0; round < RELEASES; round += 1) {
			for (let n = 0; n < 10; n += 1) map.happens(map.mark());
			const before = process.cpuUsage();
			map.release();
			const { user, system } = process.cpuUsage(before);
			releases.push((user + system) / 1000);
		}
		const rows = { wall: wholeFrame(map, 'wall') + wholeFrame(map, heat), phone: wholeFrame(map, heat) };
		const topic = parseTopic(heat);
		const cells = (topic ? keysOf(map.summit, topic) : []).flatMap((key) =>
			key.startsWith('tile:') && topic ? readHeatTile(key.slice(5), String(rowOf(map.summit, topic, key))) : []
		);
		// Ten more cards mark something, as within any five seconds of a busy room.
		for (let n = 0; n < 10; n += 1) map.happens(map.mark());
		const changed = map.release();
		const drawn = await drawingTimes(cells);
		one.push({ count: marks, values: [rounds(took).median, rounds(releases).median] });
		frames.push({ count: marks, values: [rows.wall, rows.phone, frameBytes(map, heat, changed)] });
		drawing.push({ count: marks, values: [cells.length, drawn.drawWall.median, drawn.drawPhone.median] });
		say(`${marks.toLocaleString('en')} marks`);
	}
	const largest = frames.map(({ values }) => (values[1] ?? NaN) / 1024);
	const measure = 'a phone’s whole heat, the largest from 1,000 to 100,000 marks';
	const over = 'marks';
	return {
		figures: [plain({ budget: 'B10', measure, unit: 'KB', limit: 8 }, [Math.max(...largest.slice(1))])],
		curves: [
			{ name: 'What a mark and a release cost the kit', over, columns: ['one mark, µs', 'a release, ms'], rows: one },
			{ name: 'What is sent', over, columns: ['wall, bytes', 'phone, bytes', 'the phone’s next'], rows: frames },
			{ name: 'What is drawn', over, columns: ['cells', 'wall, ms', 'phone, ms'], rows: drawing }
		],
		notes: []
	};
};
