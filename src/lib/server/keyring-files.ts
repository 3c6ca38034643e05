/*
 * The keyring's files: how its contents are sealed, and how they are written so that neither a power cut nor a full disk
 * loses a key. keyring.json is always whole (temporary file, fsync, rename, fsync of the folder); keyring.previous.json is
 * the one it replaced. A write that forgets keys replaces both. Only keyring.ts uses this file.
 */
import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, syncFolder } from './durable.ts';
import { openContents, readKeyringFile, sealContents, stretch } from './keyring-seal.ts';
import type { Closing, KeyringContents, KeyringFile, ScryptLock } from './keyring-seal.ts';

export interface KeyringFiles {
	read(): Promise<KeyringContents>;
	/** `keepReplaced: false` leaves no earlier contents in the folder. */
	write(contents: KeyringContents, q: { keepReplaced: boolean }): Promise<void>;
	/** Closes it by a key made anew: out of this passphrase, or a new kit.key when null. The one before opens nothing any more. */
	rewrap(contents: KeyringContents, passphrase: string | null): Promise<void>;
}

/** The keyring cannot be used as it is; the message says in one sentence what to do. */
export class KeyringUnusable extends Error {
	override readonly name = 'KeyringUnusable';
	readonly code = 'keyring-unusable';
}

const scryptCost = { N: 2 ** 16, r: 8, p: 1 };

