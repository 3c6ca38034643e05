/**
 * Releases: the only form in which a station's tally leaves the console (S9). A release is computed from the tally,
 * written into the log and never changed; walls, phones, observers, pages and exports read releases, never the state.
 * Every figure in one stands for at least `threshold` different cards, is rounded down to fives, and what is too thin
 * is merged into its parent cell or left out.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { kindOf } from './stations/kinds.ts';
import { pointKey, pointOf } from './stations/kind.ts';
import { Slug } from './stations/settings.ts';
import type { Station, StationsEvent } from './stations.ts';
import { Id, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

/** Milliseconds between two releases of one station, at least. */
export const RELEASE_EVERY = 5_000;
/** Different cards that must have changed the station since its last release. */
export const RELEASE_CARDS = 5;

export interface ReleasedPoint {
	axis: string;
	cell: string;
	answer: string;
	/** Different cards, rounded down to fives. */
	cards: number;
}
export interface Release {
	number: number;
	at: number;
	/** Cards that took part in the station, rounded down to fives; 0 = too few to say. */
	cards: number;
	points: ReleasedPoint[];
}
export interface Releases {
	byStation: Map<string, Release>;
	/** Cards that changed the station since its last release. */
	changed: Map<string, Set<string>>;
}

export const ReleasesCommands = [
	z.strictObject({ id: Id, type: z.literal('station:release'), station: Slug })
] as const;
export type ReleasesCommand = z.infer<(typeof ReleasesCommands)[number]>;
export type ReleasesEvent = { type: 'station:released'; station: string; release: Release };

export function floorToFives(count: number): number {
	return Math.floor(count / 5) * 5;
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

interface Grouped {
	axis: string;
	cell: string;
	answer: string;
	cards: Set<string>;
}

/**
 * The points of a release out of a tally. `counts(card)` says whether a card still counts (not removed).
 * What stays below its threshold moves to the parent cell together with its siblings; at the top it is left out.
 */
export function releasedPoints(input: {
	tally: Station['tally'];
	parent: (axis: string, cell: string) => string | null;
	threshold: number;
	seed: string;
	counts: (card: string) => boolean;
}): ReleasedPoint[] {
	const released: ReleasedPoint[] = [];
	let level = new Map<string, Grouped>();
	for (const [key, cards] of input.tally) {
		const counted = new Set([...cards.keys()].filter(input.counts));
		if (counted.size > 0) level.set(key, { ...pointOf(key), cards: counted });
	}
	while (level.size > 0) {
		const above = new Map<string, Grouped>();
		const last = [...level.values()].every(({ axis, cell }) => input.parent(axis, cell) === null);
		for (const [key, group] of level) {
			// A top cell waits until everything that may merge into it has: one name is never released twice.
			const waits = !last && input.parent(group.axis, group.cell) === null;
			if (waits) {
				merge(above, key, group);
				continue;
			}
			if (group.cards.size >= input.threshold + secretExtra(input.seed, key)) {
				const { axis, cell, answer, cards } = group;
				released.push({ axis, cell, answer, cards: floorToFives(cards.size) });
				continue;
			}
			const cell = input.parent(group.axis, group.cell);
			if (cell === null) continue;
			merge(above, pointKey({ ...group, cell }), { ...group, cell });
		}
		level = above;
	}
	return released.sort((a, b) => (pointKey(a) < pointKey(b) ? -1 : 1));
}

function merge(level: Map<string, Grouped>, key: string, group: Grouped): void {
	const cards = new Set([...(level.get(key)?.cards ?? []), ...group.cards]);
	level.set(key, { ...group, cards });
}

/** Whether a station may be released again now: five seconds and five changed cards that still count (S9). */
export function releaseDue(summit: Summit, station: string, now: number): boolean {
	let changed = 0;
	for (const card of summit.releases.changed.get(station) ?? []) {
		if (summit.cards.list.get(card)?.removedAt === null) changed += 1;
	}
	const last = summit.releases.byStation.get(station)?.at ?? 0;
	return changed >= RELEASE_CARDS && now - last >= RELEASE_EVERY;
}

export function decideReleases(summit: Summit, command: ReleasesCommand, context: Context): Decision<ReleasesEvent> {
	const station = summit.stations.get(command.station);
	if (!station) return refuse('unknown_item');
	if (!releaseDue(summit, command.station, context.now)) return refuse('already_so');
	const { threshold } = summit.setup.settings;
	const kind = kindOf(station.settings);
	const counts = (card: string) => summit.cards.list.get(card)?.removedAt === null;
	const points = releasedPoints({
		tally: station.tally,
		parent: (axis, cell) => kind.parent(axis, cell),
		threshold,
		seed: `${summit.setup.seed}|${command.station}`,
		counts
	});
	const all = [...station.byCard].filter(([card, ids]) => ids.size > 0 && counts(card)).length;
	const number = (summit.releases.byStation.get(command.station)?.number ?? 0) + 1;
	const cards = all >= threshold ? floorToFives(all) : 0;
	return done({
		type: 'station:released',
		station: command.station,
		release: { number, at: context.now, cards, points }
	});
}

export function evolveReleases(releases: Releases, event: Logged<ReleasesEvent | StationsEvent>): void {
	switch (event.type) {
		case 'station:contributed': {
			// Words alone change no figure: counted here, they would let one other card's mark out by itself.
			const entry = event.secret?.entry ?? null;
			if (event.late !== null || entry === null || entry.type === 'words') return;
			changedBy(releases, event.station).add(event.card);
			return;
		}
		case 'station:withdrawn':
			changedBy(releases, event.station).add(event.card);
			return;
		case 'station:released':
			releases.byStation.set(event.station, event.release);
			releases.changed.delete(event.station);
			return;
		default:
			return;
	}
}

function changedBy(releases: Releases, station: string): Set<string> {
	const cards = releases.changed.get(station) ?? new Set<string>();
	releases.changed.set(station, cards);
	return cards;
}
