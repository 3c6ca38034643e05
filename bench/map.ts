/**
 * The map station with more and more marks on it: what one more mark costs the kit, what a release weighs on its way to a
 * wall and to a phone (B10, M5), and how long a browser takes to draw it.
 */
import { drawingTimes } from './map-layer.ts';
import { MarkedMap, STATION } from './marks.ts';
import { rounds } from './rounds.ts';
import type { Rounds } from './rounds.ts';
import type { Frame } from '../src/lib/live/protocol.ts';
import { readHeatTile } from '../src/lib/summit/heat-tiles.ts';
import { parseTopic } from '../src/lib/summit/roles.ts';
import { keysOf, rowOf } from '../src/lib/summit/topics.ts';

const COUNTS = [100, 1_000, 10_000, 100_000];
const ROUNDS = 41;
/** Marks measured together: one alone is too quick for a clock. */
const TOGETHER = 100;
const RELEASES = 9;
const PHONE_BUDGET = 8 * 1024;

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

interface Found {
	marks: number;
	/** Microseconds. */
	oneMark: Rounds;
	/** Of `oneMark`, to the first count's. */
	ratio: number;
	/** Milliseconds of the processor. */
	release: Rounds;
	/** Bytes: all a wall, and all a phone, is sent of the station when it is revealed; and a phone after one more release. */
	wallFrame: number;
	phoneFrame: number;
	nextFrame: number;
	cells: number;
	/** Milliseconds. */
	drawWall: Rounds;
	drawPhone: Rounds;
}

export async function benchMap(): Promise<object> {
	console.log('Making maps with up to 100,000 marks.');
	const maps = COUNTS.map((marks) => ({ marks, map: new MarkedMap(marks), took: [] as number[] }));
	for (const { map } of maps) costOfOne(map);
	// All sizes in each round, so that whatever else the machine does meets all of them.
	for (let round = 0; round < ROUNDS; round += 1) for (const { map, took } of maps) took.push(costOfOne(map));
	const floor = rounds(maps[0]?.took ?? []).median;

	const heat = `heat:${STATION}`;
	const tables: Found[] = [];
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
		const oneMark = rounds(took);
		tables.push({
			...{ marks, oneMark, ratio: Number((oneMark.median / floor).toFixed(2)), release: rounds(releases) },
			...{ wallFrame: rows.wall, phoneFrame: rows.phone, nextFrame: frameBytes(map, heat, changed) },
			...{ cells: cells.length, ...(await drawingTimes(cells)) }
		});
	}
	print(tables);
	return { counts: tables };
}

function print(tables: readonly Found[]): void {
	const span = ({ median, least, most }: Rounds) => `${median} (${least} to ${most})`;
	const rows: [string, (one: Found) => string][] = [
		['one mark, µs', ({ oneMark }) => span(oneMark)],
		['… as a ratio', ({ ratio }) => ratio.toFixed(2)],
		['a release, ms', ({ release }) => span(release)],
		['wall frame, bytes', ({ wallFrame }) => String(wallFrame)],
		['phone frame, bytes', ({ phoneFrame }) => `${phoneFrame}${phoneFrame > PHONE_BUDGET ? ' over 8 KB' : ''}`],
		['next phone frame', ({ nextFrame }) => String(nextFrame)],
		['cells to draw', ({ cells }) => String(cells)],
		['drawing, wall, ms', ({ drawWall }) => span(drawWall)],
		['drawing, phone, ms', ({ drawPhone }) => span(drawPhone)]
	];
	const wide = 24;
	console.log(
		`\n${'marks'.padEnd(wide)}${tables.map(({ marks }) => marks.toLocaleString('en').padEnd(wide)).join('')}`
	);
	for (const [name, cell] of rows) {
		console.log(`${name.padEnd(wide)}${tables.map((one) => cell(one).padEnd(wide)).join('')}`);
	}
}
