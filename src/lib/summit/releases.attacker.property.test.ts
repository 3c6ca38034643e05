/**
 * An observer who keeps every row of every release and of every filter, and knows the rules and the threshold: what can
 * they work out by taking one figure from another? Each figure is a span of counts to them; the difference of two spans
 * must never be certain to be a few cards, more than none and fewer than the threshold (S9). That the truth always lies
 * in the span shows that this observer reasons rightly.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedDown } from './figures.ts';
import { cellAt, cellIndex, parentCell, writeArea } from './grid.ts';
import { readHeatTile } from './heat-tiles.ts';
import { pointKey, pointOf } from './stations/kind.ts';
import { kindOf } from './stations/kinds.ts';
import type { MarkEntry } from './stations/entries.ts';
import type { Context } from './subject.ts';
import { due } from './duties.ts';
import { evolve } from './evolve.ts';
import { decide } from './summit.ts';
import type { Event } from './summit.ts';
import { FACILITATOR, KIT, OBSERVER, SCHOOLS, Stage, mark } from './testing.ts';
import { RUNS } from './testing-day.ts';
import { keysOf, rowOf } from './topics.ts';
import { heatTopics } from './topics/heat.ts';
import type { HeatRows } from './topics/heat.ts';
import type { ReleaseRow } from './topics/room.ts';
import { mayWatch, parseTopic } from './roles.ts';

const STATION = 'neighbourhood';
const EVERYBODY = 'everybody';

/** A room that goes straight from event to event: hundreds of marks without looking for side effects at each. */
class Room {
	readonly stage: Stage;
	readonly marks: { id: string; card: string }[] = [];
	private now: number;
	private made = 0;

	constructor(cards: number, threshold: number) {
		this.stage = Stage.open(0, { change: { threshold } });
		// Some schools are much larger than others.
		for (let n = 0; n < cards; n += 1) this.stage.join([0, 1, 0, 2, 0, 1, 0][n % 7] ?? 0);
		this.stage.must(FACILITATOR, { type: 'station:reveal', station: STATION, seen: 1 });
		this.now = this.stage.now;
	}
	get cards(): string[] {
		return [...this.stage.summit.cards.list.keys()];
	}
	put(card: string, entry: MarkEntry): void {
		const [contribution, step] = [`mark-${String((this.made += 1))}`, 'worry-places'];
		this.marks.push({ id: contribution, card });
		const sent = { station: STATION, contribution, card, step, late: null, item: null, route: 'queue' } as const;
		this.happens({ type: 'station:contributed', ...sent, secret: { entry, words: null, marks: [] } });
	}
	takeBack(lot: number): void {
		const [gone] = this.marks.splice(lot % Math.max(1, this.marks.length), 1);
		if (gone) this.happens({ type: 'station:withdrawn', station: STATION, contribution: gone.id, card: gone.card });
	}
	remove(card: string): void {
		const removed = this.stage.summit.cards.list.get(card)?.removedAt !== null;
		this.happens({ type: removed ? 'cards:restored' : 'cards:removed', card });
	}
	/** An adult clears a card's drawing, or brings it back (S8). */
	clear(card: string): void {
		const cleared = [...(this.stage.summit.stations.get(STATION)?.cleared.values() ?? [])];
		const back = cleared.some((one) => one.card === card);
		this.happens({ type: back ? 'cards:unwiped' : 'cards:wiped', card, station: STATION });
	}
	/** Five seconds pass; whether a release came. */
	tick(): boolean {
		this.now += 5000;
		const context: Context = {
			actor: KIT,
			now: this.now,
			id: () => 'id-000001',
			draw: () => 0,
			read: () => [],
			network: 'safe'
		};
		let came = false;
		for (const duty of due(this.stage.summit, this.now)) {
			const decision = decide(this.stage.summit, { ...duty, id: 'id-000001' }, context);
			for (const event of decision.ok ? decision.events : []) this.happens(event);
			came ||= decision.ok && duty.type === 'station:release';
		}
		return came;
	}
	private happens(event: Event): void {
		const { summit } = this.stage;
		evolve(summit, { ...event, seq: summit.seq + 1, at: this.now, actor: 'kit:kit' });
	}
}

