/**
 * Walking a map's squares by keyboard, and saying where one is (M4): for everybody who cannot see, point or drag. A square
 * is a number of the finest grid; row and column are said counted from one.
 */
import { SIDE, cellIndex, cellMiddle } from '../../summit/grid.ts';
import { roomAt } from '../../summit/stations/map.ts';
import type { Place } from '../../summit/stations/settings.ts';
import { nearestTo, placeAt } from './place-names.ts';

/** Squares one key goes with Shift. */
const LEAP = 4;
const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Where a key leads, stopping at the map's edge; null for a key that leads nowhere. */
export function walked(square: number, { key, shiftKey = false }: { key: string; shiftKey?: boolean }): number | null {
	const [column, row] = [square % SIDE, Math.floor(square / SIDE)];
	if (key === 'Home') return cellIndex(0, row);
	if (key === 'End') return cellIndex(SIDE - 1, row);
	const step = STEPS[key];
	if (!step) return null;
	const by = shiftKey ? LEAP : 1;
	const within = (value: number): number => Math.min(SIDE - 1, Math.max(0, value));
	return cellIndex(within(column + step[0] * by), within(row + step[1] * by));
}

/** In words: "Near Library, row 12 of 32, column 8 of 32". A map without names has rows and columns only. */
export function whereIs(places: readonly Place[], square: number): string {
	const middle = cellMiddle(square);
	const grid = `row ${Math.floor(square / SIDE) + 1} of ${SIDE}, column ${(square % SIDE) + 1} of ${SIDE}`;
	const room = roomAt(places, middle);
	if (room) return `Inside ${room.name}, ${grid}`;
	const at = placeAt(places, middle);
	if (at) return `At ${at.name}, ${grid}`;
	const nearest = nearestTo(places, middle);
	return nearest ? `Near ${nearest.name}, ${grid}` : `R${grid.slice(1)}`;
}
