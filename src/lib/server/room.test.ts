import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DoAnswer, Frame } from '../live/protocol.ts';
import type { Actor, Context } from '../summit/subject.ts';
import type { RefusalCode } from '../summit/refusals.ts';
import type { Command } from '../summit/summit.ts';
import { HELP_UK } from '../summit/templates/help-uk.ts';
import { standardTemplate } from '../summit/templates/standard.ts';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { sendFrames } from './frames.ts';
import { openKeyring } from './keyring.ts';
import type { Room } from './room.ts';
import { createRooms } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { StoreFull } from './store/errors.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/port.ts';
import { chance } from './tokens.ts';

const settings = {
	...standardTemplate({ date: '2026-11-25', nextUpdate: '2026-12-09', helpPack: HELP_UK }),
	quietRoom: 'Library',
	schools: [{ id: 'host', name: 'Northbank School' }],
	allegations: [{ school: 'host', as: 'head' as const, name: 'Dr Lowe', contact: '01632 960 001' }]
};

let keyDir: string;
let clock: HandClock;
let store: Store;
let rooms: Rooms;
let room: Room;
let facilitator: Actor;
let faults: string[];
/** What the disk is known to suffer from. */
let blocked: RefusalCode | null;

async function openRooms(network: Context['network'] = 'safe'): Promise<Rooms> {
	const keyring = await openKeyring({ dir: keyDir });
	const fault = (what: string): void => void faults.push(what);
	const parts = { store, keyring, clock, chance, network, fault, blocked: () => blocked };
	return createRooms({ ...parts, reader: () => () => [] });
}

type Body<C = Command> = C extends Command ? Omit<C, 'id'> : never;
const send = (actor: Actor, body: Body, id = chance.id()) => room.do(actor, { ...body, id });
const pause: Body = { type: 'controls:pause' };

/** The next append waits until it is let go, as it does where a database is across a network. */
function holdNextAppend(): { reached: Promise<void>; letGo: (problem?: Error) => void } {
	const append = store.append.bind(store);
	let letGo: (problem?: Error) => void = () => undefined;
	const gate = new Promise<void>((resolve, reject) => {
		letGo = (problem) => (problem ? reject(problem) : resolve());
	});
	const reached = new Promise<void>((resolve) => {
		store.append = async (batch) => {
			store.append = append;
			resolve();
			await gate;
			return append(batch);
		};
	});
	return { reached, letGo };
}

beforeEach(async () => {
	keyDir = mkdtempSync(path.join(tmpdir(), 'room-'));
	clock = handClock(1_764_000_000_000);
	store = memoryStore();
	[faults, blocked] = [[], null];
	rooms = await openRooms();
	const made = await rooms.create({ settings, rehearsal: true, person: { name: 'Fay', account: null } });
	if (!made.ok) throw new Error(made.code);
	const found = await rooms.get(made.summit);
	if (!found) throw new Error('The summit is not there');
	room = found;
	facilitator = { role: 'facilitator', id: made.person };
});
afterEach(async () => {
	await rooms.close();
	rmSync(keyDir, { recursive: true });
});

