import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Corners } from '../../summit/corners.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { placeInQuad } from './child/warp.ts';
import { pixel, plain, QUARTERS, quarters } from './testing.ts';
import { straightenPicture, uploadPicture } from './upload.ts';

const summit = 'summit-a';
const maps = path.resolve(import.meta.dirname, '../../../../../shared/data/maps');
let store: Store;

beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

async function upload(bytes: Uint8Array, school = false) {
	const answer = await uploadPicture({ store, summit, bytes, school, now: 5 });
	if (!answer.ok || 'pages' in answer) throw new Error('No picture');
	return answer;
}
function straighten(id: string, corners: Corners) {
	return straightenPicture({ store, summit, id, corners, now: 6 });
}
/** A sheet of four colours lying on a dark table, seen from one side: its corners in the photograph's unit square. */
const SEEN: Corners = [
	[0.2, 0.15],
	[0.75, 0.25],
	[0.9, 0.9],
	[0.1, 0.8]
];
async function photograph(width: number, height: number): Promise<Buffer> {
	const raw = Buffer.alloc(width * height * 3, 20);
	const place = placeInQuad(SEEN);
	const at = (i: number, u: number, v: number) => (place[i] ?? 0) * u + (place[i + 1] ?? 0) * v + (place[i + 2] ?? 0);
	// Drawn forwards, as finely as there are pixels and more: the child has to find the way back.
	for (let v = 0; v < 1; v += 0.5 / height)
		for (let u = 0; u < 1; u += 0.5 / width) {
			const [x, y] = [at(0, u, v) / at(6, u, v), at(3, u, v) / at(6, u, v)];
			const quarter = v < 0.5 ? (u < 0.5 ? 0 : 1) : u < 0.5 ? 3 : 2;
			raw.set(QUARTERS[quarter] ?? [], (Math.floor(y * height) * width + Math.floor(x * width)) * 3);
		}
	return sharp(raw, { raw: { width, height, channels: 3 } })
		.png()
		.toBuffer();
}
/** The middle of each quarter and places near the corners and the centre have the colour of their quarter. */
async function looksStraight(id: string): Promise<void> {
	const bytes = (await store.picture({ summit, id }))?.bytes ?? new Uint8Array();
	const { width, height } = await sharp(bytes).metadata();
	for (const [x, y, quarter] of [
		...[[0.25, 0.25, 0] as const, [0.75, 0.25, 1] as const, [0.75, 0.75, 2] as const, [0.25, 0.75, 3] as const],
		...[[0.03, 0.03, 0] as const, [0.97, 0.03, 1] as const, [0.97, 0.97, 2] as const, [0.03, 0.97, 3] as const],
		...[[0.47, 0.47, 0] as const, [0.53, 0.53, 2] as const]
	]) {
		const seen = await pixel(bytes, x * width, y * height);
		const off = seen.map((part, i) => Math.abs(part - (QUARTERS[quarter]?.[i] ?? 0)));
		expect(Math.max(...off), `${x}, ${y}`).toBeLessThan(30);
	}
}

describe('M1: a photographed sheet is made straight', () => {
	test('its corners become the picture’s corners, also in perspective', async () => {
		const { id } = await upload(await photograph(900, 700), true);
		const answer = await straighten(id, SEEN);
		if (!answer.ok) throw new Error(answer.code);
		expect(answer.id).not.toBe(id);
		expect([answer.width, answer.height]).toEqual([723, 475]);
		await looksStraight(answer.id);
		expect((await store.picture({ summit, id: answer.id }))?.school).toBe(true);
		expect(await store.picture({ summit, id })).not.toBeNull();
	});

	test('a large picture is put together from its own finest tiles, and the new one is cut again', async () => {
		const { id, tiles } = await upload(await photograph(2300, 1800));
		expect(tiles).not.toBeNull();
		const answer = await straighten(id, SEEN);
		if (!answer.ok) throw new Error(answer.code);
		expect(answer.width).toBeGreaterThan(1800);
		expect(answer.tiles).toMatchObject({ set: answer.id, max: 3 });
		await looksStraight(answer.id);
	});

	test('whoever calls another corner the first turns the picture', async () => {
		const { id } = await upload(await quarters(600, 300).png().toBuffer());
		const answer = await straighten(id, [
			[0, 1],
			[0, 0],
			[1, 0],
			[1, 1]
		]);
		expect(answer).toMatchObject({ ok: true, width: 300, height: 600 });
		const bytes = (await store.picture({ summit, id: answer.ok ? answer.id : '' }))?.bytes ?? new Uint8Array();
		expect((await pixel(bytes, 75, 75))[1]).toBeGreaterThan(200);
		expect((await pixel(bytes, 225, 75))[1]).toBeLessThan(80);
	});

	test('a straight cut keeps the pixels as they are', async () => {
		const { id } = await upload(await quarters(800, 600).png().toBuffer());
		const answer = await straighten(id, [
			[0.25, 0.25],
			[0.75, 0.25],
			[0.75, 0.75],
			[0.25, 0.75]
		]);
		expect(answer).toMatchObject({ ok: true, width: 400, height: 300, tiles: null });
		await looksStraight(answer.ok ? answer.id : '');
	});
});

test('corners that make no sheet, and a picture that is not there, are refused with nothing kept', async () => {
	const { id } = await upload(await plain(400, 400).png().toBuffer());
	const crossed: Corners = [
		[0, 0],
		[1, 1],
		[1, 0],
		[0, 1]
	];
	expect(await straighten(id, crossed)).toEqual({ ok: false, code: 'corners_unusable' });
	// Wide enough to be a sheet, but not to be a map.
	const thin: Corners = [
		[0, 0.4],
		[1, 0.4],
		[1, 0.5],
		[0, 0.5]
	];
	expect(await straighten(id, thin)).toEqual({ ok: false, code: 'corners_unusable' });
	expect(await straighten('elsewhere', SEEN)).toEqual({ ok: false, code: 'unknown_item' });
	expect(await store.pictures({ summit })).toHaveLength(1);
});

test.skipIf(!existsSync(maps))('with a sheet as people photograph it: scanned-map.jpg', async () => {
	const { id } = await upload(readFileSync(path.join(maps, 'scanned-map.jpg')));
	const answer = await straighten(id, [
		[0.05, 0.05],
		[0.95, 0.06],
		[0.96, 0.95],
		[0.04, 0.94]
	]);
	expect(answer).toMatchObject({ ok: true, tiles: { min: 0, max: 3 } });
});
