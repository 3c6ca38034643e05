/**
 * From a tally to figures that may be shown (S9). A figure stands for at least the threshold and a secret extra of its
 * cell, is rounded down, and what is too thin is merged into its parent or left out. Each shown group (one answer in one
 * cell) may also be asked for by time of day and by school: a slice. A group less its slices is a group too, so no slice
 * ever says whether the cards it leaves out are none or a few. Pure counting: who reads the figures is for `topics.ts`.
 */
import { pointKey, pointOf } from './stations/kind.ts';
import type { Point } from './stations/kind.ts';

export interface ReleasedPoint {
	axis: string;
	cell: string;
	answer: string;
	/** Different cards, rounded down; never below five. */
	cards: number;
}
export interface Figures {
	points: ReleasedPoint[];
	/** Slice (`when:evening`, `school:north`) → its figures, in the same cells; one that has none is not there. */
	slices: Map<string, ReleasedPoint[]>;
}
export interface Counting {
	tally: ReadonlyMap<string, ReadonlyMap<string, number>>;
	parent: (axis: string, cell: string) => string | null;
	threshold: number;
	seed: string;
	/** Cards that do not count any more. */
	removed: ReadonlySet<string>;
	/** Axes that have slices, and the school of a card; `schools` are all there are. */
	filtered: readonly string[];
	schools: readonly string[];
	schoolOf: (card: string) => string | undefined;
}

/**
 * Rounds down to fives, or to tens and more where the threshold is ten and more; the lowest step is as wide as two where
 * the threshold does not begin one. So two neighbouring figures are never nearer than the threshold can be: "10 of one
 * and 15 of the other" leaves open whether the difference is one card or more than the threshold.
 */
export function roundedDown(count: number, threshold: number): number {
	const step = 5 * Math.ceil((threshold + 1) / 10);
	const lowest = Math.floor(threshold / step) * step;
	const full = threshold === lowest ? lowest : lowest + 2 * step;
	return count < full ? lowest : Math.floor(count / step) * step;
}

/** A number 0, 1 or 2 nobody outside can predict, the same for one cell throughout a summit (S9). */
export function secretExtra(seed: string, key: string): number {
	let hash = 0x811c9dc5;
	for (const char of `${seed}|${key}|${seed}`) {
		hash ^= char.codePointAt(0) ?? 0;
		hash = Math.imul(hash, 0x01000193);
		hash ^= hash >>> 15;
	}
	return (hash >>> 0) % 3;
}

/** The tally's own cards wherever they can be counted as they are: copying them at each release would cost the most. */
type Cards = ReadonlyMap<string, number> | ReadonlySet<string>;

interface Group {
	axis: string;
	cell: string;
	answer: string;
	cards: Cards;
	/** Slice by time of day → those of its cards. */
	times: Map<string, Cards>;
}

/**
 * The figures of a release. What stays below its threshold moves to the parent cell together with its siblings, its slices
 * with it; at the top it is left out.
 */
export function figures(counting: Counting): Figures {
	const shown: Figures = { points: [], slices: new Map() };
	let level = groupsOf(counting);
	while (level.size > 0) {
		const above = new Map<string, Group>();
		const last = [...level.values()].every(({ axis, cell }) => counting.parent(axis, cell) === null);
		for (const group of level.values()) {
			const parent = counting.parent(group.axis, group.cell);
			// A top cell waits until everything that may merge into it has: one name is never released twice.
			if (!last && parent === null) merge(above, group);
			else if (group.cards.size >= least(counting, group)) show(counting, group, shown);
			else if (parent !== null) merge(above, { ...group, cell: parent });
		}
		level = above;
	}
	return {
		points: sorted(shown.points),
		slices: new Map([...shown.slices].map(([slice, points]) => [slice, sorted(points)]))
	};
}

/** By their keys, each made once: made at each comparison they would cost more than the counting. */
function sorted(points: readonly ReleasedPoint[]): ReleasedPoint[] {
	const keyed = points.map((point) => ({ key: pointKey(point), point }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ point }) => point);
}