describe('a room', () => {
	test('L1: whoever reads while a batch is on its way to the disk waits for it', async () => {
		const { reached, letGo } = holdNextAppend();
		const done = send(facilitator, pause);
		await reached;
		const order: string[] = [];
		const read = room.read(({ controls }) => controls.paused).then((paused) => order.push(`read ${paused}`));
		const watched = room.watch(facilitator, [{ topic: 'summit' }]).then(() => order.push('watched'));
		void done.then(() => order.push('answered'));
		letGo();
		await Promise.all([done, read, watched]);
		expect(order).toEqual(['answered', 'read true', 'watched']);
	});

	test('L1: what could not be stored never was: refused, read by nobody, and told to no listener', async () => {
		let told = 0;
		room.onChange(() => (told += 1));
		const { reached, letGo } = holdNextAppend();
		const done = send(facilitator, pause);
		await reached;
		const read = room.read(({ controls }) => controls.paused);
		letGo(new StoreFull());
		expect(await done).toMatchObject({ ok: false, code: 'store_full' });
		expect(await read).toBe(false);
		expect(told).toBe(0);
		expect(await send(facilitator, pause)).toMatchObject({ ok: true });
		expect(told).toBe(1);
	});

	test('L7: a listener that throws holds up neither the other listeners nor the next command', async () => {
		const heard: string[] = [];
		room.onChange(() => {
			throw new Error('a listener');
		});
		room.onChange(({ events }) => heard.push(...events.map(({ type }) => type)));
		expect(await send(facilitator, pause)).toMatchObject({ ok: true });
		expect(await send(facilitator, { type: 'controls:blank' })).toMatchObject({ ok: true });
		expect(heard).toEqual(['controls:paused', 'controls:blanked']);
		expect(faults).toEqual(['A change could not be passed on.', 'A change could not be passed on.']);
	});

	test('who reads gets a turn between two batches', async () => {
		const { reached, letGo } = holdNextAppend();
		const first = send(facilitator, pause);
		await reached;
		const versions: number[] = [];
		const read = room.read(({ controls }) => versions.push(controls.version));
		const second = send(facilitator, { type: 'controls:blank' });
		letGo();
		await Promise.all([first, read, second]);
		expect(versions).toEqual([1]);
		expect(await room.read(({ controls }) => controls.version)).toBe(2);
	});

	test('L7: closing answers what is waiting and refuses what comes after', async () => {
		const { reached, letGo } = holdNextAppend();
		const first = send(facilitator, pause);
		await reached;
		const second = send(facilitator, { type: 'controls:blank' });
		const closed = room.close();
		const third = send(facilitator, { type: 'doors:close' });
		letGo();
		await closed;
		expect(await first).toMatchObject({ ok: true });
		expect(await second).toMatchObject({ ok: true });
		expect(await third).toMatchObject({ ok: false, code: 'server_busy' });
	});

	test('L2: the same command twice in one batch is done once and answered the same', async () => {
		const theme: Body = { type: 'theme:add', name: 'Bus stops' };
		const [first, again] = await Promise.all([
			send(facilitator, theme, 'theme-one'),
			send(facilitator, theme, 'theme-one')
		]);
		expect(first.ok).toBe(true);
		expect(again).toEqual(first);
	});

	test('L1: commands that lie at the sockets together share one write to the disk, each still answered for itself', async () => {
		const appended: number[] = [];
		const append = store.append.bind(store);
		store.append = (batch) => {
			appended.push(batch.events.length);
			return append(batch);
		};
		// One message after another, as a loop reads its sockets: between two of them whatever waits on a promise goes on.
		const messages = [pause, { type: 'controls:blank' }, pause, { type: 'theme:add', name: 'Bus stops' }] as const;
		const sent: Promise<DoAnswer>[] = [];
		for (const message of messages) {
			sent.push(send(facilitator, message));
			for (let count = 0; count < 50; count += 1) await Promise.resolve();
		}
		expect((await Promise.all(sent)).map((answer) => answer.ok || answer.code)).toEqual([
			true,
			true,
			'already_so',
			true
		]);
		expect(appended).toEqual([3]);
	});

	test('S5: while the disk is known to be full nobody else is tried for, but a call for help is', async () => {
		const card = await joinCard();
		blocked = 'store_full';
		const talk: Body = { type: 'talk:ask', how: 'come', aboutAdult: false };
		expect(await send(facilitator, pause)).toMatchObject({ ok: false, code: 'store_full' });
		expect(await send(card, talk)).toMatchObject({ ok: true });
		expect(room.summit.worries.list.size).toBe(1);
		expect(room.summit.controls.paused).toBe(false);
	});

	test('S2: what is held settles later, although the disk was full when it was due', async () => {
		const item = await heldWords();
		const append = store.append.bind(store);
		store.append = () => {
			store.append = append;
			return Promise.reject(new StoreFull());
		};
		const settled = new Promise<void>((resolve) => {
			room.onChange(({ events }) => events.some(({ type }) => type === 'words:settled') && resolve());
		});
		clock.advance(5_500);
		await room.read(() => undefined);
		expect(faults).toHaveLength(1);
		expect(room.summit.queue.items.get(item)?.state).toBe('held');
		clock.advance(5_000);
		await settled;
		expect(room.summit.queue.items.get(item)?.state).toBe('shown');
	});
});

async function must(actor: Actor, body: Body): Promise<Record<string, unknown>> {
	const answer = await send(actor, body);
	if (!answer.ok) throw new Error(`${body.type}: ${answer.code} ${JSON.stringify(answer.detail)}`);
	return answer.answer;
}

const lead: Actor = { role: 'lead', id: 'lead-0001' };

/** A lead who answered, the welfare statement read, the doors open. */
async function openDoors(): Promise<void> {
	const join = { person: lead.id, name: 'Jo', role: 'lead', school: 'host', account: null } as const;
	await must({ role: 'kit', id: 'kit' }, { type: 'people:join', ...join });
	await must(lead, { type: 'people:answer' });
	await must(facilitator, { type: 'welfare:read', by: 'Ms Cole' });
	await must(facilitator, { type: 'doors:open', seen: 0 });
}

/** A card's words for the first station, decided on and still held. */
async function joinCard(): Promise<Actor> {
	await openDoors();
	const newcomer: Actor = { role: 'newcomer', id: 'newcomer' };
	const band = settings.bands[0] ?? '7-8';
	const { card } = await must(newcomer, { type: 'cards:join', school: 'host', band, headcount: 1 });
	const mine: Actor = { role: 'card', id: String(card) };
	await must(mine, { type: 'cards:agree' });
	return mine;
}

