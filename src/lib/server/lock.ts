/*
 * One process to a data folder. The lock is the operating system's own, held by SQLite on a small file: it goes with the
 * process however that ends, and leaves nothing stale behind.
 */
import path from 'node:path';
import { connectSound } from './store/sqlite.ts';
import { StoreError } from './store/errors.ts';

/** Another process works on this folder; nothing was touched. */
export class FolderTaken extends StoreError {
	constructor(dir: string, options?: ErrorOptions) {
		super('store-busy', `Another kit is running on ${dir}: stop it first.`, options);
	}
}

/** Takes the folder for this process; what it answers gives it back. Throws FolderTaken. */
export function takeFolder(dir: string): () => void {
	const connection = connectSound(path.join(dir, 'running.lock'));
	try {
		connection.pragma('busy_timeout = 200');
		connection.exec('begin exclusive');
	} catch (cause) {
		connection.close();
		throw new FolderTaken(dir, { cause });
	}
	return () => connection.close();
}
