import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../store/memory.ts';
import { readTileAddress, tileTag } from './address.ts';
import { keepSet, sweepSets } from './keep.ts';
import { plainWords } from './plain-words.ts';
import { receive, sweepIncoming } from './receive.ts';

describe('a tile’s address', () => {
	const at = (set: string, z: string, x: string, y: string) => readTileAddress({ set, z, x, y });
	test('names its summit, its set and one tile', () => {
		expect(at('a-b_c.d', '3', '7', '0')).toEqual({ summit: 'a-b_c', set: 'd', z: 3, x: 7, y: 0 });
	});
	test.each([
		['', '0', '0', '0'],
		['a', '0', '0', '0'],
		['a.', '0', '0', '0'],
		['a.b.c', '0', '0', '0'],
		['a.b', '3', '8', '0'],
		['a.b', '23', '0', '0'],
		['a.b', '-1', '0', '0'],
		['a.b', '3', '01', '0'],
		['a.b', '3', '1e0', '0'],
		['a.b', '3', '1', '0.0'],
		['a.b', '3', '1', '0.png'],
		['a.b', '3', '', '0']
	])('%s/%s/%s/%s is none', (set, z, x, y) => {
		expect(at(set, z, x, y)).toBeNull();
	});
	test('the same bytes have the same tag, and others another', () => {
		expect(tileTag(new Uint8Array([1]))).toBe(tileTag(new Uint8Array([1])));
		expect(tileTag(new Uint8Array([1]))).not.toBe(tileTag(new Uint8Array([2])));
		expect(tileTag(new Uint8Array())).toMatch(/^"[\w-]{22}"$/);
	});
});

test.each([
	['© <a href="https://x" onclick="a()">OpenStreetMap</a> contributors', '© OpenStreetMap contributors'],
	['&copy; A &amp; B &#169; C&nbsp;D', '© A & B © C D'],
	['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
	['<scr<b>ipt>x', 'iptx'],
	['a > b < c', 'a b c'],
	['two\nlines\u0000 and \u202eover', 'two lines and over'],
	['x'.repeat(500), 'x'.repeat(200)]
])('what a map says of itself is one line of plain text: %j', (text, words) => {
	expect(plainWords(text)).toBe(words);
	expect(plainWords(text)).not.toMatch(/[<>]/);
});

describe('a package on its way in', () => {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'incoming-'));
	afterAll(() => rmSync(dataDir, { recursive: true }));
	const left = () => readdirSync(path.join(dataDir, 'incoming'));

	test('lies in a file for this account alone while it is read, and is gone afterwards, whatever happened', async () => {
		const body = () => new Blob(['abc', 'def']).stream();
		await receive({ dataDir, id: 'one', body: body() }, async (file) => {
			expect(readFileSync(file ?? '', 'utf8')).toBe('abcdef');
			if (process.platform !== 'win32') expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
		});
		const failing = receive({ dataDir, id: 'two', body: body() }, () => Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		expect(left()).toEqual([]);
	});

	test('longer than it may be, it is not read to its end', async () => {
		let cancelled = false;
		const endless = new ReadableStream<Uint8Array>({
			pull: (to) => to.enqueue(new Uint8Array(1_000)),
			cancel: () => void (cancelled = true)
		});
		expect(await receive({ dataDir, id: 'three', body: endless, most: 10_000 }, async (file) => file)).toBeNull();
		expect(cancelled).toBe(true);
		expect(left()).toEqual([]);
	});

	test('what a crash left is swept at the next start', async () => {
		const cut = receive({ dataDir, id: 'four', body: null }, async () => {
			await sweepIncoming(dataDir);
			expect(existsSync(path.join(dataDir, 'incoming'))).toBe(false);
		});
		await cut;
		await sweepIncoming(dataDir);
	});
});

test('a set that was cut short is swept at the next start; whole ones and online ones stay', async () => {
	const store = memoryStore();
	await store.createSummit({ id: 's', log: 'l', rehearsal: false, createdAt: 0 });
	const set = { summit: 's', name: '', attribution: '', bounds: null, min: 0, max: 1, school: false, createdAt: 0 };
	for (const kind of ['picture', 'package', 'online'] as const) {
		await store.addTileSet({ ...set, kind, id: `${kind}-whole`, whole: true });
		await store.addTileSet({ ...set, kind, id: `${kind}-cut`, whole: false });
	}
	await sweepSets(store);
	const left = (await store.tileSets({ summit: 's' })).map(({ id }) => id).sort();
	expect(left).toEqual(['online-cut', 'online-whole', 'package-whole', 'picture-whole']);
});

test('tiles are kept in small batches, and a set is whole only at the end', async () => {
	const store = memoryStore();
	await store.createSummit({ id: 's', log: 'l', rehearsal: false, createdAt: 0 });
	const batches: number[] = [];
	const watched = {
		...store,
		keepTiles: (q: Parameters<typeof store.keepTiles>[0]) => {
			batches.push(q.tiles.length);
			return store.keepTiles(q);
		}
	};
	const tile = { z: 7, y: 0, type: 'image/png', endsAt: null };
	const record = { id: 'set', summit: 's', kind: 'package' as const, name: '', attribution: '', bounds: null };
	await keepSet(watched, { ...record, min: 0, max: 0, school: false, createdAt: 0 }, async (keep) => {
		for (let x = 0; x < 100; x += 1) await keep([{ ...tile, x, bytes: new Uint8Array(x < 90 ? 10 : 300_000) }]);
		expect(await store.tileSet({ summit: 's', id: 'set' })).toMatchObject({ whole: false });
		return { min: 7, max: 7 };
	});
	expect(await store.tileSet({ summit: 's', id: 'set' })).toMatchObject({ whole: true, tiles: 100, min: 7, max: 7 });
	expect(Math.max(...batches)).toBeLessThanOrEqual(48);
	expect(batches.length).toBeGreaterThanOrEqual(6);
});