async function heldWords(): Promise<string> {
	const [station] = settings.stations;
	const step = station?.steps[0];
	if (!station || !step) throw new Error('The template has no station');
	const mine = await joinCard();
	const from = { station: station.id, step: step.id };
	// The station is not open, so the words come late and a lead decides on them.
	await must(mine, { type: 'station:contribute', ...from, entry: { type: 'words' }, words: 'more lamps' });
	const [item] = room.summit.queue.items.values();
	if (!item) throw new Error('Nothing stands in the queue');
	await must(lead, { type: 'words:show', item: item.id, seen: item.version });
	return item.id;
}

describe('frames of a room', () => {
	test('L1: a frame that is due while a batch is on its way says only what is on disk', async () => {
		const frames: Frame[] = [];
		await room.watch(facilitator, [{ topic: 'ideas' }]);
		const sent = new Promise<void>((resolve) => {
			const send = (_to: string, frame: Frame): boolean => (frames.push(frame), resolve(), false);
			sendFrames({ room, clock, send, nextTurn: (fn) => fn() });
		});
		const added = await send(facilitator, { type: 'theme:add', name: 'Bus stops' });
		const theme = added.ok ? String(added.answer['theme']) : '';
		const { reached, letGo } = holdNextAppend();
		const refusedLater = send(facilitator, { type: 'theme:rename', theme, name: 'Never stored' });
		await reached;
		clock.advance(100);
		letGo(new StoreFull());
		expect(await refusedLater).toMatchObject({ code: 'store_full' });
		await sent;
		expect(JSON.stringify(frames)).toContain('Bus stops');
		expect(JSON.stringify(frames)).not.toContain('Never stored');
	});

	test('S8: controls go out with the commit, not at the next tick', async () => {
		const topics: string[] = [];
		await room.watch(facilitator, [{ topic: 'summit' }]);
		const stop = sendFrames({
			room,
			clock,
			send: (_to, frame) => (topics.push(...frame.topics.flatMap(({ rows }) => Object.keys(rows))), true),
			nextTurn: () => undefined
		});
		await send(facilitator, pause);
		expect(topics).toEqual(['controls']);
		stop();
		await send(facilitator, { type: 'controls:blank' });
		expect(topics).toEqual(['controls']);
	});
});

describe('the summits of a kit', () => {
	test('S15: doors opened on a safe network are shut by the kit when it starts on one that is not', async () => {
		const made = await rooms.create({ settings, rehearsal: false, person: { name: 'Fay', account: 'fay' } });
		const real = made.ok ? await rooms.get(made.summit) : null;
		if (!real) throw new Error('The summit is not there');
		room = real;
		facilitator = { role: 'facilitator', id: made.ok ? made.person : '' };
		await openDoors();
		const types = async (): Promise<string[]> =>
			(await store.read({ summit: real.id, after: 0, limit: 100 })).map(({ type }) => type);
		for (const [network, open] of [
			['safe', true],
			['plain', false]
		] as const) {
			const again = await openRooms(network);
			expect((await again.get(real.id))?.summit.doors.open).toBe(open);
			await again.close();
			expect((await types()).includes('doors:closed')).toBe(!open);
		}
	});

	test('a summit whose making was cut short is none, and the kit starts without it', async () => {
		await store.createSummit({ id: 'cut-short-1', log: 'log-1', rehearsal: false, createdAt: 1 });
		const again = await openRooms();
		expect((await again.list()).map(({ id }) => id)).toEqual([room.id]);
		expect(await again.get('cut-short-1')).toBeNull();
		await again.close();
	});

	test('S13: a throwing away that was cut short leaves no key, and the next start ends it', async () => {
		const discard = store.discard.bind(store);
		store.discard = async () => {
			store.discard = discard;
			throw new Error('cut short');
		};
		await expect(rooms.discard(room.id)).rejects.toThrow('cut short');
		expect((await openKeyring({ dir: keyDir })).has(room.id)).toBe(false);
		expect(await store.summits()).toHaveLength(1);
		const again = await openRooms();
		expect(await again.list()).toEqual([]);
		expect(await store.summits()).toEqual([]);
		await again.close();
	});

	test('a rehearsal that cannot be folded any more is thrown away like any other', async () => {
		const again = await openRooms();
		store.read = async () => [];
		const opening = again.get(room.id);
		const discarding = again.discard(room.id);
		await expect(opening).rejects.toThrow('empty');
		await discarding;
		expect(await again.list()).toEqual([]);
		expect(await store.summits()).toEqual([]);
		await again.close();
	});
});