/** All an observer is sent of the newest release: point → figure. */
function received({ stage }: Room): Map<string, number> {
	const figures = new Map<string, number>();
	const rows = (text: string): [string, unknown][] => {
		const topic = parseTopic(text);
		if (!topic || !mayWatch(OBSERVER, topic)) return [];
		return keysOf(stage.summit, topic)
			.map((key): [string, unknown] => [key, rowOf(stage.summit, topic, key)])
			.filter(([, row]) => row !== null);
	};
	// The shapes are those of `WallRows` and `HeatRows`, by key.
	const release = rows('wall').find(([key]) => key === `release:${STATION}`)?.[1] as ReleaseRow;
	for (const { cards, ...point } of release.points) figures.set(pointKey(point), cards);
	if (release.cards > 0) figures.set(EVERYBODY, release.cards);
	for (const topic of heatTopics(stage.summit, STATION)) {
		const [, name] = topic.split('/');
		const slice = name === undefined ? {} : { slice: name };
		for (const [key, row] of rows(topic)) {
			if (key === 'places') {
				for (const { cards, ...point } of row as HeatRows['places'])
					figures.set(pointKey({ ...point, ...slice }), cards);
			}
			if (!key.startsWith('tile:')) continue;
			for (const { cell, parts } of readHeatTile(key.slice('tile:'.length), String(row))) {
				for (const [answer, cards] of Object.entries(parts)) {
					if (cards > 0) figures.set(pointKey({ axis: 'grid', cell, answer, ...slice }), cards);
				}
			}
		}
	}
	return figures;
}

/** What nobody outside sees: the cards behind each figure, counted from the marks themselves. */
function truth({ stage }: Room, figures: ReadonlyMap<string, number>): Map<string, Set<string>> {
	const cards = new Map([...figures.keys()].map((key) => [key, new Set<string>()]));
	const station = stage.summit.stations.get(STATION);
	if (!station) return cards;
	const kind = kindOf(station.settings);
	for (const { card, entry, step: id } of station.contributions.values()) {
		const found = stage.summit.cards.list.get(card);
		const step = station.settings.steps.find((one) => one.id === id);
		if (!entry || !step || found?.removedAt !== null) continue;
		cards.get(EVERYBODY)?.add(card);
		for (const { axis, cell: finest, answer, slice } of kind.points(step, entry)) {
			let cell: string | null = finest;
			while (cell !== null && !figures.has(pointKey({ axis, cell, answer }))) cell = kind.parent(axis, cell);
			if (cell === null) continue;
			const own = slice === undefined ? [{}, { slice: `school:${found.school}` }] : [{ slice }];
			for (const which of own) cards.get(pointKey({ axis, cell, answer, ...which }))?.add(card);
		}
	}
	return cards;
}

interface Span {
	least: number;
	most: number;
}
/** How many cards a figure may stand for. What a filter leaves may be told short of its group (see `figures.ts`). */
class Reasoning {
	private readonly steps = new Map<number, Span>();
	readonly figures: ReadonlyMap<string, number>;
	private readonly threshold: number;

	constructor(figures: ReadonlyMap<string, number>, threshold: number) {
		this.figures = figures;
		this.threshold = threshold;
		for (let count = threshold; count < 400; count += 1) {
			const figure = roundedDown(count, threshold);
			this.steps.set(figure, { least: this.steps.get(figure)?.least ?? count, most: count });
		}
	}
	span(key: string): Span | null {
		const figure = this.figures.get(key);
		const step = figure === undefined ? undefined : this.steps.get(figure);
		if (figure === undefined) return null;
		if (!step) throw new Error(`${key} says ${String(figure)}, which no count is rounded to.`);
		const { slice, ...group } = pointOf(key);
		const whole = slice === undefined ? null : this.span(pointKey(group));
		if (!whole) return step;
		const others = slice?.startsWith('school:') ? this.schools(group).filter((other) => other !== key) : [];
		const shared = others.reduce((sum, other) => sum + (this.steps.get(this.figures.get(other) ?? 0)?.most ?? 0), 0);
		const told = whole.least - shared - this.threshold > step.most;
		return { least: step.least, most: told ? step.most : whole.most };
	}
	/** The schools a group has figures of. */
	schools(group: { axis: string; cell: string; answer: string }): string[] {
		return SCHOOLS.map((school) => pointKey({ ...group, slice: `school:${school}` })).filter((key) =>
			this.figures.has(key)
		);
	}
	/** Figures whose cards hold all the cards of this one. */
	above(key: string, placeAt: (id: string) => readonly [number, number] | undefined): string[] {
		const { axis, cell, answer, slice } = pointOf(key);
		const keys: string[] = [EVERYBODY];
		if (slice !== undefined) keys.push(pointKey({ axis, cell, answer }));
		if (slice?.startsWith('when:')) keys.push(pointKey({ axis: 'when', cell: slice.slice('when:'.length), answer }));
		const at = axis === 'place' ? placeAt(cell) : undefined;
		for (let held = at ? cellAt(at) : null; held !== null; held = parentCell(held)) {
			if (!this.figures.has(pointKey({ axis: 'grid', cell: held, answer }))) continue;
			keys.push(pointKey({ axis: 'grid', cell: held, answer, ...(slice === undefined ? {} : { slice }) }));
			break;
		}
		return keys.filter((other) => other !== key && this.figures.has(other));
	}
}

