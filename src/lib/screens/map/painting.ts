/**
 * Painting an area: which squares a brush touches, and the steps that can be taken back. Squares are numbers of the finest
 * grid (`grid.ts`), a set of them is sorted, and no step ever holds more than an area may (S10): a brush that has no room
 * left paints nothing more. Pure, so that what a finger does can be replayed.
 */
import { MOST_CELLS, SIDE, cellIndex } from '../../summit/grid.ts';
import type { Point } from './unit-square.ts';

/** Squares, each once, from the top left. */
export type Squares = readonly number[];

export const BRUSHES = ['small', 'middle', 'large'] as const;
export type Brush = (typeof BRUSHES)[number];
/** What a finger does: one of the brushes, rubbing out, or one square at each tap. */
export type PaintTool = Brush | 'eraser' | 'squares';

/** How far from its middle a brush reaches, in squares; the small one paints only what it is on. */
const REACH: Readonly<Record<Brush, number>> = { small: 0, middle: 1.2, large: 2.3 };

/** The squares a brush touches on its way, those it comes to first standing first. Outside the map there are none. */
export function squaresAlong({ brush, from, to }: { brush: Brush; from: Point; to: Point }): number[] {
	const [start, end] = [from, to].map(([x, y]) => [x * SIDE, y * SIDE] as const);
	if (!start || !end) return [];
	const reach = REACH[brush];
	const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
	// Four stops to a square: a line that only clips a corner is the only thing left out.
	const stops = Math.max(1, Math.ceil(length * 4));
	const touched = new Set<number>();
	for (let stop = 0; stop <= stops; stop += 1) {
		const x = start[0] + ((end[0] - start[0]) * stop) / stops;
		const y = start[1] + ((end[1] - start[1]) * stop) / stops;
		for (const square of squaresUnder({ x, y, reach })) touched.add(square);
	}
	return [...touched];
}

function squaresUnder({ x, y, reach }: { x: number; y: number; reach: number }): number[] {
	const found: number[] = [];
	const [column, row] = [Math.floor(x), Math.floor(y)];
	const around = Math.ceil(reach);
	for (let down = row - around; down <= row + around; down += 1) {
		for (let across = column - around; across <= column + around; across += 1) {
			if (across < 0 || down < 0 || across >= SIDE || down >= SIDE) continue;
			const own = across === column && down === row;
			if (own || Math.hypot(across + 0.5 - x, down + 0.5 - y) <= reach) found.push(cellIndex(across, down));
		}
	}
	return found;
}

/** No room for another square (S10). */
export function isFull(squares: Squares): boolean {
	return squares.length >= MOST_CELLS;
}

/** As many of `more` painted too as there is room for, those standing first first. */
export function paintedWith(squares: Squares, more: Iterable<number>): Squares {
	const all = new Set(squares);
	for (const square of more) if (all.size < MOST_CELLS) all.add(square);
	return sorted(all);
}

export function rubbedOut(squares: Squares, away: Iterable<number>): Squares {
	const gone = new Set(away);
	return squares.filter((square) => !gone.has(square));
}

/** One square painted, or rubbed out when it was. */
export function toggled(squares: Squares, square: number): Squares {
	return squares.includes(square) ? rubbedOut(squares, [square]) : paintedWith(squares, [square]);
}

/** Every step so far; the last of `done` is what stands. `undone` is what can be done again, the next one last. */
export interface Steps {
	readonly done: readonly Squares[];
	readonly undone: readonly Squares[];
}
/** How many steps can be taken back. */
export const MOST_STEPS = 50;

export function beginSteps(squares: Squares = []): Steps {
	return { done: [squares], undone: [] };
}
export function standing({ done }: Steps): Squares {
	return done.at(-1) ?? [];
}
/** One more step. One that changed nothing is none. */
export function stepped(steps: Steps, squares: Squares): Steps {
	if (same(standing(steps), squares)) return steps;
	return { done: [...steps.done, squares].slice(-MOST_STEPS - 1), undone: [] };
}
export function undo({ done, undone }: Steps): Steps {
	const last = done.at(-1);
	return done.length < 2 || !last ? { done, undone } : { done: done.slice(0, -1), undone: [...undone, last] };
}
export function redo({ done, undone }: Steps): Steps {
	const next = undone.at(-1);
	return next ? { done: [...done, next], undone: undone.slice(0, -1) } : { done, undone };
}

function same(one: Squares, other: Squares): boolean {
	return one.length === other.length && one.every((square, at) => square === other[at]);
}
function sorted(squares: Iterable<number>): number[] {
	return [...squares].sort((a, b) => a - b);
}
