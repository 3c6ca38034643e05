import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANIMALS, cardName, COLOURS, drawCardName } from './card-names.ts';

const EVERY_TWO_FIGURE_NAME = 90 * ANIMALS.length * COLOURS.length;

/** Draws that look random and are the same every time. */
function drawsFrom(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

describe('card names', () => {
	test('a name is said as colour, animal, number', () => {
		expect(cardName({ colour: 'teal', animal: 'otter', number: 42 })).toBe('Teal Otter 42');
	});

	test('any draw gives a name with two figures', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: EVERY_TWO_FIGURE_NAME - 1 }), (place) => {
				const { number, animal, colour } = drawCardName(
					() => place,
					() => false
				);
				expect(number).toBeGreaterThanOrEqual(10);
				expect(number).toBeLessThanOrEqual(99);
				expect(ANIMALS).toContain(animal);
				expect(COLOURS).toContain(colour);
			})
		);
	});

	test('two thousand cards get two thousand names', () => {
		const names = new Set<string>();
		const draw = drawsFrom(7);
		for (let card = 0; card < 2000; card++) names.add(cardName(drawCardName(draw, (name) => names.has(name))));
		expect(names.size).toBe(2000);
	});

	test('a draw that always says the same still ends, with a free name', () => {
		const taken = new Set<string>();
		for (let card = 0; card < 50; card++) {
			const name = cardName(
				drawCardName(
					() => 0,
					(said) => taken.has(said)
				)
			);
			expect(taken.has(name)).toBe(false);
			taken.add(name);
		}
	});

	test('the last free name is found, and then numbers grow to three figures', () => {
		const last = cardName({ colour: 'navy', animal: 'vole', number: 99 });
		const onlyLast = (name: string): boolean => name !== last;
		expect(cardName(drawCardName(drawsFrom(3), onlyLast))).toBe(last);
		const twoFigures = drawCardName(drawsFrom(3), (name) => /\s\d\d$/.test(name));
		expect(twoFigures.number).toBeGreaterThanOrEqual(100);
	});

	test('when every name is taken it says so', () => {
		expect(() => drawCardName(drawsFrom(1), () => true)).toThrow(RangeError);
	});
});
