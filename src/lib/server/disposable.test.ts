import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ChildFailed, runDisposable } from './disposable.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'disposable-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, more: { input?: AsyncIterable<Uint8Array>; killAfter?: number } = {}) {
	const file = path.join(folder, 'child.mjs');
	writeFileSync(file, program);
	return runDisposable({ program: file, killAfter: 20_000, heap: 64, mostOut: 1_000_000, ...more });
}

test('a child that takes more memory than it may ends itself, though it never comes to rest', async () => {
	const watch = path.resolve(import.meta.dirname, 'watch-memory.ts');
	// The folder of the program is all that a child may read, so the watch stands in it.
	const hungry = `${(await import('node:fs')).readFileSync(watch, 'utf8').replace(/: \w+/g, '')}
		watchMemory(200_000_000);
		const held = [];
		await new Promise((ready) => setTimeout(ready, 200));
		for (;;) held.push(Buffer.alloc(1_000_000, 1));`;
	const failing = Array.fromAsync(run(hungry.replace('export ', '')));
	await expect(failing).rejects.toThrow(ChildFailed);
});

test('what it is told goes no faster than it reads, and is given up when it ends', async () => {
	let asked = 0;
	async function* endless() {
		for (;;) {
			asked += 1;
			yield Buffer.alloc(100_000);
			await Promise.resolve();
		}
	}
	const pieces = run(`console.log('{"ok":true}'); process.exit(0)`, { input: endless() });
	expect((await Array.fromAsync(pieces)).map(({ line }) => line)).toEqual([{ ok: true }]);
	expect(asked).toBeLessThan(100);
});

test('whoever stops listening ends it', async () => {
	for await (const { line } of run(`console.log(JSON.stringify({ pid: process.pid })); setInterval(() => {}, 1000)`)) {
		expect(line['pid']).toBeGreaterThan(0);
		break;
	}
});
