/** What a folder holds that no kit runs on: opened as a start would open it, folded as a start would fold it. */
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createFold } from '../../src/lib/server/fold.ts';
import { openKeyring } from '../../src/lib/server/keyring.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';
import type { Summit } from '../../src/lib/summit/summit.ts';

export interface Stored {
	/** `ok` for each database, else what is wrong with it. */
	integrity: string[];
	/** Every summit that was begun and whose keys were not destroyed with it, by id. */
	summits: Map<string, Summit>;
	/** Hashes of the passes that prove a part. */
	passes: Set<string>;
}

/** The texts in a summit's queue, in order. */
export function textsOf(summit: Summit | undefined): (string | null)[] {
	return [...(summit?.queue.items.values() ?? [])].map(({ text }) => text);
}

/** Throws where a start would: at a sealed word without its key, or a log that cannot be folded. */
export async function storedIn(dataDir: string): Promise<Stored> {
	const copy = `${dataDir}-looked-at`;
	await cp(dataDir, copy, { recursive: true });
	try {
		const integrity = ['summit.db', 'accounts.db'].map((name) => integrityOf(path.join(copy, name)));
		const passes = passesIn(path.join(copy, 'summit.db'));
		const keyring = await openKeyring({ dir: path.join(copy, 'keys'), expected: true });
		const store = await openSqlite(path.join(copy, 'summit.db'));
		try {
			const begun = (await store.summits()).filter(
				({ id, head, rehearsal }) => head > 0 && !(rehearsal && keyring.erased(id))
			);
			const summits = new Map<string, Summit>();
			for (const record of begun) summits.set(record.id, await createFold({ record, store, keyring }).read());
			return { integrity, summits, passes };
		} finally {
			await store.close();
		}
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

function integrityOf(file: string): string {
	const connection = new Database(file);
	try {
		return String(connection.pragma('integrity_check', { simple: true }));
	} finally {
		connection.close();
	}
}

function passesIn(file: string): Set<string> {
	const connection = new Database(file);
	try {
		return new Set(connection.prepare<[], string>('select hash from pass').pluck().all());
	} finally {
		connection.close();
	}
}
