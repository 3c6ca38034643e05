import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeyring } from '../src/lib/server/keyring.ts';
import { openContents, readKeyringFile } from '../src/lib/server/keyring-seal.ts';
import { takeFolder } from '../src/lib/server/lock.ts';
import { ROOT } from './sources.ts';

let dir = '';
const keys = () => path.join(dir, 'keys');
beforeEach(async () => {
	dir = await mkdtemp(path.join(os.tmpdir(), 'summit-keys-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Runs the command as a person does; answers what it said and whether it was done. */
function run(how: string, { passphrase = '', input = '' } = {}): Promise<{ done: boolean; said: string }> {
	const env = { ...process.env, DATA_DIR: dir, KEY_DIR: '', KEY_PASSPHRASE: passphrase };
	return new Promise((resolve) => {
		const script = path.join(ROOT, 'scripts/keys.ts');
		const child = execFile(process.execPath, [script, how], { env }, (error, out, err) =>
			resolve({ done: error === null, said: out + err })
		);
		child.stdin?.end(input);
	});
}
async function sealedBefore(): Promise<Uint8Array> {
	const keyring = await openKeyring({ dir: keys() });
	await keyring.ensure('summit-1');
	return keyring.seal({ ...PLACE, text: 'the lamp' });
}
const PLACE = { summit: 'summit-1', event: 4, field: 'words' } as const;

test('S13: after a rotation the old key file opens nothing, and everything sealed opens as before', async () => {
	const sealed = await sealedBefore();
	const old = await readFile(path.join(keys(), 'kit.key'));
	expect(await run('rotate')).toMatchObject({ done: true });
	for (const name of ['keyring.json', 'keyring.previous.json']) {
		const file = readKeyringFile(await readFile(path.join(keys(), name)));
		expect(file && openContents(file, old), name).toBeNull();
	}
	expect(await readFile(path.join(keys(), 'kit.key'))).not.toEqual(old);
	expect((await openKeyring({ dir: keys() })).open({ ...PLACE, sealed })).toBe('the lamp');
});

test('a passphrase is read from the input, changed by it, and a short one is refused with nothing changed', async () => {
	const sealed = await sealedBefore();
	expect(await run('passphrase', { input: 'too short\n' })).toMatchObject({ done: false });
	expect((await stat(path.join(keys(), 'kit.key'))).size).toBe(32);
	const [first, second] = ['seven lamps in a row', 'eight lamps in a row'];
	expect(await run('passphrase', { input: `${first}\n` })).toMatchObject({ done: true });
	await expect(stat(path.join(keys(), 'kit.key'))).rejects.toThrow('ENOENT');
	expect(await run('passphrase', { passphrase: first, input: `${second}\n` })).toMatchObject({ done: true });
	await expect(openKeyring({ dir: keys(), passphrase: first })).rejects.toThrow('does not open');
	expect((await openKeyring({ dir: keys(), passphrase: second })).open({ ...PLACE, sealed })).toBe('the lamp');
});

test('while a kit runs on the folder nothing is changed', async () => {
	await sealedBefore();
	const before = await readFile(path.join(keys(), 'keyring.json'));
	const release = takeFolder(dir);
	const answer = await run('rotate');
	release();
	expect(answer).toMatchObject({ done: false });
	expect(answer.said).toContain('stop it first');
	expect(await readFile(path.join(keys(), 'keyring.json'))).toEqual(before);
});

test('where there is no keyring none is made', async () => {
	expect(await run('rotate')).toMatchObject({ done: false });
	await expect(stat(path.join(keys(), 'keyring.json'))).rejects.toThrow('ENOENT');
});
