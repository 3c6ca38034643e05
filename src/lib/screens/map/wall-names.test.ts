import { describe, expect, it } from 'vitest';
import { placeNames } from './wall-names.ts';

const on = { width: 1000, height: 750 };
const library = { id: 'library', name: 'Library', at: [0.5, 0.5] as [number, number] };
const shops = { id: 'shops', name: 'Shops', at: [0.5, 0.505] as [number, number] };
const base = { points: [], cells: [], on, letter: 20 };

describe('place names on a wall', () => {
	it('stand on their place where nothing is in the way', () => {
		expect(placeNames({ ...base, places: [library] })).toEqual([{ id: 'library', name: 'Library', x: 500, y: 375 }]);
	});

	it('move under a cell rather than over its figure', () => {
		const [name] = placeNames({ ...base, places: [library], cells: [{ x: 475, y: 350, width: 50, height: 50 }] });
		expect(name?.y).toBeGreaterThan(400);
	});

	it('stand on their place in the middle of a painted area, where there is no room beside it', () => {
		const cells = Array.from({ length: 64 }, (_, n) => ({
			x: 340 + 40 * (n % 8),
			y: 255 + 30 * (n >> 3),
			width: 40,
			height: 30
		}));
		expect(placeNames({ ...base, places: [library], cells })[0]?.y).toBe(375);
		expect(placeNames({ ...base, places: [library], cells, letter: 60 })).toEqual([]);
	});

	it('never lie on one another; the place that was spoken of keeps its name', () => {
		const points = [{ axis: 'place', cell: 'shops', answer: 'unsafe', cards: 10 }];
		expect(placeNames({ ...base, places: [library, shops], points }).map(({ id }) => id)).toEqual(['shops']);
	});

	it('leave out a name that would run off the map', () => {
		expect(placeNames({ ...base, places: [{ ...library, at: [0.01, 0.5] }] })).toEqual([]);
	});
});
