import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figures, roundedDown } from './figures.ts';
import type { ReleasedPoint } from './figures.ts';
import { foundSummit } from './founding.ts';
import { pointKey } from './stations/kind.ts';
import type { Point } from './stations/kind.ts';
import { kindOf } from './stations/kinds.ts';
import { stepOf } from './stations/kinds.ts';
import { drop, takeIn } from './stations/tally.ts';
import type { Entry } from './stations/entries.ts';
import { createStation } from './stations.ts';
import type { Contribution, Station } from './stations.ts';
import { writeArea } from './grid.ts';
import { evolve } from './evolve.ts';
import type { LoggedEvent } from './summit.ts';
import { NEIGHBOURHOOD } from './templates/neighbourhood.ts';
import { Stage, contribute, mark } from './testing.ts';
import { Day, RUNS } from './testing-day.ts';

const lot = fc.nat(9999);
const presses = (most: number) =>
	fc.array(fc.record({ who: lot, what: lot, on: lot, also: lot, wait: fc.nat(4000) }), {
		minLength: Math.floor(most / 3),
		maxLength: most,
		size: 'max'
	});

function pointsOf(station: Station, step: string, entry: Parameters<ReturnType<typeof kindOf>['points']>[1]): Point[] {
	const found = stepOf(station, step);
	return found ? kindOf(station.settings).points(found, entry) : [];
}
/** A station's tally, counted again from its contributions. */
function counted(station: Station): Record<string, Record<string, number>> {
	const tally: Record<string, Record<string, number>> = {};
	for (const { card, step, entry } of station.contributions.values()) {
		for (const point of entry ? pointsOf(station, step, entry) : []) {
			const cards = (tally[pointKey(point)] ??= {});
			cards[card] = (cards[card] ?? 0) + 1;
		}
	}
	return tally;
}
const asRecord = (tally: Station['tally']): Record<string, Record<string, number>> =>
	Object.fromEntries([...tally].map(([key, cards]) => [key, Object.fromEntries(cards)]));

function contributionOf({ card, entry }: { card: number; entry: Entry }, n: number): Contribution {
	return { id: `mark-${String(n)}`, card: `card-${String(card)}`, step: 'good-places', entry, at: n };
}

type Parent = (axis: string, cell: string) => string | null;
/** Each finest point's cards, given to the first released cell on its way up: what a release's figures must stand for. */
function standingFor(
	tally: Station['tally'],
	released: readonly ReleasedPoint[],
	parent: Parent
): Map<string, Set<string>> {
	const groups = new Map(released.map((point) => [pointKey(point), new Set<string>()]));
	for (const [key, cards] of tally) {
		const [axis = '', finest = '', answer = ''] = key.split('|');
		for (let cell: string | null = finest; cell !== null; cell = parent(axis, cell)) {
			const group = groups.get(pointKey({ axis, cell, answer }));
			if (!group) continue;
			for (const card of cards.keys()) group.add(card);
			break;
		}
	}
	return groups;
}

test('S9: the tally kept mark by mark is the tally counted from the start', () => {
	fc.assert(
		fc.property(presses(150), (pressed) => {
			const day = new Day(Stage.open(6));
			for (const press of pressed) {
				day.press(press);
				for (const station of day.stage.summit.stations.values()) {
					expect(asRecord(station.tally)).toEqual(counted(station));
				}
			}
		}),
		RUNS(25)
	);
});

test('S9: every released figure stands for its threshold of different cards, and no parent lets out a thin residue', () => {
	const cells = fc.record({ x: fc.nat(7), y: fc.nat(7), card: fc.nat(30), unsafe: fc.boolean() });
	const parent: Parent = (axis, cell) => kindOf(NEIGHBOURHOOD).parent(axis, cell);
	fc.assert(
		fc.property(
			fc.array(cells, { maxLength: 150 }),
			fc.integer({ min: 5, max: 9 }),
			fc.string(),
			(marks, threshold, seed) => {
				const tally: Station['tally'] = new Map();
				for (const { x, y, card, unsafe } of marks) {
					for (const [axis, cell] of [
						['grid', `5/${String(x)}/${String(y)}`],
						['why', x === 0 ? 'other' : `why-${String(x)}`]
					] as const) {
						const key = pointKey({ axis, cell, answer: unsafe ? 'unsafe' : 'safe' });
						const cards = tally.get(key) ?? new Map<string, number>();
						tally.set(key, cards.set(`card-${String(card)}`, 1));
					}
				}
				const removed = new Set(['card-3']);
				const noSlices = { filtered: [], schools: [], schoolOf: () => undefined };
				const released = figures({ tally, parent, threshold, seed, removed, ...noSlices }).points;
				const groups = standingFor(tally, released, parent);
				expect(groups.size).toBe(released.length);
				for (const point of released) {
					const cards = groups.get(pointKey(point)) ?? new Set();
					cards.delete('card-3');
					expect(cards.size).toBeGreaterThanOrEqual(threshold);
					expect(point.cards).toBe(roundedDown(cards.size, threshold));
					expect(point.cards).toBeGreaterThanOrEqual(5);
				}
			}
		),
		RUNS(300)
	);
});

