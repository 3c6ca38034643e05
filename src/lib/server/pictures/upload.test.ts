import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { PICTURE_BYTES } from '../body-limit.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { decodePicture } from './decode.ts';
import { pictureKind } from './kinds.ts';
import { pictureAddress, readBody, readPictureName, uploadPicture } from './upload.ts';

const summit = 'summit-a';
const maps = path.resolve(import.meta.dirname, '../../../../../shared/data/maps');
let store: Store;

beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

function upload(bytes: Uint8Array, school = false) {
	return uploadPicture({ store, summit, bytes, school });
}

function plain(width: number, height: number) {
	return sharp({ create: { width, height, channels: 3, background: '#ede5fc' } });
}

test('M1: a picture is drawn anew as WebP, and kept under an address a station’s settings can hold', async () => {
	const answer = await upload(await plain(640, 480).png().toBuffer(), true);
	if (!answer.ok) throw new Error(answer.code);
	expect(answer).toMatchObject({ width: 640, height: 480, picture: `/pictures/${summit}.${answer.id}` });
	expect(answer.picture).toMatch(/^\/pictures\/[A-Za-z0-9._-]{1,80}$/);
	const kept = await store.picture({ summit, id: answer.id });
	expect(kept).toMatchObject({ type: 'image/webp', width: 640, height: 480, school: true });
	expect(pictureKind(kept?.bytes ?? new Uint8Array())).toBe('webp');
});

test('S1: a camera’s notes and places are gone, and the picture stands upright', async () => {
	const bytes = await plain(300, 200)
		.jpeg()
		.withExif({ IFD0: { Artist: 'Planted Name' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
		.withMetadata({ orientation: 6 })
		.toBuffer();
	expect(bytes.includes('Exif')).toBe(true);
	const answer = await upload(bytes);
	expect(answer).toMatchObject({ ok: true, width: 200, height: 300 });
	const kept = await store.picture({ summit, id: answer.ok ? answer.id : '' });
	const metadata = await sharp(kept?.bytes).metadata();
	expect(metadata).toMatchObject({ width: 200, height: 300 });
	for (const notes of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) expect(metadata[notes]).toBeUndefined();
});

test('the longest side is at most 4096 pixels', async () => {
	const answer = await upload(await plain(6000, 1500).jpeg().toBuffer());
	expect(answer).toMatchObject({ ok: true, width: 4096, height: 1024 });
});

test('a small file with more than 40 million pixels is refused before it is drawn', async () => {
	const bomb = await plain(10_000, 5_000).png().toBuffer();
	expect(bomb.length).toBeLessThan(1_000_000);
	expect(await upload(bomb)).toEqual({ ok: false, code: 'picture_too_large' });
	expect(await store.pictures({ summit })).toEqual([]);
});

describe('refused as unreadable, with nothing kept', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="9" height="9"/></svg>';
	const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const cases: [string, () => Promise<Uint8Array> | Uint8Array][] = [
		['a drawing', () => Buffer.from(svg)],
		['a drawing behind a PNG’s first bytes', () => Buffer.concat([pngStart, Buffer.from(svg)])],
		['a drawing behind a JPEG’s first bytes', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)])],
		['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
		['a GIF', () => plain(100, 100).gif().toBuffer()],
		['half a JPEG', async () => (await noise(900, 900).jpeg().toBuffer()).subarray(0, 20_000)],
		['a PNG with a broken middle', async () => damage(await noise(300, 300).png().toBuffer())],
		['nothing', () => new Uint8Array()],
		['a picture too small to mark', () => plain(63, 400).png().toBuffer()]
	];
	test.each(cases)('%s', async (_, make) => {
		expect(await upload(await make())).toEqual({ ok: false, code: 'picture_unreadable' });
		expect(await store.pictures({ summit })).toEqual([]);
	});
});

test('a file over 20 MB is refused without being opened, and its body is not read to the end', async () => {
	expect(await upload(new Uint8Array(PICTURE_BYTES + 1))).toEqual({ ok: false, code: 'picture_too_large' });
	let sent = 0;
	let cancelled = false;
	const endless = new ReadableStream<Uint8Array>({
		pull(to) {
			sent += 1;
			to.enqueue(new Uint8Array(1_000_000));
		},
		cancel() {
			cancelled = true;
		}
	});
	expect(await readBody(endless)).toBeNull();
	expect(cancelled).toBe(true);
	expect(sent).toBeLessThan(25);
	expect(await readBody(new Blob(['abc', 'def']).stream())).toEqual(Buffer.from('abcdef'));
	expect(await readBody(null)).toHaveLength(0);
});

describe('a child that does not do its work', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
	async function withChild(program: string) {
		const child = path.join(folder, 'child.mjs');
		writeFileSync(child, program);
		return decodePicture(await plain(100, 100).png().toBuffer(), { child, killAfter: 1_000 });
	}
	test.each([
		['hangs', 'setInterval(() => {}, 1000)'],
		['dies', 'process.exit(3)'],
		['says nothing', ''],
		['says something else', `console.log('{"ok":true,"width":5}')`],
		['hands back no picture', `console.log('{"ok":true,"width":5,"height":5}\\n<svg>')`]
	])('%s', async (_, program) => {
		expect(await withChild(program)).toEqual({ ok: false, code: 'picture_unreadable' });
	});
	test('is handed nothing of this process’s environment', async () => {
		const look = `import { writeFileSync } from 'node:fs'; writeFileSync('env.json', JSON.stringify(process.env));`;
		await withChild(look);
		const env: unknown = JSON.parse(readFileSync(path.join(folder, 'env.json'), 'utf8'));
		const seen = Object.keys(Object(env) as object); // Parsed from what the child wrote.
		expect(seen.filter((name) => name !== 'SystemRoot')).toEqual(['VIPS_BLOCK_UNTRUSTED']);
		rmSync(folder, { recursive: true });
	});
});

test('an address names its summit and its picture, and nothing else is one', () => {
	expect(readPictureName(pictureAddress({ summit: 'a-b_c', id: 'd' }).slice('/pictures/'.length))).toEqual({
		summit: 'a-b_c',
		id: 'd'
	});
	for (const name of ['', 'a', 'a.', '.a', 'a.b.c']) expect(readPictureName(name)).toBeNull();
});

describe.skipIf(!existsSync(maps))('with maps as people have them', () => {
	test.each(['elephant-and-castle.png', 'scanned-map.jpg'])('%s', async (name) => {
		const bytes = readFileSync(path.join(maps, name));
		const before = await sharp(bytes).autoOrient().metadata();
		const answer = await upload(bytes);
		if (!answer.ok) throw new Error(answer.code);
		const [longer, shorter] = [Math.max(answer.width, answer.height), Math.min(answer.width, answer.height)];
		expect(longer).toBeLessThanOrEqual(4096);
		expect(shorter).toBeGreaterThanOrEqual(64);
		const shape = before.autoOrient.width / before.autoOrient.height;
		expect(answer.width / answer.height).toBeCloseTo(shape, 1);
	});
});

function noise(width: number, height: number) {
	const raw = Buffer.alloc(width * height * 3);
	for (let i = 0, n = 7; i < raw.length; i += 1) raw[i] = n = ((n * 75 + 74) % 257) & 0xff;
	return sharp(raw, { raw: { width, height, channels: 3 } });
}

function damage(bytes: Buffer): Buffer {
	return Buffer.from(bytes).fill(0x41, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2));
}
