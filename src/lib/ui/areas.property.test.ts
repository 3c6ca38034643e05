import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIDE } from '../summit/grid.ts';
import { outlineOf } from './areas.ts';

const squares = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { maxLength: 153 });
/** Close together, so that holes and touching corners turn up. */
const dense = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 30, selector: ([x, y]) => `${x},${y}` });

/** Whether a square's middle lies inside by the even-odd rule. */
function inside(rings: ReturnType<typeof outlineOf>, column: number, row: number): boolean {
	let crossings = 0;
	for (const ring of rings) {
		for (const [at, [x, y]] of ring.entries()) {
			const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
			const upright = x === nextX && x > column && Math.min(y, nextY) <= row && Math.max(y, nextY) > row;
			if (upright) crossings += 1;
		}
	}
	return crossings % 2 === 1;
}

test('M3: an outline filled is the squares it was drawn round, and nothing else', () => {
	const any = fc.oneof(
		squares,
		dense.map((some) => some.map(([x, y]) => y * SIDE + x))
	);
	fc.assert(
		fc.property(any, (some) => {
			const rings = outlineOf(some);
			const set = new Set(some);
			for (let square = 0; square < SIDE * SIDE; square += 1)
				expect(inside(rings, square % SIDE, Math.floor(square / SIDE))).toBe(set.has(square));
		}),
		{ numRuns: 60 }
	);
});

test('M3: every side of a square without a neighbour is drawn once, in closed rings of single steps', () => {
	fc.assert(
		fc.property(squares, (some) => {
			const set = new Set(some);
			const neighbours = (square: number): number => {
				const [x, y] = [square % SIDE, Math.floor(square / SIDE)];
				const at = (column: number, row: number): boolean =>
					column >= 0 && column < SIDE && row >= 0 && row < SIDE && set.has(row * SIDE + column);
				return [at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1)].filter(Boolean).length;
			};
			const sides = some.reduce((sum, square) => sum + 4 - neighbours(square), 0);
			const rings = outlineOf(some);
			expect(rings.reduce((sum, ring) => sum + ring.length, 0)).toBe(sides);
			for (const ring of rings)
				for (const [at, [x, y]] of ring.entries()) {
					const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
					expect(Math.abs(x - nextX) + Math.abs(y - nextY)).toBe(1);
				}
		})
	);
});
