import { describe, expect, test } from 'vitest';
import { MOST_CELLS, SIDE, cellAt, cellIndex, writeArea } from '../grid.ts';
import { SCHOOL } from '../templates/school.ts';
import type { MarkEntry } from './entries.ts';
import { roomAt } from './map.ts';
import { kindOf } from './kinds.ts';

const kind = kindOf(SCHOOL);
const step = SCHOOL.steps.find(({ type }) => type === 'marks');
if (!step) throw new Error('The school map asks for no marks.');
const painted = (area: string): MarkEntry => ({
	...{ type: 'mark', at: null, place: null, area, feeling: 'unsafe' },
	...{ when: [], with: [], why: [] }
});
const room = SCHOOL.places.find(({ noPins, box }) => noPins && box);
if (!room?.box) throw new Error('The school map has no room without pins.');
/** Cells whose middle lies in a box. */
const inside = ([x0, y0, x1, y1]: readonly [number, number, number, number]): number[] => {
	const cells: number[] = [];
	for (let row = 0; row < SIDE; row += 1) {
		for (let column = 0; column < SIDE; column += 1) {
			const [x, y] = [(column + 0.5) / SIDE, (row + 0.5) / SIDE];
			if (x >= x0 && x <= x1 && y >= y0 && y <= y1) cells.push(cellIndex(column, row));
		}
	}
	return cells;
};

describe('a painted area', () => {
	test('M3, M5: adds each of its cells to the tally, with its feeling', () => {
		const cells = [cellIndex(2, 3), cellIndex(3, 3), cellIndex(3, 4)];
		const points = kind.points(step, painted(writeArea(cells)));
		expect(points.map(({ axis, cell, answer }) => `${axis} ${cell} ${answer}`)).toEqual([
			'grid 5/2/3 unsafe',
			'grid 5/3/3 unsafe',
			'grid 5/3/4 unsafe'
		]);
	});

	test('S10: 15 % of the map is the most; one cell more is refused whole', () => {
		const all = Array.from({ length: MOST_CELLS + 1 }, (_, at) => at);
		const most = painted(writeArea(all.slice(0, -1)));
		const settled = kind.settle(step, most);
		expect(typeof settled).toBe('object');
		expect(kind.settle(step, painted(writeArea(all)))).toBe('area_too_large');
	});

	test('what is not written as areas are is refused', () => {
		for (const wrong of ['xyz', '0v1', '010000', '0000']) {
			expect(kind.settle(step, painted(wrong))).toBe('unknown_choice');
		}
	});

	test('S11: loses its cells inside toilets, and becomes the room by its name where nothing else is left', () => {
		const within = inside(room.box ?? [0, 0, 0, 0]);
		expect(within.length).toBeGreaterThan(0);
		const free = [0, 1].filter((cell) => !within.includes(cell));
		const both = kind.settle(step, painted(writeArea([...free, ...within])));
		expect(both).toMatchObject({ area: writeArea(free), place: null });
		const only = kind.settle(step, painted(writeArea(within)));
		expect(only).toMatchObject({ place: room.id, at: null });
		expect(only).not.toHaveProperty('area');
		// And no figure of the grid ever names a cell in there.
		const cells = typeof both === 'string' ? [] : kind.points(step, both).map(({ cell }) => cell);
		for (const cell of within) {
			const middle: [number, number] = [((cell % SIDE) + 0.5) / SIDE, (Math.floor(cell / SIDE) + 0.5) / SIDE];
			expect(roomAt(SCHOOL.places, middle)?.noPins).toBe(true);
			expect(cells).not.toContain(cellAt(middle));
		}
	});
});
