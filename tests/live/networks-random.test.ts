/**
 * L3, L4, L7 by lot: many devices, each with bad luck of its own, say and take back and ask for somebody while lines break
 * in every way there is and the kit starts again. A seed decides it all, so what failed once is a test by name from then on.
 */
import { expect, test } from 'vitest';
import { ClassRoom, idea } from './class-room.ts';
import { lots } from './hostile.ts';
import type { Draw } from './hostile.ts';
import { OPEN } from './filter.ts';
import { LONG, many, timeout } from './how-long.ts';
import type { Peer } from './peer.ts';
import { CLEAR, THIN } from './proxy.ts';
import type { Proxy } from './proxy.ts';

/** Seeds that failed once, each with what was mended then. */
const FAILED: [seed: number, why: string][] = [];

const CARDS = many({ short: 6, long: 24 });
const STEPS = many({ short: 12, long: 60 });
/** One seed of these is new in every run of the long form. */
const SEEDS = LONG ? [1, 2, 3, 4, 5, 6, 7, 8, 9, Date.now() % 1_000_000] : [1, 2];

const pick = <T>(draw: Draw, list: readonly [T, ...T[]]): T => list[draw(list.length)] ?? list[0];

const FAULTS: readonly [(proxy: Proxy, draw: Draw) => void, ...((proxy: Proxy, draw: Draw) => void)[]] = [
	(proxy) => proxy.heal(),
	(proxy) => proxy.heal(),
	(proxy) => proxy.cut(),
	(proxy) => proxy.shut(),
	(proxy) => proxy.blackOut(),
	(proxy) => proxy.swallow('up'),
	(proxy) => proxy.swallow('down'),
	(proxy) => proxy.swallow('up', 'down'),
	(proxy, draw) => (proxy.weather = { ...CLEAR, delay: draw(300), jitter: 1 + draw(200) }),
	(proxy, draw) => (proxy.weather = { ...CLEAR, rate: THIN * (1 + draw(8)) }),
	(proxy, draw) => (proxy.weather = { ...CLEAR, resets: draw(50), stalls: draw(50) })
];

/** What a student does next. */
function act(peer: Peer, draw: Draw): void {
	const mine = peer.said.flatMap(({ body, answer }) =>
		body.type === 'station:contribute' && answer?.ok ? [String(answer.answer['contribution'])] : []
	);
	const back = mine[draw(mine.length || 1)];
	const lot = draw(10);
	if (lot === 0) void peer.do({ type: 'talk:ask', how: 'later', aboutAdult: false });
	else if (lot < 3 && back !== undefined)
		void peer.do({ type: 'station:withdraw', station: 'neighbourhood', contribution: back });
	else void peer.do(idea());
}

async function day(seed: number): Promise<void> {
	const draw = lots(seed);
	const room = await ClassRoom.open(seed);
	const cards: Peer[] = [];
	for (let count = 0; count < CARDS; count += 1)
		cards.push(await room.card({ behind: draw(2) === 0 ? 'filter' : 'air' }));
	const lead = await room.adult('stationLead');
	const all = [...cards, await room.adult('wall'), lead, await room.adult('lead', { behind: 'filter' })];
	const restarts = draw(STEPS);
	for (let step = 0; step < STEPS; step += 1) {
		for (const peer of all) if (draw(3) === 0) pick(draw, FAULTS)(room.of(peer), draw);
		for (const card of cards) if (draw(2) === 0) act(card, draw);
		if (draw(4) === 0)
			room.filter.rules = { ...OPEN, upgrade: pick(draw, ['pass', 'forbid', 'close', 'ignore', 'deafen']) };
		if (draw(6) === 0) room.filter.rules = { ...OPEN, polling: pick(draw, ['pass', 'forbid', 'ignore']) };
		if (draw(6) === 0) room.filter.rules = { ...OPEN, portal: pick(draw, ['none', 'page', 'json']) };
		for (const peer of all) {
			if (draw(8) === 0) peer.tell(pick(draw, ['back', 'lost', 'seen']));
			if (draw(12) === 0) peer.skew = draw(24) * 3_600_000 - 12 * 3_600_000;
		}
		if (step === restarts) await room.restart();
		// How long bad luck lasts is part of the lot.
		await new Promise((resolve) => setTimeout(resolve, draw(many({ short: 120, long: 4_000 }))));
	}
	const summit = await room.end();
	const asks = cards.flatMap(({ said }) => said.filter(({ body }) => body.type === 'talk:ask'));
	expect(asks.every(({ answer }) => answer?.ok)).toBe(true);
	const heard = [...summit.worries.list.values()].filter(({ kind }) => kind === 'talk');
	expect(heard.length).toBe(asks.length);
	for (const { said } of cards) {
		for (const { body, answer } of said) {
			// Taking the same one back twice is answered the second time that it is not there any more.
			if (body.type === 'station:withdraw') expect(answer?.ok === true || answer?.code === 'unknown_item').toBe(true);
		}
	}
}

test.each(SEEDS)('L3, L4, L7: a day by lot, seed %i', { timeout: timeout(90_000) }, day);
test.each(FAILED)('L3, L4, L7: seed %i: %s', { timeout: timeout(90_000) }, (seed) => day(seed));
