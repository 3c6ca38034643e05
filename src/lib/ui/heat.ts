/**
 * One heat cell on a canvas, and the arithmetic behind it. Size says how many cards (5+, 10+, 20+); the split says how
 * they differ, side by side, so that disagreement shows and nothing is ever averaged (M5). Each part has a pattern of its
 * own besides its colour (M3). Callers pass released parts only: this file neither knows nor checks thresholds (S9).
 */
import { FEELINGS, FILLS, MARK_HALO, MARK_INK, type Feeling } from './marks.ts';

/** How many cards feel what, as released (already rounded down to fives, or zero). */
export type Parts = Readonly<Record<Feeling, number>>;
export type Cell = { x: number; y: number; size: number; parts: Parts };
/** Three sizes, from the fewest cards to the most. */
export type Step = 1 | 2 | 3;
/** One part's share of a cell: `start` and `width` are fractions of the cell's width, from its inline start. */
export type Slice = { feeling: Feeling; start: number; width: number };

/** How much of a grid cell's width each step fills. */
export const STEP_FILL: Readonly<Record<Step, number>> = { 1: 0.44, 2: 0.68, 3: 0.92 };

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

/** Draws one cell inside the square at `x`, `y` (canvas pixels, top-left corner); draws nothing below five cards. */
export function drawCell(ctx: CanvasRenderingContext2D, { x, y, size, parts }: Cell): void {
	const step = sizeStep(parts.safe + parts.mixed + parts.unsafe);
	if (step === 0) return;
	const side = size * STEP_FILL[step];
	const left = x + (size - side) / 2;
	const top = y + (size - side) / 2;
	const radius = side * 0.16;
	const unit = size / 50;

	ctx.save();
	ctx.lineJoin = 'round';
	rounded(ctx, left, top, side, radius);
	ctx.lineWidth = 6 * unit;
	ctx.strokeStyle = MARK_HALO;
	ctx.stroke();
	ctx.save();
	ctx.clip();
	for (const slice of split(parts)) {
		const from = left + slice.start * side;
		const width = slice.width * side;
		ctx.save();
		ctx.beginPath();
		ctx.rect(from, top, width, side);
		ctx.clip();
		ctx.fillStyle = FILLS[slice.feeling];
		ctx.fillRect(from, top, width, side);
		pattern[slice.feeling](ctx, { from, top, width, side, unit });
		ctx.restore();
		if (slice.start > 0) {
			ctx.fillStyle = MARK_HALO;
			ctx.fillRect(from - 1.25 * unit, top, 2.5 * unit, side);
		}
	}
	ctx.restore();
	rounded(ctx, left, top, side, radius);
	ctx.lineWidth = 2 * unit;
	ctx.strokeStyle = MARK_INK;
	ctx.stroke();
	ctx.restore();
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

function rounded(ctx: CanvasRenderingContext2D, left: number, top: number, side: number, radius: number): void {
	ctx.beginPath();
	ctx.moveTo(left + radius, top);
	ctx.arcTo(left + side, top, left + side, top + side, radius);
	ctx.arcTo(left + side, top + side, left, top + side, radius);
	ctx.arcTo(left, top + side, left, top, radius);
	ctx.arcTo(left, top, left + side, top, radius);
	ctx.closePath();
}
