import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TooManyWaiting } from '../at-most.ts';
import { handClock } from '../clock.ts';
import { openEngine } from './engine.ts';
import type { Engine } from './engine.ts';

let folder: string;
let engine: Engine;

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
	const baseURL = 'http://127.0.0.1:3000';
	engine = await openEngine({
		...{ file: path.join(folder, 'accounts.db'), secret: new Uint8Array(32), baseURL, trustedOrigins: [baseURL] },
		...{ secure: false, clock: handClock(1_800_000_000_000), hashes: { running: 1, waiting: 0 } }
	});
});
afterEach(() => {
	engine.close();
	rmSync(folder, { recursive: true });
});

test('a flood at the sign-in form is turned away at the gate, and takes no new passphrase its turn', async () => {
	const { auth, passwords } = engine;
	const [hash, password] = [await passwords.hashNew('nine slow barges'), 'nine slow barges'];
	const running = passwords.verify({ hash, password });
	const email = 'nobody@example.org';
	await expect(auth.api.signInEmail({ body: { email, password } })).rejects.toThrow(TooManyWaiting);
	await expect(passwords.hash(password)).rejects.toThrow(TooManyWaiting);
	expect(await passwords.hashNew(password)).not.toBe(hash);
	expect(await running).toBe(true);
});
