/** M1, S11: maps come in by production's own doors, and whoever has a part sees their tiles; a hostile file stops nobody. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ensureBuilt } from '../../scripts/build.ts';
import { pictureHeader } from '../../src/lib/server/pictures/kinds.ts';
import { pdf } from '../../src/lib/server/pictures/testing.ts';
import { block, makePackage, tile } from '../../src/lib/server/tiles/testing.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { REFUSALS } from '../../src/lib/summit/refusals.ts';
import { MapSettings } from '../../src/lib/summit/stations/settings.ts';
import { readySettings } from './kit.ts';
import { Production, prepare } from './production.ts';

// Drawing gives way to everything else on the machine, and a test machine may be a busy one.
vi.setConfig({ testTimeout: 180_000 });

const maps = path.resolve(import.meta.dirname, '../../../shared/data/maps');
const Tiles = z.object({ set: z.string(), origin: z.tuple([z.int(), z.int()]), min: z.int(), max: z.int() });
const Picture = z.object({
	ok: z.literal(true),
	id: z.string(),
	picture: z.string(),
	width: z.int(),
	height: z.int(),
	tiles: Tiles.nullable()
});
const Package = z.object({
	ok: z.literal(true),
	set: z.string(),
	min: z.int(),
	max: z.int(),
	tiles: z.int(),
	bounds: z.array(z.number()),
	overview: z.object({ picture: z.string() })
});

let folder: string;
let kit: Production;
let summit: string;
let facilitator: string;
let lead: string;
let card: string;

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-maps-'));
	({ summit, facilitator, lead, card } = await prepare(folder, async (app) => {
		const person = { name: 'Sam', account: null };
		const made = await app.rooms.create({ settings: readySettings(), rehearsal: true, person });
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!room) throw new Error('no summit');
		const part = async (role: 'facilitator' | 'lead', school: string | null) => {
			const admitted = await app.identity.admit({ room, role, name: 'Alex', school, account: null });
			if (!admitted.ok) throw new Error(admitted.code);
			return { id: admitted.person, cookie: `${role}_${room.id}=${admitted.token}` };
		};
		const [first, northbank, harbour] = [
			await part('facilitator', null),
			await part('lead', 'northbank'),
			await part('lead', 'harbour-lane')
		];
		for (const { id } of [northbank, harbour])
			await room.do({ role: 'lead', id }, { id: chance.id(), type: 'people:answer' });
		await room.do({ role: 'facilitator', id: first.id }, { id: chance.id(), type: 'doors:open', seen: 0 });
		const entrance = { key: room.summit.doors.key ?? '' };
		const joined = await app.join.join({ entrance, school: 'northbank', band: '9-11', headcount: 1 });
		if (!joined.ok) throw new Error(joined.code);
		return {
			summit: room.id,
			facilitator: first.cookie,
			lead: northbank.cookie,
			card: `card_${room.id}=${joined.token}`
		};
	}));
	kit = await Production.start(folder);
});
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A file sent as the set-up screen sends it. */
async function send(
	door: string,
	body: Uint8Array | ReadableStream<Uint8Array>,
	{ cookie = facilitator, origin = kit.url } = {}
) {
	const headers = { cookie, origin, 'content-type': 'application/octet-stream' };
	const asked = { method: 'POST', headers, body: body as BodyInit, duplex: 'half' };
	const response = await fetch(`${kit.url}/staff/${summit}/${door}`, asked);
	return { status: response.status, body: (await response.json()) as unknown };
}
async function get(address: string, headers: Record<string, string> = {}) {
	const response = await fetch(new URL(address, kit.url), { headers });
	return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}
function madePackage(data: Uint8Array): Uint8Array {
	const tiles = block(Buffer.from(data), { levels: [9, 10], left: 520, top: 340, right: 523, bottom: 343 });
	return readFileSync(makePackage(path.join(folder, 'made.mbtiles'), { tiles, metadata: { attribution: '© Us' } }));
}
const no = (code: keyof typeof REFUSALS) => ({ ok: false, code, words: REFUSALS[code] });

