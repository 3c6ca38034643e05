/**
 * B12: whether a room under load that adds nothing grows all the same. Marks are made and taken back, phones leave and come
 * back; what is in use after a collection is sampled, and a straight line laid through it.
 */
import type { Bench } from './bench.ts';
import { mustBeTaken, steadily } from './drive.ts';
import type { Send } from './drive.ts';
import { plain } from './figures.ts';
import type { Curve } from './figures.ts';
import { STATION, mark, openPhone } from './kit.ts';
import { kitRoom } from './rooms.ts';
import type { KitRoom } from './rooms.ts';
import { straightLine } from './straight-line.ts';
import { commandId } from '../src/lib/live/ids.ts';

const PHONES = 300;
const RATE = 150;
const SAMPLES = 14;
/** Seconds between samples, in the short form; two hours are `npm run bench -- b12 --hours 2`. */
const SECONDS = 4;
/** Samples at the start that only show it warming up. */
const WARM = 4;
const LEAVING = 15;
/** KB a minute that are about zero here: twelve megabytes in two hours. */
const ABOUT_ZERO = 100;

/** A phone marks something and, on its next turn, takes it back. */
function makesAndTakesBack({ phones, prepared }: KitRoom): Send {
	const made: (string | null)[] = phones.map(() => null);
	return async (at) => {
		const turn = at % phones.length;
		const line = phones[turn];
		const contribution = made[turn];
		made[turn] = null;
		const id = commandId(Date.now());
		if (contribution) return line?.ask('do', { id, type: 'station:withdraw', station: STATION, contribution });
		const answer = await line?.ask('do', mark(prepared.steps[0] ?? '', id));
		made[turn] = /"contribution":"([^"]+)"/u.exec(JSON.stringify(answer))?.[1] ?? null;
		return answer;
	};
}

async function leaveAndComeBack({ server, prepared, phones }: KitRoom, from: number): Promise<void> {
	for (let at = from; at < from + LEAVING; at += 1) {
		const card = prepared.cards[at % phones.length];
		if (!card) continue;
		phones[at % phones.length]?.close();
		phones[at % phones.length] = await openPhone(server, prepared, card);
	}
}

export const b12: Bench = async (ground) => {
	const hours = ground.options.get('hours');
	const apart = hours === undefined ? SECONDS : (hours * 3600) / SAMPLES;
	const kit = await kitRoom(ground, { phones: PHONES });
	const points: { x: number; y: number }[] = [];
	try {
		const send = makesAndTakesBack(kit);
		const began = performance.now();
		for (let sample = 1; sample <= SAMPLES; sample += 1) {
			mustBeTaken(await steadily({ rate: RATE, seconds: apart, send }), 'kit');
			await leaveAndComeBack(kit, sample * LEAVING);
			const y = (await kit.server.live()) / 1000;
			points.push({ x: (performance.now() - began) / 60_000, y });
			ground.say(`sample ${sample} of ${SAMPLES}: ${Math.round(y).toLocaleString('en')} KB in use`);
		}
	} finally {
		await kit.end();
	}
	const found = straightLine(points.slice(WARM));
	const minutes = (apart * SAMPLES) / 60;
	const measure = `growth of memory in use, ${PHONES} phones, ${RATE} commands/s that leave nothing, one standard error either way`;
	const scaled = hours === undefined ? { scaled: `${minutes.toFixed(1)} minutes; longer with --hours 2` } : {};
	const figure = plain({ budget: 'B12', measure, unit: 'KB/min', limit: ABOUT_ZERO, ...scaled }, [
		...[found.slope - found.error, found.slope, found.slope + found.error]
	]);
	const rows = points.map(({ x, y }) => ({ count: Number(x.toFixed(1)), values: [Math.round(y)] }));
	const curve: Curve = { name: 'Memory in use over time', over: 'minutes', columns: ['KB'], rows };
	return { figures: [figure], curves: [curve], notes: [] };
};
