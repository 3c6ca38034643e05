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
import { build, normalizePath, type InlineConfig, type Plugin } from 'vite';
import { filesOf, readManifest, type Manifest } from './manifest.ts';
import { ROOT } from './sources.ts';

const ENTRY = 'src/phone.ts';
/** What `src/phone.ts` brings to life. SvelteKit never draws it in a browser, so its own client holds none of it. */
const PAGE = normalizePath(join(ROOT, 'src/lib/screens/student/Page.svelte'));
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

/** What a page must name, from the manifest of the phone's build. */
export function phoneFiles(manifest: Manifest): PhoneFiles {
	const all = filesOf(manifest, [ENTRY]).map((file) => `/${file}`);
	const [script = '', ...preloads] = all.filter((file) => file.endsWith('.js'));
	return { script, styles: all.filter((file) => file.endsWith('.css')), preloads };
}

/**
 * The live line asks for two ways to travel (`live/socket.ts`), and the library always brings a third. If its files are
 * ever called otherwise, this leaves them alone and the budget says what it costs.
 */
const twoWays: Plugin = {
	name: 'two-ways',
	enforce: 'pre',
	load: (id) =>
		/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/.test(id) ? 'export class WT {}' : undefined
};

/** The phone's own build, for `vite.build`. */
export function phoneBuild(): InlineConfig {
	return {
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		publicDir: false,
		resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
		plugins: [twoWays, svelte({ configFile: false, preprocess: vitePreprocess() })],
		build: {
			outDir: PHONE_OUT,
			emptyOutDir: true,
			manifest: true,
			rolldownOptions: {
				input: ENTRY,
				output: {
					entryFileNames: `${PHONE_FOLDER}/[name].[hash].js`,
					chunkFileNames: `${PHONE_FOLDER}/[name].[hash].js`,
					assetFileNames: `${PHONE_FOLDER}/[name].[hash][extname]`,
					// Apart, each file costs a request of its own and starts its compression from nothing.
					codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] }
				}
			}
		}
	};
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
			if (building && this.environment.name === 'ssr') await build(phoneBuild());
		},
		resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
		load(id) {
			const client = this.environment.name === 'client';
			if (id === `\0${NAME}`)
				return `export const files = ${JSON.stringify(building && !client ? phoneFiles(readManifest(PHONE_OUT)) : inDevelopment)};`;
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