test('S13: when any marks are erased from the log, the tally is that of the marks that are left', () => {
	fc.assert(
		fc.property(presses(120), fc.array(fc.boolean(), { minLength: 20, maxLength: 40 }), (pressed, erased) => {
			const day = new Day(Stage.open(6));
			for (const press of pressed) day.press(press);
			const [first] = day.stage.log;
			if (!first) throw new Error('The log is empty.');
			const again = foundSummit('summit-1', first);
			for (const [index, event] of day.stage.log.entries()) {
				const gone = event.type === 'station:contributed' && erased[index % erased.length];
				evolve(again, gone ? { ...event, secret: null } : event);
			}
			for (const station of again.stations.values()) expect(asRecord(station.tally)).toEqual(counted(station));
		}),
		RUNS(25)
	);
});

test('M5, S9: marks in any order, some taken back, tally as those that stand, by time of day too', () => {
	const { when, places } = NEIGHBOURHOOD;
	const where = fc.oneof(
		fc.record({ at: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })) }),
		fc.record({ place: fc.constantFrom(...places.map(({ id }) => id)) }),
		fc.record({ area: fc.uniqueArray(fc.nat(1023), { minLength: 1, maxLength: 40 }).map(writeArea) })
	);
	const entry = fc
		.tuple(where, fc.constantFrom('safe', 'mixed', 'unsafe'), fc.subarray(when.map(({ id }) => id)))
		.map(([spot, feeling, times]): Entry => ({
			type: 'mark',
			at: null,
			place: null,
			feeling,
			when: times,
			with: [],
			why: [],
			...spot
		}));
	const one = fc.record({ entry, card: fc.nat(5), order: fc.nat(), back: fc.boolean() });
	fc.assert(
		fc.property(fc.array(one, { maxLength: 30 }), (marks) => {
			const [forth, sorted] = [createStation(NEIGHBOURHOOD), createStation(NEIGHBOURHOOD)];
			const named = marks.map((mark, n) => ({ ...mark, contribution: contributionOf(mark, n) }));
			for (const { contribution } of named) takeIn(forth, contribution);
			for (const { contribution, back } of named) if (back) drop(forth, contribution.id);
			const standing = named.filter(({ back }) => !back).sort((a, b) => a.order - b.order);
			for (const { contribution } of standing) takeIn(sorted, contribution);
			expect(asRecord(forth.tally)).toEqual(asRecord(sorted.tally));
			expect(asRecord(forth.tally)).toEqual(counted(forth));
			const sliced = standing.some((mark) => mark.entry.type === 'mark' && mark.entry.when.length > 0);
			expect([...forth.tally.keys()].some((key) => key.includes('|when:'))).toBe(sliced);
		}),
		RUNS(150)
	);
});

/** Cards whose standing marks changed between two moments of the log, and that still count at the second. */
function changedIn(log: readonly LoggedEvent[], station: string): Set<string> {
	const changed = new Set<string>();
	for (const event of log) {
		if (event.type === 'station:withdrawn' && event.station === station) changed.add(event.card);
		if (event.type === 'cards:wiped' || event.type === 'cards:unwiped') {
			if (event.station === null || event.station === station) changed.add(event.card);
		}
		if (event.type !== 'station:contributed' || event.station !== station || event.late !== null) continue;
		if (event.secret?.entry && event.secret.entry.type !== 'words') changed.add(event.card);
	}
	return changed;
}

test('S9: between two releases of a station at least five cards changed it, and five seconds passed', () => {
	fc.assert(
		fc.property(presses(100), fc.array(fc.nat(999), { minLength: 60, maxLength: 90 }), (pressed, more) => {
			const day = new Day(Stage.open(14));
			const { stage } = day;
			for (const [index, press] of pressed.entries()) {
				day.press(press);
				const lot = more[index % more.length] ?? 0;
				const at: [number, number] = [(lot % 4) / 8, (lot % 3) / 8];
				stage.do(stage.card(lot % 14), contribute('neighbourhood', 'good-places', mark(at)));
			}
			for (const station of stage.summit.stations.keys()) {
				let from = 0;
				let last = -Infinity;
				for (const [index, event] of stage.log.entries()) {
					if (event.type !== 'station:released' || event.station !== station) continue;
					expect(changedIn(stage.log.slice(from, index), station).size).toBeGreaterThanOrEqual(5);
					expect(event.at - last).toBeGreaterThanOrEqual(5000);
					for (const { cards } of event.release.points) expect(cards >= 5 && cards % 5 === 0).toBe(true);
					[from, last] = [index + 1, event.at];
				}
			}
		}),
		RUNS(40)
	);
});
