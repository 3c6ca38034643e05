/** What a student's hand does next, of everything the open stations offer. Made up; nothing here was said by a student. */
import type { CommandBody } from '../../../src/lib/live/protocol.ts';
import { SIDE, cellIndex, writeArea } from '../../../src/lib/summit/grid.ts';
import type { Entry, Feeling, Rating } from '../../../src/lib/summit/stations/entries.ts';
import type { Band, StationSettings, Step } from '../../../src/lib/summit/stations/settings.ts';
import type { Chance } from '../chance.ts';

interface Hand {
	open: readonly StationSettings[];
	band: Band;
	chance: Chance;
	/** Ids of this card's marks that stand in a step. */
	standing: (station: string, step: string) => readonly string[];
}

/** Plain words: others may read like a name or a disclosure and then go another way (S7). */
const WORDS = [
	'fix the lights in the underpass',
	'a later bus on practice days',
	'more benches where people can see you',
	'open the library until six',
	'put the crossing nearer the school gate',
	'an adult by the back gate at half past three',
	'somewhere warm to wait that is not the shops'
] as const;
const FEELINGS: readonly [Feeling, ...Feeling[]] = ['safe', 'mixed', 'unsafe'];
const RATINGS: readonly [Rating, ...Rating[]] = [...FEELINGS, 'unused'];
/** One act in so many is words. */
const WORDS_ONE_IN = 8;

export function whatAHandDoes({ open, band, chance, standing }: Hand): CommandBody | null {
	const station = open[chance.draw(open.length)];
	if (!station) return null;
	const words = chance.draw(WORDS_ONE_IN) === 0;
	const steps = station.steps.filter((step) => (step.type === 'words') === words);
	const step = steps[chance.draw(steps.length)];
	if (!step) return null;
	const placed = standing(station.id, step.id);
	// Whoever has used all pins of a step takes one back to put it elsewhere.
	if (step.type === 'marks' && placed.length >= step.most)
		return { type: 'station:withdraw', station: station.id, contribution: placed[0] ?? '' };
	const entry = entryFor({ station, step, band, chance });
	if (entry === null) return null;
	const body: CommandBody = { type: 'station:contribute', station: station.id, step: step.id, entry };
	return step.type === 'words' ? { ...body, words: chance.pick(WORDS) } : body;
}

function some(list: readonly { id: string }[], most: number, chance: Chance): string[] {
	const chosen = list.filter(() => chance.draw(4) === 0).slice(0, most);
	return chosen.map(({ id }) => id);
}

type Asked = { station: StationSettings; step: Step } & Pick<Hand, 'band' | 'chance'>;

function entryFor({ station, step, band, chance }: Asked): Entry | null {
	switch (step.type) {
		case 'marks':
			return station.kind === 'map' ? markOn(station, chance) : null;
		case 'ratings': {
			if (station.kind !== 'platforms') return null;
			const offered = station.platforms.filter((one) => one.bands.includes(band));
			const platform = offered[chance.draw(offered.length)];
			if (!platform) return null;
			const rating = chance.pick(RATINGS);
			return { type: 'rating', platform: platform.id, rating, reasons: some(station.reasons, 3, chance) };
		}
		case 'sorting': {
			if (station.kind !== 'friendships') return null;
			const cards: readonly { id: string }[] = station[step.set];
			const card = cards[chance.draw(cards.length)];
			return card ? { type: 'sort', card: card.id, pile: chance.pick(FEELINGS) } : null;
		}
		case 'choices': {
			const choice = step.choices[chance.draw(step.choices.length)];
			return choice ? { type: 'choices', choices: [choice.id] } : null;
		}
		case 'words':
			return { type: 'words' };
	}
}

/** A named place, a pin near one, or an area painted around one. */
function markOn(station: Extract<StationSettings, { kind: 'map' }>, chance: Chance): Entry | null {
	const place = station.places[chance.draw(station.places.length)];
	if (!place) return null;
	const lists = {
		when: some(station.when, 2, chance),
		with: some(station.with, 1, chance),
		why: some(station.why, 3, chance)
	};
	const mark = { type: 'mark' as const, at: null, place: null, feeling: chance.pick(FEELINGS), ...lists };
	const way = chance.draw(3);
	if (way === 0 || place.noPins === true) return { ...mark, place: place.id };
	if (way === 1) return { ...mark, area: areaAround(place.at, chance) };
	const near = (value: number): number => Math.min(1, Math.max(0, value + (chance.draw(41) - 20) / 1_000));
	return { ...mark, at: [near(place.at[0]), near(place.at[1])] };
}

/** A few squares around a place, as one stroke of a finger leaves them. */
function areaAround(at: readonly [number, number], chance: Chance): string {
	const [across, down] = [chance.draw(3) + 1, chance.draw(2) + 1];
	const square = (value: number, by: number): number => Math.min(SIDE - 1, Math.max(0, Math.floor(value * SIDE) + by));
	const cells: number[] = [];
	for (let x = -across; x <= across; x += 1)
		for (let y = -down; y <= down; y += 1) cells.push(cellIndex(square(at[0], x), square(at[1], y)));
	return writeArea(cells);
}
