/** `npm run backup`: one backup of the databases now, beside the daily ones, whether the kit runs or not. Never of the keys. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createBackups } from '../src/lib/server/backups.ts';
import { systemClock } from '../src/lib/server/clock.ts';
import { readConfig } from '../src/lib/server/config.ts';

try {
	const { dataDir, backupDir, backupDays } = readConfig(process.env);
	const files = ['summit.db', 'accounts.db'].map((name) => path.join(dataDir, name));
	if (!files.every((file) => existsSync(file)))
		throw new Error(`There are no databases in ${dataDir}. Set DATA_DIR as for the kit.`);
	const clock = systemClock();
	const made = createBackups({ dir: backupDir, days: backupDays, files, clock, fault: console.error });
	for (const file of await made.make()) console.log(file);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
}
