/**
 * The heat over its map as one picture (PNG), for the plan and for whoever writes about it: drawn by the same hand as on
 * the wall, with place names, what the marks mean and who made the map. It is given released figures and can draw nothing
 * else (S2, S9).
 */
import type { ReleasedPoint } from '../../summit/figures.ts';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { drawWide, drawCell } from '../../ui/heat.ts';
import { FEELINGS, FEELING_WORDS, MARK_HALO, MARK_INK } from '../../ui/marks.ts';
import { layoutCells } from './wall-cells.ts';
import { placeNames } from './wall-names.ts';

/** Pixels of the picture's width, and of a line under it. */
const WIDTH = 1600;
const LINE = 56;
const FONT = 'system-ui, sans-serif';

/** The picture, or null where the map's own picture cannot be loaded. `address` is where it is fetched from. */
export async function heatPicture(q: {
	settings: MapSettings;
	cells: readonly HeatCell[];
	places: readonly ReleasedPoint[];
	address: string;
}): Promise<Blob | null> {
	const { map, places, title } = q.settings;
	const ground = await load(q.address);
	const canvas = document.createElement('canvas');
	const on = { width: WIDTH, height: Math.round((WIDTH * map.height) / map.width) };
	[canvas.width, canvas.height] = [on.width, on.height + 2 * LINE];
	const ctx = canvas.getContext('2d');
	if (!ctx || !ground) return null;
	ctx.fillStyle = MARK_HALO;
	ctx.fillRect(0, 0, canvas.width, canvas.height);
	ctx.drawImage(ground, 0, 0, on.width, on.height);
	const layout = layoutCells(q.cells, on);
	for (const area of layout.areas) drawWide(ctx, area);
	for (const cell of layout.cells) drawCell(ctx, cell);
	ctx.textAlign = 'center';
	ctx.textBaseline = 'middle';
	ctx.lineJoin = 'round';
	ctx.font = `700 26px ${FONT}`;
	for (const { name, x, y } of placeNames({ places, points: q.places, cells: layout.cells, on, letter: 26 })) {
		outlined(ctx, name, { x, y });
	}
	legend(ctx, on.height);
	const spread = layout.spread > 0 ? ` ${layout.spread}+ marked other places, spread over the map.` : '';
	ctx.textAlign = 'start';
	ctx.font = `400 22px ${FONT}`;
	ctx.fillText(
		`${title}. Map: ${map.attribution}. Small 5+, middle 10+, large 20+ cards. Dashed: somewhere in there.${spread}`,
		16,
		on.height + LINE * 1.5,
		WIDTH - 32
	);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function load(address: string): Promise<HTMLImageElement | null> {
	return new Promise((resolve) => {
		const image = new Image();
		image.onload = () => resolve(image);
		image.onerror = () => resolve(null);
		image.src = address;
	});
}

function outlined(ctx: CanvasRenderingContext2D, words: string, { x, y }: { x: number; y: number }): void {
	ctx.lineWidth = 7;
	ctx.strokeStyle = MARK_HALO;
	ctx.strokeText(words, x, y);
	ctx.fillStyle = MARK_INK;
	ctx.fillText(words, x, y);
}

/** Each feeling's pattern and its word, so that the picture can be read without its colours (M3). */
function legend(ctx: CanvasRenderingContext2D, top: number): void {
	const side = LINE * 0.7;
	ctx.font = `700 24px ${FONT}`;
	ctx.textAlign = 'start';
	for (const [at, feeling] of FEELINGS.entries()) {
		const x = 16 + at * 240;
		const parts = { safe: 0, mixed: 0, unsafe: 0, [feeling]: 20 };
		drawCell(ctx, { x, y: top + (LINE - side) / 2, width: side, height: side, parts });
		ctx.fillStyle = MARK_INK;
		ctx.fillText(FEELING_WORDS[feeling], x + side + 14, top + LINE / 2);
	}
}
