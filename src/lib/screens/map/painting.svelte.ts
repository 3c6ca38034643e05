/**
 * What a phone is painting: the tool in the hand, the stroke under way and the steps that can be taken back. Nothing of it
 * leaves the phone; `squares` is what is asked about and sent as one area once it is done.
 */
import { cellIndex, SIDE } from '../../summit/grid.ts';
import {
	beginSteps,
	isFull,
	paintedWith,
	redo,
	rubbedOut,
	squaresAlong,
	standing,
	stepped,
	toggled,
	undo,
	type Brush,
	type PaintTool,
	type Squares
} from './painting.ts';
import type { UnitStroke } from './leaflet-view.ts';
import type { Point } from './unit-square.ts';

export class Painting implements UnitStroke {
	/** A brush, the eraser or single squares. */
	tool = $state<PaintTool>('middle');
	#brush: Brush = 'middle';
	#steps = $state.raw(beginSteps());
	#stroke = $state.raw<Squares | null>(null);
	#last: Point | null = null;
	readonly #onstep: () => void;

	/** `onstep` hears of every step: what stands has changed. */
	constructor(squares: Squares, onstep: () => void) {
		this.#steps = beginSteps(squares);
		this.#onstep = onstep;
	}

	/** What is painted, the stroke under way with it. */
	get squares(): Squares {
		return this.#stroke ?? standing(this.#steps);
	}
	/** Nothing more can be painted (S10). */
	get full(): boolean {
		return isFull(this.squares);
	}
	get canUndo(): boolean {
		return this.#steps.done.length > 1;
	}
	get canRedo(): boolean {
		return this.#steps.undone.length > 0;
	}

	choose(tool: PaintTool): void {
		this.tool = tool;
		// The eraser is as wide as the brush it was taken up after.
		if (tool !== 'eraser' && tool !== 'squares') this.#brush = tool;
	}
	begin(at: Point | null): void {
		this.#stroke = standing(this.#steps);
		this.#last = null;
		this.go(at);
	}
	go(at: Point | null): void {
		if (at && this.#stroke) {
			const along = squaresAlong({ brush: this.#brush, from: this.#last ?? at, to: at });
			const touch = this.tool === 'eraser' ? rubbedOut : paintedWith;
			this.#stroke = touch(this.#stroke, along);
		}
		this.#last = at;
	}
	end(): void {
		const squares = this.#stroke;
		this.#stroke = null;
		if (squares) this.#step(squares);
	}
	drop(): void {
		this.#stroke = null;
	}
	/** A tap, or a key in the middle: one square with *Squares*, else one dab. */
	dab([x, y]: Point): void {
		if (this.tool !== 'squares') {
			this.begin([x, y]);
			this.end();
			return;
		}
		const index = (value: number): number => Math.min(SIDE - 1, Math.floor(value * SIDE));
		this.toggle(cellIndex(index(x), index(y)));
	}
	toggle(square: number): void {
		this.#step(toggled(this.squares, square));
	}
	undo(): void {
		this.#steps = undo(this.#steps);
		this.#onstep();
	}
	redo(): void {
		this.#steps = redo(this.#steps);
		this.#onstep();
	}
	/** An empty map again, with nothing to take back: it was sent, or thrown away. */
	clear(): void {
		this.#steps = beginSteps();
		this.#stroke = null;
	}
	/** What came back, because it was not sent. */
	restore(squares: Squares): void {
		this.clear();
		this.#steps = beginSteps(squares);
	}
	#step(squares: Squares): void {
		this.#steps = stepped(this.#steps, squares);
		this.#onstep();
	}
}
