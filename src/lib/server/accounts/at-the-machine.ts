/*
 * What only who sits at the machine can do to somebody's account, with the kit stopped: the kit itself has no door to it.
 * Both end every session of the account, and each leaves what the other takes: whoever has only the new passphrase still
 * needs the phone, and whoever has only the phone still needs the passphrase (S7). `file` is `accounts.db`.
 */
import type Database from 'better-sqlite3';
import { hashPassword } from 'better-auth/crypto';
import { connectSound } from '../store/sqlite.ts';
import { freshLetters } from './recovery.ts';

/**
 * For a phone that is gone together with its recovery codes: the next sign-in sets a second step up anew. Answers whether
 * there is an account with this email address.
 */
export function forgetSecondStep({ file, email }: { file: string; email: string }): boolean {
	return change({ file, email }, (database, id) => {
		database.prepare('delete from staffSecondStep where userId = ?').run(id);
	});
}

/** For a forgotten passphrase: answers one made by chance, or null when there is no account with this email address. */
export async function renewPassphrase({ file, email }: { file: string; email: string }): Promise<string | null> {
	const passphrase = [5, 5, 5, 5].map(freshLetters).join('-');
	const hash = await hashPassword(passphrase);
	const known = change({ file, email }, (database, id) => {
		database
			.prepare("update staffAccount set password = ? where userId = ? and providerId = 'credential'")
			.run(hash, id);
	});
	return known ? passphrase : null;
}

function change(
	{ file, email }: { file: string; email: string },
	work: (database: Database.Database, id: string) => void
): boolean {
	const database = connectSound(file);
	try {
		return database.transaction((address: string) => {
			const id: unknown = database.prepare('select id from staffUser where email = ?').pluck().get(address);
			if (typeof id !== 'string') return false;
			work(database, id);
			database.prepare('delete from staffSession where userId = ?').run(id);
			return true;
		})(email.trim().toLowerCase());
	} finally {
		database.close();
	}
}
