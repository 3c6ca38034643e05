/**
 * From a released grid to places on a canvas: pure arithmetic, no drawing. A finest cell stands where it is and fills its
 * own place, so hundreds of painted ones make one picture; a lonely one, with nothing near it, is drawn larger, so that it
 * can be read from the back of a hall. What was merged is an area, as wide as what it stands for. Only released cells
 * come in (S9), and nothing is added up across cells: one card may stand in several.
 */
import { SIDE, cellBox } from '../../summit/grid.ts';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import { strength } from '../../ui/heat.ts';
import type { Cell } from '../../ui/heat.ts';
import type { Feeling } from '../../ui/marks.ts';

/**
 * How many times its own width and height a cell is drawn, by how many rings of cells around it are empty: always less
 * than the way to the next cell, so that no two ever touch.
 */
export const LONELY = [1, 1.9, 2.8] as const;
/** Areas wider than this share of the map say too little about where: they are told in words, not drawn. */
const WIDEST = 0.125;

export interface PlacedCell extends Cell {
	/** `level/x/y`. */
	cell: string;
}
export interface CellLayout {
	/** Wide ones first, so that a smaller one inside stays seen. */
	areas: PlacedCell[];
	cells: PlacedCell[];
	/** Most cards of one feeling that stand only for a large part of the map, or 0. */
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
		else cells.push({ cell, parts, ...grown({ place, times: LONELY[emptyRings(cell, there)], on }) });
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

/** How many rings of cells around this one are empty, two at most. */
function emptyRings(cell: string, there: ReadonlySet<string>): 0 | 1 | 2 {
	const [level = 0, x = 0, y = 0] = cell.split('/').map(Number);
	const taken = (ring: number): boolean => {
		for (let across = -ring; across <= ring; across += 1) {
			for (let down = -ring; down <= ring; down += 1) {
				const other = `${String(level)}/${String(x + across)}/${String(y + down)}`;
				if (other !== cell && there.has(other)) return true;
			}
		}
		return false;
	};
	if (taken(1)) return 0;
	return taken(2) ? 1 : 2;
}

interface Rectangle {
	x: number;
	y: number;
	width: number;
	height: number;
}
/** The same place, larger about its middle, as far as the map goes. */
function grown(q: { place: Rectangle; times: number; on: { width: number; height: number } }): Rectangle {
	const { x, y, width, height } = q.place;
	const more = (q.times - 1) / 2;
	const [left, top] = [Math.max(0, x - width * more), Math.max(0, y - height * more)];
	const right = Math.min(q.on.width, x + width * (1 + more));
	const bottom = Math.min(q.on.height, y + height * (1 + more));
	return { x: left, y: top, width: right - left, height: bottom - top };
}
