/** How long a browser takes to lay out and draw a released grid: the kit's own drawing, in Chromium, at two sizes. */
import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { build } from 'vite';
import { browserArguments, readyBrowser } from '../scripts/browser.ts';
import type { HeatCell } from '../src/lib/summit/heat-tiles.ts';
import { rounds } from './rounds.ts';
import type { Rounds } from './rounds.ts';

const ROUNDS = 25;
/** The map on a projector and on a phone, in pixels of the canvas. */
const WALL = { width: 980, height: 735, ratio: 1 };
const PHONE = { width: 328, height: 246, ratio: 3 };

let script: string | null = null;
/** The page's script, built from the same files as the kit's screens. */
async function pageScript(): Promise<string> {
	if (script !== null) return script;
	const built = await build({
		...{ configFile: false, logLevel: 'silent' },
		build: {
			write: false,
			lib: { entry: join(import.meta.dirname, 'map-layer-page.ts'), formats: ['iife'], name: 'layer' }
		}
	});
	const output = Array.isArray(built) ? built[0] : built;
	const chunk = output && 'output' in output ? output.output[0] : undefined;
	if (!chunk) throw new Error('The drawing could not be built.');
	return (script = chunk.code);
}

export async function drawingTimes(cells: readonly HeatCell[]): Promise<{ drawWall: Rounds; drawPhone: Rounds }> {
	const browser = await chromium.launch({ executablePath: readyBrowser(), args: browserArguments() });
	try {
		const page = await browser.newPage();
		await page.setContent('<canvas></canvas>');
		await page.addScriptTag({ content: await pageScript() });
		const times = async (size: typeof WALL): Promise<Rounds> => {
			const took = await page.evaluate(({ of, on, many }) => window.drawHeat({ cells: of, ...on, rounds: many }), {
				...{ of: [...cells], on: size, many: ROUNDS }
			});
			return rounds(took);
		};
		return { drawWall: await times(WALL), drawPhone: await times(PHONE) };
	} finally {
		await browser.close();
	}
}
