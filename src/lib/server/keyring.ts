/*
 * The keys that seal students' words. Two data keys per summit (words and positions; worries) and one root for the kit's
 * own secrets live in one file, keyring.json, itself sealed by the key file kit.key or by a passphrase. Whatever made a key
 * is on disk before anything sealed with it can be acknowledged (L1). Erasing is destroying keys (S13): what was destroyed is
 * in no file of the folder, is never made again, and what it sealed opens as null. Keys and words never reach a log or an error.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { keyringFiles } from './keyring-files.ts';
import type { KeyringFiles } from './keyring-files.ts';
import type { KeyringContents } from './keyring-seal.ts';

export { KeyringUnusable } from './keyring-files.ts';

export type SealedField = 'words' | 'worries';

/** Where a sealed text belongs. It opens nowhere else: rows cannot be swapped. `event` is the event's number in the log. */
export interface SealedPlace {
	summit: string;
	event: number;
	field: SealedField;
}

export interface Keyring {
	/** Makes the summit's keys unless they are there; resolves once they are on disk. Throws KeysDestroyed for an erased summit. */
	ensure(summit: string): Promise<void>;
	/** True while the summit's keys are there. */
	has(summit: string): boolean;
	/** True once the summit's keys were destroyed; false where this keyring never had them. */
	erased(summit: string): boolean;
	/** `mark | nonce 12 | ciphertext | tag 16`. Throws KeysMissing before `ensure`, KeysDestroyed after `destroy` unless `keep`. */
	seal(what: SealedPlace & { text: string }): Uint8Array;
	/**
	 * Makes keys that outlive the erasure of the summit, unless they are there: of the events in `held`, and of what is
	 * written afterwards. Resolves once they are on disk (S13).
	 */
	keep(what: { summit: string; held: readonly number[] }): Promise<void>;
	/** As `seal`, under the event's own key. Throws KeysMissing before `keep`. */
	sealHeld(what: SealedPlace & { text: string }): Uint8Array;
	/**
	 * The text, or null when the summit's keys were destroyed. Throws KeyringDamaged when the bytes are not what `seal` made
	 * for this place, and KeysMissing when this keyring never had the summit's keys (the wrong folder, or an old copy).
	 */
	open(what: SealedPlace & { sealed: Uint8Array }): string | null;
	/**
	 * Destroys the summit's keys in every file of the folder, those kept too but for the events in `held` and for what is
	 * written afterwards; without `held` all of them. Resolves once that is on disk. Harmless when repeated (S13).
	 */
	destroy(summit: string, q?: { held: readonly number[] }): Promise<void>;
	/** 32 bytes belonging to this kit and this name, the same at every start. */
	secret(name: string): Buffer;
	/**
	 * Seals the keyring anew, from now on by this passphrase (the same one makes another key too), or by a new kit.key when
	 * null. The data keys stay; what closed it before opens nothing any more.
	 */
	rewrap(q: { passphrase: string | null }): Promise<void>;
}

class KeyringError extends Error {
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.name = new.target.name;
		this.code = code;
	}
}

export class KeyringDamaged extends KeyringError {
	constructor() {
		super('keyring-damaged', 'A sealed text was changed or moved and cannot be opened.');
	}
}

export class KeysMissing extends KeyringError {
	constructor() {
		super('keys-missing', 'The keyring does not hold this summit’s keys: check KEY_DIR.');
	}
}

export class KeysDestroyed extends KeyringError {
	constructor() {
		super('keys-destroyed', 'This summit’s words were erased, and nothing can be sealed for it again.');
	}
}

/** Which key it is sealed by: the summit's, the event's own, or that of what is written after an erasure. */
const MARKS = { summit: 0x01, held: 0x02, afterwards: 0x03 } as const;
type KeyKind = keyof typeof MARKS;
const AFTERWARDS = 'afterwards';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Opens the keyring in `dir`, making folder, key and file at the first start. With a passphrase where kit.key was used
 * until now, it is sealed anew by the passphrase and kit.key goes. Throws KeyringUnusable, with one plain sentence, when
 * the passphrase is missing or wrong or a file is damaged; the files are then left as they were. `expected` says that
 * something was sealed with it before: then a missing keyring is a loss and no first start, and a new one is not made.
 */
export async function openKeyring(q: { dir: string; passphrase?: string; expected?: boolean }): Promise<Keyring> {
	const files = await keyringFiles(q);
	return keyring(files, await files.read());
}

