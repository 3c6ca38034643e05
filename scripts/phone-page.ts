/**
 * The student's page is built by itself, apart from SvelteKit's own pages (decision 24): what a phone downloads then holds
 * only what its screens use, and nothing an adult's screen needs can grow it (X3). SvelteKit still renders the page and
 * answers its forms; in the browser `src/phone.ts` brings it to life.
 *
 * Building, it works in three steps, because SvelteKit builds its server before its client. Before the server, the phone's
 * files are built into a folder; the server's code is told their names; the client's build takes the files in. In
 * development Vite serves the sources as they are.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build, type Manifest, type Plugin } from 'vite';
import { ROOT } from './sources.ts';

const ENTRY = 'src/phone.ts';
/** What `src/phone.ts` brings to life. SvelteKit never draws it in a browser, so its own client holds none of it. */
const PAGE = join(ROOT, 'src/lib/screens/student/Page.svelte');
const NAME = 'virtual:phone-page';
/** Below SvelteKit's folder of files that never change, so that browsers keep these as long. */
export const PHONE_FOLDER = '_app/immutable/phone';
/** Where the phone's files wait for SvelteKit's client build; `.vite/manifest.json` says what imports what. */
export const PHONE_OUT = join(ROOT, '.svelte-kit', 'phone');

/** The addresses a page needs to start the phone's code. */
export interface PhoneFiles {
	script: string;
	/** Styles of the first screen. */
	styles: readonly string[];
	/** Scripts the first one imports, to be fetched beside it. */
	preloads: readonly string[];
}

/** What a page must name, from Vite's manifest of the phone's build. */
export function phoneFiles(manifest: Manifest): PhoneFiles {
	const styles = new Set<string>();
	const scripts = new Set<string>();
	const visit = (key: string): void => {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The phone's build has no ${key}`);
		if (scripts.has(chunk.file)) return;
		scripts.add(chunk.file);
		for (const style of chunk.css ?? []) styles.add(style);
		for (const next of chunk.imports ?? []) visit(next);
	};
	visit(ENTRY);
	const [script = '', ...preloads] = [...scripts].map((file) => `/${file}`);
	return { script, styles: [...styles].map((file) => `/${file}`), preloads };
}

async function buildPhone(): Promise<void> {
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		publicDir: false,
		resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
		plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
		build: {
			outDir: PHONE_OUT,
			emptyOutDir: true,
			manifest: true,
			rolldownOptions: {
				input: ENTRY,
				// A class no phone uses, kept otherwise because making it is a side effect.
				treeshake: { moduleSideEffects: [{ test: /svelte\/src\/.*\/custom-element\.js$/, sideEffects: false }] },
				output: {
					entryFileNames: `${PHONE_FOLDER}/[name].[hash].js`,
					chunkFileNames: `${PHONE_FOLDER}/[name].[hash].js`,
					assetFileNames: `${PHONE_FOLDER}/[name].[hash][extname]`
				}
			}
		}
	});
}

function builtFiles(): PhoneFiles {
	return phoneFiles(JSON.parse(readFileSync(join(PHONE_OUT, '.vite', 'manifest.json'), 'utf8')) as Manifest);
}

export function phonePage(): Plugin {
	const inDevelopment: PhoneFiles = { script: `/${ENTRY}`, styles: [], preloads: [] };
	let building = false;
	return {
		name: 'phone-page',
		enforce: 'pre',
		configResolved(config) {
			building = config.command === 'build';
		},
		async buildStart() {
			if (building && this.environment.name === 'ssr') await buildPhone();
		},
		resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
		load(id) {
			const client = this.environment.name === 'client';
			if (id === `\0${NAME}`)
				return `export const files = ${JSON.stringify(building && !client ? builtFiles() : inDevelopment)};`;
			return building && client && id === PAGE ? 'export default null;' : undefined;
		},
		generateBundle() {
			if (!building || this.environment.name !== 'client') return;
			for (const file of readdirSync(join(PHONE_OUT, PHONE_FOLDER)))
				this.emitFile({
					type: 'asset',
					fileName: `${PHONE_FOLDER}/${file}`,
					source: readFileSync(join(PHONE_OUT, PHONE_FOLDER, file))
				});
		}
	};
}
