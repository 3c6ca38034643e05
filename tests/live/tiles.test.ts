/**
 * M1: an area of an online street map as a station's map, through production's own doors: chosen by a facilitator, filled
 * as it is looked at, answered while the service is away. Whatever the service does, the rest of the kit goes on.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { MapSettings } from '../../src/lib/summit/stations/settings.ts';
import { REFUSALS } from '../../src/lib/summit/refusals.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { readySettings } from './kit.ts';
import { Production, prepare } from './production.ts';
import { startTileServer } from './tile-server.ts';
import type { TileServer } from './tile-server.ts';

const AREA = [-0.11, 51.493, -0.099, 51.4985];
const TILES = { TILE_ATTRIBUTION: '© OpenStreetMap contributors', TILE_CONTACT: 'maps@school.example' };

let folder: string;
let server: TileServer;
let kit: Production;
let summit: string;
let cookies: { facilitator: string; lead: string };
/** The map that the first test makes. */
let map: MapSettings['map'];

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-tiles-'));
	server = await startTileServer();
	({ summit, cookies } = await prepare(folder, async (app) => {
		const made = await app.rooms.create({
			settings: readySettings(),
			rehearsal: false,
			person: { name: 'Sam', account: null }
		});
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!room) throw new Error('no summit');
		const cookie = async (role: 'facilitator' | 'lead'): Promise<string> => {
			const school = role === 'lead' ? 'northbank' : null;
			const admitted = await app.identity.admit({ room, role, name: 'Alex', school, account: null });
			if (!admitted.ok) throw new Error(admitted.code);
			return `${cookieName(role, room.id)}=${admitted.token}`;
		};
		return { summit: room.id, cookies: { facilitator: await cookie('facilitator'), lead: await cookie('lead') } };
	}));
	kit = await Production.start(folder, { ...TILES, TILE_URL: server.template, TILE_ALLOW_PRIVATE: '1' });
});
afterAll(async () => {
	await kit.stop();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const door = (rest: string, more: { json?: unknown; cookie?: string } = {}) =>
	kit.ask(`/staff/${summit}/${rest}`, { cookie: cookies.facilitator, ...more });
const state = async () =>
	JSON.parse((await door('tiles')).body) as { service: { ok: boolean; words: string }; sets: { tiles: number }[] };
/** A tile of the finest level, counted from the area's top left corner. */
function address(dx: number, dy = 0, z = map.tiles?.max ?? 0): string {
	const [x = 0, y = 0] = (map.tiles?.origin ?? []).map((pixels) => Math.floor(pixels / 256));
	return `/tiles/${summit}.${map.tiles?.set ?? ''}/${z}/${x + dx}/${y + dy}`;
}
const tile = (at: string, cookie = cookies.lead) => kit.ask(at, { cookie });

test('M1: a facilitator looks at a region, and gets a picture with its bounds', async () => {
	const answer = await door('area?at=-0.1045,51.4957&zoom=14');
	expect(answer.status).toBe(200);
	const look = JSON.parse(answer.body) as Record<string, unknown>;
	expect(look).toMatchObject({ ok: true, width: 768, height: 512, zoom: 14, maxZoom: 18 });
	expect(look['picture']).toMatch(/^data:image\/webp;base64,[A-Za-z0-9+/]+=*$/);
	const [west = 0, south = 0, east = 0, north = 0] = look['bounds'] as number[];
	expect((west + east) / 2).toBeCloseTo(-0.1045, 3);
	expect((south + north) / 2).toBeCloseTo(51.4957, 3);
	expect(server.asked.length).toBeLessThanOrEqual(12);
	for (const bad of [
		'',
		'?at=1,2',
		'?at=1&zoom=3',
		'?at=,&zoom=3',
		'?at=200,0&zoom=3',
		'?at=0,0&zoom=-1',
		'?at=0,0&zoom=x'
	])
		expect((await door(`area${bad}`)).status).toBe(400);
});

test('M1: a frame becomes a whole map that names its makers; only the tiles of its picture are fetched', async () => {
	const before = server.asked.length;
	const answer = await door('area', { json: { bounds: AREA, school: false } });
	expect(answer.status).toBe(200);
	const made = JSON.parse(answer.body) as { ok: true; map: unknown };
	map = MapSettings.shape.map.parse(made.map);
	expect(map).toMatchObject({ attribution: '© OpenStreetMap contributors', school: false, tiles: { max: 18 } });
	expect(map.ground?.flatMap(({ on }) => on).map((degrees) => Number(degrees.toFixed(4)))).toEqual([
		...[AREA[0], AREA[3]],
		...[AREA[2], AREA[1]]
	]);
	expect(server.asked.length - before).toBeLessThanOrEqual(64);
	expect(server.asked.every(({ headers }) => headers['user-agent']?.includes('maps@school.example'))).toBe(true);
	const picture = await kit.ask(map.picture, { cookie: cookies.lead });
	expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
	expect(answer.body).not.toContain('secret-key');
});

test('M1: a tile is fetched when somebody looks at it, and never again', async () => {
	const before = server.asked.length;
	const several = await Promise.all(Array.from({ length: 20 }, () => tile(address(0))));
	for (const answer of several) {
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
		expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=/);
	}
	await tile(address(0));
	expect(server.asked.length).toBe(before + 1);
});

test('M1, S11: strangers, and whoever asks beyond the frame, get nothing, and nothing is fetched for them', async () => {
	const before = server.asked.length;
	expect((await kit.ask(address(1))).status).toBe(404);
	for (const beyond of [address(-1), address(0, -1), address(30), address(0, 0, 19), address(0, 0, 3)])
		expect((await tile(beyond)).status).toBe(404);
	for (const [cookie, status] of [
		[cookies.lead, 401],
		['', 401]
	] as const) {
		expect((await door('area?at=0,0&zoom=3', { cookie })).status).toBe(status);
		expect((await door('area', { cookie, json: { bounds: AREA } })).status).toBe(status);
		expect((await door('tiles', { cookie })).status).toBe(status);
	}
	for (const bounds of [[-0.1, 51, -0.2, 52], [0, 0], 'here', null])
		expect((await door('area', { json: { bounds } })).status).toBe(400);
	expect(JSON.parse((await door('area', { json: { bounds: [-6, 50, 2, 56] } })).body)).toMatchObject({
		code: 'frame_too_large'
	});
	const forged = await kit.ask(`/staff/${summit}/area`, {
		cookie: cookies.facilitator,
		json: { bounds: AREA },
		headers: { origin: 'https://elsewhere.example' }
	});
	expect(forged.status).toBe(403);
	expect(server.asked.length).toBe(before);
});

test('M1: while one tile does not come, everybody else is answered; afterwards what is here still works', async () => {
	let drop: () => void = () => undefined;
	const asked = new Promise<void>((resolve) => {
		server.misbehave = (_, response) => {
			drop = () => response.destroy();
			resolve();
		};
	});
	const waiting = tile(address(1));
	await asked;
	server.misbehave = null;
	expect((await tile(address(0))).status).toBe(200);
	expect((await tile(address(2))).status).toBe(200);
	expect((await kit.ask('/')).status).toBe(200);
	const watch = { summit, as: 'facilitator', cookie: cookies.facilitator, asks: [{ topic: 'run' }] } as const;
	expect(JSON.parse((await kit.live('watch', watch)).body)).toMatchObject({ ok: true });
	expect(await state()).toMatchObject({ service: { ok: true } });
	drop();
	const away = await waiting;
	expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store']);
	expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(away.body).toMatch(/cannot be fetched just now/);
	expect((await state()).service).toMatchObject({ ok: false, words: expect.stringMatching(/still works/) as unknown });
	expect((await tile(address(0))).status).toBe(200);
	expect(kit.said).not.toContain('secret-key');
});

test('M1: without the service there is no new area, and nothing is left of the attempt', async () => {
	await server.close();
	const before = (await state()).sets.length;
	const answer = await door('area', { json: { bounds: [-0.13, 51.493, -0.12, 51.4985] } });
	expect(answer.status).toBe(503);
	expect(JSON.parse(answer.body)).toEqual({ ok: false, code: 'tiles_away', words: REFUSALS.tiles_away });
	expect((await state()).sets).toHaveLength(before);
	expect((await tile(address(3))).status).toBe(503);
	expect((await tile(address(0))).status).toBe(200);
});

test('M1: a kit that names no service says so, and shows what it has', async () => {
	await kit.stop();
	kit = await Production.start(folder);
	expect((await state()).service).toBeNull();
	expect((await tile(address(0))).status).toBe(200);
	expect((await tile(address(3))).status).toBe(503);
	for (const answer of [await door('area?at=0,0&zoom=3'), await door('area', { json: { bounds: AREA } })])
		expect(JSON.parse(answer.body)).toEqual({ ok: false, code: 'tiles_off', words: REFUSALS.tiles_off });
});
