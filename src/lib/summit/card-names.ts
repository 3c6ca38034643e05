/**
 * The only identity a card has: a colour, an animal and a number, drawn by lot. Nothing about the student goes into it
 * (S1). Names are chosen so that none of them can hurt: no pigs, rats, snakes or apes, no black, white or brown.
 */

export const ANIMALS = [
	'otter',
	'heron',
	'badger',
	'fox',
	'hare',
	'robin',
	'newt',
	'owl',
	'seal',
	'wren',
	'mole',
	'swift',
	'hedgehog',
	'finch',
	'toad',
	'vole'
] as const;

export const COLOURS = [
	'teal',
	'sky',
	'moss',
	'plum',
	'coral',
	'amber',
	'slate',
	'rose',
	'mint',
	'sand',
	'lilac',
	'navy'
] as const;

export type Animal = (typeof ANIMALS)[number];
export type Colour = (typeof COLOURS)[number];
export type CardName = { colour: Colour; animal: Animal; number: number };

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "Teal Otter 42": as a card, a screen and a person say it. */
export function cardName({ colour, animal, number }: CardName): string {
	return `${capital(colour)} ${capital(animal)} ${String(number)}`;
}

/** Two figures are easy to say across a room; three are used only when all of those are taken. */
const TWO_FIGURES = { from: 10, names: 90 * ANIMALS.length * COLOURS.length };
const THREE_FIGURES = { from: 100, names: 900 * ANIMALS.length * COLOURS.length };

const TRIES_BY_LOT = 24;

/**
 * A name nobody has. `draw(below)` gives a whole number from 0 to `below - 1`; `taken` is asked with the name as
 * `cardName` says it. A few draws by lot, then every name in turn from a drawn start, so that it always ends. 17,280
 * names have two figures and 172,800 three; when every one is taken it throws a RangeError.
 */
export function drawCardName(draw: (below: number) => number, taken: (name: string) => boolean): CardName {
	for (let tries = 0; tries < TRIES_BY_LOT; tries++) {
		const name = nameAt(TWO_FIGURES.from, draw(TWO_FIGURES.names));
		if (!taken(cardName(name))) return name;
	}
	for (const { from, names } of [TWO_FIGURES, THREE_FIGURES]) {
		const start = draw(names);
		for (let step = 0; step < names; step++) {
			const name = nameAt(from, (start + step) % names);
			if (!taken(cardName(name))) return name;
		}
	}
	throw new RangeError('Every card name is taken.');
}

/** The names of one length, in a fixed order: colour changes fastest, so that neighbours in a sweep look unlike. */
function nameAt(from: number, place: number): CardName {
	const colour = COLOURS[place % COLOURS.length];
	const animal = ANIMALS[Math.floor(place / COLOURS.length) % ANIMALS.length];
	if (!colour || !animal) throw new RangeError('A draw must be a whole number from 0 up.');
	return { colour, animal, number: from + Math.floor(place / (COLOURS.length * ANIMALS.length)) };
}
