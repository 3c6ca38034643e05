/*
 * One process to a data folder. The lock is the operating system's own, held by SQLite on a small empty file: it goes with the
 * process however that ends, and leaves nothing stale behind.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import { StoreError, StoreFull, StoreUnusable } from './store/errors.ts';
import { whyNotWritten } from './store/scratch.ts';

/** Another process works on this folder; nothing was touched. */
export class FolderTaken extends StoreError {
	constructor(dir: string, options?: ErrorOptions) {
		super('store-busy', `Another kit is running on ${dir}: stop it first.`, options);
	}
}

/** Takes the folder for this process; what it answers gives it back. Throws FolderTaken, StoreFull or StoreUnusable. */
export function takeFolder(dir: string): () => void {
	const file = path.join(dir, 'running.lock');
	let connection: Database.Database | undefined;
	try {
		connection = new Database(file, { timeout: 200 });
		connection.exec('begin exclusive');
	} catch (cause) {
		connection?.close();
		if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY'))
			throw new FolderTaken(dir, { cause });
		if (whyNotWritten(file) === 'full') throw new StoreFull({ cause });
		throw new StoreUnusable(`${file} cannot be made: give the kit the right to write in its data folder.`, { cause });
	}
	const held = connection;
	return () => held.close();
}
