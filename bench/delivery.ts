/** B3: what it costs to bring one row to many screens; and what screens that do not read cost those that do (L7). */
import { setTimeout as wait } from 'node:timers/promises';
import { ROUNDS } from './bench.ts';
import type { Bench } from './bench.ts';
import { percentile, mustBeTaken, steadily } from './drive.ts';
import { beside } from './figures.ts';
import { STATION, lineTo, openPhone } from './kit.ts';
import { floorRoom, kitRoom, sender } from './rooms.ts';
import type { KitRoom, Room } from './rooms.ts';
import { Wire } from './wire.ts';
import { commandId } from '../src/lib/live/ids.ts';

const SCREENS = 2_000;
/** One person may send six commands a second. */
const PER_SECOND = 5;
const SECONDS = 5;

/** Makes one frame for every screen; resolves when the server has taken it. */
type Broadcast = () => Promise<unknown>;

/** A facilitator's pause and resume of the map, in turns: one row of everybody's `summit` changes, and travels at once. */
async function pauses({ server, prepared }: KitRoom): Promise<{ broadcast: Broadcast; line: Wire }> {
	const { token } = prepared.facilitator;
	const line = await Wire.open(lineTo(server, prepared, { as: 'facilitator', token }));
	let paused = false;
	let seen = 1;
	line.onFrame = (text) => {
		const found = /"version":(\d+)/u.exec(text);
		if (text.startsWith('42["frame"') && found) seen = Number(found[1]);
	};
	await line.ask('watch', [{ topic: 'summit' }]);
	const broadcast = async (): Promise<unknown> => {
		const type = paused ? 'station:resume' : 'station:pause';
		paused = !paused;
		return line.ask('do', { id: commandId(Date.now()), type, station: STATION, ...(paused ? {} : { seen }) });
	};
	return { broadcast, line };
}

/** Microseconds of the server's processor for one frame that reached one screen. */
async function costOfOne({ server, phones }: Room, broadcast: Broadcast): Promise<number> {
	const framesNow = (): number => phones.reduce((so, { frames }) => so + frames, 0);
	const before = { cpu: server.cpu(), frames: framesNow() };
	for (let sent = 0; sent < PER_SECOND * SECONDS; sent += 1) {
		await Promise.all([broadcast(), wait(1000 / PER_SECOND)]);
	}
	// The last frame is still under way in slices.
	await wait(200);
	return ((server.cpu() - before.cpu) * 1000) / (framesNow() - before.frames);
}

export const b3: Bench = async (ground) => {
	const kit = await kitRoom(ground, { phones: SCREENS });
	const floor = await floorRoom(ground, { kind: 'socket-io', phones: SCREENS });
	const { broadcast, line } = await pauses(kit);
	try {
		await broadcast();
		await broadcast();
		await wait(500);
		// The very frame the kit sends, for the floor to pass on.
		const frame = (JSON.parse(kit.phones[0]?.lastFrame.slice(2) ?? '[]') as unknown[])[1];
		const [saying] = floor.phones;
		const costs: [number[], number[]] = [[], []];
		for (let round = 1; round <= ROUNDS; round += 1) {
			ground.say(`round ${round} of ${ROUNDS}: kit`);
			costs[0].push(await costOfOne(kit, broadcast));
			ground.say(`round ${round} of ${ROUNDS}: floor`);
			costs[1].push(await costOfOne(floor, async () => saying?.ask('say', frame)));
		}
		const measure = `server CPU for a row to one of ${SCREENS.toLocaleString('en')} screens, everything counted`;
		const said = { budget: 'B3', measure, unit: 'µs', limit: 1.25 };
		const figure = beside(said, costs[0], { name: 'Socket.IO room broadcast', measured: costs[1] });
		const bytes = kit.phones[0]?.lastFrame.length ?? 0;
		return { figures: [figure], curves: [], notes: [`B3: a frame of ${bytes} bytes, one row.`] };
	} finally {
		line.close();
		await kit.end();
		await floor.end();
	}
};

const PHONES = 300;
const SLOW = PHONES / 10;
const RATE = 200;
const READ_SECONDS = 8;

/** Asks for everything there is, as often as one card may, for as long as the round lasts. */
async function asking(line: Wire, over: AbortSignal): Promise<void> {
	const all = [{ topic: 'summit' }, { topic: 'choose' }, { topic: `heat:${STATION}` }];
	for (let at = 0; at < 60; at += 1) void line.ask('watch', all);
	while (!over.aborted) {
		await wait(200);
		void line.ask('watch', all);
	}
}

export const slow: Bench = async (ground) => {
	const kit = await kitRoom(ground, { phones: PHONES, marks: 10_000, revealed: true });
	const { server, prepared } = kit;
	const those = kit.phones.slice(SLOW);
	for (const line of kit.phones.slice(0, SLOW)) line.close();
	const send = sender(those, prepared.steps);
	try {
		const measured: [number[], number[]] = [[], []];
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const [at, reads] of [true, false].entries()) {
				ground.say(
					`${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}: one in ten ${reads ? 'reads' : 'does not read'}`
				);
				const over = new AbortController();
				const lines: Wire[] = [];
				for (const card of prepared.cards.slice(0, SLOW)) lines.push(await openPhone(server, prepared, card));
				if (!reads) for (const line of lines) line.stopReading();
				const asked = lines.map((line) => asking(line, over.signal));
				const driven = await steadily({ rate: RATE, seconds: round === 0 ? 2 : READ_SECONDS, send });
				over.abort();
				await Promise.all(asked);
				for (const line of lines) line.close();
				mustBeTaken(driven, 'kit');
				if (round > 0) measured[at]?.push(percentile(driven.took, 0.99));
			}
		}
		const measure = `others’ acknowledgement p99 while ${SLOW} of ${PHONES} phones ask and do not read`;
		const floor = { name: 'while they read', measured: measured[0] };
		const figure = beside({ budget: 'slow', measure, unit: 'ms', limit: 1.2 }, measured[1], floor);
		return { figures: [figure], curves: [], notes: [] };
	} finally {
		await kit.end();
	}
};
