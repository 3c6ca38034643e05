import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMercator, groundOfFrame, toGround, toMercator } from './ground.ts';

const degrees = fc.tuple(
	fc.double({ min: -179, max: 179, noNaN: true }),
	fc.double({ min: -84, max: 84, noNaN: true })
);

describe('M2: a map tied to the ground', () => {
	it('there and back on the Mercator plane is the same place', () => {
		fc.assert(
			fc.property(degrees, ([lon, lat]) => {
				const [x, y] = fromMercator(toMercator([lon, lat]));
				expect(x).toBeCloseTo(lon, 9);
				expect(y).toBeCloseTo(lat, 9);
			})
		);
	});

	it('a frame of a street map has its corners where the tiles say', () => {
		// Tile 16/32748/21795 begins at this corner: (x / 2^16) · 360 − 180 and its latitude.
		const frame = { origin: [32748 * 256, 21795 * 256], width: 512, height: 256, max: 16 } as const;
		const [corner] = groundOfFrame(frame);
		expect(corner.on[0]).toBeCloseTo((32748 / 2 ** 16) * 360 - 180, 6);
		const ground = groundOfFrame(frame);
		const map = { ...frame, ground };
		expect(toGround(map, [0, 0])).toEqual(ground[0].on);
		expect(toGround(map, [1, 1])).toEqual(ground[1].on);
		// Half way across is half way in longitude, whatever the height.
		expect(toGround(map, [0.5, 0])?.[0]).toBeCloseTo((ground[0].on[0] + ground[1].on[0]) / 2, 6);
	});

	it('two known places turn and stretch a plan that lies askew', () => {
		// North is to the right: going right on the sheet goes north.
		const ground = [
			{ at: [0, 0.5], on: [-0.1, 51.5] },
			{ at: [1, 0.5], on: [-0.1, 51.51] }
		] as [{ at: [number, number]; on: [number, number] }, { at: [number, number]; on: [number, number] }];
		const map = { width: 1000, height: 1000, ground };
		const middle = toGround(map, [0.5, 0.5]);
		expect(middle?.[0]).toBeCloseTo(-0.1, 6);
		expect(middle?.[1]).toBeCloseTo(51.505, 4);
		// Down the sheet is then east.
		expect(toGround(map, [0.5, 1])?.[0]).toBeGreaterThan(-0.1);
	});

	it('nothing is made up for a map that is not tied, or tied twice to one place', () => {
		expect(toGround({ width: 10, height: 10, ground: null }, [0.5, 0.5])).toBeNull();
		const tie: { at: [number, number]; on: [number, number] } = { at: [0.5, 0.5], on: [0, 51] };
		expect(toGround({ width: 10, height: 10, ground: [tie, tie] }, [0.1, 0.1])).toBeNull();
	});
});
