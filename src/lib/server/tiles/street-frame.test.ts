import { describe, expect, test } from 'vitest';
import { boundsOf, boxAt, Bounds, countOf, frameStreets, isInside, tilesOf, tilesUnder } from './street-frame.ts';
import type { StreetFrame } from './street-frame.ts';

/** About 770 m by 600 m of London. */
const AREA: Bounds = [-0.11, 51.493, -0.099, 51.4985];

function framed(bounds: Bounds, maxZoom = 18): StreetFrame {
	const frame = frameStreets(bounds, { maxZoom });
	if ('ok' in frame) throw new Error(frame.code);
	return frame;
}
function tilesOfAll(bounds: Bounds, { min, max, box }: StreetFrame): number {
	let all = 0;
	for (let level = min; level <= max; level += 1) all += countOf(tilesUnder(box, { of: max, level }));
	return all;
}

test('M1: a neighbourhood is framed at the finest level, and its picture needs few tiles', () => {
	const frame = framed(AREA);
	expect(frame).toMatchObject({ max: 18, whole: 17 });
	expect(boundsOf(frame.box, 18).map((degrees) => Number(degrees.toFixed(4)))).toEqual(AREA);
	const top = tilesUnder(frame.box, { of: 18, level: frame.min });
	expect(countOf(top)).toBeLessThanOrEqual(4);
	expect(countOf(tilesUnder(frame.box, { of: 18, level: frame.whole }))).toBeLessThanOrEqual(64);
});

describe('M1: the larger the frame the coarser its finest level; never more tiles than is fair', () => {
	test.each([0.002, 0.01, 0.03, 0.05, 0.08, 0.2, 0.5])('%s degrees wide', (side) => {
		for (const shape of [1, 0.5, 0.05]) {
			const bounds: Bounds = [-0.1, 51.4, -0.1 + side, 51.4 + side * shape * 0.62];
			const frame = frameStreets(bounds, { maxZoom: 18 });
			if ('ok' in frame) {
				expect(frame.code).toBe('frame_too_small');
				continue;
			}
			const { left, right, top, bottom } = tilesUnder(frame.box, { of: frame.max, level: frame.max });
			expect(Math.max(right - left, bottom - top) + 1).toBeLessThanOrEqual(64);
			expect(tilesOfAll(bounds, frame)).toBeLessThanOrEqual(2_000);
			const whole = boxAt(bounds, frame.whole);
			expect(Math.max(whole.width, whole.height)).toBeLessThanOrEqual(2048);
			expect(countOf(tilesUnder(frame.box, { of: frame.max, level: frame.whole }))).toBeLessThanOrEqual(64);
			expect(frame.min).toBeLessThanOrEqual(frame.whole);
		}
	});
});

test('M1: a country is refused, and so is a doorstep; a small service has no streets to tell apart', () => {
	expect(frameStreets([-6, 50, 2, 56], { maxZoom: 18 })).toEqual({ ok: false, code: 'frame_too_large' });
	expect(frameStreets([-0.1, 51.5, -0.09999, 51.50001], { maxZoom: 18 })).toEqual({
		ok: false,
		code: 'frame_too_small'
	});
	expect(framed([-180, -85, 180, 85], 3)).toMatchObject({ min: 0, max: 3 });
});

test('M1: only tiles that the frame touches, at its own levels, are inside', () => {
	const { min, max, box } = framed(AREA);
	const frame = { bounds: AREA, min, max };
	for (let level = min; level <= max; level += 1) {
		const under = tilesUnder(box, { of: max, level });
		const tiles = [...tilesOf(under)];
		expect(tiles).toHaveLength(countOf(under));
		expect(tiles.every((at) => isInside(at, frame))).toBe(true);
		for (const at of [
			{ z: level, x: under.left - 1, y: under.top },
			{ z: level, x: under.right + 1, y: under.top },
			{ z: level, x: under.left, y: under.top - 1 },
			{ z: level, x: under.left, y: under.bottom + 1 }
		])
			expect(isInside(at, frame)).toBe(false);
	}
	const { left, top } = tilesUnder(box, { of: max, level: max });
	expect(isInside({ z: max + 1, x: left * 2, y: top * 2 }, frame)).toBe(false);
	expect(isInside({ z: min - 1, x: 0, y: 0 }, frame)).toBe(false);
});

test.each([
	[[0, 0, 0, 1]],
	[[1, 0, 0, 1]],
	[[0, 1, 1, 0]],
	[[0, 0, 181, 1]],
	[[0, 0, 1, 86]],
	[[0, 0, 1]],
	[[0, NaN, 1, 1]],
	[['0', '0', '1', '1']]
])('M1: %j is no frame', (bounds) => {
	expect(Bounds.safeParse(bounds).success).toBe(false);
});