function least({ threshold, seed }: Counting, point: Point): number {
	return threshold + secretExtra(seed, pointKey(point));
}

function groupsOf({ tally, removed }: Counting): Map<string, Group> {
	const groups = new Map<string, Group>();
	const sliced: [string, Point][] = [];
	for (const [key, cards] of tally) {
		const point = pointOf(key);
		if (point.slice !== undefined) sliced.push([key, point]);
		else groups.set(key, { ...point, cards: standing(cards), times: new Map() });
	}
	for (const [key, { slice = '', ...point }] of sliced) {
		groups.get(pointKey(point))?.times.set(slice, standing(tally.get(key) ?? new Set()));
	}
	return groups;

	function standing(cards: Cards): Cards {
		const gone = [...removed].some((card) => cards.has(card));
		return gone ? new Set([...cards.keys()].filter((card) => !removed.has(card))) : cards;
	}
}

function merge(level: Map<string, Group>, group: Group): void {
	const key = pointKey({ axis: group.axis, cell: group.cell, answer: group.answer });
	const known = level.get(key);
	if (!known) {
		level.set(key, group);
		return;
	}
	known.cards = together(known.cards, group.cards);
	for (const [slice, cards] of group.times) {
		const before = known.times.get(slice);
		known.times.set(slice, before ? together(before, cards) : cards);
	}
}
function together(some: Cards, others: Cards): Cards {
	return new Set([...some.keys(), ...others.keys()]);
}

function show(counting: Counting, group: Group, shown: Figures): void {
	const { axis, cell, answer, cards } = group;
	const rounded = (count: number) => roundedDown(count, counting.threshold);
	shown.points.push({ axis, cell, answer, cards: rounded(cards.size) });
	if (!counting.filtered.includes(axis)) return;
	for (const [slice, count] of [...timesOf(counting, group), ...schoolsOf(counting, group)]) {
		const points = shown.slices.get(slice) ?? [];
		shown.slices.set(slice, points);
		points.push({ axis, cell, answer, cards: rounded(count) });
	}
}

/**
 * Times of day overlap, each stands against the whole group alone. What is said of one is never more than the group less
 * the threshold: whether nobody, or three, did not choose the evening gives the same figure.
 */
function timesOf(counting: Counting, group: Group): [string, number][] {
	const most = group.cards.size - counting.threshold;
	return [...group.times]
		.map(([slice, cards]): [string, number] => [slice, Math.min(cards.size, most)])
		.filter(([slice, count]) => count >= least(counting, pointIn(group, slice)));
}

/**
 * Schools share a group out between them, so what is left over after all that are shown must not be a few cards: then
 * the largest is told as if cards of its own were left over up to the threshold. When every school there is has its
 * figure nobody can be left over, and all are told as they are.
 */
function schoolsOf(counting: Counting, group: Group): [string, number][] {
	const sizes = new Map(counting.schools.map((school) => [school, 0]));
	for (const card of group.cards.keys()) {
		const school = counting.schoolOf(card);
		const known = school === undefined ? undefined : sizes.get(school);
		if (school !== undefined && known !== undefined) sizes.set(school, known + 1);
	}
	const enough = ([slice, count]: [string, number]) => count >= least(counting, pointIn(group, slice));
	const all = [...sizes].map(([school, count]): [string, number] => [`school:${school}`, count]);
	const [largest, ...others] = all.filter(enough).sort(([, a], [, b]) => b - a);
	if (!largest || all.length < 2) return [];
	const left = group.cards.size - others.reduce((sum, [, count]) => sum + count, largest[1]);
	if (left === 0 && others.length + 1 === all.length) return [largest, ...others];
	const short = Math.max(0, counting.threshold - left);
	const told: [string, number] = [largest[0], largest[1] - short];
	return enough(told) ? [told, ...others] : others;
}

function pointIn({ axis, cell, answer }: Group, slice: string): Point {
	return { axis, cell, answer, slice };
}