export async function keyringFiles(q: { dir: string; passphrase?: string; expected?: boolean }): Promise<KeyringFiles> {
	const { dir, passphrase, expected = false } = q;
	const current = path.join(dir, 'keyring.json');
	const previous = path.join(dir, 'keyring.previous.json');
	const keyFile = path.join(dir, 'kit.key');
	/** A new key file before the keyring is sealed by it; takes the place of the old one afterwards. */
	const nextKeyFile = path.join(dir, 'kit.next.key');
	let closing: Closing = { lock: { kind: 'file' }, key: Buffer.alloc(0) };

	async function save(file: string, bytes: string | Buffer): Promise<void> {
		const draft = `${file}.${randomBytes(6).toString('hex')}.draft`;
		try {
			const handle = await open(draft, 'wx', 0o600);
			try {
				await handle.writeFile(bytes);
				await handle.sync();
			} finally {
				await handle.close();
			}
			await rename(draft, file);
		} catch (error) {
			await rm(draft, { force: true });
			throw new KeyringUnusable(
				`${file} cannot be written: make room on the disk and give the kit the right to write.`,
				{
					cause: error
				}
			);
		}
		await syncFolder(dir);
	}

	async function write(contents: KeyringContents, { keepReplaced }: { keepReplaced: boolean }): Promise<void> {
		const text = sealContents(contents, closing);
		// The copy first: should the power fail between the two, keyring.json still shows that there is work to do.
		const replaced = keepReplaced ? await readIfThere(current) : text;
		if (replaced !== null) await save(previous, replaced);
		await save(current, text);
	}

	async function rewrap(contents: KeyringContents, wanted: string | null): Promise<void> {
		const before = closing;
		try {
			closing = wanted === null ? await closeByNextFile() : await closeByPassphrase(wanted);
			await write(contents, { keepReplaced: false });
		} catch (error) {
			closing = before;
			throw error;
		}
		if (wanted !== null) await dropKeyFile();
		else await moveKeyFile();
	}

	/** The keyring may be cut off from its key nowhere: both keys are there until it is sealed by the new one. */
	async function closeByNextFile(): Promise<Closing> {
		const key = randomBytes(32);
		await save(nextKeyFile, key);
		return { lock: { kind: 'file' }, key };
	}

	async function moveKeyFile(): Promise<void> {
		await rename(nextKeyFile, keyFile);
		await syncFolder(dir);
	}

	async function closeByPassphrase(wanted: string): Promise<Closing> {
		const lock: ScryptLock = { kind: 'scrypt', ...scryptCost, salt: randomBytes(16).toString('base64') };
		return { lock, key: await stretch(wanted, lock) };
	}

	/** A key file that is there serves again: a first start may have been cut short after making it. */
	async function closeByFile(): Promise<Closing> {
		let key = await readIfThere(keyFile);
		if (key === null) {
			key = randomBytes(32);
			await save(keyFile, key);
		}
		if (key.length !== 32) throw new KeyringUnusable(`The key file ${keyFile} is damaged: put your copy of it back.`);
		return { lock: { kind: 'file' }, key };
	}

	async function dropKeyFile(): Promise<void> {
		await rm(keyFile, { force: true });
		await rm(nextKeyFile, { force: true });
		await syncFolder(dir);
	}

	async function unlock(file: KeyringFile): Promise<KeyringContents> {
		const { lock } = file;
		if (lock.kind === 'file') await settleKeyFile(file);
		if (lock.kind === 'scrypt' && passphrase === undefined)
			throw new KeyringUnusable(`The keyring ${current} is closed by a passphrase: set KEY_PASSPHRASE to it.`);
		const key = lock.kind === 'scrypt' ? await stretch(passphrase ?? '', lock) : await readIfThere(keyFile);
		if (key?.length !== 32)
			throw new KeyringUnusable(`The key file ${keyFile} is ${key ? 'damaged' : 'missing'}: put your copy of it back.`);
		const contents = openContents(file, key);
		closing = { lock, key };
		if (contents) return contents;
		throw lock.kind === 'scrypt'
			? new KeyringUnusable(
					`KEY_PASSPHRASE does not open the keyring ${current}: set the passphrase it was closed with, or put back a copy if it is damaged.`
				)
			: damaged();
	}

	/** A change of key files that was cut short is ended, forwards or backwards: whichever the keyring is sealed by. */
	async function settleKeyFile(file: KeyringFile): Promise<void> {
		const next = await readIfThere(nextKeyFile);
		if (next === null) return;
		if (next.length === 32 && openContents(file, next)) return moveKeyFile();
		await rm(nextKeyFile, { force: true });
		await syncFolder(dir);
	}

	function damaged(): KeyringUnusable {
		return new KeyringUnusable(
			`The keyring ${current} is damaged or belongs to another kit.key: put your copies of both back, or rename keyring.previous.json to keyring.json and lose the newest summit’s words.`
		);
	}

	async function begin(): Promise<KeyringContents> {
		if ((await readIfThere(previous)) !== null)
			throw new KeyringUnusable(
				`The keyring ${current} is missing: put your copy of it back, or rename keyring.previous.json to keyring.json.`
			);
		if (expected)
			throw new KeyringUnusable(
				`The keyring ${current} is missing, and the database was sealed with it: put your copy of its folder back, or set KEY_DIR to where it is.`
			);
		closing = passphrase === undefined ? await closeByFile() : await closeByPassphrase(passphrase);
		const fresh = { summits: new Map(), own: new Map(), destroyed: new Set<string>() };
		const contents: KeyringContents = { root: randomBytes(32), ...fresh };
		await write(contents, { keepReplaced: true });
		return contents;
	}

	async function read(): Promise<KeyringContents> {
		const text = await readIfThere(current);
		if (text === null) return begin();
		const file = readKeyringFile(text);
		if (file === null) throw damaged();
		const contents = await unlock(file);
		if (passphrase !== undefined && closing.lock.kind === 'file') await rewrap(contents, passphrase);
		// A change to a passphrase may have been cut short before the key file went.
		else if (closing.lock.kind === 'scrypt') await dropKeyFile();
		// A destruction that was cut short after the copy, or a copy put back by hand, must not outlive the keys.
		await forgetInCopy(contents);
		return contents;
	}

	async function forgetInCopy(contents: KeyringContents): Promise<void> {
		const copy = await readIfThere(previous);
		if (copy === null) return;
		const file = readKeyringFile(copy);
		const held = file === null ? null : openContents(file, closing.key);
		if (!held || holdsForgotten(held, contents)) await save(previous, sealContents(contents, closing));
	}

	try {
		await makeFolder(dir);
		await chmod(dir, 0o700);
		for (const name of await readdir(dir))
			if (/^(keyring|keyring\.previous)\.json\.[0-9a-f]+\.draft$|^kit\.(next\.)?key\.[0-9a-f]+\.draft$/.test(name))
				await rm(path.join(dir, name));
	} catch (error) {
		throw new KeyringUnusable(`The folder ${dir} cannot be used: give the kit the right to write in it.`, {
			cause: error
		});
	}
	return { read, write, rewrap };
}

/** Whether a copy holds a key that was destroyed since. */
function holdsForgotten(copy: KeyringContents, { destroyed, own }: KeyringContents): boolean {
	if ([...copy.summits.keys()].some((summit) => destroyed.has(summit))) return true;
	return [...copy.own].some(([summit, keys]) => [...keys.keys()].some((name) => !own.get(summit)?.has(name)));
}

async function readIfThere(file: string): Promise<Buffer | null> {
	try {
		return await readFile(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw new KeyringUnusable(`${file} cannot be read: give the kit the right to read and write it.`, { cause: error });
	}
}
