import { describe, expect, it } from 'vitest';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import { LONELY, layoutCells, onlyFeelings } from './wall-cells.ts';

const CANVAS = { width: 1600, height: 1200 };
const felt = (cell: string, parts: Partial<HeatCell['parts']>): HeatCell => ({
	cell,
	parts: { safe: 0, mixed: 0, unsafe: 0, ...parts }
});

describe('the released grid on a canvas', () => {
	it('M5: neighbours stand on their own places and fill them, side by side', () => {
		const { cells } = layoutCells([felt('5/10/8', { unsafe: 20 }), felt('5/11/8', { safe: 5 })], CANVAS);
		expect(cells.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
			[500, 300, 50, 37.5],
			[550, 300, 50, 37.5]
		]);
	});

	it('M5: a lonely cell is drawn larger about the middle of its place', () => {
		const [cell] = layoutCells([felt('5/16/8', { unsafe: 20 })], CANVAS).cells;
		expect((cell?.x ?? 0) + (cell?.width ?? 0) / 2).toBeCloseTo((16.5 / 32) * 1600);
		expect((cell?.y ?? 0) + (cell?.height ?? 0) / 2).toBeCloseTo((8.5 / 32) * 1200);
		expect(cell?.width).toBeCloseTo(50 * LONELY[2]);
	});

	it('M5: no two cells are ever on top of one another, and none leaves the map', () => {
		const marks = ['5/0/0', '5/2/0', '5/31/31', '5/29/31', '5/12/12', '5/13/13', '5/15/13', '5/12/14'];
		const { cells } = layoutCells(
			marks.map((cell) => felt(cell, { mixed: 10 })),
			CANVAS
		);
		for (const [index, one] of cells.entries()) {
			expect(one.x >= 0 && one.y >= 0).toBe(true);
			expect(one.x + one.width <= CANVAS.width + 0.001 && one.y + one.height <= CANVAS.height + 0.001).toBe(true);
			for (const other of cells.slice(index + 1)) {
				const apart =
					one.x + one.width <= other.x + 0.001 ||
					other.x + other.width <= one.x + 0.001 ||
					one.y + one.height <= other.y + 0.001 ||
					other.y + other.height <= one.y + 0.001;
				expect(apart, `${one.cell} and ${other.cell}`).toBe(true);
			}
		}
	});

	it('S9: what was merged is an area as wide as what it stands for, wider ones beneath', () => {
		const { areas, cells } = layoutCells([felt('4/4/4', { safe: 5 }), felt('3/2/4', { unsafe: 5 })], CANVAS);
		expect(cells).toEqual([]);
		expect(areas.map(({ cell, x, y, width, height }) => [cell, x, y, width, height])).toEqual([
			['3/2/4', 400, 600, 200, 150],
			['4/4/4', 400, 300, 100, 75]
		]);
	});

	it('S9: what stands only for a large part of the map is told in words, not drawn', () => {
		const { areas, cells, spread } = layoutCells(
			[felt('0/0/0', { unsafe: 15 }), felt('2/0/1', { safe: 5, mixed: 5 })],
			CANVAS
		);
		expect([...areas, ...cells]).toEqual([]);
		expect(spread).toBe(15);
	});

	it('M3: with some feelings put away, the others stay as they were', () => {
		const cells = [felt('5/1/1', { safe: 10, unsafe: 15 }), felt('5/9/9', { safe: 5 })];
		const left = onlyFeelings(cells, ['unsafe']);
		expect(left).toEqual([felt('5/1/1', { unsafe: 15 }), felt('5/9/9', {})]);
		expect(layoutCells(left, CANVAS).cells.map(({ cell }) => cell)).toEqual(['5/1/1']);
	});
});
