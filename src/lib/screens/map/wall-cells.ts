/**
 * From a released grid to places on a canvas: pure arithmetic, no drawing. A finest cell stands where it is and fills its
 * own place, so hundreds of painted ones make one picture; a lonely one, with nothing beside it, is drawn larger, so that
 * it can be read from the back of a hall. What was merged is an area, as wide as what it stands for. Only released cells
 * come in (S9), and nothing is added up across cells: one card may stand in several.
 */
import { SIDE, cellBox } from '../../summit/grid.ts';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import { strength } from '../../ui/heat.ts';
import type { Cell } from '../../ui/heat.ts';
import type { Feeling } from '../../ui/marks.ts';

/** How many times its own width and height a lonely cell is drawn; under two, so that two of them never touch. */
export const LONELY = 1.9;
/** Areas wider than this share of the map say too little about where: they are told in words, not drawn. */
const WIDEST = 0.25;

export interface PlacedCell extends Cell {
	/** `level/x/y`. */
	cell: string;
}
export interface CellLayout {
	/** Wide ones first, so that a smaller one inside stays seen. */
	areas: PlacedCell[];
	cells: PlacedCell[];
	/** Most cards of one feeling that stand only for the map as a whole or a half of it, or 0. */
	spread: number;
}

/** Where everything stands on a canvas of `width` × `height` pixels. */
export function layoutCells(released: readonly HeatCell[], on: { width: number; height: number }): CellLayout {
	const areas: PlacedCell[] = [];
	const cells: PlacedCell[] = [];
	const told = released.filter(({ parts }) => strength(parts) > 0);
	const there = new Set(told.map(({ cell }) => cell));
	let spread = 0;
	for (const { cell, parts } of told) {
		const box = cellBox(cell);
		if (box.size > WIDEST) {
			spread = Math.max(spread, parts.safe, parts.mixed, parts.unsafe);
			continue;
		}
		const place = {
			x: box.x * on.width,
			y: box.y * on.height,
			width: box.size * on.width,
			height: box.size * on.height
		};
		if (box.size > 1 / SIDE) areas.push({ cell, parts, ...place });
		else cells.push({ cell, parts, ...(isLonely(cell, there) ? grown(place, on) : place) });
	}
	areas.sort((a, b) => b.width - a.width);
	return { areas, cells, spread };
}

/** The cells of only these feelings; one that has none of them is not drawn. */
export function onlyFeelings(released: readonly HeatCell[], feelings: readonly Feeling[]): HeatCell[] {
	const kept = (feeling: Feeling, cards: number): number => (feelings.includes(feeling) ? cards : 0);
	return released.map(({ cell, parts: { safe, mixed, unsafe } }) => ({
		cell,
		parts: { safe: kept('safe', safe), mixed: kept('mixed', mixed), unsafe: kept('unsafe', unsafe) }
	}));
}

function isLonely(cell: string, there: ReadonlySet<string>): boolean {
	const [level = 0, x = 0, y = 0] = cell.split('/').map(Number);
	for (let across = -1; across <= 1; across += 1) {
		for (let down = -1; down <= 1; down += 1) {
			const other = `${String(level)}/${String(x + across)}/${String(y + down)}`;
			if (other !== cell && there.has(other)) return false;
		}
	}
	return true;
}

/** The same place, larger about its middle, as far as the map goes. */
function grown(
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	on: { width: number; height: number }
): { x: number; y: number; width: number; height: number } {
	const more = (LONELY - 1) / 2;
	const [left, top] = [Math.max(0, x - width * more), Math.max(0, y - height * more)];
	const [right, bottom] = [Math.min(on.width, x + width * (1 + more)), Math.min(on.height, y + height * (1 + more))];
	return { x: left, y: top, width: right - left, height: bottom - top };
}
