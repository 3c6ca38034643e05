import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { KeyringDamaged, KeyringUnusable, KeysDestroyed, KeysMissing, openKeyring } from './keyring.ts';
import type { SealedPlace } from './keyring.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'summit-keys-'));
let count = 0;
let dir = '';
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
	dir = path.join(folder, `${++count}`);
});

const place: SealedPlace = { summit: 'summit-a', event: 7, field: 'words' };
const passphrase = 'four quiet lamps at noon';
const inDir = (name: string): string => path.join(dir, name);
const everyFile = () => new Map(readdirSync(dir).map((name) => [name, readFileSync(inDir(name)).toString('base64')]));

async function begun(options: { passphrase?: string } = {}) {
	const keyring = await openKeyring({ dir, ...options });
	await keyring.ensure('summit-a');
	return keyring;
}

async function refused(options: { passphrase?: string } = {}): Promise<string> {
	const before = everyFile();
	const refusal: unknown = await openKeyring({ dir, ...options }).then(
		() => 'opened',
		(error: unknown) => error
	);
	expect(refusal).toBeInstanceOf(KeyringUnusable);
	expect(everyFile()).toEqual(before);
	return refusal instanceof Error ? refusal.message : '';
}

describe('sealing', () => {
	test('a text opens as it was, also after a restart', async () => {
		const keyring = await begun();
		for (const text of ['', 'The stairs by the gym', 'Zoë 🙂\n\0 خوف', 'x'.repeat(10_000)]) {
			const sealed = keyring.seal({ ...place, text });
			expect(keyring.open({ ...place, sealed })).toBe(text);
			expect((await openKeyring({ dir })).open({ ...place, sealed })).toBe(text);
		}
	});

	test('what is sealed has the agreed form, differs every time and holds no words', async () => {
		const keyring = await begun();
		const text = 'the stairs by the gym';
		const [one, two] = [keyring.seal({ ...place, text }), keyring.seal({ ...place, text })];
		expect(one[0]).toBe(0x01);
		expect(one).toHaveLength(1 + 12 + text.length + 16);
		expect(one).not.toEqual(two);
		expect(Buffer.from(one).includes('stairs')).toBe(false);
	});

	test('a changed byte anywhere, or a shortened text, is noticed', async () => {
		const keyring = await begun();
		const sealed = keyring.seal({ ...place, text: 'help' });
		for (let i = 0; i < sealed.length; i++) {
			const changed = sealed.map((byte, at) => (at === i ? byte ^ 1 : byte));
			expect(() => keyring.open({ ...place, sealed: changed })).toThrow(KeyringDamaged);
		}
		for (let length = 0; length < sealed.length; length++)
			expect(() => keyring.open({ ...place, sealed: sealed.slice(0, length) })).toThrow(KeyringDamaged);
	});

	test('a text moved to another row, field or summit is noticed', async () => {
		const keyring = await begun();
		await keyring.ensure('summit-b');
		const sealed = keyring.seal({ ...place, text: 'help' });
		for (const other of [{ event: 8 }, { field: 'worries' as const }, { summit: 'summit-b' }])
			expect(() => keyring.open({ ...place, ...other, sealed })).toThrow(KeyringDamaged);
	});

	test('words and worries of two summits have four keys', async () => {
		const keyring = await begun();
		await keyring.ensure('summit-b');
		for (const summit of ['summit-a', 'summit-b'])
			for (const field of ['words', 'worries'] as const) {
				const at = { summit, event: 1, field };
				expect(keyring.open({ ...at, sealed: keyring.seal({ ...at, text: summit + field }) })).toBe(summit + field);
			}
	});

	test('without keys nothing is sealed, and a lost keyring does not look like an erased one', async () => {
		const sealed = (await begun()).seal({ ...place, text: 'help' });
		dir = path.join(folder, `${++count}`);
		const other = await openKeyring({ dir });
		expect(other.has('summit-a')).toBe(false);
		expect(() => other.seal({ ...place, text: 'help' })).toThrow(KeysMissing);
		expect(() => other.open({ ...place, sealed })).toThrow(KeysMissing);
	});
});

