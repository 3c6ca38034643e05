import { expect, test } from 'vitest';
import { SIDE, cellIndex } from '../../summit/grid.ts';
import { NEIGHBOURHOOD } from '../../summit/templates/neighbourhood.ts';
import { SCHOOL } from '../../summit/templates/school.ts';
import { walked, whereIs } from './grid-walk.ts';

const middle = cellIndex(10, 20);

test('M4: arrow keys walk one square, Shift four, Home and End a row, and the edge holds', () => {
	expect(walked(middle, { key: 'ArrowRight' })).toBe(cellIndex(11, 20));
	expect(walked(middle, { key: 'ArrowUp', shiftKey: true })).toBe(cellIndex(10, 16));
	expect(walked(middle, { key: 'Home' })).toBe(cellIndex(0, 20));
	expect(walked(middle, { key: 'End' })).toBe(cellIndex(SIDE - 1, 20));
	expect(walked(cellIndex(0, 2), { key: 'ArrowLeft', shiftKey: true })).toBe(cellIndex(0, 2));
	expect(walked(cellIndex(5, SIDE - 2), { key: 'ArrowDown', shiftKey: true })).toBe(cellIndex(5, SIDE - 1));
	expect(walked(middle, { key: 'a' })).toBeNull();
});

test('M4: a square is said by the nearest named place, its row and its column, counted from one', () => {
	expect(whereIs(NEIGHBOURHOOD.places, cellIndex(19, 12))).toBe('At Library, row 13 of 32, column 20 of 32');
	expect(whereIs(NEIGHBOURHOOD.places, cellIndex(0, 0))).toMatch(/^Near .+, row 1 of 32, column 1 of 32$/);
	expect(whereIs([], cellIndex(31, 31))).toBe('Row 32 of 32, column 32 of 32');
});

test('S11: a square inside a room that takes no pins says so', () => {
	const room = SCHOOL.places.find(({ noPins }) => noPins);
	const at = room && cellIndex(Math.floor(room.at[0] * SIDE), Math.floor(room.at[1] * SIDE));
	expect(whereIs(SCHOOL.places, at ?? 0)).toMatch(`Inside ${room?.name ?? ''}, row`);
});
