/**
 * From a released grid to squares on a canvas: pure arithmetic, no drawing. A square stands for one released cell and is
 * big enough to be read from the back of a hall, which is bigger than the cell itself, so neighbours are moved apart a
 * little; never further than one square, so that a place stays where it is. Only released points come in (S9), and
 * nothing is added up across cells: one card may stand in several.
 */
import { cellBox } from '../../summit/grid.ts';
import type { ReleasedPoint } from '../../summit/figures.ts';
import { STEP_FILL, sizeStep } from '../../ui/heat.ts';
import type { Parts, Step } from '../../ui/heat.ts';
import type { Feeling } from '../../ui/marks.ts';

/** The widest a square may be, as a share of the picture's width. */
export const SQUARE = 0.06;
/** Cells wider than this share of the map say too little about where: they are told in words, not drawn. */
const WIDEST = 0.25;

export interface PlacedCell {
	cell: string;
	/** Top-left corner and side of the square `drawCell` takes, in pixels of the canvas. */
	x: number;
	y: number;
	size: number;
	parts: Parts;
	/** The wider cell it stands for, in the same pixels, when small ones were merged; null for the finest. */
	area: { x: number; y: number; width: number; height: number } | null;
}
export interface CellLayout {
	cells: PlacedCell[];
	/** Most cards of one feeling that stand only for the map as a whole, or 0. */
	spread: number;
}

interface Moving {
	cell: string;
	home: { x: number; y: number };
	at: { x: number; y: number };
	side: number;
	parts: Parts;
	level: number;
}

function levelOf(cell: string): number {
	return Number(cell.split('/')[0]);
}

/** Released points of the axis `grid` → parts by cell, in the order of the points. */
export function partsByCell(points: readonly ReleasedPoint[]): Map<string, Parts> {
	const cells = new Map<string, Parts>();
	for (const { axis, cell, answer, cards } of points) {
		if (axis !== 'grid' || !isFeeling(answer)) continue;
		const parts = cells.get(cell) ?? { safe: 0, mixed: 0, unsafe: 0 };
		cells.set(cell, { ...parts, [answer]: parts[answer] + cards });
	}
	return cells;
}

function isFeeling(answer: string): answer is Feeling {
	return answer === 'safe' || answer === 'mixed' || answer === 'unsafe';
}

/** Where every drawable cell stands on a canvas of `width` × `height` pixels; the biggest first, so small ones stay seen. */
export function layoutCells(points: readonly ReleasedPoint[], on: { width: number; height: number }): CellLayout {
	const size = on.width * SQUARE;
	const finest = Math.max(0, ...points.filter(({ axis }) => axis === 'grid').map(({ cell }) => levelOf(cell)));
	const moving: Moving[] = [];
	let spread = 0;
	for (const [cell, parts] of partsByCell(points)) {
		const box = cellBox(cell);
		const step = sizeStep(parts.safe + parts.mixed + parts.unsafe);
		if (step === 0) continue;
		if (box.size > WIDEST) {
			spread = Math.max(spread, parts.safe, parts.mixed, parts.unsafe);
			continue;
		}
		const home = { x: (box.x + box.size / 2) * on.width, y: (box.y + box.size / 2) * on.height };
		moving.push({ cell, home, at: { ...home }, side: size * drawnShare(step), parts, level: levelOf(cell) });
	}
	moveApart(moving, { ...on, furthest: size });
	const cells = moving
		.sort((a, b) => b.side - a.side)
		.map(({ cell, at, parts, level }): PlacedCell => {
			const box = cellBox(cell);
			const area = {
				x: box.x * on.width,
				y: box.y * on.height,
				width: box.size * on.width,
				height: box.size * on.height
			};
			return { cell, x: at.x - size / 2, y: at.y - size / 2, size, parts, area: level < finest ? area : null };
		});
	return { cells, spread };
}

/** What of the square is really drawn, with the white halo round it. */
function drawnShare(step: Step): number {
	return STEP_FILL[step] + 0.12;
}

/** Pushes overlapping squares apart along the shorter way, a few rounds; the same points always end the same. */
function moveApart(moving: Moving[], within: { width: number; height: number; furthest: number }): void {
	for (let round = 0; round < 24; round += 1) {
		for (const [index, one] of moving.entries()) {
			for (const other of moving.slice(index + 1)) {
				const reach = (one.side + other.side) / 2;
				const dx = other.at.x - one.at.x;
				const dy = other.at.y - one.at.y;
				const overX = reach - Math.abs(dx);
				const overY = reach - Math.abs(dy);
				if (overX <= 0 || overY <= 0) continue;
				if (overX < overY) push(one, other, { x: (dx < 0 ? -1 : 1) * overX, y: 0 });
				else push(one, other, { x: 0, y: (dy < 0 ? -1 : 1) * overY });
			}
		}
		for (const one of moving) keepNear(one, within);
	}
}
function push(one: Moving, other: Moving, by: { x: number; y: number }): void {
	one.at.x -= by.x / 2;
	one.at.y -= by.y / 2;
	other.at.x += by.x / 2;
	other.at.y += by.y / 2;
}
function keepNear({ at, home, side }: Moving, within: { width: number; height: number; furthest: number }): void {
	const hold = (value: number, middle: number, most: number) => {
		const near = Math.min(middle + within.furthest, Math.max(middle - within.furthest, value));
		return Math.min(most - side / 2, Math.max(side / 2, near));
	};
	at.x = hold(at.x, home.x, within.width);
	at.y = hold(at.y, home.y, within.height);
}
