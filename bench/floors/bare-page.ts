/**
 * A floor: one page of SvelteKit, of the same version and with the same adapter as the kit's, and nothing on it. The project
 * is written into a folder outside this one and built there.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/sources.ts';

const FILES: Readonly<Record<string, string>> = {
	'package.json': '{ "name": "bare-page", "private": true, "type": "module" }',
	'svelte.config.js':
		"import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };\n",
	'vite.config.js':
		"import { sveltekit } from '@sveltejs/kit/vite';\nimport { defineConfig } from 'vite';\nexport default defineConfig({ plugins: [sveltekit()] });\n",
	'src/app.html':
		'<!doctype html>\n<html lang="en">\n\t<head><meta charset="utf-8" />%sveltekit.head%</head>\n\t<body><div>%sveltekit.body%</div></body>\n</html>\n',
	'src/routes/+page.svelte': '<h1>A page</h1>\n<p>With a sentence on it.</p>\n',
	'serve.js':
		"import { createServer } from 'node:http';\nimport { handler } from './build/handler.js';\nprocess.on('SIGTERM', () => process.exit(0));\ncreateServer(handler).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Ready'));\n"
};

/** Builds it in `folder`; answers the script that serves it. */
export async function buildBarePage(folder: string): Promise<string> {
	for (const [name, text] of Object.entries(FILES)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
	const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const said: Buffer[] = [];
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: folder,
		env: { ...process.env, NODE_ENV: 'production' }
	});
	for (const output of [child.stdout, child.stderr]) output.on('data', (words: Buffer) => said.push(words));
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`The bare page could not be built.\n${Buffer.concat(said).toString()}`);
	return path.join(folder, 'serve.js');
}
