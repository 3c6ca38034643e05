/**
 * The unit-square grid: a position → the cell it falls into → that cell's parents. A cell is written `level/x/y`, with
 * 2^level cells a side, so one picture and one street map are the same thing (M2).
 */

/** Cells a side at the finest level: 2^5 = 32. */
const FINEST = 5;

/** The finest cell a position (unit square, 0..1 from the top-left) falls into. The far edges belong to the last cell. */
export function cellAt([x, y]: readonly [number, number]): string {
	const side = 2 ** FINEST;
	const index = (value: number) => Math.min(side - 1, Math.max(0, Math.floor(value * side)));
	return `${FINEST}/${index(x)}/${index(y)}`;
}

/** The cell twice as wide that holds this one; null for the whole map. */
export function parentCell(cell: string): string | null {
	const [level, x, y] = numbersOf(cell);
	return level === 0 ? null : `${level - 1}/${x >> 1}/${y >> 1}`;
}

/** Where a cell lies in the unit square: left, top, width (= height). */
export function cellBox(cell: string): { x: number; y: number; size: number } {
	const [level, x, y] = numbersOf(cell);
	const size = 1 / 2 ** level;
	return { x: x * size, y: y * size, size };
}

function numbersOf(cell: string): [number, number, number] {
	const [level = 0, x = 0, y = 0] = cell.split('/').map(Number);
	return [level, x, y];
}
