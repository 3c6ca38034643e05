import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The floors of the house, and what each may import. An arrow only ever points down; a wrong import is an error.
 * `entrance` is what stands directly in `src/`: the hooks and the process's entry.
 */
const ROOMS = {
	routes: ['routes', 'screens', 'server', 'ui', 'live', 'summit'],
	entrance: ['entrance', 'screens', 'server', 'ui', 'live', 'summit'],
	screens: ['screens', 'ui', 'live', 'summit'],
	server: ['server', 'live', 'summit'],
	ui: ['ui', 'summit'],
	live: ['live', 'summit'],
	summit: ['summit']
};

const RAW_SOCKET =
	'Sockets are heard through the one wrapper in src/lib/server/sockets.ts: a handler that throws ends the process.';
const rawSockets = [
	{
		selector:
			'CallExpression[callee.property.name=/^(on|once|addListener)$/][callee.object.name=/^(io|socket|namespace)$/]',
		message: RAW_SOCKET
	},
	{
		selector:
			'CallExpression[callee.property.name=/^(on|once|addListener)$/][callee.object.property.name=/^#?(io|socket|namespace)$/]',
		message: RAW_SOCKET
	}
];

const PURE = 'The summit floor is pure: time, chance, ids and the outside world come in as arguments.';

export default defineConfig(
	globalIgnores(['.svelte-kit/', 'build/', 'data/', 'node_modules/', 'test-results/', 'static/']),
	{
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		languageOptions: { globals: { ...globals.node, ...globals.browser } }
	},
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			eqeqeq: ['error', 'always'],
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
			],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// A port's method may be asynchronous by contract and not by need.
			'@typescript-eslint/require-await': 'off',
			'no-restricted-syntax': ['error', ...rawSockets]
		}
	},
	{
		// Types inside components are svelte-check's work; asking for them here too would double the time.
		files: ['**/*.svelte', '**/*.svelte.ts'],
		extends: [ts.configs.disableTypeChecked],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{ files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		plugins: { boundaries },
		settings: {
			'import/resolver': { typescript: { project: './tsconfig.json' } },
			'boundaries/include': ['src/**/*'],
			'boundaries/files': [{ category: 'style', pattern: '**/*.css' }],
			'boundaries/elements': [
				...Object.keys(ROOMS)
					.filter((room) => room !== 'entrance' && room !== 'routes')
					.map((room) => ({ type: room, pattern: `src/lib/${room}` })),
				{ type: 'routes', pattern: 'src/routes' },
				{ type: 'entrance', pattern: 'src' }
			]
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					message: 'Arrows only point down: {{from.element.type}} may not import from {{to.element.type}}.',
					policies: [
						...Object.entries(ROOMS).map(([room, below]) => ({
							from: { element: { type: room } },
							allow: { to: { element: { types: { anyOf: below } } } }
						})),
						{ allow: { to: { file: { categories: 'style' } } } },
						{ allow: { to: { module: { origin: ['external', 'core'] } } } }
					]
				}
			],
			'boundaries/no-unknown-files': 'error'
		}
	},
	{
		files: ['src/lib/**/*.ts', 'src/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '^\\$lib/', message: 'A .ts file imports relatively, with its extension.' }] }
			]
		}
	},
	{
		files: ['src/lib/summit/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.{1,2}/|zod(/|$))', message: PURE }] }],
			'no-restricted-globals': [
				'error',
				...[
					'Date',
					'crypto',
					'performance',
					'setTimeout',
					'setInterval',
					'setImmediate',
					'queueMicrotask',
					'requestAnimationFrame',
					'fetch',
					'process',
					'window',
					'document',
					'navigator',
					'location',
					'localStorage',
					'sessionStorage',
					'indexedDB',
					'self',
					'globalThis',
					'global',
					'console',
					'require',
					'Buffer'
				].map((name) => ({ name, message: PURE }))
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: PURE },
				{ object: 'Date', property: 'now', message: PURE }
			],
			'no-restricted-syntax': ['error', ...rawSockets, { selector: 'ImportExpression', message: PURE }]
		}
	},
	{
		// `allowInsecureRequests` is not deprecated: its makers mark it so, to make it stand out. Loopback alone gets it.
		files: ['src/lib/server/accounts/provider.ts'],
		rules: { '@typescript-eslint/no-deprecated': 'off' }
	},
	{
		// The wrapper itself, and the two far ends: a browser's, and the simulated class's, whose handlers only note what they hear.
		files: [
			'src/lib/server/sockets.ts',
			'src/lib/live/client.svelte.ts',
			'src/lib/server/rehearsal/class.ts',
			'**/*.test.ts',
			'tests/**',
			'bench/**'
		],
		rules: { 'no-restricted-syntax': 'off' }
	}
);
