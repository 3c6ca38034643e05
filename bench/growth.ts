/** B8: what one contribution costs the server while more and more phones are in the room, at the same rate for all. */
import { ROUNDS } from './bench.ts';
import type { Bench } from './bench.ts';
import { mustBeTaken, steadily } from './drive.ts';
import { beside } from './figures.ts';
import type { Curve } from './figures.ts';
import { kitRoom } from './rooms.ts';
import type { KitRoom } from './rooms.ts';
import { rounds } from './rounds.ts';

const COUNTS = [50, 300, 1_000, 2_000];
const RATE = 200;
const SECONDS = 4;

/** Milliseconds of the processor for one contribution. */
async function cost({ server, send }: KitRoom, seconds: number): Promise<number> {
	const before = server.cpu();
	const driven = await steadily({ rate: RATE, seconds, send });
	mustBeTaken(driven, 'kit');
	return (server.cpu() - before) / driven.took.length;
}

export const b8: Bench = async (ground) => {
	const rooms: { count: number; kit: KitRoom; took: number[] }[] = [];
	try {
		for (const count of COUNTS) {
			ground.say(`${count} phones come`);
			// Frames excluded: these phones watch nothing. What frames cost is B3's.
			rooms.push({ count, kit: await kitRoom(ground, { phones: count, watching: false }), took: [] });
		}
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const { count, kit, took } of rooms) {
				ground.say(`${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}: ${count} phones`);
				const one = await cost(kit, round === 0 ? 2 : SECONDS);
				if (round > 0) took.push(one);
			}
		}
	} finally {
		for (const { kit } of rooms) await kit.end();
	}
	const least = rooms[0]?.took ?? [];
	const most = rooms.at(-1)?.took ?? [];
	const measure = `server CPU for a contribution, ${COUNTS.at(-1) ?? 0} phones against ${COUNTS[0] ?? 0}, ${RATE}/s in all`;
	const figure = beside({ budget: 'B8', measure, unit: 'ms', limit: 1.3 }, most, {
		...{ name: `${COUNTS[0] ?? 0} phones`, measured: least }
	});
	const rows = rooms.map(({ count, took }) => ({ count, values: [rounds(took).median] }));
	const curve: Curve = { name: 'A contribution’s cost over phones', over: 'phones', columns: ['CPU, ms'], rows };
	return { figures: [figure], curves: [curve], notes: [] };
};
