/**
 * An attacker who knows every rule and the threshold, but not the secret extras, and sees all that is shown of one cell.
 * Every way the cell could be filled is tried through the real code, with extras of all kinds; what looks the same to the
 * attacker is put together; and then nothing may be certain about some cards who are fewer than the threshold (S9).
 */
import { expect, test } from 'vitest';
import { figures } from './figures.ts';

const THRESHOLD = 5;
const KEY = 'axis|cell|safe';
const SCHOOLS = ['a', 'b', 'c'];
/** Seeds whose extras for the cell, the evening and the schools meet in many ways. */
const SEEDS = Array.from({ length: 12 }, (_, n) => `seed ${String(n)}`);

/** How many of each school are in the cell, and how many of all of them chose the evening. */
interface World {
	schools: readonly number[];
	evening: number;
}
/** Cards that follow from what is shown by taking some away from others: name → how many. */
type Sets = Record<string, number>;

/** What is shown of a cell filled so; null when nothing is. */
function shownOf({ schools, evening }: World, seed: string): string | null {
	const cards = schools.flatMap((count, school) =>
		Array.from({ length: count }, (_, n) => `${SCHOOLS[school] ?? ''}${String(n)}`)
	);
	const { points, slices } = figures({
		tally: new Map([
			[KEY, new Map(cards.map((card) => [card, 1]))],
			[`${KEY}|when:evening`, new Map(cards.slice(0, evening).map((card) => [card, 1]))]
		]),
		parent: () => null,
		threshold: THRESHOLD,
		seed,
		removed: new Set(),
		filtered: ['axis'],
		schools: schools.length > 1 ? SCHOOLS : [],
		schoolOf: (card) => card[0]
	});
	return points.length === 0 ? null : JSON.stringify([points, [...slices].sort()]);
}

/** What looks the same → for each set of cards, all the sizes it may have then. */
class Alike {
	readonly seen = new Map<string, Map<string, Set<number>>>();

	add(shown: string, sets: Sets): void {
		const sizes = this.seen.get(shown) ?? new Map<string, Set<number>>();
		this.seen.set(shown, sizes);
		for (const [name, size] of Object.entries(sets)) sizes.set(name, (sizes.get(name) ?? new Set()).add(size));
	}
	expectNobodyCertain(): void {
		for (const [shown, sets] of this.seen) {
			for (const [name, sizes] of sets) {
				const few = [...sizes].every((size) => size >= 1 && size < THRESHOLD);
				expect(few, `${name}: ${[...sizes].join(' or ')} cards, when ${shown} is shown`).toBe(false);
			}
		}
	}
}

test('S9: whatever the schools in a cell, no school and no rest of some schools is known to be a few cards', () => {
	const alike = new Alike();
	for (const seed of SEEDS) {
		for (let a = 0; a <= 26; a += 1) {
			for (let b = 0; b <= 14; b += 1) {
				for (let c = 0; c <= 8; c += 1) {
					const shown = shownOf({ schools: [a, b, c], evening: 0 }, seed);
					if (shown !== null) alike.add(shown, { a, b, c, 'not a': b + c, 'not b': a + c, 'not c': a + b });
				}
			}
		}
	}
	expect(alike.seen.size).toBeGreaterThan(30);
	alike.expectNobodyCertain();
});

test('S9: neither whoever chose the evening nor whoever did not is known to be a few cards', () => {
	const alike = new Alike();
	for (const seed of SEEDS) {
		for (let total = 5; total <= 60; total += 1) {
			for (let evening = 0; evening <= total; evening += 1) {
				const shown = shownOf({ schools: [total], evening }, seed);
				if (shown !== null) alike.add(shown, { evening, 'not evening': total - evening });
			}
		}
	}
	expect(alike.seen.size).toBeGreaterThan(30);
	alike.expectNobodyCertain();
});

/** A slice and the rest of its cell, at two releases one after the other, when no mark is ever taken back. */
test.each([
	['time of day', (inside: number, rest: number): World => ({ schools: [inside + rest], evening: inside })],
	['school', (inside: number, rest: number): World => ({ schools: [inside, 0, rest], evening: 0 })]
])('S9: nor are they after a second release, by %s, even to somebody who is sure of that', (_by, world) => {
	const alike = new Alike();
	for (const seed of SEEDS) {
		const known = new Map<string, string | null>();
		const look = (inside: number, rest: number): string | null => {
			const name = `${String(inside)} ${String(rest)}`;
			const shown = known.get(name) ?? shownOf(world(inside, rest), seed);
			known.set(name, shown);
			return shown;
		};
		for (let inside = 0; inside <= 16; inside += 1) {
			for (let rest = 0; rest <= 14; rest += 1) {
				const first = look(inside, rest);
				for (let more = 0; first !== null && more <= 10; more += 1) {
					for (let fresh = 0; fresh <= 10; fresh += 1) {
						const second = look(inside + more, rest + fresh);
						const before = { 'inside before': inside, 'outside before': rest };
						const now = { 'inside now': inside + more, 'outside now': rest + fresh };
						if (second !== null) alike.add(`${first} then ${second}`, { ...before, ...now });
					}
				}
			}
		}
	}
	expect(alike.seen.size).toBeGreaterThan(30);
	alike.expectNobodyCertain();
});
