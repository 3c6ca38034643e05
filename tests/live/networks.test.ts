/**
 * L3, L4, L7: real devices behind bad networks. After each fault everything a device said is in the store exactly once and
 * was answered, nobody waits for ever, every screen equals a fresh one, and those on a good network notice nothing.
 */
import { expect, test } from 'vitest';
import { ClassRoom, idea } from './class-room.ts';
import { LONG, many, timeout } from './how-long.ts';
import type { Peer } from './peer.ts';
import { until } from './peer.ts';
import { CLEAR, THIN } from './proxy.ts';
import type { Weather } from './proxy.ts';

const HERE = timeout(60_000);
const CARDS = many({ short: 4, long: 12 });
/** Milliseconds a black-out lasts. */
const DARK = many({ short: 1_500, long: 60_000 });

/** Students, a wall and a station lead, all of whom have seen the room on a good network. */
async function everybody(seed: number): Promise<{ room: ClassRoom; cards: Peer[]; all: Peer[] }> {
	const room = await ClassRoom.open(seed);
	const cards = await Promise.all(Array.from({ length: CARDS }, () => room.card()));
	const all = [...cards, await room.adult('wall'), await room.adult('stationLead')];
	await room.settle();
	for (const peer of all) await until(() => peer.live.net === 'online');
	return { room, cards, all };
}
const say = (cards: readonly Peer[]): void => cards.forEach((card) => void card.do(idea()));

/** So many milliseconds of a fault: how long it lasts is what is tried, and nothing is expected of what it takes. */
const last = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const WEATHERS: Record<string, Partial<Weather>> = {
	'50 ms there and back, with jitter': { delay: 25, jitter: 50 },
	'far away': LONG ? { delay: 1_000, jitter: 500 } : { delay: 150, jitter: 100 },
	'so far that a socket hardly opens': LONG ? { delay: 2_000, jitter: 500 } : { delay: 400, jitter: 100 },
	'50 kbit/s': { rate: THIN, delay: 50, jitter: 20 },
	'one connection in three is reset': { resets: 33 },
	'one connection in three stands still': { stalls: 33 },
	'a little of everything': { delay: 30, jitter: 60, rate: 40_000, resets: 15, stalls: 10 }
};

test.each(Object.entries(WEATHERS))('L3, L4: %s', { timeout: HERE }, async (_name, weather) => {
	const { room, cards, all } = await everybody(11);
	for (const peer of all) room.of(peer).weather = { ...CLEAR, ...weather };
	// What had opened in good weather ends, so that every device opens its line anew in bad weather.
	for (const peer of all) room.of(peer).cut();
	say(cards);
	await room.bystand();
	say(cards);
	const late = await room.card();
	room.of(late).weather = { ...CLEAR, ...weather };
	say([late]);
	// Everything gets through while the weather stays as it is.
	for (const { said } of [...cards, late]) await until(() => said.every(({ answer }) => answer !== null));
	await room.settle();
	await room.end();
});

test('L3, L4: a black-out in which everybody goes on writing', { timeout: HERE }, async () => {
	const { room, cards, all } = await everybody(12);
	say(cards);
	for (const peer of all) room.of(peer).blackOut();
	say(cards);
	await room.bystand();
	await last(DARK);
	say(cards);
	expect(cards.every(({ live }) => live.waiting > 0)).toBe(true);
	await room.end();
});

const LOST = { 'towards the kit': ['up'], 'towards the device': ['down'], 'both ways': ['up', 'down'] } as const;

test.each(Object.entries(LOST))(
	'L3, L4: connections that only seem to live, and lose everything %s',
	{ timeout: HERE },
	async (_name, ways) => {
		const { room, cards, all } = await everybody(13);
		for (const peer of all) room.of(peer).swallow(...ways);
		say(cards);
		await room.bystand();
		for (const { said } of cards) await until(() => said.every(({ answer }) => answer !== null));
		await room.end();
	}
);

test('L3, L4: the kit starts again in the middle, twice', { timeout: HERE }, async () => {
	const { room, cards } = await everybody(14);
	say(cards);
	await room.restart(async () => say(cards));
	say(cards);
	await room.bystand();
	say(cards);
	await room.restart();
	say(cards);
	await room.end();
});

test('L3, L4, L6: a line that comes and goes all the time', { timeout: HERE }, async () => {
	const { room, cards, all } = await everybody(15);
	for (let times = 0; times < many({ short: 8, long: 40 }); times += 1) {
		say(cards);
		for (const peer of all) {
			// A reset, a half-open connection the kit still counts, a moment without anything.
			if (times % 3 === 0) room.of(peer).cut();
			else if (times % 3 === 1) room.of(peer).swallow('up', 'down');
			else room.of(peer).blackOut();
		}
		await last(many({ short: 100, long: 2_000 }));
		for (const peer of all) room.of(peer).heal();
		if (times % 2 === 0) for (const peer of all) peer.tell('back');
	}
	// Who says something finds out at once that a line is dead; who is quiet, by the engine's pings after twenty seconds.
	say(cards);
	await room.bystand();
	await room.end();
});

test(
	'L3: what the browser says of the network is only heard: a false alarm ends with the next word',
	{ timeout: HERE },
	async () => {
		const { room, cards, all } = await everybody(16);
		for (const peer of all) peer.tell('lost');
		expect(all.every(({ live }) => live.net === 'offline')).toBe(true);
		for (const peer of all) await until(() => peer.live.net === 'online');
		say(cards);
		await room.end();
	}
);

test('L4: a device that is looked at after a sleep finds a dead line out by asking', { timeout: HERE }, async () => {
	const { room, cards, all } = await everybody(17);
	for (const peer of all) room.of(peer).swallow('up', 'down');
	await room.bystand();
	const jump = 3_600_000;
	for (const peer of all) {
		peer.skew += jump;
		peer.tell('seen');
	}
	say(cards);
	for (const { said } of cards) await until(() => said.every(({ answer }) => answer !== null));
	await room.end();
});
