/**
 * What a phone is painting: the tool in the hand, the stroke under way and the steps that can be taken back. Nothing of it
 * leaves the phone; `squares` is what is asked about and sent as one area once it is done.
 */
import { cellIndex, SIDE } from '../../summit/grid.ts';
import {
	beginSteps,
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
	type Squares,
	type Touched
} from './painting.ts';
import type { UnitStroke } from './leaflet-view.ts';
import type { Point } from './unit-square.ts';

export class Painting implements UnitStroke {
	/** A brush, the eraser or single squares. */
	tool = $state<PaintTool>('middle');
	/** The last touch had no room left (S10). */
	full = $state(false);
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
	get canUndo(): boolean {
		return this.#steps.done.length > 1;
	}
	get canRedo(): boolean {
		return this.#steps.undone.length > 0;
	}

	choose(tool: PaintTool): void {
		this.tool = tool;
		this.full = false;
		// The eraser is as wide as the brush it was taken up after.
		if (tool !== 'eraser' && tool !== 'squares') this.#brush = tool;
	}
	begin(at: Point | null): void {
		this.#stroke = standing(this.#steps);
		this.#last = null;
		this.full = false;
		this.go(at);
	}
	go(at: Point | null): void {
		if (at && this.#stroke) {
			const along = squaresAlong({ brush: this.#brush, from: this.#last ?? at, to: at });
			const touch = this.tool === 'eraser' ? rubbedOut : paintedWith;
			const { squares, full } = touch(this.#stroke, along);
			this.#stroke = squares;
			this.full ||= full;
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
		this.full = false;
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
		const { squares, full }: Touched = toggled(this.squares, square);
		this.full = full;
		this.#step(squares);
	}
	undo(): void {
		this.#steps = undo(this.#steps);
		this.full = false;
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
		this.full = false;
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
