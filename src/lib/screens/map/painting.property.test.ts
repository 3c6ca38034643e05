import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_CELLS, SIDE, cellAt, cellOfIndex, readArea, writeArea } from '../../summit/grid.ts';
import {
	BRUSHES,
	MOST_STEPS,
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
	type Squares,
	type Steps
} from './painting.ts';

const place = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.tuple(place, place);
const line = fc.record({ brush: fc.constantFrom(...BRUSHES), from: point, to: point });
const square = fc.nat(SIDE * SIDE - 1);

const touch = fc.oneof(
	fc.record({ does: fc.constant('paint' as const), along: line }),
	fc.record({ does: fc.constant('rub' as const), along: line }),
	fc.record({ does: fc.constant('tap' as const), square })
);
type Touch = typeof touch extends fc.Arbitrary<infer T> ? T : never;
function after(squares: Squares, one: Touch): Squares {
	if (one.does === 'tap') return toggled(squares, one.square);
	const along = squaresAlong(one.along);
	return one.does === 'paint' ? paintedWith(squares, along) : rubbedOut(squares, along);
}

test('M3: a brush touches the square it is on, squares of the map only, each once, wider brushes more', () => {
	fc.assert(
		fc.property(line, ({ brush, from, to }) => {
			const touched = squaresAlong({ brush, from, to });
			expect(new Set(touched).size).toBe(touched.length);
			expect(touched.every((one) => one >= 0 && one < SIDE * SIDE)).toBe(true);
			const inside = ([x, y]: readonly [number, number]) => x < 1 && y < 1;
			for (const end of [from, to].filter(inside)) expect(touched.map(cellOfIndex)).toContain(cellAt(end));
			const small = squaresAlong({ brush: 'small', from, to });
			expect(small.every((one) => touched.includes(one))).toBe(true);
		})
	);
});

test('M3: what one finger touches hangs together: no square lies alone beside the way', () => {
	fc.assert(
		fc.property(line, (along) => {
			const touched = new Set(squaresAlong(along));
			const [first] = touched;
			const reached = new Set(first === undefined ? [] : [first]);
			for (const one of reached) {
				for (const down of [-1, 0, 1])
					for (const across of [-1, 0, 1]) {
						const column = (one % SIDE) + across;
						const next = one + down * SIDE + across;
						if (column >= 0 && column < SIDE && touched.has(next)) reached.add(next);
					}
			}
			expect(reached.size).toBe(touched.size);
		})
	);
});

test('S10: however it is painted, never more than 15 % of the map, and what stands can always be sent', () => {
	fc.assert(
		fc.property(fc.array(touch, { maxLength: 60 }), (touches) => {
			let squares: Squares = [];
			for (const one of touches) {
				squares = after(squares, one);
				expect(squares.length).toBeLessThanOrEqual(MOST_CELLS);
				if (squares.length > 0) expect(readArea(writeArea(squares))).toEqual(squares);
			}
		})
	);
});

test('S10: a brush without room paints nothing more and keeps what was there; rubbing out makes room again', () => {
	const full = Array.from({ length: MOST_CELLS }, (_, at) => at);
	fc.assert(
		fc.property(square, fc.nat(MOST_CELLS - 1), (one, away) => {
			expect(paintedWith(full, [one])).toEqual(full);
			expect(isFull(full)).toBe(true);
			expect(isFull(rubbedOut(full, [away]))).toBe(false);
		})
	);
});

test('undo and redo in any order leave what replaying the steps that stand would paint', () => {
	const act = fc.oneof({ weight: 3, arbitrary: touch }, fc.constantFrom('undo' as const, 'redo' as const));
	fc.assert(
		fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
			let steps: Steps = beginSteps();
			let stand: Touch[] = [];
			let away: Touch[] = [];
			for (const one of acts) {
				if (one === 'undo') {
					const last = stand.pop();
					if (last) away.push(last);
					steps = undo(steps);
				} else if (one === 'redo') {
					const next = away.pop();
					if (next) stand.push(next);
					steps = redo(steps);
				} else {
					const squares = after(standing(steps), one);
					const changed = JSON.stringify(squares) !== JSON.stringify(standing(steps));
					if (changed) [stand, away] = [[...stand, one], []];
					steps = stepped(steps, squares);
				}
				expect(standing(steps)).toEqual(stand.reduce<Squares>(after, []));
			}
		})
	);
});

test('steps that can be taken back are not kept without end', () => {
	let steps = beginSteps();
	for (let at = 0; at < MOST_STEPS * 2; at += 1) steps = stepped(steps, [at]);
	expect(steps.done).toHaveLength(MOST_STEPS + 1);
	expect(undo(beginSteps([7]))).toEqual(beginSteps([7]));
	expect(redo(beginSteps([7]))).toEqual(beginSteps([7]));
});
