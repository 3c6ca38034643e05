import { beforeEach, describe, expect, test } from 'vitest';
import { handClock } from '../clock.ts';
import type { HandClock } from '../clock.ts';
import type { TileAt } from '../store/port.ts';
import type { Fault, Fetched } from './fetch-tile.ts';
import { createTileService } from './service.ts';
import type { TileService } from './service.ts';

const SECOND = 1_000;
const bytes = new Uint8Array([1, 2, 3]);
const good: Fetched = { ok: true, type: 'image/png', bytes, maxAge: null };
const bad = (fault: Fault, after: number | null = null): Fetched => ({ ok: false, fault, after });
const at = (x: number): TileAt => ({ z: 9, x, y: 5 });

let clock: HandClock;
/** What was asked of the service, and what answers it: each waits until the test says what came. */
let asked: { x: number; answer: (found: Fetched) => void }[];
let service: TileService;

beforeEach(() => {
	clock = handClock(1_000_000);
	asked = [];
	const fetcher = {
		fetch: ({ x }: TileAt) => new Promise<Fetched>((answer) => void asked.push({ x, answer })),
		close: () => undefined
	};
	service = createTileService({ clock, fetcher, waiting: 3 });
});

/** Asks for one tile and answers for the service. */
async function ask(x: number, found: Fetched) {
	const served = service.tile(at(x));
	await Promise.resolve();
	const one = asked.pop();
	if (!one) throw new Error('The service was not asked.');
	one.answer(found);
	return served;
}

test('M1: many devices that want one tile ask the service once, and all get it', async () => {
	const all = Array.from({ length: 300 }, () => service.tile(at(1)));
	const other = service.tile(at(2));
	expect(asked.map(({ x }) => x)).toEqual([1, 2]);
	for (const { answer } of asked) answer(good);
	const tile = { z: 9, x: 1, y: 5, type: 'image/png', bytes, endsAt: clock.now() + 7 * 86_400 * SECOND };
	for (const one of await Promise.all(all)) expect(one).toEqual({ ok: true, tile });
	expect(await other).toMatchObject({ ok: true, tile: { x: 2 } });
	// A moment later it is known without asking.
	expect(await service.tile(at(1))).toEqual({ ok: true, tile });
	expect(asked).toHaveLength(2);
});

test('M1: two are on their way at a time; who finds the line full is told to ask again, and the others are served', async () => {
	const all = [1, 2, 3, 4, 5].map((x) => service.tile(at(x)));
	expect(asked.map(({ x }) => x)).toEqual([1, 2]);
	expect(await service.tile(at(6))).toEqual({ ok: false, why: 'away', after: 5 });
	for (let turn = 0; turn < 5; turn += 1) {
		expect(asked.length).toBeLessThanOrEqual(turn + 2);
		asked[turn]?.answer(good);
		expect(await all[turn]).toMatchObject({ ok: true });
	}
	expect(asked.map(({ x }) => x)).toEqual([1, 2, 3, 4, 5]);
	expect(service.state()).toMatchObject({ ok: true });
});

test('M1: a service that asks for time gets it: nobody’s tile is asked for before', async () => {
	const waiting = service.tile(at(1));
	const behind = [2, 3, 4].map((x) => service.tile(at(x)));
	asked[0]?.answer(bad('busy', 120));
	expect(await waiting).toEqual({ ok: false, why: 'away', after: 120 });
	asked[1]?.answer(good);
	expect(await behind[0]).toMatchObject({ ok: true });
	// Those in the line do not go out any more.
	expect(await behind[1]).toMatchObject({ ok: false, why: 'away' });
	expect(await behind[2]).toMatchObject({ ok: false, why: 'away' });
	clock.advance(119 * SECOND);
	expect(await service.tile(at(5))).toEqual({ ok: false, why: 'away', after: 1 });
	expect(asked).toHaveLength(2);
	clock.advance(SECOND);
	expect(await ask(5, good)).toMatchObject({ ok: true });
});

test.each([
	[0, 1],
	[999_999_999, 3600]
])('M1: “ask again in %s seconds” is kept between a second and an hour', async (said, kept) => {
	expect(await ask(1, bad('busy', said))).toEqual({ ok: false, why: 'away', after: kept });
});

test('M1: a service that fails again and again is left alone for longer each time, and at once asked as before when it is back', async () => {
	for (const rest of [5, 10, 20, 40, 80, 160, 300, 300]) {
		expect(await ask(1, bad('away'))).toEqual({ ok: false, why: 'away', after: rest });
		clock.advance(rest * SECOND);
	}
	expect(await ask(1, good)).toMatchObject({ ok: true });
	expect(await ask(2, bad('away'))).toMatchObject({ after: 5 });
});

test('M1: two that fail together count as one failure', async () => {
	const both = [service.tile(at(1)), service.tile(at(2))];
	for (const { answer } of asked) answer(bad('away'));
	for (const one of both) expect(await one).toEqual({ ok: false, why: 'away', after: 5 });
});

test('M1: a tile that does not exist is not asked for again for an hour, and is no fault of the service', async () => {
	expect(await ask(1, bad('missing'))).toEqual({ ok: false, why: 'missing' });
	expect(await service.tile(at(1))).toEqual({ ok: false, why: 'missing' });
	expect(asked).toHaveLength(0);
	expect(service.state()).toMatchObject({ ok: true });
	clock.advance(3_600 * SECOND);
	expect(await ask(1, good)).toMatchObject({ ok: true });
});

test('M1: what is no tile is not asked for again for a minute; the tiles beside it are', async () => {
	expect(await ask(1, bad('unfit'))).toEqual({ ok: false, why: 'away', after: 60 });
	expect(await service.tile(at(1))).toEqual({ ok: false, why: 'away', after: 60 });
	expect(service.state()).toMatchObject({ ok: false });
	expect(await ask(2, good)).toMatchObject({ ok: true });
	expect(service.state()).toMatchObject({ ok: true });
	clock.advance(60 * SECOND);
	expect(await ask(1, good)).toMatchObject({ ok: true });
});

test.each([
	[null, 7 * 86_400],
	[0, 86_400],
	[3 * 86_400, 3 * 86_400],
	[999_999_999, 30 * 86_400]
])('M1: a tile whose service says %s seconds is kept for %s', async (maxAge, kept) => {
	const served = await ask(1, { ok: true, type: 'image/png', bytes, maxAge });
	expect(served).toMatchObject({ tile: { endsAt: clock.now() + kept * SECOND } });
	clock.advance(kept * SECOND);
	expect(await ask(1, good)).toMatchObject({ ok: true });
});

describe('M1: the facilitator is told how the service does, since when, in words', () => {
	test('before it is asked, and while it answers', async () => {
		expect(service.state()).toEqual({
			ok: true,
			since: 1_000_000,
			words: 'The online map has not been asked for anything yet.'
		});
		clock.advance(SECOND);
		await ask(1, good);
		clock.advance(SECOND);
		await ask(2, good);
		expect(service.state()).toEqual({ ok: true, since: 1_001_000, words: 'The online map answers.' });
	});
	test.each(['busy', 'away', 'denied', 'unfit', 'address'] as const)('%s', async (fault) => {
		await ask(1, good);
		clock.advance(SECOND);
		await ask(2, bad(fault));
		const told = service.state();
		expect(told).toMatchObject({ ok: false, since: 1_001_000 });
		expect(told.words).toMatch(/^The online map.* What is here already still works\.$/);
		clock.advance(600 * SECOND);
		await ask(3, good);
		expect(service.state()).toEqual({ ok: true, since: 1_601_000, words: 'The online map answers.' });
	});
});
