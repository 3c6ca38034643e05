/**
 * `npm run sbom [file]`: the bill of materials that goes with a release, as CycloneDX JSON, from the lock file alone. It
 * needs no network and no `node_modules`.
 *
 * npm writes it; this puts two things right. npm names the project after the folder it lies in, and it calls the packages
 * the build takes in development packages, so that a reader who looks for what ships would miss Svelte.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { nameAt, readLock, shippedPlaces } from './shipped.ts';
import { ROOT } from './sources.ts';

const FILE = 'sbom.cdx.json';
const DEVELOPMENT = 'cdx:npm:package:development';

const property = z.looseObject({ name: z.string(), value: z.string() });
const component = z.looseObject({
	'bom-ref': z.string(),
	name: z.string(),
	version: z.string(),
	properties: z.array(property)
});
const billShape = z.looseObject({
	bomFormat: z.literal('CycloneDX'),
	metadata: z.looseObject({ component: component }),
	components: z.array(component)
});

/** CycloneDX's own shape, of which only what is read here is named. */
export type Bill = z.output<typeof billShape>;

/** Every package of the lock file; those that never leave a developer's machine carry `cdx:npm:package:development`. */
export function makeBill(root: string = ROOT): Bill {
	const bill = billShape.parse(JSON.parse(askNpm(root)));
	const project = z.object({ name: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
	const lock = readLock(root);
	const nameOf = (place: string): string => `${nameAt(place)}@${lock[place]?.version ?? ''}`;
	const shipped = new Map([...shippedPlaces(lock)].map((place) => [nameOf(place), lock[place]?.optional === true]));
	const components = bill.components.map((part) => {
		const optional = shipped.get(`${part.name}@${part.version}`);
		const properties = part.properties.filter(({ name }) => name !== DEVELOPMENT);
		if (optional === undefined) properties.push({ name: DEVELOPMENT, value: 'true' });
		return { ...part, scope: optional === false ? 'required' : 'optional', properties };
	});
	const itself = { ...bill.metadata.component, name: project.name, type: 'application' };
	return { ...bill, metadata: { ...bill.metadata, component: itself }, components };
}

/** Whether a component ships with the kit, as opposed to working on it. */
export function ships({ properties }: Bill['components'][number]): boolean {
	return !properties.some(({ name, value }) => name === DEVELOPMENT && value === 'true');
}

function askNpm(root: string): string {
	const windows = process.platform === 'win32';
	const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
	// `npm test` hands its own settings down; one that leaves development packages out would leave Svelte out.
	const env = { ...process.env, NODE_ENV: 'development', npm_config_omit: '' };
	const asked = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
		...{ cwd: root, env, shell: windows, encoding: 'utf8' as const },
		maxBuffer: 64 * 1024 * 1024
	});
	if (asked.status !== 0) throw new Error(`npm could not write the bill of materials.\n${asked.stderr}`);
	return asked.stdout;
}

if (process.argv[1] === import.meta.filename) {
	try {
		const file = resolve(process.argv[2] ?? join(ROOT, FILE));
		const bill = makeBill();
		writeFileSync(file, `${JSON.stringify(bill, null, '\t')}\n`);
		const shipping = bill.components.filter(ships).length;
		console.log(`${file} names ${bill.components.length} packages; ${shipping} of them ship with the kit.`);
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exitCode = 1;
	}
}
