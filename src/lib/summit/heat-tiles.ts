/**
 * A released grid as a few short texts. A tile is 8 by 8 cells of one level (fewer where a level has fewer), named
 * `level/column/row` in tiles from the top left. Its text holds three base-32 digits a cell, row by row: safe, it depends,
 * unsafe, each in fives, 31 for 155 and more; zeros at the end are left out. A whole map is under 5 KB however many marks
 * there are (M5), and a frame after a release names only tiles that changed.
 */
import type { ReleasedPoint } from './figures.ts';
import { FEELINGS } from './stations/entries.ts';
import type { Feeling } from './stations/entries.ts';

/** Tile → its text. */
export type HeatTiles = Record<string, string>;
/** One cell of the grid (`level/x/y`) and how many cards felt what there, rounded down; zero = too few to say, or none. */
export interface HeatCell {
	cell: string;
	parts: Record<Feeling, number>;
}

const TILE = 8;
const MOST = 31;

function across(level: number): number {
	return Math.min(TILE, 2 ** level);
}
function three(text: string): [number, number, number] {
	const [a = 0, b = 0, c = 0] = text.split('/').map(Number);
	return [a, b, c];
}

/** The points of the axis `grid`, as tiles. */
export function writeHeat(points: readonly ReleasedPoint[]): HeatTiles {
	const digits = new Map<string, number[]>();
	for (const { axis, cell, answer, cards } of points) {
		const feeling = FEELINGS.findIndex((one) => one === answer);
		if (axis !== 'grid' || feeling < 0) continue;
		const [level, x, y] = three(cell);
		const tile = `${String(level)}/${String(Math.floor(x / TILE))}/${String(Math.floor(y / TILE))}`;
		const size = across(level);
		const written = digits.get(tile) ?? Array.from({ length: size * size * FEELINGS.length }, () => 0);
		digits.set(tile, written);
		written[((y % TILE) * size + (x % TILE)) * FEELINGS.length + feeling] = Math.min(MOST, Math.floor(cards / 5));
	}
	const text = (written: number[]) => written.map((digit) => digit.toString(32)).join('');
	return Object.fromEntries([...digits].map(([tile, written]) => [tile, text(written).replace(/0+$/, '')]));
}

/** The cells of one tile that have a figure. */
export function readHeatTile(tile: string, text: string): HeatCell[] {
	const [level, column, row] = three(tile);
	const size = across(level);
	const cells: HeatCell[] = [];
	for (let at = 0; at * FEELINGS.length < text.length; at += 1) {
		const digit = (part: number): number => 5 * (parseInt(text.charAt(at * FEELINGS.length + part), 32) || 0);
		const parts = { safe: digit(0), mixed: digit(1), unsafe: digit(2) };
		if (parts.safe + parts.mixed + parts.unsafe === 0) continue;
		const [x, y] = [column * TILE + (at % size), row * TILE + Math.floor(at / size)];
		cells.push({ cell: `${String(level)}/${String(x)}/${String(y)}`, parts });
	}
	return cells;
}
