import { describe, expect, it } from 'vitest';
import type { ReleasedPoint } from '../../summit/figures.ts';
import { SQUARE, layoutCells, partsByCell } from './wall-cells.ts';

const CANVAS = { width: 1000, height: 750 };
const point = (cell: string, answer: string, cards: number, axis = 'grid'): ReleasedPoint => ({
	axis,
	cell,
	answer,
	cards
});

describe('the released grid on a canvas', () => {
	it('M5: a lonely cell stands at the middle of its place', () => {
		const { cells } = layoutCells([point('5/16/8', 'unsafe', 20)], CANVAS);
		expect(cells).toHaveLength(1);
		const [cell] = cells;
		expect((cell?.x ?? 0) + (cell?.size ?? 0) / 2).toBeCloseTo((16.5 / 32) * 1000);
		expect((cell?.y ?? 0) + (cell?.size ?? 0) / 2).toBeCloseTo((8.5 / 32) * 750);
		expect(cell?.size).toBe(1000 * SQUARE);
		expect(cell?.area).toBeNull();
	});

	it('M5: disagreement in one cell stays two parts and is never averaged', () => {
		const parts = partsByCell([point('5/1/1', 'safe', 10), point('5/1/1', 'unsafe', 15)]);
		expect(parts.get('5/1/1')).toEqual({ safe: 10, mixed: 0, unsafe: 15 });
	});

	it('reads the grid only: other axes and other answers draw nothing', () => {
		const { cells, spread } = layoutCells(
			[point('underpass', 'unsafe', 20, 'place'), point('5/3/3', 'chosen', 20)],
			CANVAS
		);
		expect(cells).toEqual([]);
		expect(spread).toBe(0);
	});

	it('S9: a merged cell says how wide the place is that it stands for', () => {
		const { cells } = layoutCells([point('5/30/30', 'safe', 5), point('3/2/4', 'unsafe', 5)], CANVAS);
		const merged = cells.find(({ cell }) => cell === '3/2/4');
		expect(merged?.area).toEqual({ x: 250, y: 375, width: 125, height: 93.75 });
		expect(cells.find(({ cell }) => cell === '5/30/30')?.area).toBeNull();
	});

	it('S9: what stands only for the whole map or a half of it is told in words, not drawn', () => {
		const { cells, spread } = layoutCells([point('0/0/0', 'unsafe', 15), point('1/0/1', 'safe', 5)], CANVAS);
		expect(cells).toEqual([]);
		expect(spread).toBe(15);
	});

	it('moves crowded neighbours apart, but never further than one square from their place', () => {
		const crowd: ReleasedPoint[] = [];
		for (let x = 10; x < 14; x += 1) for (let y = 10; y < 13; y += 1) crowd.push(point(`5/${x}/${y}`, 'safe', 20));
		const { cells } = layoutCells(crowd, CANVAS);
		const size = CANVAS.width * SQUARE;
		for (const { cell, x, y } of cells) {
			const [, column = 0, row = 0] = cell.split('/').map(Number);
			expect(Math.abs(x + size / 2 - ((column + 0.5) / 32) * 1000)).toBeLessThanOrEqual(size + 0.001);
			expect(Math.abs(y + size / 2 - ((row + 0.5) / 32) * 750)).toBeLessThanOrEqual(size + 0.001);
		}
		const two = layoutCells([point('5/10/10', 'safe', 20), point('5/11/10', 'unsafe', 20)], CANVAS).cells;
		expect(Math.abs((two[0]?.x ?? 0) - (two[1]?.x ?? 0))).toBeGreaterThanOrEqual(size);
	});

	it('keeps every square on the picture, and the same points always give the same picture', () => {
		const points = [point('5/0/0', 'safe', 20), point('5/31/31', 'mixed', 20), point('5/0/31', 'unsafe', 20)];
		const first = layoutCells(points, CANVAS);
		for (const { x, y, size } of first.cells) {
			expect(x).toBeGreaterThanOrEqual(-size * 0.1);
			expect(y).toBeGreaterThanOrEqual(-size * 0.1);
			expect(x + size).toBeLessThanOrEqual(CANVAS.width + size * 0.1);
			expect(y + size).toBeLessThanOrEqual(CANVAS.height + size * 0.1);
		}
		expect(layoutCells(points, CANVAS)).toEqual(first);
	});
});
