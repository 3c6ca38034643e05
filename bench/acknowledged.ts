/** B1 and B2: how long a student waits until it is safely stored, and how many students a second can be answered so. */
import { performance } from 'node:perf_hooks';
import { ROUNDS } from './bench.ts';
import type { Bench, Ground } from './bench.ts';
import { closely, mustBeTaken, percentile, steadily } from './drive.ts';
import { beside } from './figures.ts';
import type { Figure } from './figures.ts';
import { floorRoom, kitRoom } from './rooms.ts';
import type { Room } from './rooms.ts';
import { NO_SHIM, SLOWER, canSlow } from './slow-disk.ts';

const RATE = 200;
const PHONES = 300;
const SECONDS = 6;
const CLOSED_PHONES = 1_000;
const CLOSED_SECONDS = 3;

async function endAll(rooms: readonly Room[]): Promise<void> {
	for (const room of rooms) await room.end();
}

/** The 99th of a hundred acknowledgements, in milliseconds, once a round for each room in turn. */
export async function waits({ say }: Ground, rooms: readonly Room[], seconds = SECONDS): Promise<number[][]> {
	const measured: number[][] = rooms.map(() => []);
	for (const room of rooms) await steadily({ rate: RATE, seconds: 2, send: room.send });
	for (let round = 1; round <= ROUNDS; round += 1) {
		for (const [at, room] of rooms.entries()) {
			say(`round ${round} of ${ROUNDS}: ${room.name}`);
			const driven = await steadily({ rate: RATE, seconds, send: room.send });
			mustBeTaken(driven, room.name);
			measured[at]?.push(percentile(driven.took, 0.99));
		}
	}
	return measured;
}

export const b1: Bench = async (ground) => {
	const measure = `acknowledgement p99, ${PHONES} phones, ${RATE} contributions/s`;
	const figures: Figure[] = [];
	const rooms = [
		await kitRoom(ground, { phones: PHONES }),
		await floorRoom(ground, { kind: 'socket-io', phones: PHONES })
	];
	try {
		const [kit = [], echo = []] = await waits(ground, rooms);
		const floor = { name: 'bare Socket.IO echo', measured: echo };
		figures.push(beside({ budget: 'B1', measure, unit: 'ms', limit: 2.5 }, kit, floor));
	} finally {
		await endAll(rooms);
	}
	if (!canSlow()) return { figures, curves: [], notes: [`B1 on a slow disk ${NO_SHIM}.`] };
	const slow = [await kitRoom(ground, { phones: PHONES, slow: true })];
	try {
		ground.say('on a slow disk');
		const [kit = []] = await waits(ground, slow, 5);
		const said = { budget: 'B1', measure: `${measure}, ${SLOWER} ms added to each fsync`, unit: 'ms', limit: 5 };
		figures.push(beside(said, kit, { name: 'one such fsync', measured: kit.map(() => SLOWER) }));
	} finally {
		await endAll(slow);
	}
	return { figures, curves: [], notes: [] };
};

interface Rates {
	perSecond: number[];
	/** Milliseconds of the server's processor for one. */
	cpu: number[];
	/** The largest part of a round in which the load itself was at work, 0 to 1. */
	load: number;
}

/** Contributions a second while every phone sends again as soon as it is answered. */
async function rates({ say }: Ground, rooms: readonly Room[]): Promise<Rates[]> {
	const measured = rooms.map((): Rates => ({ perSecond: [], cpu: [], load: 0 }));
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const [at, room] of rooms.entries()) {
			say(round === 0 ? `warming up: ${room.name}` : `round ${round} of ${ROUNDS}: ${room.name}`);
			const idle = performance.eventLoopUtilization();
			const before = room.server.cpu();
			const seconds = round === 0 ? 1 : CLOSED_SECONDS;
			const driven = await closely({ many: room.phones.length, seconds, send: room.send });
			mustBeTaken(driven, room.name);
			const mine = measured[at];
			if (round === 0 || !mine) continue;
			mine.perSecond.push(driven.took.length / driven.seconds);
			mine.cpu.push((room.server.cpu() - before) / driven.took.length);
			mine.load = Math.max(mine.load, performance.eventLoopUtilization(idle).utilization);
		}
	}
	return measured;
}

export const b2: Bench = async (ground) => {
	const figures: Figure[] = [];
	const notes: string[] = [];
	const measure = `durable contributions a second, closed loop of ${CLOSED_PHONES} phones`;
	const rooms = [
		await kitRoom(ground, { phones: CLOSED_PHONES, watching: false }),
		await floorRoom(ground, { kind: 'reference', phones: CLOSED_PHONES })
	];
	try {
		const [kit, reference] = await rates(ground, rooms);
		if (kit && reference) {
			const floor = { name: 'group-commit reference', measured: reference.perSecond };
			figures.push(beside({ budget: 'B2', measure, unit: '/s', limit: 0.6, atLeast: true }, kit.perSecond, floor));
			const [own, theirs] = [kit.load, reference.load].map((part) => `${Math.round(part * 100)} %`);
			notes.push(
				`B2: the load's own core was busy for ${own ?? ''} (kit) and ${theirs ?? ''} (reference) of the time.`
			);
		}
	} finally {
		await endAll(rooms);
	}
	if (!canSlow()) return { figures, curves: [], notes: [...notes, `B2 on a slow disk ${NO_SHIM}.`] };
	const slow = [
		await kitRoom(ground, { phones: CLOSED_PHONES, slow: true, watching: false }),
		await floorRoom(ground, { kind: 'reference', phones: CLOSED_PHONES, slow: true, each: true })
	];
	try {
		ground.say('on a slow disk');
		const [kit, each] = await rates(ground, slow);
		const said = { budget: 'B2', measure: `${measure}, ${SLOWER} ms added to each fsync`, unit: '/s', limit: 30 };
		const floor = { name: 'one commit per message', measured: each?.perSecond ?? [] };
		figures.push(beside({ ...said, atLeast: true }, kit?.perSecond ?? [], floor));
	} finally {
		await endAll(slow);
	}
	return { figures, curves: [], notes };
};
