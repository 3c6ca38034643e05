import { expect, test } from 'vitest';
import { areasOf, pinsOf, placeRows, tallyOf } from './console-pins.ts';
import type { MarkRow } from '../../summit/topics/staff.ts';
import type { Place } from '../../summit/stations/settings.ts';

const places: Place[] = [
	{ id: 'pond', name: 'Pond', at: [0.5, 0.5] },
	{ id: 'toilets', name: 'Toilets', at: [0.1, 0.2], noPins: true }
];
const mark = (where: [number, number] | string, feeling: MarkRow['feeling']): MarkRow => {
	const [at, place] = typeof where === 'string' ? [null, where] : [where, null];
	return { at, place, feeling, when: [], with: [], why: [] };
};

test('M2: a pin stands where it was put, a named place at that place', () => {
	const pins = pinsOf([mark([0.9, 0.1], 'safe'), mark('pond', 'unsafe')], places);
	expect(pins).toEqual([
		{ x: 0.9, y: 0.1, feeling: 'safe', turn: 0 },
		{ x: 0.5, y: 0.5, feeling: 'unsafe', turn: 0 }
	]);
});

test('marks on one named place turn round it, so that each can be seen', () => {
	const pins = pinsOf([mark('pond', 'safe'), mark('pond', 'mixed'), mark('pond', 'unsafe')], places);
	expect(pins.map((pin) => pin.turn)).toEqual([0, 1, 2]);
});

test('M3: a painted mark is an area in its feeling and no pin, and is counted like any other', () => {
	const painted: MarkRow = { ...mark('pond', 'mixed'), place: null, area: '000' };
	const square = [
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 1]
	];
	expect(areasOf([painted, mark('pond', 'safe')])).toEqual([{ outline: [square], feeling: 'mixed' }]);
	expect(pinsOf([painted], places)).toEqual([]);
	expect(tallyOf([painted])).toEqual({ safe: 0, mixed: 1, unsafe: 0 });
});

test('a place the map does not know any more draws nothing', () => {
	expect(pinsOf([mark('gone', 'safe')], places)).toEqual([]);
});

test('M4: the same as the map in words, the most marked place first', () => {
	const marks = [mark('pond', 'safe'), mark('toilets', 'unsafe'), mark('toilets', 'mixed'), mark([0, 0], 'safe')];
	expect(placeRows(marks, places)).toEqual([
		{ name: 'Toilets', tally: { safe: 0, mixed: 1, unsafe: 1 } },
		{ name: 'Pond', tally: { safe: 1, mixed: 0, unsafe: 0 } }
	]);
	expect(tallyOf(marks)).toEqual({ safe: 2, mixed: 1, unsafe: 1 });
});
