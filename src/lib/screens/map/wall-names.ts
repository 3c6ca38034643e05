/**
 * Which place names stand on a wall's map, and where: beside their cells where there is room, or else on them, and never
 * on top of another name. Names of places the release speaks of come first. Pixels throughout.
 */
import type { ReleasedPoint } from '../../summit/figures.ts';
import type { Place } from '../../summit/stations/settings.ts';
import type { PlacedCell } from './wall-cells.ts';

export interface PlacedName {
	id: string;
	name: string;
	/** The middle of the words. */
	x: number;
	y: number;
}
/** The widest a name on top of cells may be, as a share of the map: on a phone it would hide the picture. */
const WIDEST_ON_CELLS = 0.18;

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export function placeNames(q: {
	places: readonly Place[];
	points: readonly ReleasedPoint[];
	cells: readonly Pick<PlacedCell, 'x' | 'y' | 'width' | 'height'>[];
	on: { width: number; height: number };
	/** Height of a letter's line. */
	letter: number;
}): PlacedName[] {
	const { on, letter } = q;
	const cells = q.cells.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2, width, height }));
	const spoken = (id: string) => {
		const said = q.points.filter(({ axis, cell }) => axis === 'place' && cell === id);
		return Math.max(0, ...said.map(({ cards }) => cards));
	};
	const order = [...q.places].sort((a, b) => spoken(b.id) - spoken(a.id));
	const names: PlacedName[] = [];
	const taken: Box[] = [];
	for (const place of order) {
		const [x, y] = [place.at[0] * on.width, place.at[1] * on.height];
		const box = { width: place.name.length * letter * 0.56, height: letter * 1.2 };
		const near = cells.filter((cell) => overlap(cell, { x, y, ...box }));
		const below = Math.max(y, ...near.map((cell) => cell.y + cell.height / 2 + letter * 0.62));
		const above = Math.min(y, ...near.map((cell) => cell.y - cell.height / 2 - letter * 0.62));
		const fits = (at: number, clear: readonly Box[]) => {
			const label = { x, y: at, ...box };
			const inside =
				at > letter / 2 && at < on.height - letter / 2 && x > box.width / 2 && x < on.width - box.width / 2;
			return inside && !clear.some((other) => overlap(other, label));
		};
		const beside = [below, above].find((way) => fits(way, [...taken, ...cells]));
		// In the middle of a painted area there is no room beside the cells: the name stands on them, where it hides few.
		const small = box.width < on.width * WIDEST_ON_CELLS;
		const at = beside ?? (small && fits(y, taken) ? y : undefined);
		if (at === undefined) continue;
		taken.push({ x, y: at, ...box });
		names.push({ id: place.id, name: place.name, x, y: at });
	}
	return names;
}

function overlap(one: Box, other: Box): boolean {
	return (
		Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
	);
}
