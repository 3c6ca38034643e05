import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLED, nameAt, readLock, shippedPlaces } from './shipped.ts';
import { ROOT } from './sources.ts';

const lock = readLock();
const shipped = shippedPlaces(lock);

/** Packages that the app's own sources import; what SvelteKit, Node and the build bring under names of their own is not a package. */
function imported(): Set<string> {
	const names = new Set<string>();
	const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
	for (const file of files.filter((one) => /(?<!\.test)\.(ts|svelte)$/.test(one))) {
		const text = readFileSync(join(ROOT, 'src', file), 'utf8');
		// A store's contract, a mail server on this machine: a test's own, under a name of its own.
		if (text.includes("from 'vitest'") || /(^|\/)testing[^/]*$/.test(file)) continue;
		for (const [, from = ''] of text.matchAll(
			/^\s*(?:import|(?:import|export)\s[^;']*from|\} from) '([^'./$][^']*)';$/gm
		)) {
			const [first = '', second = ''] = from.split('/');
			if (!/^(node|virtual):/.test(from)) names.add(first.startsWith('@') ? `${first}/${second}` : first);
		}
	}
	return names;
}

test('every package that the sources import ships', () => {
	const names = imported();
	expect([...names]).toEqual(expect.arrayContaining(['svelte', 'better-auth', 'zod', 'leaflet']));
	expect([...names].filter((name) => name !== '@sveltejs/kit' && !shipped.has(`node_modules/${name}`))).toEqual([]);
});

test('what the build takes in ships with all it needs, and tools do not', () => {
	for (const name of BUNDLED) expect(shipped).toContain(`node_modules/${name}`);
	// `devalue` is Svelte's: it stands in the pages that students get.
	expect(shipped).toContain('node_modules/devalue');
	for (const tool of ['vite', 'vitest', 'eslint', '@playwright/test', 'typescript']) {
		expect(lock).toHaveProperty([`node_modules/${tool}`]);
		expect(shipped).not.toContain(`node_modules/${tool}`);
	}
});

test('a package inside another one is found where Node finds it', () => {
	const entry = { dev: true, devOptional: false, optional: false, dependencies: {}, optionalDependencies: {} };
	const made = {
		'': { ...entry },
		...Object.fromEntries(BUNDLED.map((name) => [`node_modules/${name}`, { ...entry }])),
		'node_modules/svelte': { ...entry, dependencies: { inner: '1', outer: '1' } },
		'node_modules/svelte/node_modules/inner': { ...entry, dependencies: { outer: '1' } },
		'node_modules/inner': { ...entry },
		'node_modules/outer': { ...entry },
		'node_modules/bystander': { ...entry }
	};
	const places = shippedPlaces(made);
	expect(places).toContain('node_modules/svelte/node_modules/inner');
	expect(places).toContain('node_modules/outer');
	expect(places).not.toContain('node_modules/inner');
	expect(places).not.toContain('node_modules/bystander');
	expect(nameAt('node_modules/svelte/node_modules/@scope/inner')).toBe('@scope/inner');
});
