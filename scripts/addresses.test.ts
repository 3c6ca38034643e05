/** S7: every address of a summit stands in the one table of roles, and nothing in the table is an address that is gone. */
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ADDRESSES } from '../src/lib/summit/roles.ts';
import { ROOT } from './sources.ts';

/** Addresses that let somebody in, ask for themselves who is there, or are the same for everybody; each with the test that tries it. */
const APART: Record<string, string> = {
	'/': 'tests/live/entry.test.ts',
	'/live/do': 'tests/live/access.test.ts',
	'/live/watch': 'tests/live/access.test.ts',
	'/rehearsal/[token]': 'tests/live/entry.test.ts',
	'/s/shell': 'tests/e2e/offline.e2e.ts',
	'/s/worker.js': 'tests/e2e/offline.e2e.ts',
	'/staff': 'tests/live/entry.test.ts',
	'/staff/account': 'tests/live/accounts.test.ts',
	'/staff/invite/[token]': 'tests/live/links.test.ts',
	'/staff/second-step': 'tests/live/accounts.test.ts',
	'/staff/second-step/again': 'tests/live/accounts.test.ts',
	'/staff/set-up/[token]': 'tests/live/entry.test.ts',
	'/staff/sign-in': 'tests/live/entry.test.ts',
	'/staff/sign-in/callback': 'tests/live/provider.test.ts',
	'/staff/sign-in/provider': 'tests/live/provider.test.ts',
	'/staff/sign-out': 'tests/live/sign-out.test.ts'
};

test('S7: who may open an address is written in roles.ts for every address there is', () => {
	const routes = join(ROOT, 'src/routes');
	const files = globSync('**/+{page.svelte,page.server.ts,server.ts}', { cwd: routes });
	const found = new Set(files.map((file) => (dirname(file) === '.' ? '/' : `/${dirname(file).replaceAll('\\', '/')}`)));
	expect([...found].sort()).toEqual([...ADDRESSES, ...Object.keys(APART)].sort());
});
