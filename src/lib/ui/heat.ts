/**
 * Heat cells on a canvas, and the arithmetic behind them. A cell stands where it is on the grid. How much of it is filled
 * says how many cards (5+, 10+, 20+); the split says how they differ, side by side, so that disagreement shows and nothing
 * is ever averaged (M5). Each part has a pattern of its own besides its colour (M3). Callers pass released parts only: this
 * file neither knows nor checks thresholds (S9).
 */
import { FEELINGS, FILLS, MARK_HALO, MARK_INK, type Feeling } from './marks.ts';

/** How many cards feel what, as released (already rounded down, or zero). */
export type Parts = Readonly<Record<Feeling, number>>;
/** The room a cell has, in canvas pixels from the top-left corner, and what is in it. */
export type Cell = { x: number; y: number; width: number; height: number; parts: Parts };
/** Three sizes, from the fewest cards to the most. */
export type Step = 1 | 2 | 3;
/** One part's share of a cell: `start` and `width` are fractions of the cell's width, from its inline start. */
export type Slice = { feeling: Feeling; start: number; width: number };

/** How much of a cell's width and height each step fills. */
export const STEP_FILL: Readonly<Record<Step, number>> = { 1: 0.6, 2: 0.8, 3: 1 };
/** How strong the tint of a wider area is: the map stays readable beneath. */
const STEP_TINT: Readonly<Record<Step, number>> = { 1: 0.2, 2: 0.3, 3: 0.4 };

/** 5–9 cards → 1, 10–19 → 2, 20 and more → 3; fewer than five → 0, which draws nothing. */
export function sizeStep(cards: number): Step | 0 {
	if (!(cards >= 5)) return 0;
	if (cards < 10) return 1;
	return cards < 20 ? 2 : 3;
}

/** The shares in the order safe, it depends, unsafe; empty parts are left out. Widths sum to 1, or the list is empty. */
export function split(parts: Parts): Slice[] {
	const counts = FEELINGS.map((feeling) => ({ feeling, count: Math.max(0, parts[feeling] || 0) }));
	const total = counts.reduce((sum, part) => sum + part.count, 0);
	const slices: Slice[] = [];
	let start = 0;
	for (const { feeling, count } of counts) {
		if (count === 0) continue;
		const width = count / total;
		slices.push({ feeling, start, width });
		start += width;
	}
	return slices;
}

/** The step of the feeling that most cards gave: one card may have given several, so they are never added up. */
export function strength(parts: Parts): Step | 0 {
	return sizeStep(Math.max(parts.safe, parts.mixed, parts.unsafe));
}

/** Draws one cell in its room; draws nothing below five cards. */
export function drawCell(ctx: CanvasRenderingContext2D, cell: Cell): void {
	const step = strength(cell.parts);
	if (step === 0) return;
	const width = cell.width * STEP_FILL[step];
	const height = cell.height * STEP_FILL[step];
	const left = cell.x + (cell.width - width) / 2;
	const top = cell.y + (cell.height - height) / 2;
	const unit = unitOf(cell);
	const radius = Math.min(width, height) * 0.12;

	ctx.save();
	ctx.lineJoin = 'round';
	rounded(ctx, { left, top, width, height, radius });
	ctx.lineWidth = 4 * unit;
	ctx.strokeStyle = MARK_HALO;
	ctx.stroke();
	ctx.save();
	ctx.clip();
	fillParts(ctx, { left, top, width, height, unit }, cell.parts);
	ctx.restore();
	// The patterns were paths of their own.
	rounded(ctx, { left, top, width, height, radius });
	ctx.lineWidth = 1.6 * unit;
	ctx.strokeStyle = MARK_INK;
	ctx.stroke();
	ctx.restore();
}

/**
 * Draws what was marked somewhere in a wider area, no nearer: tinted with its patterns and dashed round, under the cells.
 * Nothing below five cards.
 */
