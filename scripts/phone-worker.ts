/**
 * The student's service worker is one small script of its own (decision 23). Built with the phone's files, because it names
 * them; the server's code is given both and serves it where its scope ends with students' pages.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { PHONE_FOLDER, PHONE_OUT } from './phone-page.ts';
import { ROOT } from './sources.ts';

const ENTRY = join(ROOT, 'src', 'phone-worker.ts');
const NAME = 'virtual:phone-worker';

/** Its script as text. */
async function buildWorker(): Promise<string> {
	const built = await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		publicDir: false,
		build: { write: false, rolldownOptions: { input: ENTRY, output: { format: 'iife' } } }
	});
	const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
	const [chunk] = outputs.flatMap(({ output }) => output);
	if (chunk?.type !== 'chunk') throw new Error('The service worker could not be built.');
	return chunk.code;
}

export function phoneWorker(): Plugin {
	let building = false;
	return {
		name: 'phone-worker',
		configResolved(config) {
			building = config.command === 'build';
		},
		resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
		async load(id) {
			if (id !== `\0${NAME}`) return undefined;
			if (!building || this.environment.name === 'client') return 'export const worker = null;';
			// The phone's files are there: they are built before any of the server's code is loaded.
			const files = readdirSync(join(PHONE_OUT, PHONE_FOLDER)).map((file) => `/${PHONE_FOLDER}/${file}`);
			return `export const worker = ${JSON.stringify({ script: await buildWorker(), files })};`;
		}
	};
}