describe('destroying', () => {
	test('S13: what was sealed opens as null, for this summit alone, now and after a restart', async () => {
		const keyring = await begun();
		await keyring.ensure('summit-b');
		const beside = { ...place, summit: 'summit-b' };
		const sealed = keyring.seal({ ...place, text: 'gone' });
		const kept = keyring.seal({ ...beside, text: 'kept' });
		await keyring.destroy('summit-a');
		for (const one of [keyring, await openKeyring({ dir })]) {
			expect(one.open({ ...place, sealed })).toBeNull();
			expect(one.has('summit-a')).toBe(false);
			expect(one.open({ ...beside, sealed: kept })).toBe('kept');
		}
	});

	test('S13: no file of the folder opens it any more, whichever is put in the keyring’s place', async () => {
		const keyring = await begun();
		const sealed = keyring.seal({ ...place, text: 'gone' });
		await keyring.ensure('summit-b');
		await keyring.ensure('summit-c');
		await keyring.destroy('summit-a');
		const files = readdirSync(dir);
		expect(files.sort()).toEqual(['keyring.json', 'keyring.previous.json', 'kit.key']);
		for (const name of ['keyring.json', 'keyring.previous.json']) {
			writeFileSync(inDir('keyring.json'), readFileSync(inDir(name)));
			const again = await openKeyring({ dir });
			expect(again.open({ ...place, sealed })).toBeNull();
			expect(again.has('summit-b')).toBe(true);
		}
	});

	test('S13: an old copy left as the previous keyring is cleaned at the next start', async () => {
		const keyring = await begun();
		const old = readFileSync(inDir('keyring.json'));
		await keyring.destroy('summit-a');
		writeFileSync(inDir('keyring.previous.json'), old);
		await openKeyring({ dir });
		writeFileSync(inDir('keyring.json'), readFileSync(inDir('keyring.previous.json')));
		expect((await openKeyring({ dir })).has('summit-a')).toBe(false);
	});

	test('S13: destroyed keys are never made again, and destroying again is harmless', async () => {
		const keyring = await begun();
		await keyring.destroy('summit-a');
		await keyring.destroy('summit-a');
		await expect(keyring.ensure('summit-a')).rejects.toThrow(KeysDestroyed);
		expect(() => keyring.seal({ ...place, text: 'late' })).toThrow(KeysDestroyed);
		await expect((await openKeyring({ dir })).ensure('summit-a')).rejects.toThrow(KeysDestroyed);
	});
});

