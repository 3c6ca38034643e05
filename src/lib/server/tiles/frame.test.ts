import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { toGround } from '../../summit/ground.ts';
import { pixel } from '../pictures/testing.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store, TileSetRecord } from '../store/port.ts';
import { boundsOfTiles, partOfBounds, pixelsOf } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { frameSet } from './frame.ts';
import { block, makePackage, tile } from './testing.ts';
import type { PackedTile } from './testing.ts';
import { uploadPackage } from './upload.ts';

const summit = 'summit-a';
const folder = mkdtempSync(path.join(tmpdir(), 'frames-'));
const maps = path.resolve(import.meta.dirname, '../../../../../shared/data/maps');
/** Eight columns and four rows of level 10, with the levels above them down to 7. */
const BOX = { left: 520, top: 340, right: 527, bottom: 343 };
const WHOLE = boundsOfTiles({ z: 10, ...BOX });
let store: Store;

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

async function upload(tiles: readonly PackedTile[], metadata: Record<string, string> = {}) {
	return uploadFile(makePackage(path.join(folder, 'made.mbtiles'), { tiles, metadata }));
}
async function uploadFile(file: string) {
	const bytes = readFileSync(file);
	const body = new Blob([bytes]).stream();
	const answer = await uploadPackage({ store, dataDir: folder, summit, body, length: bytes.length, now: 7 });
	expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
	return answer;
}
async function setOf(answer: Awaited<ReturnType<typeof upload>>): Promise<TileSetRecord> {
	const set = answer.ok ? await store.tileSet({ summit, id: answer.set }) : null;
	if (!set) throw new Error('No set');
	return set;
}
async function kept(picture: string): Promise<Uint8Array> {
	return (await store.picture({ summit, id: picture.split('.')[1] ?? '' }))?.bytes ?? new Uint8Array();
}

test('M1: a package is answered with its whole as a picture, of the colours of its tiles', async () => {
	const [red, blue] = [await tile('#d02020'), await tile('#2020d0')];
	const tiles = block(red, { levels: [9, 10], ...BOX }).map((one) =>
		one.z === 10 && one.x > 523 ? { ...one, data: blue } : one
	);
	const answer = await upload(tiles, { name: 'Town', attribution: '© Us' });
	if (!answer.ok) throw new Error(answer.code);
	expect(answer).toMatchObject({ min: 9, max: 10, name: 'Town', attribution: '© Us', tiles: 40, bounds: WHOLE });
	expect(answer.overview).toMatchObject({
		width: 2048,
		height: 1024,
		bounds: WHOLE,
		picture: `/pictures/${summit}.${answer.set}`
	});
	const bytes = await kept(answer.overview.picture);
	expect((await pixel(bytes, 500, 500))[0]).toBeGreaterThan(180);
	expect((await pixel(bytes, 1500, 500))[2]).toBeGreaterThan(180);
});

