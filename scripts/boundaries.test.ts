/**
 * The floors of the house are kept by the linter; this proves that the linter does keep them, in `.ts` files and inside
 * components. It lints invented files in a small house of its own, so that no real file matters to it.
 */
import { ESLint } from 'eslint';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const ROOMS = ['screens', 'server', 'ui', 'live', 'summit'];

let house: string;
let linter: ESLint;

beforeAll(() => {
	house = realpathSync(mkdtempSync(join(tmpdir(), 'house-')));
	const paths = { '$lib/*': [join(house, 'src/lib/*')] };
	write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths } }));
	for (const room of ROOMS) write(`src/lib/${room}/thing.ts`, 'export const thing = 1;\n');
	write('src/lib/ui/Button.svelte', '<button>Go</button>\n');
	write('src/app.css', 'body {}\n');
	write('src/hooks.server.ts', 'export const thing = 1;\n');
	write('src/routes/page.ts', 'export const thing = 1;\n');
	linter = new ESLint({
		cwd: house,
		overrideConfigFile: join(ROOT, 'eslint.config.js'),
		overrideConfig: [
			ts.configs.disableTypeChecked,
			{
				languageOptions: { parserOptions: { projectService: false } },
				settings: {
					'boundaries/root-path': house,
					'import/resolver': { typescript: { project: join(house, 'tsconfig.json') } }
				}
			}
		]
	});
});
afterAll(() => rmSync(house, { recursive: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(house, path)), { recursive: true });
	writeFileSync(join(house, path), text);
}

/** The rules that an invented file breaks. */
async function broken(path: string, text: string): Promise<string[]> {
	const results = await linter.lintText(text, { filePath: join(house, path) });
	return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

/** The rules broken by a file that does nothing but import (or, in a component, import) one other. */
async function importing(path: string, target: string): Promise<string[]> {
	const line = `import { thing } from '${target}';\nexport const mine = thing;\n`;
	const component = `<script lang="ts">\n\timport { thing } from '${target}';\n</script>\n\n<p>{thing}</p>\n`;
	return broken(path, path.endsWith('.svelte') ? component : line);
}

const ALLOWED = {
	screens: ['screens', 'ui', 'live', 'summit'],
	server: ['server', 'live', 'summit'],
	ui: ['ui', 'summit'],
	live: ['live', 'summit'],
	summit: ['summit']
};

describe.each(Object.entries(ALLOWED))('src/lib/%s', (room, allowed) => {
	test.each(ROOMS)('imports from %s only if that is at or below it', async (target) => {
		const rules = await importing(`src/lib/${room}/deep/other.ts`, `../../${target}/thing.ts`);
		expect(rules).toEqual(allowed.includes(target) ? [] : ['boundaries/dependencies']);
	});

	test('never imports a route', async () => {
		const rules = await importing(`src/lib/${room}/other.ts`, '../../routes/page.ts');
		expect(rules).toEqual(['boundaries/dependencies']);
	});
});

describe('inside components', () => {
	test.each(ROOMS)('a component of ui imports from %s only if that is at or below it', async (target) => {
		const rules = await importing('src/lib/ui/Other.svelte', `$lib/${target}/thing.ts`);
		expect(rules).toEqual(ALLOWED.ui.includes(target) ? [] : ['boundaries/dependencies']);
	});

	test.each(ROOMS)('a page may import from %s', async (target) => {
		expect(await importing('src/routes/+page.svelte', `$lib/${target}/thing.ts`)).toEqual([]);
	});
});

test('a page may import the styles, and nothing else of the entrance', async () => {
	expect(await broken('src/routes/+layout.ts', "import '../app.css';\n")).toEqual([]);
	expect(await importing('src/routes/+layout.ts', '../hooks.server.ts')).toEqual(['boundaries/dependencies']);
});

test.each(ROOMS)('the entrance may import from %s', async (target) => {
	expect(await importing('src/hooks.server.ts', `./lib/${target}/thing.ts`)).toEqual([]);
});

test('a .ts file in a room imports relatively', async () => {
	expect(await importing('src/lib/server/other.ts', '$lib/summit/thing.ts')).toEqual(['no-restricted-imports']);
});

describe('the summit floor is pure', () => {
	test.each(['node:fs', 'svelte', 'socket.io', '$app/environment'])('it may not import %s', async (target) => {
		expect(await importing('src/lib/summit/other.ts', target)).toContain('no-restricted-imports');
	});

	test('it may import zod', async () => {
		expect(
			await broken('src/lib/summit/other.ts', "import { z } from 'zod';\nexport const mine = z.string();\n")
		).toEqual([]);
	});

	test.each([
		['Date.now()', 'no-restricted-globals'],
		['new Date()', 'no-restricted-globals'],
		['Math.random()', 'no-restricted-properties'],
		['crypto.randomUUID()', 'no-restricted-globals'],
		['performance.now()', 'no-restricted-globals'],
		['setTimeout(() => 1, 1)', 'no-restricted-globals'],
		["fetch('/')", 'no-restricted-globals'],
		['process.pid', 'no-restricted-globals'],
		['window.name', 'no-restricted-globals'],
		["Buffer.from('')", 'no-restricted-globals'],
		["import('node:fs')", 'no-restricted-syntax']
	])('it may not use %s', async (expression, rule) => {
		expect(await broken('src/lib/summit/other.ts', `export const mine = ${expression};\n`)).toContain(rule);
	});
});

describe('sockets are heard through one wrapper', () => {
	const text = (what: string) =>
		`declare const ${what}: { on(name: string, fn: () => void): void };\n${what}.on('x', () => undefined);\n`;

	test.each(['io', 'socket'])('a raw %s.on is refused', async (what) => {
		expect(await broken('src/lib/server/other.ts', text(what))).toEqual(['no-restricted-syntax']);
	});

	test('except in the wrapper itself', async () => {
		expect(await broken('src/lib/server/sockets.ts', text('socket'))).toEqual([]);
	});
});

test('no comment can switch a rule off', async () => {
	const text = '/* eslint-disable */\nexport const mine = (x: any) => Boolean(x);\n';
	expect(await broken('src/lib/server/other.ts', text)).toContain('@typescript-eslint/no-explicit-any');
});
