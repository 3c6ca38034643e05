import { expect, test } from 'vitest';
import { boundsOfBox, readPosition, readTies, startTies } from './ties.ts';

test('M2: a position is read as map sites copy it, latitude first', () => {
	expect(readPosition('51.4949, -0.1003')).toEqual([-0.1003, 51.4949]);
	expect(readPosition(' 51.4949 -0.1003 ')).toEqual([-0.1003, 51.4949]);
	expect(readPosition('-33,151.2')).toEqual([151.2, -33]);
	for (const wrong of ['', 'here', '51.4949', '91, 0', '51, 181', '51,4949, 0,1003']) {
		expect(readPosition(wrong)).toBeNull();
	}
});

test('M2: two places far enough apart tie a map; what is wrong is said beside the one it is about', () => {
	const [one, other] = startTies(null);
	const near = { ...other, at: [0.3, 0.3] as [number, number], on: '51.5, -0.1' };
	expect(readTies([{ ...one, on: '51.4, -0.1' }, other])).toMatchObject({
		problems: ['', expect.stringContaining('51')]
	});
	expect(readTies([{ ...one, on: '51.4, -0.1' }, near])).toMatchObject({ problems: ['', expect.any(String)] });
	expect(
		readTies([
			{ ...one, on: '51.4, -0.1' },
			{ ...other, on: '51.4, -0.1' }
		])
	).toMatchObject({ problems: ['', expect.any(String)] });
	const ground = readTies([
		{ ...one, on: '51.4, -0.1' },
		{ ...other, on: '51.3, -0.09' }
	]);
	expect(ground).toEqual({
		ground: [
			{ at: [0.25, 0.25], on: [-0.1, 51.4] },
			{ at: [0.75, 0.75], on: [-0.09, 51.3] }
		]
	});
	// What was saved is what one finds again.
	if ('ground' in ground) expect(readTies(startTies(ground.ground))).toEqual(ground);
});

test('M2: a frame on a picture of a street map is its part of the degrees', () => {
	const overview = {
		picture: '',
		width: 400,
		height: 400,
		bounds: [-0.2, 51.4, 0, 51.5244] as [number, number, number, number]
	};
	expect(boundsOfBox(overview, [0, 0, 1, 1]).map((degrees) => Math.round(degrees * 1e4) / 1e4)).toEqual(
		overview.bounds
	);
	const [west, south, east, north] = boundsOfBox(overview, [0.25, 0.5, 0.5, 0.75]);
	expect(west).toBeCloseTo(-0.15, 3);
	expect(east).toBeCloseTo(-0.1, 3);
	expect(north).toBeGreaterThan(south);
	expect(north).toBeLessThan(51.47);
});
