/**
 * `npm run test:long`: the live tests that come in two lengths, in the long one. It takes every file that asks how long it
 * should be; name some to run only those. It takes an hour or so, and is meant for a machine that does nothing else.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources.ts';

const LIVE = join(ROOT, 'tests', 'live');

/** Test files that have a long form, by name. */
export function longFiles(): string[] {
	const tests = readdirSync(LIVE).filter((name) => name.endsWith('.test.ts'));
	return tests.filter((name) => readFileSync(join(LIVE, name), 'utf8').includes("from './how-long.ts'"));
}

if (import.meta.main) {
	const named = process.argv.slice(2);
	const files = named.length > 0 ? named : longFiles().map((name) => join('tests', 'live', name));
	const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
	const run = spawnSync(npx, ['vitest', 'run', '--project', 'live', ...files], {
		...{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, LONG: '1' } },
		shell: process.platform === 'win32'
	});
	process.exitCode = run.status ?? 1;
}