describe('the files', () => {
	test('L1: keys are on disk when ensure resolves, however many are made at once', async () => {
		const keyring = await openKeyring({ dir });
		const ids = Array.from({ length: 12 }, (_, i) => `summit-${i}`);
		await Promise.all([...ids, ...ids].map((id) => keyring.ensure(id)));
		await Promise.all([keyring.destroy('summit-3'), keyring.ensure('later')]);
		const again = await openKeyring({ dir });
		const sealed = keyring.seal({ ...place, summit: 'summit-5', text: 'help' });
		expect(again.open({ ...place, summit: 'summit-5', sealed })).toBe('help');
		expect([...ids, 'later'].filter((id) => !again.has(id))).toEqual(['summit-3']);
	});

	test('folder and files belong to this account alone', async () => {
		if (process.platform === 'win32') return;
		await openKeyring({ dir });
		chmodSync(dir, 0o755);
		await begun();
		expect(statSync(dir).mode & 0o777).toBe(0o700);
		for (const name of readdirSync(dir)) expect(statSync(inDir(name)).mode & 0o777).toBe(0o600);
	});

	test('no data key or secret is readable in the files', async () => {
		const keyring = await begun();
		const secret = keyring.secret('accounts');
		for (const text of everyFile().values()) {
			const bytes = Buffer.from(text, 'base64');
			expect(bytes.includes(secret)).toBe(false);
			expect(bytes.includes(secret.toString('base64'))).toBe(false);
			expect(bytes.includes('summit-a')).toBe(false);
		}
	});

	test('drafts that a power cut left are swept away', async () => {
		await begun();
		writeFileSync(inDir('keyring.json.0123456789ab.draft'), 'half');
		await openKeyring({ dir });
		expect(readdirSync(dir).some((name) => name.endsWith('.draft'))).toBe(false);
	});

	test('a first start that was cut short after making the key goes on with it', async () => {
		await openKeyring({ dir });
		const key = readFileSync(inDir('kit.key'));
		rmSync(inDir('keyring.json'));
		await openKeyring({ dir });
		expect(readFileSync(inDir('kit.key')).equals(key)).toBe(true);
	});

	test('a keyring that is damaged, cut short or not a keyring is refused and left as it was', async () => {
		await begun();
		const text = readFileSync(inDir('keyring.json'), 'utf8');
		const spoilt = [
			'',
			'not a keyring',
			'{}',
			text.slice(0, -20),
			text.replace(/("sealed": "....)./, (_, start: string) => `${start}${text.includes(`${start}A`) ? 'B' : 'A'}`),
			text.replace('"version": 1', '"version": 2')
		];
		for (const bad of spoilt) {
			expect(bad).not.toBe(text);
			writeFileSync(inDir('keyring.json'), bad);
			expect(await refused()).toMatch(/^The keyring .+ is damaged or .+\.$/);
		}
	});

	test('a keyring without its key file, or with a damaged or foreign one, is refused', async () => {
		await begun();
		writeFileSync(inDir('kit.key'), Buffer.alloc(32, 1));
		expect(await refused()).toMatch(/another kit\.key: .+\.$/);
		writeFileSync(inDir('kit.key'), 'short');
		expect(await refused()).toMatch(/^The key file .+ is damaged: .+\.$/);
		rmSync(inDir('kit.key'));
		expect(await refused()).toMatch(/^The key file .+ is missing: .+\.$/);
	});

	test('a keyring that is missing beside its copy is not made anew', async () => {
		const keyring = await begun();
		await keyring.ensure('summit-b');
		rmSync(inDir('keyring.json'));
		expect(await refused()).toMatch(/^The keyring .+ is missing: .+\.$/);
	});

	test('a folder that cannot be made is refused in one sentence', async () => {
		writeFileSync(dir, 'a file');
		await expect(openKeyring({ dir: path.join(dir, 'keys') })).rejects.toThrow(/^The folder .+ cannot be used: .+\.$/);
	});
});

describe('secrets', () => {
	test('a secret is the same at every start, and another for every name and kit', async () => {
		const keyring = await openKeyring({ dir });
		const secret = keyring.secret('accounts');
		expect(secret).toHaveLength(32);
		expect((await openKeyring({ dir })).secret('accounts').equals(secret)).toBe(true);
		expect(keyring.secret('cookies').equals(secret)).toBe(false);
		dir = path.join(folder, `${++count}`);
		expect((await openKeyring({ dir })).secret('accounts').equals(secret)).toBe(false);
	});
});

describe('a passphrase', () => {
	test('closes the keyring, and no key file lies beside it', async () => {
		const sealed = (await begun({ passphrase })).seal({ ...place, text: 'help' });
		expect(existsSync(inDir('kit.key'))).toBe(false);
		expect((await openKeyring({ dir, passphrase })).open({ ...place, sealed })).toBe('help');
		expect(await refused()).toMatch(/closed by a passphrase: set KEY_PASSPHRASE to it\.$/);
		const wrong = await refused({ passphrase: 'four quiet lamps at nine' });
		expect(wrong).toMatch(/^KEY_PASSPHRASE does not open .+\.$/);
		expect(wrong).not.toContain('lamps');
	});

	test('set later, takes over from the key file without losing a word', async () => {
		const before = await begun();
		const sealed = before.seal({ ...place, text: 'help' });
		const secret = before.secret('accounts');
		const after = await openKeyring({ dir, passphrase });
		expect(after.open({ ...place, sealed })).toBe('help');
		expect(after.secret('accounts').equals(secret)).toBe(true);
		expect(existsSync(inDir('kit.key'))).toBe(false);
		await refused();
	});

	test('can be changed, or given up, and the old one opens no file of the folder', async () => {
		const keyring = await begun({ passphrase });
		const sealed = keyring.seal({ ...place, text: 'help' });
		const other = 'a harbour without any boats';
		await keyring.rewrap({ passphrase: other });
		await refused({ passphrase });
		expect((await openKeyring({ dir, passphrase: other })).open({ ...place, sealed })).toBe('help');
		await (await openKeyring({ dir, passphrase: other })).rewrap({ passphrase: null });
		expect((await openKeyring({ dir })).open({ ...place, sealed })).toBe('help');
		for (const text of everyFile().values())
			expect(Buffer.from(text, 'base64').includes('"kind": "scrypt"')).toBe(false);
	});
});

describe('what outlives an erasure', () => {
	const held = { ...place, event: 3 };

	test('S13: a held text and what is written afterwards open; everything else, and the held one’s older copy, does not', async () => {
		const keyring = await begun();
		const [old, other] = [keyring.seal({ ...held, text: 'kept' }), keyring.seal({ ...place, text: 'gone' })];
		await keyring.keep({ summit: 'summit-a', held: [3] });
		const anew = keyring.sealHeld({ ...held, text: 'kept' });
		await keyring.destroy('summit-a', { held: [3] });
		const note = keyring.seal({ ...place, event: 90, text: 'a note since' });
		for (const ring of [keyring, await openKeyring({ dir })]) {
			expect(ring.open({ ...held, sealed: anew })).toBe('kept');
			expect(ring.open({ ...place, event: 90, sealed: note })).toBe('a note since');
			expect([ring.open({ ...held, sealed: old }), ring.open({ ...place, sealed: other })]).toEqual([null, null]);
		}
		await keyring.destroy('summit-a', { held: [] });
		expect(keyring.open({ ...held, sealed: anew })).toBeNull();
		expect((await openKeyring({ dir })).open({ ...place, event: 90, sealed: note })).toBe('a note since');
		await keyring.destroy('summit-a');
		expect((await openKeyring({ dir })).open({ ...place, event: 90, sealed: note })).toBeNull();
	});

	test('S13: a copy of the keyring that still holds a destroyed key is replaced at the next start', async () => {
		const keyring = await begun();
		await keyring.keep({ summit: 'summit-a', held: [3] });
		const anew = keyring.sealHeld({ ...held, text: 'kept' });
		const copy = readFileSync(inDir('keyring.json'));
		await keyring.destroy('summit-a', { held: [] });
		writeFileSync(inDir('keyring.previous.json'), copy);
		await openKeyring({ dir });
		writeFileSync(inDir('keyring.json'), readFileSync(inDir('keyring.previous.json')));
		expect((await openKeyring({ dir })).open({ ...held, sealed: anew })).toBeNull();
	});
});

test('a change of key files that was cut short is ended at the next start, forwards or backwards', async () => {
	const sealed = (await begun()).seal({ ...place, text: 'help' });
	const old = readFileSync(inDir('kit.key'));
	writeFileSync(inDir('kit.next.key'), Buffer.alloc(32, 7));
	expect((await openKeyring({ dir })).open({ ...place, sealed })).toBe('help');
	expect(existsSync(inDir('kit.next.key'))).toBe(false);
	await (await openKeyring({ dir })).rewrap({ passphrase: null });
	const fresh = readFileSync(inDir('kit.key'));
	writeFileSync(inDir('kit.next.key'), fresh);
	writeFileSync(inDir('kit.key'), old);
	expect((await openKeyring({ dir })).open({ ...place, sealed })).toBe('help');
	expect(readFileSync(inDir('kit.key'))).toEqual(fresh);
});
