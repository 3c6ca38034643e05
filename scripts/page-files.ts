/**
 * What a browser fetches of the kit's built files for a page, read from the two builds' own manifests: SvelteKit's, and the
 * student's page (`phone-page.ts`). `tests/e2e/light.e2e.ts` holds it against what a real browser asks for.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readManifest, type Manifest } from './manifest.ts';
import { PHONE_OUT } from './phone-page.ts';
import { ROOT } from './sources.ts';

const CLIENT = join(ROOT, '.svelte-kit', 'output', 'client');

/** The entries of a page and the layouts round it, found by its address in SvelteKit's list of pages. */
export function nodesOf(pages: string, route: string): string[] {
	const address = route.replace(/[[\]/]/gu, '\\$&');
	const found = new RegExp(`"${address}": \\[~?(\\d+)(?:,\\[([\\d,~]*)\\])?`, 'u').exec(pages);
	if (!found?.[1]) throw new Error(`The build has no page ${route}`);
	const layouts = (found[2] ?? '').split(',').filter((one) => one !== '');
	return ['0', ...layouts, found[1]].map((node) => `nodes/${node.replace('~', '')}.js`);
}

export interface Builds {
	kit: Manifest;
	phone: Manifest;
	/** SvelteKit's list of pages. */
	pages: string;
}

/** Reads what the last build left. */
export function readBuilds(): Builds {
	const list = join(ROOT, '.svelte-kit', 'generated', 'client-optimized', 'app.js');
	if (!existsSync(list)) throw new Error('The build left no list of pages. Run: npm run build');
	return { kit: readManifest(CLIENT), phone: readManifest(PHONE_OUT), pages: readFileSync(list, 'utf8') };
}

/** Bytes on the way, gzipped as the kit sends them. */
export function sizeOf(file: string): number {
	return gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length;
}
