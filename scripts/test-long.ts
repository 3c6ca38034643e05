/**
 * `npm run test:long`: the tests that come in two lengths, in the long one. It takes every file that asks how long it should
 * be; name some to run only those. It takes an hour or so, and is meant for a machine that does nothing else.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources.ts';

/** Test files that have a long form, from the root. */
function longFiles(): string[] {
	const names = ['tests/live', 'src'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
	);
	const tests = names.filter((name) => name.endsWith('.test.ts'));
	return tests.filter((name) => /from '.*\/how-long\.ts'/.test(readFileSync(join(ROOT, name), 'utf8')));
}

if (import.meta.main) {
	const named = process.argv.slice(2);
	const files = named.length > 0 ? named : longFiles();
	const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
	const run = spawnSync(npx, ['vitest', 'run', '--project', 'live', '--project', 'property', ...files], {
		...{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, LONG: '1' } },
		shell: process.platform === 'win32'
	});
	process.exitCode = run.status ?? 1;
}
