import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
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

test('S13: it may read the kit’s program and dependencies, and not what lies beside them: data and keys', async () => {
	const root = path.join(folder, 'project');
	const server = path.join(root, 'src', 'lib', 'server');
	mkdirSync(server, { recursive: true });
	mkdirSync(path.join(root, 'data', 'keys'), { recursive: true });
	writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
	writeFileSync(path.join(root, 'data', 'keys', 'key'), 'marigold');
	writeFileSync(path.join(server, 'beside.txt'), 'program');
	const program = path.join(server, 'child.js');
	writeFileSync(
		program,
		`import { readFileSync } from 'node:fs';
		const read = (file) => { try { return readFileSync(file, 'utf8'); } catch (problem) { return problem.code; } };
		console.log(JSON.stringify({ beside: read('${path.join(server, 'beside.txt')}'), key: read('${path.join(root, 'data', 'keys', 'key')}') }));`
	);
	const pieces = await Array.fromAsync(runDisposable({ program, killAfter: 20_000, heap: 64, mostOut: 1_000_000 }));
	expect(pieces.map(({ line }) => line)).toEqual([{ beside: 'program', key: 'ERR_ACCESS_DENIED' }]);
});

test('what it was to read fails: the failure is told, and the child does not wait for the rest', async () => {
	async function* broken() {
		yield Buffer.alloc(10);
		await Promise.resolve();
		throw new Error('the disk');
	}
	const waiting = run(`process.stdin.resume(); setInterval(() => {}, 1000)`, { input: broken() });
	await expect(Array.fromAsync(waiting)).rejects.toThrow('the disk');
});

test('whoever started it and ends takes it along', async () => {
	const program = path.join(folder, 'listening.mjs');
	writeFileSync(
		program,
		`import { createServer } from 'node:net';
		const server = createServer().listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address())));`
	);
	const work = { program, killAfter: 60_000, heap: 64, mostOut: 1_000 };
	const parent = `import { runDisposable } from ${JSON.stringify(path.join(import.meta.dirname, 'disposable.ts'))};
		process.stdin.once('data', () => process.exit(0));
		for await (const { line } of runDisposable(${JSON.stringify(work)})) console.log(line.port);`;
	const started = spawn(process.execPath, ['--input-type=module', '-e', parent], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	const port = Number(await new Promise((resolve) => started.stdout.once('data', resolve)));
	const line = connect(port, '127.0.0.1');
	await new Promise((resolve) => line.once('connect', resolve));
	const gone = new Promise((resolve) => line.once('close', resolve).on('error', () => undefined));
	started.stdin.write('end\n');
	await gone;
});
