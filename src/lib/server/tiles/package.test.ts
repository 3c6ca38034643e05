import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { copyPackage } from './package.ts';
import type { PackageLimits } from './package.ts';
import { block, makePackage, PLAIN_TABLES, tile } from './testing.ts';

const summit = 'summit-a';
const folder = mkdtempSync(path.join(tmpdir(), 'packages-'));
const file = path.join(folder, 'package.mbtiles');
const maps = path.resolve(import.meta.dirname, '../../../../../shared/data/maps');
let store: Store;

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

function copy(limits: PackageLimits = {}, from = file) {
	return copyPackage({ store, summit, id: 'set-1', file: from, now: 7 }, limits);
}
const at = (z: number, x: number, y: number) => store.tile({ summit, set: 'set-1', z, x, y });

test('M1: a package’s tiles are copied byte for byte, counted from the north, with what it says of itself', async () => {
	const [png, jpeg, webp] = [
		await tile('#f00'),
		await tile('#0f0', { kind: 'jpeg' }),
		await tile('#00f', { kind: 'webp', side: 512 })
	];
	const tiles = [
		{ z: 3, x: 1, y: 2, data: png },
		{ z: 4, x: 2, y: 4, data: jpeg },
		{ z: 4, x: 3, y: 5, data: webp }
	];
	const metadata = {
		name: 'Our\u202e town',
		attribution: '<a href="//x">&copy; Somebody</a><script>',
		bounds: '-135,40,-120,70'
	};
	makePackage(file, { tiles, metadata });
	expect(await copy()).toEqual({
		...{ id: 'set-1', summit, kind: 'package', name: 'Our town', attribution: '© Somebody', min: 3, max: 4 },
		...{
			bounds: [-135, expect.closeTo(40.9799, 4), -120, 66.51326044311186],
			school: false,
			whole: true,
			createdAt: 7,
			tiles: 3
		},
		size: png.length + jpeg.length + webp.length
	});
	expect(await at(3, 1, 2)).toMatchObject({ type: 'image/png', bytes: new Uint8Array(png), endsAt: null });
	expect(await at(4, 2, 4)).toMatchObject({ type: 'image/jpeg', bytes: new Uint8Array(jpeg) });
	expect(await at(4, 3, 5)).toMatchObject({ type: 'image/webp', bytes: new Uint8Array(webp) });
	expect(await at(3, 1, 5)).toBeNull();
});

test('a package that keeps each tile once, behind a view, is read from its two tables', async () => {
	const data = await tile();
	const sql = `create table map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
		create table images (tile_data blob, tile_id text);
		create view tiles as select zoom_level, tile_column, tile_row, tile_data from map join images using (tile_id);`;
	makePackage(file, { tiles: [], sql });
	const db = new Database(file);
	db.prepare('insert into images values (?, ?)').run(data, 'sea');
	for (const x of [0, 1, 2]) db.prepare('insert into map values (2, ?, 3, ?)').run(x, 'sea');
	db.close();
	expect(await copy()).toMatchObject({ tiles: 3, min: 2, max: 2, name: '' });
	expect(await at(2, 1, 0)).toMatchObject({ bytes: new Uint8Array(data) });
});

test('where it does not say what it covers, its finest level does', async () => {
	makePackage(file, { tiles: block(await tile(), { levels: [0, 4], left: 4, top: 4, right: 7, bottom: 7 }) });
	expect(await copy()).toMatchObject({ min: 0, max: 4, bounds: [-90, 0, 0, 66.51326044311186] });
	makePackage(file, {
		tiles: block(await tile(), { levels: [4], left: 4, top: 4, right: 7, bottom: 7 }),
		metadata: { bounds: '200,1,x' }
	});
	await store.removeTileSet({ summit, id: 'set-1' });
	expect(await copy()).toMatchObject({ bounds: [-90, 0, 0, 66.51326044311186] });
});

test('a package that was last written with a journal beside it is read without one', async () => {
	makePackage(file, { tiles: [{ z: 1, x: 0, y: 0, data: await tile() }], after: 'pragma journal_mode = wal' });
	expect(readFileSync(file)[18]).toBe(2);
	expect(await copy()).toMatchObject({ tiles: 1 });
});

