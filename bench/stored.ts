/** B9: whether a summit that holds a great deal still answers as it did when it held little. */
import { ROUNDS } from './bench.ts';
import type { Bench, Ground } from './bench.ts';
import { mustBeTaken, percentile, steadily } from './drive.ts';
import { beside } from './figures.ts';
import type { Curve } from './figures.ts';
import { STATION, watches } from './kit.ts';
import { kitRoom } from './rooms.ts';
import type { KitRoom } from './rooms.ts';
import { rounds } from './rounds.ts';

const COUNTS = [1_000, 10_000, 100_000];
/** The budget's own largest count; it takes minutes to make, so it is asked for: `npm run bench -- b9 --marks 1000000`. */
const WHOLE = 1_000_000;
const PHONES = 100;
const RATE = 100;
const SECONDS = 5;
/** Snapshots and queries taken in one round. */
const QUESTIONS = 60;

interface Taken {
	acknowledged: number[];
	snapshot: number[];
	heat: number[];
}

/** Milliseconds for one question after another, the middle of them: a server that has nothing else to do. */
async function middle(ask: (at: number) => Promise<unknown>): Promise<number> {
	const took: number[] = [];
	for (let at = 0; at < QUESTIONS; at += 1) {
		const began = performance.now();
		await ask(at);
		took.push(performance.now() - began);
	}
	return percentile(took, 0.5);
}

async function take({ phones, prepared, send }: KitRoom, taken: Taken | null): Promise<void> {
	const driven = await steadily({ rate: RATE, seconds: taken ? SECONDS : 1, send });
	mustBeTaken(driven, 'kit');
	const asks = (at: number): unknown => watches(prepared.cards[at]?.id ?? '');
	const snapshot = await middle(async (at) => phones[at]?.ask('watch', asks(at)));
	const heat = await middle(async (at) => phones[at]?.ask('watch', [{ topic: `heat:${STATION}` }]));
	taken?.acknowledged.push(percentile(driven.took, 0.99));
	taken?.snapshot.push(snapshot);
	taken?.heat.push(heat);
}

async function filled(
	ground: Ground,
	marks: number
): Promise<{ count: number; kit: KitRoom; taken: Taken; opened: number }> {
	ground.say(`making a summit with ${marks.toLocaleString('en')} marks`);
	const kit = await kitRoom(ground, { phones: PHONES, marks, revealed: true });
	return { count: marks, kit, taken: { acknowledged: [], snapshot: [], heat: [] }, opened: kit.server.cpu() };
}

export const b9: Bench = async (ground) => {
	const most = ground.options.get('marks');
	const counts = most === undefined || COUNTS.includes(most) ? COUNTS : [...COUNTS, most];
	const rooms: Awaited<ReturnType<typeof filled>>[] = [];
	try {
		for (const count of counts) rooms.push(await filled(ground, count));
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const { count, kit, taken } of rooms) {
				ground.say(
					`${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}: ${count.toLocaleString('en')} marks`
				);
				await take(kit, round === 0 ? null : taken);
			}
		}
	} finally {
		for (const { kit } of rooms) await kit.end();
	}
	const [first] = rooms;
	const last = rooms.at(-1);
	if (!first || !last) throw new Error('Nothing was measured.');
	const between = `${last.count.toLocaleString('en')} marks against ${first.count.toLocaleString('en')}`;
	const scaled = last.count < WHOLE ? { scaled: `up to ${last.count.toLocaleString('en')}; more with --marks` } : {};
	const figure = (measure: string, of: keyof Taken) =>
		beside({ budget: 'B9', measure: `${measure}, ${between}`, unit: 'ms', limit: 1.3, ...scaled }, last.taken[of], {
			...{ name: `${first.count.toLocaleString('en')} marks`, measured: first.taken[of] }
		});
	const rows = rooms.map(({ count, taken, opened }) => {
		const { acknowledged, snapshot, heat } = taken;
		return { count, values: [...[acknowledged, snapshot, heat].map((of) => rounds(of).median), opened] };
	});
	const columns = ['acknowledgement p99, ms', 'joining snapshot, ms', 'heat query, ms', 'opening, CPU ms'];
	const curve: Curve = { name: 'Answers over what is stored', over: 'marks', columns, rows };
	const figures = [
		figure('acknowledgement p99', 'acknowledged'),
		figure('a joining phone’s snapshot', 'snapshot'),
		figure('a whole heat', 'heat')
	];
	return { figures, curves: [curve], notes: [] };
};
