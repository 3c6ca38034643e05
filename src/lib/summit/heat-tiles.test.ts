import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleasedPoint } from './figures.ts';
import { readHeatTile, writeHeat } from './heat-tiles.ts';
import type { HeatTiles } from './heat-tiles.ts';

const point = (cell: string, answer: string, cards: number): ReleasedPoint => ({ axis: 'grid', cell, answer, cards });
const cells = (tiles: HeatTiles) => Object.entries(tiles).flatMap(([tile, text]) => readHeatTile(tile, text));

describe('a released grid in tiles', () => {
	test('M5: what is written is what is read, at every level', () => {
		const one = fc
			.record({
				level: fc.nat(5),
				x: fc.nat(31),
				y: fc.nat(31),
				answer: fc.constantFrom('safe', 'mixed', 'unsafe'),
				fives: fc.integer({ min: 1, max: 31 })
			})
			.map(({ level, x, y, answer, fives }) =>
				point(`${level}/${x % 2 ** level}/${y % 2 ** level}`, answer, 5 * fives)
			);
		const name = ({ cell, answer }: ReleasedPoint) => `${cell} ${answer}`;
		fc.assert(
			fc.property(fc.uniqueArray(one, { selector: name, maxLength: 200 }), (points) => {
				const read = cells(writeHeat(points)).flatMap(({ cell, parts }) =>
					Object.entries(parts).flatMap(([answer, cards]) => (cards > 0 ? [point(cell, answer, cards)] : []))
				);
				const sorted = (list: ReleasedPoint[]) => [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
				expect(sorted(read)).toEqual(sorted(points));
			}),
			{ seed: 20_261_120, numRuns: 200 }
		);
	});

	test('B10, M5: the fullest map is under five kilobytes, in tiles that change apart', () => {
		const full: ReleasedPoint[] = [];
		for (let x = 0; x < 32; x += 1) for (let y = 0; y < 32; y += 1) full.push(point(`5/${x}/${y}`, 'unsafe', 5000));
		const tiles = writeHeat(full);
		expect(Object.keys(tiles)).toHaveLength(16);
		expect(JSON.stringify(tiles).length).toBeLessThan(5000);
		const more = writeHeat([...full.slice(1), point('5/0/0', 'safe', 10)]);
		expect(Object.keys(tiles).filter((tile) => tiles[tile] !== more[tile])).toEqual(['5/0/0']);
		expect(cells(tiles).every(({ parts }) => parts.unsafe === 155)).toBe(true);
		const levels = [0, 1, 2, 3, 4, 5].flatMap((level) =>
			full
				.filter((_, n) => n < 4 ** level)
				.map(({ cards }, n) => point(`${level}/${n % 2 ** level}/${n >> level}`, 'unsafe', cards))
		);
		expect(JSON.stringify(writeHeat(levels)).length).toBeLessThan(6000);
	});

	test('only the grid is written, and only feelings', () => {
		expect(writeHeat([{ axis: 'place', cell: 'pond', answer: 'safe', cards: 5 }, point('5/1/1', 'chosen', 5)])).toEqual(
			{}
		);
	});
});
