/*
 * Why a folder cannot be written, found out by writing: SQLite says only that something went wrong with the disk when a file
 * system went read-only under it, or ran full while it synced.
 */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

/** As much as a large batch takes: a disk with room for a line and not for a text is full. */
const SCRATCH = Buffer.alloc(262_144, 0x5a);
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT'];
const READ_ONLY: readonly unknown[] = ['EROFS', 'EACCES', 'EPERM'];

/** Writes beside `file`, on disk, and takes it away again. Null: it can be written, or nothing known stands in the way. */
export function whyNotWritten(file: string): 'full' | 'read_only' | null {
	const scratch = `${file}.scratch`;
	try {
		const handle = openSync(scratch, 'w', 0o600);
		try {
			writeSync(handle, SCRATCH);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		return null;
	} catch (error) {
		return why(error);
	} finally {
		tidy(scratch);
	}
}

/** What an error of the file system says, by its code or by that of what caused it. */
export function why(error: unknown): 'full' | 'read_only' | null {
	if (!(error instanceof Error)) return null;
	const code: unknown = Reflect.get(error, 'code');
	if (FULL.includes(code)) return 'full';
	if (READ_ONLY.includes(code)) return 'read_only';
	return why(error.cause);
}

function tidy(scratch: string): void {
	try {
		rmSync(scratch, { force: true });
	} catch {
		// It could be made and not taken away: the next one is written over it.
	}
}
