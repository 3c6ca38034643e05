import { describe, expect, it } from 'vitest';
import { filtersOf, heatCells } from './heat-rows.ts';

const settings = {
	when: [
		{ id: 'evening', words: 'Evening' },
		{ id: 'night', words: 'Night' }
	]
};
const schools = [
	{ id: 'host', name: 'Northbank' },
	{ id: 'far', name: 'Southbank' }
];

describe('rows of a heat topic', () => {
	it('S9: only filters that the release has figures for are offered', () => {
		expect(filtersOf({ slices: ['school:far', 'when:night'], settings, schools })).toEqual([
			{ id: 'when:night', words: 'Night' },
			{ id: 'school:far', words: 'Southbank' }
		]);
		expect(filtersOf({ slices: [], settings, schools })).toEqual([]);
	});

	it('M5: tiles of every level become cells', () => {
		const rows = [
			{ key: 'tile:5/1/0', row: '0010' },
			{ key: 'tile:0/0/0', row: '003' }
		];
		expect(heatCells(rows)).toEqual([
			{ cell: '5/8/0', parts: { safe: 0, mixed: 0, unsafe: 5 } },
			{ cell: '0/0/0', parts: { safe: 0, mixed: 0, unsafe: 15 } }
		]);
	});
});
