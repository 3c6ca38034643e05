/** S13: an erasure that is killed at any step goes on from there when the kit starts again, and loses no held text. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFold } from '../../src/lib/server/fold.ts';
import { openKeyring } from '../../src/lib/server/keyring.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';
import { allFiles, ciphertexts, keysIn, opened } from './erasure-day.ts';

const SCRIPT = path.join(import.meta.dirname, 'erasing-process.ts');

/** How many steps it took, or null when it was killed on the way. */
function erase(dataDir: string, killAt: number): Promise<number | null> {
	const child = spawn(process.execPath, [SCRIPT, dataDir, String(killAt)], { stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	child.stdout.on('data', (text: Buffer) => (said += text.toString()));
	return new Promise((resolve, reject) => {
		child.on('exit', (code, signal) => {
			if (signal === 'SIGKILL') resolve(null);
			else if (code === 0) resolve(Number(said));
			else reject(new Error(`The process ended with ${String(code)}.`));
		});
	});
}

test('S13: killed before each step, it ends with one receipt, and the held text alone can be read', async () => {
	const whole = await mkdtemp(path.join(os.tmpdir(), 'summit-whole-'));
	const steps = await erase(whole, 0);
	if (steps === null) throw new Error('It was killed although nobody asked for it.');
	await rm(whole, { recursive: true });
	expect(steps).toBeGreaterThanOrEqual(7);
	for (let killAt = 1; killAt <= steps; killAt += 1) {
		const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-killed-'));
		const copy = `${dataDir}-copy`;
		expect(await erase(dataDir, killAt)).toBeNull();
		await cp(dataDir, copy, { recursive: true });
		// Killed before the order stood in the log there is nothing to go on with: it is ordered again then.
		const store = await openSqlite(path.join(copy, 'summit.db'));
		const [record] = await store.summits();
		if (!record) throw new Error('no summit');
		const keys = await openKeyring({ dir: path.join(copy, 'keys') });
		const before = await createFold({ record, store, keyring: keys }).read();
		await store.close();
		if (before.retention.ordered !== null) {
			expect(await erase(dataDir, 0)).not.toBeNull();
			await check(dataDir, copy, killAt);
		}
		for (const dir of [dataDir, copy]) await rm(dir, { recursive: true });
	}
}, 180_000);

async function check(dataDir: string, copy: string, killAt: number): Promise<void> {
	const store = await openSqlite(path.join(dataDir, 'summit.db'));
	const keyring = await openKeyring({ dir: path.join(dataDir, 'keys') });
	const [record] = await store.summits();
	if (!record) throw new Error('no summit');
	const summit = await createFold({ record, store, keyring }).read();
	await store.close();
	expect([...summit.worries.list.values()].map(({ text }) => text)).toEqual(['zebraheld']);
	expect(summit.retention.receipts, `killed at ${killAt}`).toHaveLength(1);
	expect(summit.retention.erasing).toBeNull();
	const files = await allFiles(dataDir);
	const old = ciphertexts(path.join(copy, 'summit.db')).filter(({ type }) => type === 'talk:asked');
	const read = opened(old, keysIn(files).slice(0, 8)).map((text) => text.match(/zebra\w+/)?.[0]);
	// A copy made after the held text was sealed anew opens for it, and for nothing else.
	expect(read.filter((text) => text !== 'zebraheld')).toEqual([]);
}