const certain = ({ least, most }: Span, threshold: number): boolean => least >= 1 && most < threshold;

/** One thing that happens before a release: some of a school's cards mark a cell, or marks and cards go. */
const doing = fc.record({
	what: fc.constantFrom('pin', 'pin', 'area', 'place', 'back', 'remove', 'clear'),
	from: fc.nat(60),
	many: fc.integer({ min: 1, max: 18 }),
	column: fc.nat(2),
	row: fc.nat(1),
	feeling: fc.constantFrom('unsafe', 'unsafe', 'safe'),
	times: fc.constantFrom<string[]>([], ['evening'], ['evening'], ['after-school', 'evening'])
});

test('S9: nothing an observer was ever sent says of a few cards that they are there', () => {
	let compared = 0;
	fc.assert(
		fc.property(
			fc.array(fc.array(doing, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 }),
			fc.integer({ min: 12, max: 60 }),
			fc.integer({ min: 5, max: 12 }),
			(rounds, cards, threshold) => {
				const room = new Room(cards, threshold);
				const settings = room.stage.summit.stations.get(STATION)?.settings;
				if (settings?.kind !== 'map') return;
				const place = settings.places.find(({ noPins }) => !noPins);
				const placeAt = (id: string) => settings.places.find((one) => one.id === id && !one.noPins)?.at;
				const corner = cellAt(place?.at ?? [0, 0])
					.split('/')
					.map(Number);
				let before: Reasoning | null = null;
				for (const round of rounds) {
					for (const { what, from, many, column, row, feeling, times } of round) {
						const who = room.cards.filter((_, n) => n >= from % cards && n < (from % cards) + many);
						const [x, y] = [Math.min(31, (corner[1] ?? 0) + column), Math.min(31, (corner[2] ?? 0) + row)];
						const at: [number, number] = [(x + 0.5) / 32, (y + 0.5) / 32];
						for (const card of who) {
							if (what === 'back') room.takeBack(from);
							else if (what === 'clear') room.clear(card);
							else if (what === 'remove') {
								if (card === who[0]) room.remove(card);
							} else if (what === 'area') {
								const area = writeArea([cellIndex(x, y), cellIndex(Math.min(31, x + 1), y)]);
								room.put(card, { ...mark(at, feeling), at: null, area, when: times });
							} else room.put(card, { ...mark(what === 'pin' ? at : (place?.id ?? ''), feeling), when: times });
						}
					}
					if (!room.tick()) continue;
					const reasoning = new Reasoning(received(room), threshold);
					const counted = truth(room, reasoning.figures);
					for (const key of reasoning.figures.keys()) {
						const span = reasoning.span(key);
						const count = counted.get(key)?.size ?? 0;
						if (!span) continue;
						const where = `${key} is ${String(count)}, told ${String(reasoning.figures.get(key))}`;
						expect(count >= span.least && count <= span.most, where).toBe(true);
						for (const above of reasoning.above(key, placeAt)) {
							const whole = reasoning.span(above);
							if (!whole) continue;
							compared += 1;
							const rest = { least: Math.max(0, whole.least - span.most), most: whole.most - span.least };
							const left = (counted.get(above)?.size ?? 0) - count;
							const words = `${where}; ${above} without it is ${String(left)}, seen as ${JSON.stringify(rest)}`;
							expect(left >= rest.least && left <= rest.most, words).toBe(true);
							expect(certain(rest, threshold), words).toBe(false);
						}
						const schools = reasoning.schools(pointOf(key)).map((school) => reasoning.span(school));
						if (schools.length > 0 && pointOf(key).slice === undefined) {
							const sum = (end: keyof Span) => schools.reduce((all, one) => all + (one?.[end] ?? 0), 0);
							const rest = { least: span.least - sum('most'), most: span.most - sum('least') };
							expect(certain(rest, threshold), `${where}: schools without a figure`).toBe(false);
						}
						const earlier = before?.span(key);
						if (!earlier) continue;
						const change = { least: span.least - earlier.most, most: span.most - earlier.least };
						const fewer = { least: -change.most, most: -change.least };
						const words = `${where}, earlier ${JSON.stringify(earlier)}`;
						expect(certain(change, threshold) || certain(fewer, threshold), words).toBe(false);
					}
					before = reasoning;
				}
			}
		),
		RUNS(100)
	);
	expect(compared).toBeGreaterThan(2000);
});
