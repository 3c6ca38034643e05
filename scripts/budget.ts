/**
 * `npm run budget`: what a phone downloads before a student's screen is whole, beside its budget. It reads the built
 * files, gzipped as the kit sends them, and follows what each page imports; nothing is measured by guess. It only reports:
 * a page over its budget is said plainly, and the command still ends well, because the number is for people to act on.
 * The page's own HTML is not in it: that depends on the summit, and is about 4 KB on the waiting screen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ensureBuilt } from './build.ts';
import { ROOT } from './sources.ts';

/** Vite's own manifest: every built file, what it imports at once, what later, and its styles. */
export const Manifest = z.record(
	z.string(),
	z.object({
		file: z.string(),
		src: z.string().optional(),
		imports: z.array(z.string()).default([]),
		css: z.array(z.string()).default([])
	})
);
export type Manifest = z.infer<typeof Manifest>;

/** Everything that comes when these entries are asked for, each file once. Unknown entries are an error, not nought. */
export function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
	const seen = new Set<string>();
	const files = new Set<string>();
	const visit = (key: string): void => {
		if (seen.has(key)) return;
		seen.add(key);
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The build has no ${key}`);
		files.add(chunk.file);
		for (const style of chunk.css) files.add(style);
		for (const next of chunk.imports) visit(next);
	};
	for (const entry of entries) visit(entry);
	return [...files];
}

interface Screen {
	name: string;
	/** Bytes, gzip. */
	budget: number;
	/** Sources it starts from, each named by the end of its path. */
	entries: readonly string[];
	/** A page without scripts takes only the styles. */
	stylesOnly?: boolean;
}

const CLIENT = join(ROOT, '.svelte-kit', 'output', 'client');
const FIRST = 55_000;
const WITH_MAP = 118_000;
const KIT = ['kit/src/runtime/client/entry.js', 'client-optimized/app.js', 'nodes/0.js'];
const LINE = 'socket.io-client/build/esm/index.js';
const MAP = ['screens/student/Face.svelte', 'screens/map/Phone.svelte', 'leaflet/dist/leaflet-src.js'];

/** The entry for a page, found by its address in SvelteKit's list of pages. */
export function nodeOf(pages: string, route: string): string {
	const found = new RegExp(`"${route.replace(/[[\]/]/gu, '\\$&')}": \\[~?(\\d+)`, 'u').exec(pages);
	if (!found?.[1]) throw new Error(`The build has no page ${route}`);
	return `nodes/${found[1]}.js`;
}

function keyEnding(manifest: Manifest, end: string): string {
	const found = Object.keys(manifest).find((key) => key.endsWith(end));
	if (found === undefined) throw new Error(`The build has no ${end}`);
	return found;
}

const size = (file: string): number => gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length;
const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

function report(manifest: Manifest, { name, budget, entries, stylesOnly }: Screen): string[] {
	const keys = entries.map((end) => keyEnding(manifest, end));
	const files = filesOf(manifest, keys).filter((file) => !stylesOnly || file.endsWith('.css'));
	const sizes = files.map((file) => ({ file, bytes: size(file) })).toSorted((one, other) => other.bytes - one.bytes);
	const total = sizes.reduce((so, { bytes }) => so + bytes, 0);
	const verdict = total <= budget ? 'within' : `OVER by ${kilo(total - budget)}`;
	const largest = sizes.slice(0, 5).map(({ file, bytes }) => `    ${kilo(bytes).padStart(8)}  ${file}`);
	return [`${name}: ${kilo(total)} in ${files.length} files; budget ${kilo(budget)}: ${verdict}`, ...largest];
}

async function main(): Promise<void> {
	await ensureBuilt();
	const manifest = Manifest.parse(JSON.parse(readFileSync(join(CLIENT, '.vite', 'manifest.json'), 'utf8')));
	const list = join(ROOT, '.svelte-kit', 'generated', 'client-optimized', 'app.js');
	if (!existsSync(list)) throw new Error('The build left no list of pages. Run: npm run build');
	const pages = readFileSync(list, 'utf8');
	const student = [...KIT, nodeOf(pages, '/s/[summit]'), LINE];
	const screens: Screen[] = [
		{ name: 'Typing the code (/)', budget: FIRST, entries: ['nodes/0.js', nodeOf(pages, '/')], stylesOnly: true },
		{ name: 'Joining (/j)', budget: FIRST, entries: ['nodes/0.js', nodeOf(pages, '/j/[key]')], stylesOnly: true },
		{ name: 'A student’s first screen (/s)', budget: FIRST, entries: student },
		{ name: 'With a map station open (/s)', budget: WITH_MAP, entries: [...student, ...MAP] }
	];
	console.log('Bytes to download, gzip, without the page’s own HTML (4 KB on /s):');
	for (const screen of screens) console.log(report(manifest, screen).join('\n'));
	const theirs = filesOf(
		manifest,
		[KIT[0] ?? '', LINE].map((end) => keyEnding(manifest, end))
	);
	const floor = theirs.reduce((so, file) => so + size(file), 0);
	console.log(`Of /s, Svelte, SvelteKit and socket.io-client take ${kilo(floor)} before anything of the kit’s own.`);
}

if (import.meta.main) await main();
