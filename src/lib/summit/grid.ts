/**
 * The unit-square grid: a position → the cell it falls into → that cell's parents. A cell is written `level/x/y`, with
 * 2^level cells a side, so one picture and one street map are the same thing (M2).
 *
 * A painted area is a set of finest cells, written in runs of three characters, `row column length-1`, each one base-32
 * digit: `4a2` is three cells from column 10 of row 4. A run stays in its row, so twenty cells over five rows are fifteen
 * bytes, and the most scattered area that may be sent is 459.
 */

const FINEST = 5;
/** Cells a side at the finest level: 2^5 = 32. */
export const SIDE = 2 ** FINEST;
/** Cells an area may cover: 15 % of the map (S10). */
export const MOST_CELLS = Math.floor(0.15 * SIDE * SIDE);
/** Characters the longest area has: no run shorter than one cell. */
export const LONGEST_AREA = 3 * MOST_CELLS;

/** The finest cell a position (unit square, 0..1 from the top-left) falls into. The far edges belong to the last cell. */
export function cellAt([x, y]: readonly [number, number]): string {
	const index = (value: number) => Math.min(SIDE - 1, Math.max(0, Math.floor(value * SIDE)));
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

/** A finest cell as one number, row by row from the top left: 0 to 1023. */
export function cellIndex(column: number, row: number): number {
	return row * SIDE + column;
}
/** The finest cell of that number, as `level/x/y`. */
export function cellOfIndex(index: number): string {
	return `${FINEST}/${index % SIDE}/${Math.floor(index / SIDE)}`;
}
/** The middle of a finest cell in the unit square. */
export function cellMiddle(index: number): [number, number] {
	return [((index % SIDE) + 0.5) / SIDE, (Math.floor(index / SIDE) + 0.5) / SIDE];
}

/** Cells as an area's text: the same set is always the same text. */
export function writeArea(cells: Iterable<number>): string {
	const sorted = [...new Set(cells)].sort((a, b) => a - b);
	let text = '';
	for (let at = 0; at < sorted.length;) {
		const first = sorted[at] ?? 0;
		let length = 1;
		while (sorted[at + length] === first + length && (first + length) % SIDE !== 0) length += 1;
		text += [Math.floor(first / SIDE), first % SIDE, length - 1].map((digit) => digit.toString(SIDE)).join('');
		at += length;
	}
	return text;
}

/** The cells of an area's text, or null when it is not one that `writeArea` writes. However many there are. */
export function readArea(text: string): number[] | null {
	if (!/^(?:[0-9a-v]{3})+$/.test(text)) return null;
	const cells: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const digit = (place: number): number => parseInt(text.charAt(at + place), SIDE);
		const [row, column, more] = [digit(0), digit(1), digit(2)];
		if (column + more >= SIDE) return null;
		for (let step = 0; step <= more; step += 1) cells.push(cellIndex(column + step, row));
	}
	return writeArea(cells) === text ? cells : null;
}
