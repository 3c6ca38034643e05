import { describe, expect, it } from 'vitest';
import { cellIndex, writeArea } from '../../summit/grid.ts';
import { fitting, nameOfMark, placeAt } from './place-names.ts';

const places = [
	{
		id: 'park',
		name: 'Park',
		at: [0.2, 0.2] as [number, number],
		box: [0, 0, 0.4, 0.4] as [number, number, number, number]
	},
	{
		id: 'rink',
		name: 'Skate park',
		at: [0.3, 0.3] as [number, number],
		box: [0.25, 0.25, 0.35, 0.35] as [number, number, number, number]
	},
	{ id: 'bridge', name: 'Bridge', at: [0.8, 0.8] as [number, number] }
];

describe('place names', () => {
	it('a pin is called by the smallest area around it', () => {
		expect(placeAt(places, [0.3, 0.3])?.id).toBe('rink');
		expect(placeAt(places, [0.1, 0.1])?.id).toBe('park');
	});

	it('or by the place it stands next to, or by nothing', () => {
		expect(placeAt(places, [0.82, 0.79])?.id).toBe('bridge');
		expect(placeAt(places, [0.6, 0.6])).toBeUndefined();
	});

	it('an own mark is called by its place, an area by the place it lies around', () => {
		const area = writeArea([cellIndex(9, 9), cellIndex(10, 9), cellIndex(9, 10), cellIndex(10, 10)]);
		expect(nameOfMark(places, { at: null, place: null, area })).toBe('Around Skate park');
		const away = writeArea([cellIndex(31, 0)]);
		expect(nameOfMark(places, { at: null, place: null, area: away })).toBe('Near Skate park');
		expect(nameOfMark([], { at: null, place: null, area: away })).toBe('Your area');
		expect(nameOfMark(places, { at: null, place: 'bridge' })).toBe('Bridge');
		expect(nameOfMark(places, { at: [0.6, 0.6], place: null })).toBe('Your pin');
	});

	it('names do not cover each other: the first keeps its place', () => {
		const label = (x: number, y: number) => ({ x, y, width: 80, height: 20 });
		expect(fitting([label(0, 0), label(40, 10), label(40, 20), label(80, 10)])).toEqual([true, false, true, false]);
		expect(fitting([label(0, 0), label(80, 0)])).toEqual([true, true]);
	});
});
