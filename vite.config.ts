import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { phonePage } from './scripts/phone-page.ts';
import { phoneWorker } from './scripts/phone-worker.ts';
import { findDoor, isLivePath } from './src/lib/server/live-door.ts';

/**
 * In development Vite owns the listening server, so this plugin does there what `src/main.ts` does in production:
 * it hands live requests and upgrades to the engine of whichever app started last. Vite's own upgrades stay Vite's.
 */
function liveDoor(): Plugin {
	return {
		name: 'live-door',
		apply: 'serve',
		config() {
			if (process.env['VITEST']) return {};
			// The app answers only to hosts and origins it knows, so in development too it must know its own port.
			process.env['PORT'] ??= '5173';
			return { server: { port: Number(process.env['PORT']), strictPort: true } };
		},
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				const door = isLivePath(request.originalUrl) ? findDoor() : null;
				if (door) door.engine.handleRequest(request, response);
				else if (isLivePath(request.originalUrl)) response.writeHead(503, { 'retry-after': '1' }).end();
				else next();
			});
			server.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
				if (!isLivePath(request.url)) return;
				const door = findDoor();
				if (door) door.engine.handleUpgrade(request, socket, head);
				else socket.destroy();
			});
		}
	};
}

const node = { environment: 'node' } as const;

/** Components of `lib/ui` that nearly every screen shows. */
const PIECES = [
	...['Avatar', 'Banner', 'Bar', 'Button', 'Cover', 'Field', 'Foot', 'Glyph', 'Icon', 'Logo', 'NetState', 'Notice'],
	...['OptionRow', 'Phone', 'StepTrack', 'Talk', 'TextArea', 'Tool']
];

/**
 * Small pieces that nearly every screen shares travel as one file: apart, each costs a request of its own and starts its
 * compression from nothing (X3). Only what the students' doors need may stand here; behind them is a build of its own.
 */
function sharedPieces(): Plugin {
	const test = new RegExp(`src/lib/ui/((${PIECES.join('|')})\\.svelte|marks\\.ts)`);
	const groups = [
		// The look of every page imports them; in one file with the pieces they would bring the pieces' styles along.
		{ name: 'icons', test: /src\/lib\/ui\/icons/, priority: 3 },
		{ name: 'svelte', test: /node_modules\/svelte\//, priority: 2 },
		{ name: 'pieces', test, priority: 1 }
	];
	return {
		name: 'shared-pieces',
		apply: 'build',
		configEnvironment: (name) =>
			name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } : undefined
	};
}

export default defineConfig({
	plugins: [phonePage(), phoneWorker(), sveltekit(), liveDoor(), sharedPieces()],
	// Taken file by file (`screens/map/leaflet-used.ts`).
	optimizeDeps: { exclude: ['leaflet'] },
	server: { watch: { ignored: ['**/data/**', '**/test-results/**', '**/build/**'] } },
	test: {
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					...node,
					name: 'unit',
					testTimeout: 30_000,
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/words/**/*.test.ts'],
					exclude: ['**/*.property.test.ts']
				}
			},
			{
				extends: true,
				test: { ...node, name: 'property', include: ['src/**/*.property.test.ts'], testTimeout: 60_000 }
			},
			{
				extends: true,
				test: {
					...node,
					name: 'live',
					include: ['tests/live/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 30_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