describe('refused in plain words, with nothing kept', () => {
	const one = async (data: unknown) => makePackage(file, { tiles: [{ z: 1, x: 0, y: 0, data: await data }] });
	const raw = (z: unknown, x: unknown, y: unknown) => async () => {
		makePackage(file, { tiles: [] });
		const db = new Database(file);
		db.prepare('insert into tiles values (?, ?, ?, ?)').run(z, x, y, await tile());
		db.close();
	};
	const view = (as: string) => () => makePackage(file, { tiles: [], sql: `create view tiles as ${as}` });
	const forEver = 'with recursive n(i) as (select 1 union all select i + 1 from n)';
	const cases: [string, string, () => unknown, PackageLimits?][] = [
		['a vector tile, packed', 'package_vector', () => one(gzipSync('shapes'))],
		['a vector tile, bare', 'package_vector', () => one(Buffer.from([0x1a, 0x05, 0x0a, 0x03, 0x61, 0x62, 0x63]))],
		['a tile that is a page', 'package_unreadable', () => one(Buffer.from('<html><script>alert(1)</script></html>'))],
		[
			'a tile that is a drawing',
			'package_unreadable',
			() => one(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
		],
		['a tile of another size', 'package_unreadable', () => one(tile('#fff', { side: 300 }))],
		['a tile that claims to be enormous', 'package_unreadable', async () => one(enlarge(await tile()))],
		['a tile that is text', 'package_unreadable', () => one('PNG')],
		['a tile that is nothing', 'package_unreadable', () => one(null)],
		['an empty tile', 'package_unreadable', () => one(Buffer.alloc(0))],
		[
			'a good tile and then a bad one',
			'package_unreadable',
			async () =>
				makePackage(file, {
					tiles: [
						...block(await tile(), { levels: [5], left: 0, top: 0, right: 20, bottom: 20 }),
						{ z: 5, x: 30, y: 30, data: Buffer.from('no') }
					]
				})
		],
		['a tile outside its level', 'package_unreadable', raw(1, 2, 0)],
		['a level there is not', 'package_unreadable', raw(23, 0, 0)],
		['a level that is a word', 'package_unreadable', raw('one', 0, 0)],
		['a column that is a fraction', 'package_unreadable', raw(3, 1.5, 0)],
		['a negative row', 'package_unreadable', raw(3, 1, -1)],
		['no tiles', 'package_unreadable', () => makePackage(file, { tiles: [], metadata: { name: 'Empty' } })],
		[
			'no table of tiles',
			'package_unreadable',
			() => makePackage(file, { tiles: [], sql: 'create table recipe (name text)' })
		],
		[
			'a view that never ends, in its place',
			'package_unreadable',
			view(`${forEver} select 1 zoom_level, i tile_column, 0 tile_row, zeroblob(9) tile_data from n where i < 0`)
		],
		[
			'a view of a made-up tile',
			'package_unreadable',
			async () =>
				view(`select 0 zoom_level, 0 tile_column, 0 tile_row, x'${(await tile()).toString('hex')}' tile_data`)()
		],
		[
			'a tile that is computed',
			'package_unreadable',
			async () => {
				const computed = `tile_data blob as (x'${(await tile()).toString('hex')}')`;
				const sql = `create table tiles (zoom_level integer, tile_column integer, tile_row integer, ${computed})`;
				makePackage(file, { tiles: [], sql, after: 'insert into tiles values (1, 0, 0)' });
			}
		],
		[
			'a virtual table',
			'package_unreadable',
			() =>
				makePackage(file, {
					tiles: [],
					sql: 'create virtual table tiles using fts5(zoom_level, tile_column, tile_row, tile_data)'
				})
		],
		[
			'too many tiles',
			'package_too_large',
			async () =>
				makePackage(file, { tiles: block(await tile(), { levels: [5], left: 0, top: 0, right: 9, bottom: 9 }) }),
			{ tiles: 99 }
		],
		[
			'a tile that is too large',
			'package_too_large',
			async () => one(Buffer.concat([await tile(), Buffer.alloc(2_000_000)]))
		],
		[
			'more bytes than a package may have',
			'package_too_large',
			async () =>
				makePackage(file, { tiles: block(await tile(), { levels: [4], left: 0, top: 0, right: 9, bottom: 9 }) }),
			{ ofAll: 20_000 }
		],
		[
			'one small tile, used a thousand times over',
			'package_too_large',
			async () => shared(await tile()),
			{ ofAll: 100_000 }
		],
		['a file that is no database', 'package_unreadable', () => writeFileSync(file, 'Minutes of the council.')],
		['nothing', 'package_unreadable', () => writeFileSync(file, '')],
		['a packed file', 'package_unreadable', () => writeFileSync(file, gzipSync(readFileSync(import.meta.filename)))],
		[
			'a database cut short',
			'package_unreadable',
			async () => {
				await several();
				truncateSync(file, 20_000);
			}
		],
		[
			'a database with a broken middle',
			'package_unreadable',
			async () => {
				await several();
				writeFileSync(file, readFileSync(file).fill(0xa5, 5000, 25_000));
			}
		]
	];
	test.each(cases)('%s', async (_, code, make, limits) => {
		await make();
		expect(await copy(limits)).toEqual({ ok: false, code });
		expect(await store.tileSets({ summit })).toEqual([]);
	});

	async function several() {
		makePackage(file, { tiles: block(await tile(), { levels: [6], left: 0, top: 0, right: 12, bottom: 12 }) });
	}
	function shared(data: Buffer) {
		const sql = `create table map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
			create table images (tile_data blob, tile_id text);`;
		makePackage(file, { tiles: [], sql });
		const db = new Database(file);
		db.prepare('insert into images values (?, 1)').run(data);
		db.exec(
			`with recursive n(i) as (select 0 union all select i + 1 from n where i < 999) insert into map select 10, i, 0, 1 from n`
		);
		db.close();
	}
});

test('triggers, odd names and other tables in a package are left alone', async () => {
	const sql = `${PLAIN_TABLES} create trigger t after insert on metadata begin delete from tiles; end;
		create table "map" (a); create view images as select 1; create index odd on tiles (zoom_level desc);`;
	makePackage(file, { tiles: [{ z: 1, x: 0, y: 0, data: await tile() }], sql });
	expect(await copy()).toMatchObject({ tiles: 1 });
});

describe('a child that does not do its work', () => {
	const child = path.join(folder, 'child.mjs');
	test.each([
		['hangs', 'setInterval(() => {}, 1000)'],
		['dies half way', `console.log('{"metadata":{}}'); process.exit(3)`],
		['says nothing', ''],
		['stops without saying that it is done', `console.log('{"metadata":{}}')`],
		['hands over a tile that is none', `console.log('{"tile":[1,0,0],"bytes":4}\\nhtml{"ok":true}')`],
		['says something else', `console.log('{"ok":false,"code":"nonsense"}')`],
		[
			'never stops talking',
			`for (;;) await new Promise((r) => process.stdout.write('{"metadata":{}}\\n'.repeat(10000), r))`
		]
	])('%s', async (_, program) => {
		writeFileSync(child, program);
		expect(await copy({ child, killAfter: 1_500, ofAll: 1_000_000 })).toEqual({
			ok: false,
			code: 'package_unreadable'
		});
		expect(await store.tileSets({ summit })).toEqual([]);
	});
});

test.skipIf(!existsSync(maps))('with a package as people have them: elephant-and-castle.mbtiles', async () => {
	const set = await copy({}, path.join(maps, 'elephant-and-castle.mbtiles'));
	expect(set).toMatchObject({ name: 'Elephant and Castle, London', min: 15, max: 18, tiles: 110, whole: true });
	expect(set).toMatchObject({
		attribution: '© OpenStreetMap contributors (ODbL)',
		bounds: [-0.11, 51.493, -0.099, 51.4985]
	});
	expect(await at(15, 16373, 2 ** 15 - 1 - 21870)).toMatchObject({ type: 'image/png' });
});

/** The same tile, but its header says 60,000 pixels a side. */
function enlarge(png: Buffer): Buffer {
	const large = Buffer.from(png);
	large.writeUInt32BE(60_000, 16);
	large.writeUInt32BE(60_000, 20);
	return large;
}
