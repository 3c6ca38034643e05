import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { PICTURE_BYTES } from '../body-limit.ts';
import { runDisposable } from '../disposable.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { draw } from './draw.ts';
import { pictureKind } from './kinds.ts';
import { noise, plain } from './testing.ts';
import { pictureAddress, readBody, readPictureName, uploadPicture } from './upload.ts';

const summit = 'summit-a';
const maps = path.resolve(import.meta.dirname, '../../../../../shared/data/maps');
let store: Store;

beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

async function upload(bytes: Uint8Array, school = false) {
	const answer = await uploadPicture({ store, summit, bytes, school, now: 5 });
	if ('pages' in answer) throw new Error('One picture was meant');
	return answer;
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
	afterAll(() => rmSync(folder, { recursive: true }));
	async function withChild(program: string) {
		const child = path.join(folder, 'child.mjs');
		writeFileSync(child, program);
		return draw({ do: 'picture' }, await plain(100, 100).png().toBuffer(), { child, killAfter: 1_000 });
	}
	test.each([
		['hangs', 'setInterval(() => {}, 1000)'],
		['dies', 'process.exit(3)'],
		['says nothing', ''],
		['says something else', `console.log('{"ok":true,"width":5}')`],
		[
			'hands back no picture',
			`console.log('{"picture":[5,5],"bytes":5}\\n<svg>{"ok":true,"width":5,"height":5,"max":null}')`
		]
	])('%s', async (_, program) => {
		expect(await withChild(program)).toEqual({ ok: false, code: 'picture_unreadable' });
	});
	test.each([
		['writes a file', `(await import('node:fs')).writeFileSync('planted.txt', 'x')`],
		['reads a file of the machine’s', `(await import('node:fs')).readFileSync('/etc/hostname')`],
		['starts a program', `(await import('node:child_process')).spawnSync('true')`]
	])('is stopped when it %s', async (_, deed) => {
		const child = path.join(folder, 'deed.mjs');
		const ask = `let code = 'done'; try { ${deed} } catch (problem) { code = problem.code } console.log(JSON.stringify({ code }))`;
		writeFileSync(child, ask);
		const said = [];
		const pieces = runDisposable({ program: child, killAfter: 5_000, heap: 64, mostOut: 10_000 });
		for await (const { line } of pieces) said.push(line);
		expect(said).toEqual([{ code: 'ERR_ACCESS_DENIED' }]);
		expect(existsSync(path.join(folder, 'planted.txt'))).toBe(false);
	});
	test('S1: is handed nothing of this process’s environment', async () => {
		const child = path.join(folder, 'look.mjs');
		writeFileSync(child, `console.log(JSON.stringify({ names: Object.keys(process.env) }))`);
		const said = runDisposable({ program: child, killAfter: 5_000, heap: 64, mostOut: 10_000 });
		for await (const { line } of said) expect(line).toEqual({ names: ['VIPS_BLOCK_UNTRUSTED'] });
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
		expect(longer).toBe(Math.max(before.autoOrient.width, before.autoOrient.height));
		expect(answer.tiles).toMatchObject({ min: 0, max: 4, origin: [0, 0] });
		expect(shorter).toBeGreaterThanOrEqual(64);
		const shape = before.autoOrient.width / before.autoOrient.height;
		expect(answer.width / answer.height).toBeCloseTo(shape, 1);
	});
});

function damage(bytes: Buffer): Buffer {
	return Buffer.from(bytes).fill(0x41, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2));
}