test('M1, S11: a large plan is cut into tiles that a card and an adult of the summit see, and nobody else', async () => {
	const plan = await sharp({ create: { width: 1500, height: 900, channels: 3, background: '#ede5fc' } })
		.png()
		.toBuffer();
	const sent = await send('pictures?school=1', plan);
	const { id, picture, tiles, width } = Picture.parse(sent.body);
	expect([width, tiles]).toEqual([1500, { set: id, origin: [0, 0], min: 0, max: 3 }]);
	const address = `/tiles/${summit}.${id}/3/5/3`;
	for (const cookie of [card, facilitator, lead]) {
		const seen = await get(address, { cookie });
		expect(seen.status).toBe(200);
		expect(pictureHeader(seen.bytes)).toEqual({ kind: 'webp', width: 256, height: 256 });
		expect(seen.headers.get('content-type')).toBe('image/webp');
		expect(seen.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
		expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
		const again = await get(address, { cookie, 'if-none-match': seen.headers.get('etag') ?? '' });
		expect([again.status, again.bytes.length]).toEqual([304, 0]);
		expect((await get(picture, { cookie })).status).toBe(200);
	}
	for (const [where, cookie] of [
		[address, ''],
		[address, card.replace(/=.*/, '=x')],
		[`/tiles/${summit}.${id}/3/6/3`, card],
		[`/tiles/elsewhere.${id}/3/5/3`, card],
		[`/tiles/${id}/3/5/3`, card],
		[`/tiles/${summit}.${id}/3/5/3.png`, card]
	] as const) {
		const unseen = await get(where, cookie ? { cookie } : {});
		expect(unseen.status, where).toBe(404);
		expect(unseen.headers.get('content-type')).toContain('text/plain');
	}
});

test('M1: a page of a PDF is chosen, and made straight by its corners', async () => {
	const bytes = pdf([{ draw: '1 0 0 rg 0 0 595 842 re f' }, { draw: '0 0 1 rg 0 0 595 842 re f' }]);
	expect((await send('pictures', bytes)).body).toEqual({ ok: true, pages: 2 });
	expect(await send('pictures?page=3', bytes)).toEqual({ status: 422, body: no('page_missing') });
	const { id } = Picture.parse((await send('pictures?page=2', bytes)).body);
	const corners = [
		[0.1, 0.1],
		[0.9, 0.12],
		[0.9, 0.9],
		[0.1, 0.9]
	];
	const door = `/staff/${summit}/pictures/${id}/straighten`;
	const straight = await kit.ask(door, { cookie: facilitator, json: { corners } });
	expect(Picture.parse(JSON.parse(straight.body)).id).not.toBe(id);
	for (const [json, code] of [
		[{ corners: corners.toReversed() }, 'corners_unusable'],
		[{ corners: corners.slice(1) }, 'malformed'],
		[{ corners, more: 1 }, 'malformed']
	] as const)
		expect(JSON.parse((await kit.ask(door, { cookie: facilitator, json })).body)).toEqual(no(code));
});

test('M1, M2: a package is uploaded, a frame of it chosen, and the map is ready for a station', async () => {
	const sent = await send('packages', madePackage(await tile('#2020d0')));
	const made = Package.parse(sent.body);
	expect(made).toMatchObject({ min: 9, max: 10, tiles: 20 });
	expect((await get(made.overview.picture, { cookie: facilitator })).status).toBe(200);
	const door = `/staff/${summit}/packages/${made.set}/frame`;
	const framed = await kit.ask(door, { cookie: facilitator, json: { box: [0.25, 0.25, 1, 1] } });
	const { map } = z.object({ ok: z.literal(true), map: MapSettings.shape.map }).parse(JSON.parse(framed.body));
	expect(map).toMatchObject({
		width: 768,
		height: 768,
		tiles: { set: made.set, min: 9, max: 10 },
		attribution: '© Us'
	});
	const [x, y] = map.tiles?.origin ?? [0, 0];
	expect((await get(`/tiles/${summit}.${made.set}/10/${x / 256}/${y / 256}`, { cookie: card })).status).toBe(200);
	for (const [json, code] of [
		[{ bounds: [0, 0, 1, 1] }, 'frame_outside'],
		[{ box: [0, 0, 0.05, 0.05] }, 'frame_too_small'],
		[{ box: [0.5, 0.5, 0.4, 1] }, 'malformed']
	] as const)
		expect(JSON.parse((await kit.ask(door, { cookie: facilitator, json })).body)).toEqual(no(code));
	const elsewhere = await kit.ask(`/staff/${summit}/packages/nothing/frame`, {
		cookie: facilitator,
		json: { box: [0, 0, 1, 1] }
	});
	expect([elsewhere.status, JSON.parse(elsewhere.body)]).toEqual([404, no('unknown_item')]);
});

test('only the facilitator brings maps in, and only from the kit’s own pages', async () => {
	const bytes = madePackage(await tile());
	for (const door of ['packages', 'pictures', 'packages/x/frame', 'pictures/x/straighten']) {
		expect((await send(door, bytes.subarray(0, 100), { cookie: lead })).status).toBe(401);
		expect((await send(door, bytes.subarray(0, 100), { cookie: card })).status).toBe(401);
		expect((await send(door, bytes.subarray(0, 100), { origin: 'http://elsewhere.example' })).status).toBe(403);
	}
});

describe('hostile files', () => {
	test('are refused while everybody else works on, and nothing of them stays', async () => {
		const plan = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
			.png()
			.toBuffer();
		const seen = `${summit}.${Picture.parse((await send('pictures', plan)).body).id}`;
		const before = Object.keys(await everything());
		const long = block(await tile(), { levels: [12], left: 0, top: 0, right: 29, bottom: 29 });
		const tiles = [...long, { z: 12, x: 4000, y: 4000, data: Buffer.from('<html>') }];
		const spoilt = readFileSync(makePackage(path.join(folder, 'spoilt.mbtiles'), { tiles }));
		const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
		const hostile = Promise.all([
			send('pictures', pdf([{ draw: '' }], { more: `${locked} /ID [<00><00>]` })),
			send('packages', spoilt),
			send('pictures', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
			send('packages', Buffer.alloc(3_000_000, 0x41))
		]);
		let [asked, slowest] = [0, 0];
		const over = new AbortController();
		void hostile.finally(() => over.abort());
		const agreed = await kit.live('do', {
			summit,
			as: 'card',
			cookie: card,
			command: { id: chance.id(), type: 'cards:agree' }
		});
		expect(JSON.parse(agreed.body)).toMatchObject({ ok: true });
		while (!over.signal.aborted) {
			const begun = performance.now();
			for (const address of [`/s/${summit}`, `/pictures/${seen}`])
				expect((await get(address, { cookie: card })).status).toBe(200);
			slowest = Math.max(slowest, performance.now() - begun);
			asked += 1;
		}
		expect((await hostile).map(({ body }) => body)).toEqual([
			no('pdf_locked'),
			no('package_unreadable'),
			no('picture_unreadable'),
			no('package_unreadable')
		]);
		expect(asked).toBeGreaterThan(5);
		// Not a measurement: a room that stands still for the whole of it would show here.
		expect(slowest).toBeLessThan(10_000);
		expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
		expect(Object.keys(await everything())).toEqual(before);
	});

	test('a package that is too long is refused before it is read, and the next one is taken', async () => {
		const headers = { cookie: facilitator, origin: kit.url, 'content-length': '200000001' };
		const { request } = await import('node:http');
		const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
			const asked = request(`${kit.url}/staff/${summit}/packages`, { method: 'POST', headers }, (response) => {
				let body = '';
				response.setEncoding('utf8').on('data', (part: string) => (body += part));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
			});
			asked.on('error', reject).flushHeaders();
		});
		expect([answer.status, JSON.parse(answer.body)]).toEqual([413, no('package_too_large')]);
		expect((await send('packages', madePackage(await tile()))).status).toBe(200);
	});
});

