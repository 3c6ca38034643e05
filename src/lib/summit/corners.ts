/**
 * The four corners of a sheet in a photograph, from top left clockwise, in the picture's unit square. Which corner of the
 * sheet is called the first is a person's choice: that is how a picture is turned.
 */
import { z } from 'zod';
import { UnitPoint } from './stations/settings.ts';

export const Corners = z.tuple([UnitPoint, UnitPoint, UnitPoint, UnitPoint]);
export type Corners = z.infer<typeof Corners>;

/** Of the picture: a smaller sheet would be a blur. */
const LEAST_AREA = 0.02;
/** No three of the corners may be nearly on one line: the sheet would be seen from its edge. */
const LEAST_TURN = 0.1;

/** True when they go round clockwise, without crossing or bending inwards, with room between them. */
export function usableCorners(corners: Corners): boolean {
	const turns = corners.map((corner, i) =>
		turn(corner, corners[(i + 1) % 4] ?? corner, corners[(i + 2) % 4] ?? corner)
	);
	// A quadrilateral's area is a quarter of what its four corners turn through, taken together.
	const area = turns.reduce((sum, one) => sum + one, 0) / 4;
	return area >= LEAST_AREA && turns.every((one) => one >= LEAST_TURN * area);
}

/** Twice the area of the triangle; positive when it goes clockwise on a screen. */
function turn(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
	return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}
