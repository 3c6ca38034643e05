/** Runs in the browser: draws the same cells several times and answers how long each took, in milliseconds. */
import { layoutCells } from '../src/lib/screens/map/wall-cells.ts';
import type { HeatCell } from '../src/lib/summit/heat-tiles.ts';
import { drawWide, drawCell } from '../src/lib/ui/heat.ts';

interface Ask {
	cells: HeatCell[];
	width: number;
	height: number;
	ratio: number;
	rounds: number;
}
declare global {
	interface Window {
		drawHeat: (ask: Ask) => number[];
	}
}

window.drawHeat = ({ cells, width, height, ratio, rounds }) => {
	const canvas = document.querySelector('canvas');
	const ctx = canvas?.getContext('2d', { willReadFrequently: false });
	if (!canvas || !ctx) throw new Error('There is no canvas.');
	return Array.from({ length: rounds }, () => {
		const before = performance.now();
		canvas.width = width * ratio;
		canvas.height = height * ratio;
		ctx.scale(ratio, ratio);
		const { areas, cells: placed } = layoutCells(cells, { width, height });
		for (const area of areas) drawWide(ctx, area);
		for (const cell of placed) drawCell(ctx, cell);
		// Reading one pixel waits until everything has really been drawn.
		ctx.getImageData(0, 0, 1, 1);
		return performance.now() - before;
	});
};