test.skipIf(!existsSync(maps))('M1: elephant-and-castle.mbtiles goes all the way to a tile on a phone', async () => {
	const sent = await send('packages', readFileSync(path.join(maps, 'elephant-and-castle.mbtiles')));
	const made = Package.parse(sent.body);
	expect(made).toMatchObject({ min: 15, max: 18, tiles: 110 });
	const door = `/staff/${summit}/packages/${made.set}/frame`;
	const framed = await kit.ask(door, { cookie: facilitator, json: { bounds: made.bounds } });
	const { map } = z.object({ map: MapSettings.shape.map }).parse(JSON.parse(framed.body));
	const [x, y] = (map.tiles?.origin ?? [0, 0]).map((part) => Math.floor((part + 1000) / 256));
	const seen = await get(`/tiles/${summit}.${made.set}/18/${x}/${y}`, { cookie: card });
	expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png']);
});

/** What lies in the tables of maps, read beside the running kit. */
async function everything(): Promise<Record<string, unknown>> {
	const { default: Database } = await import('better-sqlite3');
	const db = new Database(path.join(folder, 'summit.db'), { readonly: true });
	const ids = db.prepare('select id from picture union all select id from tile_set').pluck().all();
	db.close();
	return Object.fromEntries(ids.map((id) => [String(id), true]));
}
