/** What the scripts for one account share: whose it is, where it is, and that no kit runs meanwhile. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../src/lib/server/config.ts';
import { takeFolder } from '../src/lib/server/lock.ts';

/**
 * Runs `work` on the account whose email address stands behind the script's `name`, and says what it answers; null when
 * nobody has one with that address. Refuses while a kit runs: a screen of theirs could stay open.
 */
export async function onOneAccount(
	name: string,
	work: (account: { file: string; email: string }) => Promise<string | null> | string | null
): Promise<void> {
	try {
		console.log(await changed(name, work));
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exitCode = 1;
	}
}

async function changed(name: string, work: Parameters<typeof onOneAccount>[1]): Promise<string> {
	const [email = ''] = process.argv.slice(2);
	if (!email.includes('@')) throw new Error(`Say whose: npm run ${name} -- ada@example.org`);
	const { dataDir } = readConfig(process.env);
	const file = path.join(dataDir, 'accounts.db');
	if (!existsSync(file)) throw new Error(`There are no accounts in ${dataDir}. Set DATA_DIR as for the kit.`);
	const release = takeFolder(dataDir);
	try {
		const said = await work({ file, email });
		if (said === null) throw new Error('Nobody here has an account with that email address.');
		return said;
	} finally {
		release();
	}
}
