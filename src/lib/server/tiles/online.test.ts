import { beforeEach, expect, test } from 'vitest';
import { handClock } from '../clock.ts';
import type { HandClock } from '../clock.ts';
import { newTileSet } from '../store/contract-tiles.ts';
import { StoreFull } from '../store/errors.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store, TileAt } from '../store/port.ts';
import { createOnline } from './online.ts';
import type { Online } from './online.ts';
import type { Served, TileService } from './service.ts';
import { boxAt, tilesUnder } from './street-frame.ts';
import type { Bounds } from './street-frame.ts';

const summit = 'summit-a';
const AREA: Bounds = [-0.11, 51.493, -0.099, 51.4985];
const settings = { template: 'https://tiles.example.org/{z}/{x}/{y}?key=k', attribution: 'A', maxZoom: 18 };
const SET = newTileSet({ kind: 'online', name: 'tiles.example.org', bounds: AREA, min: 15, max: 17, whole: false });
const under = tilesUnder(boxAt(AREA, 17), { of: 17, level: 17 });
const inside: TileAt = { z: 17, x: under.left, y: under.top };
const away: Served = { ok: false, why: 'away', after: 9 };

let store: Store;
let clock: HandClock;
let online: Online;
/** What the service was asked for, and what it answers to anything. */
let asked: TileAt[];
let answer: Served | null;
let faults: string[];

const asker: TileService = {
	async tile(at) {
		asked.push(at);
		const bytes = new Uint8Array([asked.length]);
		return answer ?? { ok: true, tile: { ...at, type: 'image/png', bytes, endsAt: clock.now() + 1_000 } };
	},
	state: () => ({ ok: true, since: 0, words: 'Well.' }),
	close: () => undefined
};

beforeEach(async () => {
	store = memoryStore();
	clock = handClock(5_000);
	[asked, answer, faults] = [[], null, []];
	await store.createSummit({ id: summit, log: 'log', rehearsal: false, createdAt: 0 });
	await store.createSummit({ id: 'summit-b', log: 'log-b', rehearsal: false, createdAt: 0 });
	await store.addTileSet(SET);
	online = createOnline({ store, clock, service: { settings, asked: asker }, fault: (what) => faults.push(what) });
});

const look = (at: TileAt, set = SET.id, of = summit) => online.tile({ summit: of, set, ...at });

test('M1: a tile inside the frame is fetched once, kept, and answered from the kit’s own table from then on', async () => {
	const first = await look(inside);
	expect(first).toMatchObject({ ok: true, tile: { ...inside, bytes: new Uint8Array([1]) } });
	expect(await look(inside)).toEqual(first);
	expect(asked).toEqual([inside]);
	expect(await store.tileSet({ summit, id: SET.id })).toMatchObject({ tiles: 1 });
});

test('M1: nothing outside the frame, its levels, its set or its summit is fetched', async () => {
	await store.addTileSet(newTileSet({ id: 'package', bounds: AREA, min: 15, max: 17 }));
	for (const at of [
		{ ...inside, x: under.left - 1 },
		{ ...inside, y: under.bottom + 1 },
		{ z: 18, x: under.left * 2, y: under.top * 2 },
		{ z: 14, x: under.left >> 3, y: under.top >> 3 }
	])
		expect(await look(at)).toEqual({ ok: false, why: 'missing' });
	expect(await look(inside, 'package')).toEqual({ ok: false, why: 'missing' });
	expect(await look(inside, 'nothing')).toEqual({ ok: false, why: 'missing' });
	expect(await look(inside, SET.id, 'summit-b')).toEqual({ ok: false, why: 'missing' });
	expect(asked).toEqual([]);
});

test('M1: a tile past its day is answered at once and made new behind it; while the service is away it stays', async () => {
	await look(inside);
	clock.advance(1_000);
	answer = away;
	expect(await look(inside)).toMatchObject({ ok: true, tile: { bytes: new Uint8Array([1]) } });
	expect(asked).toHaveLength(2);
	answer = null;
	expect(await look(inside)).toMatchObject({ ok: true, tile: { bytes: new Uint8Array([1]) } });
	expect(asked).toHaveLength(3);
	expect(await look(inside)).toMatchObject({ ok: true, tile: { bytes: new Uint8Array([3]) } });
	expect([asked.length, faults]).toEqual([3, []]);
});

test('M1: while the service is away, what is here works and what is not says when to ask again', async () => {
	await look(inside);
	answer = away;
	expect(await look(inside)).toMatchObject({ ok: true });
	expect(await look({ ...inside, x: inside.x + 1 })).toEqual(away);
	answer = { ok: false, why: 'missing' };
	expect(await look({ ...inside, x: inside.x + 1 })).toEqual({ ok: false, why: 'missing' });
});

test('M1: a set goes on filling only from the service it was begun with', async () => {
	await look(inside);
	const fault = (): void => undefined;
	const other = { settings: { ...settings, template: 'https://other.example.org/{z}/{x}/{y}' }, asked: asker };
	for (const service of [other, null]) {
		const changed = createOnline({ store, clock, service, fault });
		expect(await changed.tile({ summit, set: SET.id, ...inside })).toMatchObject({ ok: true });
		expect(await changed.tile({ summit, set: SET.id, ...inside, x: inside.x + 1 })).toMatchObject({ why: 'away' });
	}
	expect(asked).toHaveLength(1);
	const none = createOnline({ store, clock, service: null, fault });
	expect([none.service, none.state()]).toEqual([null, null]);
	expect(await none.gather([inside])).toMatchObject({ why: 'away' });
});

test('M1: a disk that is full shows the tile all the same, and the fault is written down', async () => {
	store.keepTiles = () => Promise.reject(new StoreFull('full'));
	expect(await look(inside)).toMatchObject({ ok: true });
	expect(faults).toEqual(['A tile of the online map could not be kept.']);
});

test('M1: gathering leaves out what the service does not have, and gives up when it is away', async () => {
	expect(online.service).toEqual({ name: 'tiles.example.org', attribution: 'A', maxZoom: 18 });
	const wanted = [inside, { ...inside, x: inside.x + 1 }];
	expect(await online.gather(wanted)).toMatchObject(wanted);
	answer = { ok: false, why: 'missing' };
	expect(await online.gather(wanted)).toEqual([]);
	answer = away;
	expect(await online.gather(wanted)).toEqual(away);
});
