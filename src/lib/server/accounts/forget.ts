/*
 * Taking somebody's second step away, for a phone that is gone together with its recovery codes. Only who sits at the
 * machine can: the kit itself has no door to this. The passphrase stays, every session ends, and the next sign-in sets a
 * second step up anew.
 */
import { connectSound } from '../store/sqlite.ts';

/** `file` is `accounts.db`. Answers whether there is an account with this email address. */
export function forgetSecondStep({ file, email }: { file: string; email: string }): boolean {
	const database = connectSound(file);
	try {
		return database.transaction((address: string) => {
			const id: unknown = database.prepare('select id from staffUser where email = ?').pluck().get(address);
			if (typeof id !== 'string') return false;
			database.prepare('delete from staffSecondStep where userId = ?').run(id);
			database.prepare('delete from staffSession where userId = ?').run(id);
			return true;
		})(email.trim().toLowerCase());
	} finally {
		database.close();
	}
}
