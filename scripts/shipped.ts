/**
 * Which of the packages in the lock file reach whoever runs the kit, as opposed to whoever works on it.
 *
 * That is more than `dependencies`: the build writes SvelteKit, Svelte and the server around them into `build/`, though npm
 * counts them among the tools. A hole in one of those is a hole in the kit, so the bill of materials and the audit must not
 * pass them over.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './sources.ts';

/** Development packages whose code the build takes in. `shipped.test.ts` holds this list against what the sources import. */
export const BUNDLED: readonly string[] = ['svelte', '@sveltejs/kit', '@sveltejs/adapter-node'];

const names = z.record(z.string(), z.string()).default({});
const lockShape = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().optional(),
			dev: z.boolean().default(false),
			/** A tool that something in production would also know how to use: Better Auth with SvelteKit, for one. */
			devOptional: z.boolean().default(false),
			optional: z.boolean().default(false),
			dependencies: names,
			optionalDependencies: names
		})
	)
});

/** The lock file's packages, by their place in it: `node_modules/svelte`. The project itself is at `''`. */
export type Lock = z.output<typeof lockShape>['packages'];

export function readLock(root: string = ROOT): Lock {
	return lockShape.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages;
}

/** The places, in the lock file, of all packages that ship: what npm calls production, and what the build takes in. */
export function shippedPlaces(lock: Lock): Set<string> {
	const production = Object.entries(lock).filter(
		([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional
	);
	const shipped = new Set(production.map(([place]) => place));
	const queue = BUNDLED.map((name) => `node_modules/${name}`);
	for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
		const found = lock[place];
		if (found === undefined) throw new Error(`${place} is not in package-lock.json.`);
		shipped.add(place);
		for (const name of Object.keys({ ...found.dependencies, ...found.optionalDependencies })) {
			const dependency = placeOf(lock, { name, from: place });
			if (dependency !== null && !shipped.has(dependency)) queue.push(dependency);
		}
	}
	return shipped;
}

/** A package's name, from its place. */
export function nameAt(place: string): string {
	return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where Node would find a package from inside another; null for an optional one that is not there. */
function placeOf(lock: Lock, { name, from }: { name: string; from: string }): string | null {
	for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
		if (place in lock) return place;
		if (folder === '') return null;
	}
}
