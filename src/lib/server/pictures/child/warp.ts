/*
 * Straightening: the four corners of a photographed sheet become the corners of a picture. Between them the sheet is seen
 * in perspective, so each pixel of the new picture asks where it was in the old one (a homography), and takes its colour
 * from the four pixels around that place.
 */
import { LEAST_SIDE, LONGEST_SIDE, Refused, white } from './raw.ts';
import type { Raw } from './raw.ts';

export type Corner = readonly [number, number];
/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Corner, Corner, Corner, Corner];

/** `corners` lie in the picture's unit square and have been looked at (`corners.ts`). */
export function straighten(picture: Raw, corners: Corners): Raw {
	const inPixels = corners.map(([x, y]): Corner => [x * picture.width, y * picture.height]);
	const [a, b, c, d] = inPixels as [Corner, Corner, Corner, Corner]; // Four went in.
	const width = Math.max(apart(a, b), apart(d, c));
	const height = Math.max(apart(a, d), apart(b, c));
	const fit = Math.min(1, LONGEST_SIDE / Math.max(width, height));
	const to = white(Math.round(width * fit), Math.round(height * fit));
	if (Math.min(to.width, to.height) < LEAST_SIDE) throw new Refused('corners_unusable');
	fill({ from: picture, to, place: placeInQuad([a, b, c, d]) });
	return to;
}

function apart([x0, y0]: Corner, [x1, y1]: Corner): number {
	return Math.hypot(x1 - x0, y1 - y0);
}

/** The nine numbers that take a place of the unit square to its place in the quadrilateral; the ninth is one. */
export function placeInQuad([a, b, c, d]: Corners): readonly number[] {
	const [dx1, dy1, dx2, dy2] = [b[0] - c[0], b[1] - c[1], d[0] - c[0], d[1] - c[1]];
	const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
	const whole = dx1 * dy2 - dx2 * dy1;
	const g = (sx * dy2 - dx2 * sy) / whole;
	const h = (dx1 * sy - sx * dy1) / whole;
	return [
		...[b[0] - a[0] + g * b[0], d[0] - a[0] + h * d[0], a[0]],
		...[b[1] - a[1] + g * b[1], d[1] - a[1] + h * d[1], a[1]],
		...[g, h, 1]
	];
}

/** Arithmetic in the open, pixel by pixel: there may be forty million of them. */
function fill({ from, to, place }: { from: Raw; to: Raw; place: readonly number[] }): void {
	const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 1] = place;
	const { data, width, height } = from;
	const [lastX, lastY] = [width - 1, height - 1];
	let at = 0;
	for (let row = 0; row < to.height; row += 1) {
		const v = (row + 0.5) / to.height;
		for (let column = 0; column < to.width; column += 1) {
			const u = (column + 0.5) / to.width;
			const w = m6 * u + m7 * v + m8;
			const x = Math.min(lastX, Math.max(0, (m0 * u + m1 * v + m2) / w - 0.5));
			const y = Math.min(lastY, Math.max(0, (m3 * u + m4 * v + m5) / w - 0.5));
			const [left, top] = [Math.floor(x), Math.floor(y)];
			const [fx, fy] = [x - left, y - top];
			const here = (top * width + left) * 3;
			const right = left < lastX ? 3 : 0;
			const below = top < lastY ? width * 3 : 0;
			for (let colour = 0; colour < 3; colour += 1) {
				const i = here + colour;
				const upper = (data[i] ?? 0) * (1 - fx) + (data[i + right] ?? 0) * fx;
				const lower = (data[i + below] ?? 0) * (1 - fx) + (data[i + below + right] ?? 0) * fx;
				to.data[at] = upper * (1 - fy) + lower * fy + 0.5;
				at += 1;
			}
		}
	}
}
