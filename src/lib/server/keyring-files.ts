/*
 * The keyring's files: how its contents are sealed, and how they are written so that neither a power cut nor a full disk
 * loses a key. keyring.json is always whole (temporary file, fsync, rename, fsync of the folder); keyring.previous.json is
 * the one it replaced. A write that forgets keys replaces both. Only keyring.ts uses this file.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export interface KeyringContents {
	/** 32 bytes from which the kit's named secrets are derived. */
	root: Buffer;
	summits: Map<string, { words: Buffer; worries: Buffer }>;
	/** The ids of erased summits, so that their keys are never made again. */
	destroyed: Set<string>;
}

export interface KeyringFiles {
	read(): Promise<KeyringContents>;
	/** `keepReplaced: false` leaves no earlier contents in the folder. */
	write(contents: KeyringContents, q: { keepReplaced: boolean }): Promise<void>;
	rewrap(contents: KeyringContents, passphrase: string | null): Promise<void>;
}

/** The keyring cannot be used as it is; the message says in one sentence what to do. */
export class KeyringUnusable extends Error {
	override readonly name = 'KeyringUnusable';
	readonly code = 'keyring-unusable';
}

const bytes32 = z.base64().transform((text, context) => {
	const bytes = Buffer.from(text, 'base64');
	if (bytes.length !== 32) context.addIssue('not 32 bytes');
	return bytes;
});
const contentsShape = z.strictObject({
	root: bytes32,
	summits: z.array(z.strictObject({ id: z.string(), words: bytes32, worries: bytes32 })),
	destroyed: z.array(z.string())
});

const locks = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('file') }),
	// The upper bounds keep a damaged file from asking for all of the machine's memory.
	z.strictObject({
		kind: z.literal('scrypt'),
		N: z.int().min(32_768).max(262_144),
		r: z.int().min(8).max(16),
		p: z.int().min(1).max(16),
		salt: z.base64()
	})
]);
const fileShape = z.strictObject({
	format: z.literal('student-safety-summit keyring'),
	version: z.literal(1),
	lock: locks,
	sealed: z.base64()
});
type KeyringFile = z.output<typeof fileShape>;
type Lock = z.output<typeof locks>;
type ScryptLock = Extract<Lock, { kind: 'scrypt' }>;

/** What the keyring is closed with: how the key comes about, and the key. */
interface Closing {
	lock: Lock;
	key: Buffer;
}

const scryptCost = { N: 2 ** 16, r: 8, p: 1 };

export async function keyringFiles(q: { dir: string; passphrase?: string; expected?: boolean }): Promise<KeyringFiles> {
	const { dir, passphrase, expected = false } = q;
	const current = path.join(dir, 'keyring.json');
	const previous = path.join(dir, 'keyring.previous.json');
	const keyFile = path.join(dir, 'kit.key');
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
			closing = wanted === null ? await closeByFile() : await closeByPassphrase(wanted);
			await write(contents, { keepReplaced: false });
		} catch (error) {
			closing = before;
			throw error;
		}
		if (wanted !== null) await dropKeyFile();
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
		await syncFolder(dir);
	}

	async function unlock(file: KeyringFile): Promise<KeyringContents> {
		const { lock } = file;
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
		const contents: KeyringContents = { root: randomBytes(32), summits: new Map(), destroyed: new Set() };
		await write(contents, { keepReplaced: true });
		return contents;
	}

	async function read(): Promise<KeyringContents> {
		const text = await readIfThere(current);
		if (text === null) return begin();
		const file = fileShape.safeParse(parseJson(text.toString('utf8')));
		if (!file.success) throw damaged();
		const contents = await unlock(file.data);
		if (passphrase !== undefined && closing.lock.kind === 'file') await rewrap(contents, passphrase);
		// A change to a passphrase may have been cut short before the key file went.
		else if (closing.lock.kind === 'scrypt') await dropKeyFile();
		// A destruction that was cut short after the copy, or a copy put back by hand, must not outlive the keys.
		await forgetInCopy(contents);
		return contents;
	}

	async function forgetInCopy(contents: KeyringContents): Promise<void> {
		const copy = await readIfThere(previous);
		if (copy === null || contents.destroyed.size === 0) return;
		const file = fileShape.safeParse(parseJson(copy.toString('utf8')));
		const held = file.success ? openContents(file.data, closing.key) : null;
		if (!held || [...held.summits.keys()].some((summit) => contents.destroyed.has(summit)))
			await save(previous, sealContents(contents, closing));
	}

	try {
		await mkdir(dir, { recursive: true, mode: 0o700 });
		await chmod(dir, 0o700);
		for (const name of await readdir(dir))
			if (/^(keyring|keyring\.previous)\.json\.[0-9a-f]+\.draft$|^kit\.key\.[0-9a-f]+\.draft$/.test(name))
				await rm(path.join(dir, name));
	} catch (error) {
		throw new KeyringUnusable(`The folder ${dir} cannot be used: give the kit the right to write in it.`, {
			cause: error
		});
	}
	return { read, write, rewrap };
}

function sealContents({ root, summits, destroyed }: KeyringContents, { lock, key }: Closing): string {
	const inside: z.input<typeof contentsShape> = {
		root: root.toString('base64'),
		summits: [...summits].map(([id, { words, worries }]) => ({
			id,
			words: words.toString('base64'),
			worries: worries.toString('base64')
		})),
		destroyed: [...destroyed]
	};
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(lockText(lock));
	const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(inside), 'utf8'), cipher.final()]);
	const file: KeyringFile = {
		format: 'student-safety-summit keyring',
		version: 1,
		lock,
		sealed: Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64')
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** Null when the key does not fit or the file was changed. */
function openContents({ lock, sealed }: KeyringFile, key: Buffer): KeyringContents | null {
	const bytes = Buffer.from(sealed, 'base64');
	if (bytes.length < 12 + 16) return null;
	let text: string;
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
		decipher.setAAD(lockText(lock)).setAuthTag(bytes.subarray(-16));
		text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
	const inside = contentsShape.safeParse(parseJson(text));
	if (!inside.success) return null;
	const { root, summits, destroyed } = inside.data;
	return {
		root,
		summits: new Map(summits.map(({ id, words, worries }) => [id, { words, worries }])),
		destroyed: new Set(destroyed)
	};
}

/** Ties the sealed contents to how the key came about, so that neither can be exchanged alone. */
function lockText(lock: Lock): Buffer {
	return Buffer.from(lock.kind === 'file' ? 'file' : `scrypt ${lock.N} ${lock.r} ${lock.p} ${lock.salt}`);
}

function stretch(passphrase: string, lock: ScryptLock): Promise<Buffer> {
	const { N, r, p, salt } = lock;
	// The same characters typed on another keyboard may be composed differently.
	const typed = passphrase.normalize('NFKC');
	return new Promise((done, failed) =>
		scrypt(typed, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
			error ? failed(error) : done(key)
		)
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function readIfThere(file: string): Promise<Buffer | null> {
	try {
		return await readFile(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw new KeyringUnusable(`${file} cannot be read: give the kit the right to read and write it.`, { cause: error });
	}
}

/** Makes a rename durable. Windows has no such thing and refuses to open a folder. */
async function syncFolder(dir: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(dir, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
