import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { pixel, plain, QUARTERS, quarters } from './testing.ts';
import { uploadPicture } from './upload.ts';

const summit = 'summit-a';
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

async function near(bytes: Uint8Array, at: [number, number], colour: readonly number[] | undefined) {
	const seen = await pixel(bytes, ...at);
	expect(Math.max(...seen.map((part, i) => Math.abs(part - (colour?.[i] ?? 0))))).toBeLessThan(24);
}

describe('M1: a large picture is cut, so that no phone loads all of it', () => {
	test('every level has its tiles, 256 pixels a side, and the whole picture is 2048 pixels long', async () => {
		const answer = await upload(await quarters(2600, 1300).png().toBuffer(), true);
		expect(answer).toMatchObject({
			width: 2600,
			height: 1300,
			tiles: { set: answer.id, origin: [0, 0], min: 0, max: 4 }
		});
		const set = await store.tileSet({ summit, id: answer.id });
		expect(set).toMatchObject({ kind: 'picture', school: true, whole: true, bounds: null, min: 0, max: 4 });
		const all = { summit, set: answer.id, left: 0, top: 0, right: 99, bottom: 99 };
		const counts = await Promise.all([0, 1, 2, 3, 4, 5].map((z) => store.countTiles({ ...all, z })));
		expect(counts).toEqual([1, 2, 3 * 2, 6 * 3, 11 * 6, 0]);
		for (const tile of await store.tilesIn({ ...all, z: 3 })) {
			expect(tile.type).toBe('image/webp');
			expect(await sharp(tile.bytes).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });
		}
		const kept = await store.picture({ summit, id: answer.id });
		expect(await sharp(kept?.bytes).metadata()).toMatchObject({ width: 2048, height: 1024 });
	});

	test('what is somewhere on the picture is there on every level, and beyond its edge is white', async () => {
		const { id } = await upload(await quarters(2600, 1300).png().toBuffer());
		for (let z = 0; z <= 4; z += 1) {
			const scale = 2 ** (4 - z);
			for (const [i, [x, y]] of [
				[650, 325],
				[1950, 325],
				[1950, 975],
				[650, 975]
			].entries()) {
				const [px, py] = [(x ?? 0) / scale, (y ?? 0) / scale];
				const tile = await store.tile({ summit, set: id, z, x: Math.floor(px / 256), y: Math.floor(py / 256) });
				await near(tile?.bytes ?? new Uint8Array(), [px % 256, py % 256], QUARTERS[i]);
			}
		}
		const last = await store.tile({ summit, set: id, z: 4, x: 10, y: 5 });
		await near(last?.bytes ?? new Uint8Array(), [200, 100], [255, 255, 255]);
	});

	test('a picture of at most 1024 pixels needs none, and one a pixel longer has them', async () => {
		expect((await upload(await plain(1024, 1024).png().toBuffer())).tiles).toBeNull();
		expect(await store.tileSets({ summit })).toEqual([]);
		expect((await upload(await plain(1025, 100).png().toBuffer())).tiles).toMatchObject({ max: 3 });
	});

	test('no map is finer than 8192 pixels', async () => {
		const answer = await upload(await plain(10_000, 1_000).jpeg().toBuffer());
		expect(answer).toMatchObject({ width: 8192, height: 819, tiles: { max: 5 } });
	});

	test('nothing stays of a picture that the store could not keep', async () => {
		const failing = { ...store, addPicture: () => Promise.reject(new Error('no')) };
		const bytes = await plain(1200, 1200).png().toBuffer();
		await expect(uploadPicture({ store: failing, summit, bytes, school: false, now: 5 })).rejects.toThrow('no');
		expect(await store.tileSets({ summit })).toEqual([]);
	});
});