describe('a frame becomes a station’s map', () => {
	test('M1, M2: at the finest level that has all of it, tied to the ground, with a picture of the same part', async () => {
		const set = await setOf(
			await upload(block(await tile('#2020d0'), { levels: [7, 8, 9, 10], ...BOX }), { attribution: '© Us' })
		);
		const bounds = partOfBounds(WHOLE, [0.25, 0.25, 0.75, 1]);
		const answer = await frameSet({ store, set, bounds, school: true });
		if (!answer.ok) throw new Error(answer.code);
		const { map } = answer;
		expect(map).toMatchObject({ width: 1024, height: 768, attribution: '© Us', school: true });
		expect(map.tiles).toEqual({ set: set.id, origin: [522 * 256, 341 * 256], min: 7, max: 10 });
		const corner = toGround(map, [0, 1]);
		expect(corner?.[0]).toBeCloseTo(bounds[0], 6);
		expect(corner?.[1]).toBeCloseTo(bounds[1], 6);
		expect(await store.picture({ summit, id: map.picture.split('.')[1] ?? '' })).toMatchObject({ school: true });
		const picture = await sharp(await kept(map.picture)).metadata();
		expect(picture).toMatchObject({ format: 'webp', width: 1024, height: 768 });
	});

	test('where the finest level has only a part of it, a coarser one that has all of it is used', async () => {
		const tiles = block(await tile(), { levels: [8, 9], left: 260, top: 170, right: 263, bottom: 171 });
		const set = await setOf(
			await upload([...tiles, ...block(await tile(), { levels: [10], ...BOX, right: 521 })], { bounds: WHOLE.join() })
		);
		const answer = await frameSet({ store, set, bounds: WHOLE, school: false });
		expect(answer).toMatchObject({ ok: true, map: { width: 1024, tiles: { min: 8, max: 9 } } });
		const inside = await frameSet({ store, set, bounds: partOfBounds(WHOLE, [0, 0, 0.25, 1]), school: false });
		expect(inside).toMatchObject({ ok: true, map: { width: 512, tiles: { min: 8, max: 10 } } });
	});

	test('levels below a gap are left out, so that there is always something to see', async () => {
		const tiles = block(await tile(), { levels: [7, 9, 10], ...BOX });
		const set = await setOf(await upload(tiles));
		expect(await frameSet({ store, set, bounds: WHOLE, school: false })).toMatchObject({
			map: { tiles: { min: 9, max: 10 } }
		});
	});

	test('one that reaches beyond the package, or is too small to mark in, is refused, and nothing is kept of it', async () => {
		const set = await setOf(await upload(block(await tile(), { levels: [9, 10], ...BOX })));
		const before = (await store.pictures({ summit })).length;
		const beyond = ([west, south, east, north]: Bounds): Bounds => [west - 1, south, east, north];
		const refused = (bounds: Bounds) => frameSet({ store, set, bounds, school: false });
		expect(await refused(beyond(WHOLE))).toEqual({ ok: false, code: 'frame_outside' });
		expect(await refused([0, -10, 10, 10])).toEqual({ ok: false, code: 'frame_outside' });
		expect(await refused(partOfBounds(WHOLE, [0.5, 0.5, 0.55, 0.6]))).toEqual({ ok: false, code: 'frame_too_small' });
		expect(await refused(partOfBounds(WHOLE, [0, 0, 1, 0.01]))).toEqual({ ok: false, code: 'frame_too_small' });
		expect(await store.pictures({ summit })).toHaveLength(before);
	});

	test('a package that does not say whose it is says so on the map, and names nobody', async () => {
		const set = await setOf(await upload(block(await tile(), { levels: [10], ...BOX })));
		const answer = await frameSet({ store, set, bounds: WHOLE, school: false });
		expect(answer).toMatchObject({ map: { attribution: 'Whose map this is was not said' } });
	});

	test('tiles twice as fine are drawn in their place', async () => {
		const fine = await tile('#2020d0', { side: 512, kind: 'jpeg' });
		const set = await setOf(await upload(block(fine, { levels: [10], ...BOX })));
		const answer = await frameSet({ store, set, bounds: WHOLE, school: false });
		if (!answer.ok) throw new Error(answer.code);
		expect(answer.map).toMatchObject({ width: 2048, height: 1024 });
		expect((await pixel(await kept(answer.map.picture), 2040, 1020))[2]).toBeGreaterThan(180);
	});
});

test('a package of close-up tiles alone is drawn small; one too wide for a picture is refused, and nothing stays', async () => {
	const data = await tile('#2020d0', { kind: 'webp' });
	const wide = await upload(block(data, { levels: [14], left: 100, top: 100, right: 139, bottom: 101 }));
	expect(wide).toMatchObject({ ok: true, overview: { width: 2048, height: 102 } });
	const before = await store.tileSets({ summit });
	const wider = await upload(block(data, { levels: [14], left: 100, top: 100, right: 199, bottom: 100 }));
	expect(wider).toEqual({ ok: false, code: 'package_too_large' });
	expect(await store.tileSets({ summit })).toEqual(before);
});

test('a part of a box is that part as it is drawn', () => {
	const half = partOfBounds(WHOLE, [0.5, 0.5, 1, 1]);
	const [all, part] = [pixelsOf(WHOLE, 10), pixelsOf(half, 10)];
	expect(part).toEqual({ left: all.left + 1024, top: all.top + 512, width: 1024, height: 512 });
});

test.skipIf(!existsSync(maps))('with a package as people have them: elephant-and-castle.mbtiles', async () => {
	const answer = await uploadFile(path.join(maps, 'elephant-and-castle.mbtiles'));
	expect(answer).toMatchObject({ ok: true, min: 15, max: 18, tiles: 110, overview: { width: 2048 } });
	const set = await setOf(answer);
	const framed = await frameSet({ store, set, bounds: set.bounds ?? WHOLE, school: false });
	expect(framed).toMatchObject({ ok: true, map: { width: 2050, height: 1647, tiles: { min: 15, max: 18 } } });
	if (!framed.ok) return;
	const drawing = await sharp(await kept(framed.map.picture)).stats();
	expect(drawing.entropy).toBeGreaterThan(2);
});
