/**
 * Releases: the only form in which a station's tally leaves the console (S9). A release is computed from the tally,
 * written into the log and never changed; walls, phones, observers, pages and exports read releases, never the state.
 * How a figure comes about is in `figures.ts`, how a grid is written in `heat-tiles.ts`.
 */
import { z } from 'zod';
import { figures, roundedDown } from './figures.ts';
import type { Figures, ReleasedPoint } from './figures.ts';
import { writeHeat } from './heat-tiles.ts';
import type { HeatTiles } from './heat-tiles.ts';
import { refuse } from './refusals.ts';
import { kindOf } from './stations/kinds.ts';
import { Slug } from './stations/settings.ts';
import type { Station, StationsEvent } from './stations.ts';
import { Id, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

/** Milliseconds between two releases of one station, at least. */
export const RELEASE_EVERY = 5_000;
/** Different cards that must have changed the station since its last release. */
export const RELEASE_CARDS = 5;

/** A filter's own figures. */
export interface ReleasedSlice {
	/** Of the axis `place`. */
	points: ReleasedPoint[];
	tiles: HeatTiles;
}
export interface Release {
	number: number;
	at: number;
	/** Cards that took part in the station, rounded down; 0 = too few to say. */
	cards: number;
	/** Every axis but `grid`; in a release of the first version that one too. */
	points: ReleasedPoint[];
	/** The grid, and what it is by time of day and school; a release of the first version has neither. */
	tiles?: HeatTiles;
	slices?: Record<string, ReleasedSlice>;
}
export interface Releases {
	byStation: Map<string, Release>;
	/** The one before, so that a screen is told only what the newest changed. */
	before: Map<string, Release>;
	/** Cards that changed the station since its last release. */
	changed: Map<string, Set<string>>;
}

export const ReleasesCommands = [
	z.strictObject({ id: Id, type: z.literal('station:release'), station: Slug })
] as const;
export type ReleasesCommand = z.infer<(typeof ReleasesCommands)[number]>;
export type ReleasesEvent = { type: 'station:released'; station: string; release: Release };

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
	const number = (summit.releases.byStation.get(command.station)?.number ?? 0) + 1;
	return done({
		type: 'station:released',
		station: command.station,
		release: { number, at: context.now, ...released(summit, station) }
	});
}

/** What a release of a station would say now. */
export function released(summit: Summit, station: Station): Omit<Release, 'number' | 'at'> {
	const { threshold, schools } = summit.setup.settings;
	const kind = kindOf(station.settings);
	const removed = new Set(
		[...summit.cards.list.values()].filter((card) => card.removedAt !== null).map(({ id }) => id)
	);
	const { points, slices } = figures({
		tally: station.tally,
		parent: (axis, cell) => kind.parent(axis, cell),
		threshold,
		seed: `${summit.setup.seed}|${station.settings.id}`,
		removed,
		filtered: kind.filtered,
		schools: schools.map((school) => school.id),
		schoolOf: (card) => summit.cards.list.get(card)?.school
	});
	const all = [...station.byCard].filter(([card, ids]) => ids.size > 0 && !removed.has(card)).length;
	return {
		cards: all >= threshold ? roundedDown(all, threshold) : 0,
		...sliceOf(points),
		slices: Object.fromEntries([...slices].map(([slice, own]) => [slice, sliceOf(own)]))
	};
}

function sliceOf(points: Figures['points']): ReleasedSlice {
	return { points: points.filter(({ axis }) => axis !== 'grid'), tiles: writeHeat(points) };
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
		case 'station:released': {
			const before = releases.byStation.get(event.station);
			if (before) releases.before.set(event.station, before);
			releases.byStation.set(event.station, event.release);
			releases.changed.delete(event.station);
			return;
		}
		default:
			return;
	}
}

function changedBy(releases: Releases, station: string): Set<string> {
	const cards = releases.changed.get(station) ?? new Set<string>();
	releases.changed.set(station, cards);
	return cards;
}
