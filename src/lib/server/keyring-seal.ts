/*
 * What stands in a keyring file and how it is sealed: its contents under one key, which is a key file's 32 bytes or made from
 * a passphrase. Only `keyring-files.ts` uses this file; nothing here touches a disk.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

export interface KeyringContents {
	/** 32 bytes from which the kit's named secrets are derived. */
	root: Buffer;
	summits: Map<string, { words: Buffer; worries: Buffer }>;
	/**
	 * Keys that outlive an erasure, by summit and name: of one event whose text is held, and of what is written afterwards.
	 */
	own: Map<string, Map<string, Buffer>>;
	/** The ids of erased summits, so that their keys are never made again. */
	destroyed: Set<string>;
}

const bytes32 = z.base64().transform((text, context) => {
	const bytes = Buffer.from(text, 'base64');
	if (bytes.length !== 32) context.addIssue('not 32 bytes');
	return bytes;
});
const contentsShape = z.strictObject({
	root: bytes32,
	summits: z.array(z.strictObject({ id: z.string(), words: bytes32, worries: bytes32 })),
	destroyed: z.array(z.string()),
	/** Not in keyrings that never kept one. */
	own: z.array(z.strictObject({ summit: z.string(), name: z.string(), key: bytes32 })).optional()
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
export type KeyringFile = z.output<typeof fileShape>;
type Lock = z.output<typeof locks>;
export type ScryptLock = Extract<Lock, { kind: 'scrypt' }>;

/** What the keyring is closed with: how the key comes about, and the key. */
export interface Closing {
	lock: Lock;
	key: Buffer;
}

export function sealContents({ root, summits, own, destroyed }: KeyringContents, { lock, key }: Closing): string {
	const inside: z.input<typeof contentsShape> = {
		root: root.toString('base64'),
		summits: [...summits].map(([id, { words, worries }]) => ({
			id,
			words: words.toString('base64'),
			worries: worries.toString('base64')
		})),
		destroyed: [...destroyed],
		...(own.size === 0 ? {} : { own: [...own].flatMap(ownRows) })
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

function ownRows([summit, keys]: [string, Map<string, Buffer>]) {
	return [...keys].map(([name, key]) => ({ summit, name, key: key.toString('base64') }));
}

/** Null when it is no keyring file of a version this kit knows. */
export function readKeyringFile(bytes: Buffer): KeyringFile | null {
	return fileShape.safeParse(parseJson(bytes.toString('utf8'))).data ?? null;
}

/** Null when the key does not fit or the file was changed. */
export function openContents({ lock, sealed }: KeyringFile, key: Buffer): KeyringContents | null {
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
	const { root, summits, destroyed, own = [] } = inside.data;
	const kept: KeyringContents['own'] = new Map();
	for (const { summit, name, key: bytes } of own) kept.set(summit, new Map(kept.get(summit)).set(name, bytes));
	return {
		root,
		summits: new Map(summits.map(({ id, words, worries }) => [id, { words, worries }])),
		own: kept,
		destroyed: new Set(destroyed)
	};
}

/** Ties the sealed contents to how the key came about, so that neither can be exchanged alone. */
function lockText(lock: Lock): Buffer {
	return Buffer.from(lock.kind === 'file' ? 'file' : `scrypt ${lock.N} ${lock.r} ${lock.p} ${lock.salt}`);
}

export function stretch(passphrase: string, lock: ScryptLock): Promise<Buffer> {
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