function keyring(files: KeyringFiles, start: KeyringContents): Keyring {
	let contents = start;
	let last: Promise<unknown> = Promise.resolve();

	/** One write at a time; what is in memory changes only when it is on disk. A failed write fails its own caller alone. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = last.then(work);
		last = turn.catch(() => undefined);
		return turn;
	}

	function keyFor(kind: KeyKind, { summit, event, field }: SealedPlace): Buffer | undefined {
		if (kind === 'summit') return contents.summits.get(summit)?.[field];
		return contents.own.get(summit)?.get(kind === 'held' ? String(event) : AFTERWARDS);
	}

	function sealBy(kind: KeyKind, what: SealedPlace & { text: string }): Uint8Array {
		const key = keyFor(kind, what);
		if (!key) throw contents.destroyed.has(what.summit) ? new KeysDestroyed() : new KeysMissing();
		const nonce = randomBytes(nonceBytes);
		const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(belonging(what));
		const sealed = Buffer.concat([cipher.update(what.text, 'utf8'), cipher.final()]);
		return new Uint8Array(Buffer.concat([Buffer.of(MARKS[kind]), nonce, sealed, cipher.getAuthTag()]));
	}

	return {
		ensure: (summit) =>
			inTurn(async () => {
				if (contents.destroyed.has(summit)) throw new KeysDestroyed();
				if (contents.summits.has(summit)) return;
				const keys = { words: randomBytes(32), worries: randomBytes(32) };
				const next = { ...contents, summits: new Map(contents.summits).set(summit, keys) };
				await files.write(next, { keepReplaced: true });
				contents = next;
			}),

		has: (summit) => contents.summits.has(summit),
		erased: (summit) => contents.destroyed.has(summit),

		keep: ({ summit, held }) =>
			inTurn(async () => {
				const before = contents.own.get(summit);
				const names = [AFTERWARDS, ...held.map(String)].filter((name) => !before?.has(name));
				if (names.length === 0) return;
				const keys = new Map([...(before ?? []), ...names.map((name) => [name, randomBytes(32)] as const)]);
				const next = { ...contents, own: new Map(contents.own).set(summit, keys) };
				await files.write(next, { keepReplaced: true });
				contents = next;
			}),

		seal: (what) => sealBy(contents.destroyed.has(what.summit) ? 'afterwards' : 'summit', what),
		sealHeld: (what) => sealBy('held', what),

		open(what) {
			const kind = kindOf(what.sealed[0]);
			if (kind === null) throw new KeyringDamaged();
			const key = keyFor(kind, what);
			if (!key && contents.destroyed.has(what.summit)) return null;
			if (!key) throw new KeysMissing();
			const sealed = Buffer.from(what.sealed.buffer, what.sealed.byteOffset, what.sealed.byteLength);
			const textStart = 1 + nonceBytes;
			const textEnd = sealed.length - tagBytes;
			if (textEnd < textStart) throw new KeyringDamaged();
			try {
				const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, textStart), {
					authTagLength: tagBytes
				});
				decipher.setAAD(belonging(what)).setAuthTag(sealed.subarray(textEnd));
				const text = Buffer.concat([decipher.update(sealed.subarray(textStart, textEnd)), decipher.final()]);
				return text.toString('utf8');
			} catch {
				throw new KeyringDamaged();
			}
		},

		destroy: (summit, q) =>
			inTurn(async () => {
				const standing = q ? [AFTERWARDS, ...q.held.map(String)] : [];
				const mine = [...(contents.own.get(summit) ?? [])];
				const own = new Map(contents.own);
				own.delete(summit);
				const left = mine.filter(([name]) => standing.includes(name));
				if (left.length > 0) own.set(summit, new Map(left));
				const summits = new Map(contents.summits);
				const keys = summits.get(summit);
				summits.delete(summit);
				const next = { ...contents, summits, own, destroyed: new Set(contents.destroyed).add(summit) };
				await files.write(next, { keepReplaced: false });
				contents = next;
				keys?.words.fill(0);
				keys?.worries.fill(0);
				for (const [name, key] of mine) if (!standing.includes(name)) key.fill(0);
			}),

		secret: (name) => Buffer.from(hkdfSync('sha256', contents.root, '', `kit secret: ${name}`, 32)),

		rewrap: ({ passphrase }) => inTurn(() => files.rewrap(contents, passphrase))
	};
}

function kindOf(mark: number | undefined): KeyKind | null {
	const kinds = ['summit', 'held', 'afterwards'] as const;
	return kinds.find((kind) => MARKS[kind] === mark) ?? null;
}

/** The additional data that ties a text to its place; JSON, so that no two places can spell the same. */
function belonging({ summit, event, field }: SealedPlace): Buffer {
	return Buffer.from(JSON.stringify([summit, event, field]), 'utf8');
}
