/**
 * What the build is made from, as one fingerprint. Contents count, not times: a fresh clone or a changed branch
 * touches every file's time without changing a word.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'scripts/manifest.ts',
	'scripts/phone-page.ts',
	'scripts/phone-worker.ts',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const TESTS = /\.test\.ts$/;

/** The fingerprint (hexadecimal) of everything under `root` that the build reads. Tests are not part of it. */
export function fingerprint(root: string = ROOT): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesBelow(join(root, source)))) {
		hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

function filesBelow(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesBelow(join(path, name)))
		.filter((file) => !TESTS.test(file));
}