export function drawWide(ctx: CanvasRenderingContext2D, { x, y, width, height, parts }: Cell): void {
	const step = strength(parts);
	if (step === 0) return;
	ctx.save();
	ctx.beginPath();
	ctx.rect(x, y, width, height);
	ctx.save();
	ctx.clip();
	ctx.globalAlpha = STEP_TINT[step];
	// As coarse as the cells' own patterns, and coarser the wider the area.
	const unit = Math.max(unitOf({ width: width / 2, height: height / 2 }), 1);
	fillParts(ctx, { left: x, top: y, width, height, unit }, parts);
	ctx.restore();
	ctx.lineWidth = 3.5;
	ctx.strokeStyle = MARK_HALO;
	ctx.strokeRect(x, y, width, height);
	ctx.setLineDash([6, 6]);
	ctx.lineWidth = 1.8;
	ctx.strokeStyle = MARK_INK;
	ctx.strokeRect(x, y, width, height);
	ctx.restore();
}

/** Pixels to one unit of a pattern: in small cells no finer than the eye can tell apart. */
function unitOf({ width, height }: { width: number; height: number }): number {
	return Math.max(0.7, Math.min(width, height) / 50);
}

type Frame = { left: number; top: number; width: number; height: number; unit: number };

/** The shares side by side, each in its colour and pattern, a white line between them. */
function fillParts(ctx: CanvasRenderingContext2D, { left, top, width, height, unit }: Frame, parts: Parts): void {
	for (const slice of split(parts)) {
		const from = left + slice.start * width;
		const across = slice.width * width;
		ctx.save();
		ctx.beginPath();
		ctx.rect(from, top, across, height);
		ctx.clip();
		ctx.fillStyle = FILLS[slice.feeling];
		ctx.fillRect(from, top, across, height);
		pattern[slice.feeling](ctx, { from, top, width: across, side: height, unit });
		ctx.restore();
		if (slice.start === 0) continue;
		ctx.fillStyle = MARK_HALO;
		ctx.fillRect(from - 1.25 * unit, top, 2.5 * unit, height);
	}
}

type Box = { from: number; top: number; width: number; side: number; unit: number };

/** Patterns start at their own slice, so that even a narrow one shows its sign. */
const pattern: Readonly<Record<Feeling, (ctx: CanvasRenderingContext2D, box: Box) => void>> = {
	safe(ctx, { from, top, width, side, unit }) {
		const gap = 10 * unit;
		ctx.fillStyle = MARK_HALO;
		ctx.beginPath();
		for (let row = top + gap / 2; row < top + side; row += gap) {
			for (let at = from + gap / 2; at < from + width + gap / 2; at += gap) {
				ctx.moveTo(at + 1.8 * unit, row);
				ctx.arc(at, row, 1.8 * unit, 0, Math.PI * 2);
			}
		}
		ctx.fill();
	},
	mixed(ctx, { from, top, width, side, unit }) {
		const half = 7 * unit;
		ctx.strokeStyle = MARK_INK;
		ctx.lineWidth = 1.5 * unit;
		ctx.beginPath();
		for (let row = top + 4 * unit; row < top + side; row += 8 * unit) {
			ctx.moveTo(from, row);
			let lift = -1;
			for (let at = from; at < from + width; at += half) {
				ctx.quadraticCurveTo(at + half / 2, row + lift * 4 * unit, at + half, row);
				lift = -lift;
			}
		}
		ctx.stroke();
	},
	unsafe(ctx, { from, top, width, side, unit }) {
		const gap = 8 * unit;
		ctx.strokeStyle = '#FFD3DE';
		ctx.lineWidth = 1.1 * unit;
		ctx.beginPath();
		for (let at = from - side; at < from + width; at += gap) {
			ctx.moveTo(at, top + side);
			ctx.lineTo(at + side, top);
			ctx.moveTo(at, top);
			ctx.lineTo(at + side, top + side);
		}
		ctx.stroke();
	}
};

type Round = { left: number; top: number; width: number; height: number; radius: number };

function rounded(ctx: CanvasRenderingContext2D, { left, top, width, height, radius }: Round): void {
	const [right, bottom] = [left + width, top + height];
	ctx.beginPath();
	ctx.moveTo(left + radius, top);
	ctx.arcTo(right, top, right, bottom, radius);
	ctx.arcTo(right, bottom, left, bottom, radius);
	ctx.arcTo(left, bottom, left, top, radius);
	ctx.arcTo(left, top, right, top, radius);
	ctx.closePath();
}
