import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startOf } from '../summit/days.ts';
import { standardTemplate } from '../summit/templates/standard.ts';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { openKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { createPurge } from './purge.ts';
import type { Purge } from './purge.ts';
import type { Room } from './room.ts';
import { createRooms } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/port.ts';
import { chance } from './tokens.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
let keyDir: string;
let clock: HandClock;
let store: Store;
let keyring: Keyring;
let rooms: Rooms;
let purge: Purge;
let faults: string[];

beforeEach(async () => {
	keyDir = await mkdtemp(path.join(os.tmpdir(), 'purge-'));
	clock = handClock(startOf('2026-11-25'));
	store = memoryStore();
	keyring = await openKeyring({ dir: keyDir });
	faults = [];
	const fault = (what: string) => void faults.push(what);
	rooms = await createRooms({ store, keyring, clock, chance, network: 'safe', fault, reader: () => () => [] });
});
afterEach(async () => {
	await purge.close();
	await rooms.close();
	await rm(keyDir, { recursive: true });
});

async function made(): Promise<Room> {
	const settings = standardTemplate({ date: '2026-11-25', nextUpdate: '2026-12-09' });
	const person = { name: 'Fay', account: null };
	const answer = await rooms.create({ settings: { ...settings, name: 'Summit' }, rehearsal: false, person });
	const room = answer.ok ? await rooms.get(answer.summit) : null;
	if (!room) throw new Error('no summit');
	return room;
}
/** Ninety days on, with backups whose deletion does this. */
function begin(expire: () => Promise<number>): void {
	const fault = (what: string) => void faults.push(what);
	const backups = { expire, check: () => Promise.resolve() };
	purge = createPurge({ store, keyring, rooms, backups, clock, chance, fault });
	clock.advance(92 * DAY);
	purge.start();
}
function erased(room: Room): Promise<void> {
	return new Promise((resolve) =>
		room.onChange(({ events }) => {
			if (events.some(({ type }) => type === 'retention:erased')) resolve();
		})
	);
}

test('S13: an erasure that cannot go on is told, holds up no other, and goes on by the hour', async () => {
	const [first, second] = [await made(), await made()];
	const [firstDone, secondDone] = [erased(first), erased(second)];
	let calls = 0;
	begin(() => (++calls === 1 ? Promise.reject(new Error('EACCES')) : Promise.resolve(0)));
	await secondDone;
	expect(first.summit.retention.receipts).toEqual([]);
	expect(faults).toEqual(['An erasure could not go on; it is tried again.']);
	clock.advance(HOUR);
	await firstDone;
	expect([first, second].map(({ summit }) => summit.retention.receipts.length)).toEqual([1, 1]);
});

test('S13: nor is one forgotten that failed while it waited for a reader to leave', async () => {
	const room = await made();
	const done = erased(room);
	const waits = new Promise<void>((resolve) => {
		const hand = { ...clock };
		clock.after = (ms, work) => {
			if (ms === 1_000) resolve();
			return hand.after(ms, work);
		};
	});
	let readers = 1;
	store.compact = () => Promise.resolve(readers-- <= 0);
	const asked = new Promise<void>((resolve) => {
		store.settle = () => {
			resolve();
			return Promise.reject(new Error('SQLITE_IOERR'));
		};
	});
	begin(() => Promise.resolve(0));
	await waits;
	clock.advance(1_000);
	await asked;
	clock.advance(HOUR);
	await done;
	expect(faults).toEqual(['An erasure could not go on; it is tried again.']);
});
