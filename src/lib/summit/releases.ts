/**
 * Releases: the only form in which a station's tally leaves the console (S9). A release is computed from the tally,
 * written into the log and never changed; walls, phones, observers, pages and exports read releases, never the state.
 * How a figure comes about is in `figures.ts`, how a grid is written in `heat-tiles.ts`.
 */
import { z } from 'zod';
import { figures, roundedDown, secretExtra } from './figures.ts';
import type { Figures, ReleasedPoint } from './figures.ts';
import { writeHeat } from './heat-tiles.ts';
import type { HeatTiles } from './heat-tiles.ts';
import { refuse } from './refusals.ts';
import type { Entry } from './stations/entries.ts';
import { kindOf, stepOf } from './stations/kinds.ts';
import { Slug } from './stations/settings.ts';
import type { Station, Stations, StationsEvent } from './stations.ts';
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
	const seed = `${summit.setup.seed}|${station.settings.id}`;
	const removed = new Set(
		[...summit.cards.list.values()].filter((card) => card.removedAt !== null).map(({ id }) => id)
	);
	const { points, slices } = figures({
		tally: station.tally,
		parent: (axis, cell) => kind.parent(axis, cell),
		threshold,
		seed,
		removed,
		filtered: kind.filtered,
		schools: schools.map((school) => school.id),
		schoolOf: (card) => summit.cards.list.get(card)?.school
	});
	// Cards that only wrote words stand behind no figure.
	let all = station.pointed.size;
	for (const card of removed) if (station.pointed.has(card)) all -= 1;
	return {
		cards: all >= threshold + secretExtra(seed, 'cards') ? roundedDown(all, threshold) : 0,
		...sliceOf(points),
		slices: Object.fromEntries([...slices].map(([slice, own]) => [slice, sliceOf(own)]))
	};
}

function sliceOf(points: Figures['points']): ReleasedSlice {
	return { points: points.filter(({ axis }) => axis !== 'grid'), tiles: writeHeat(points) };
}

/** What takes a contribution away is told here while it still stands. */
export function evolveReleases(
	releases: Releases,
	event: Logged<ReleasesEvent | StationsEvent>,
	stations: Stations
): void {
	switch (event.type) {
		case 'station:contributed':
			if (event.late === null) noteChange(releases, stations, { ...event, entry: event.secret?.entry ?? null });
			return;
		case 'station:withdrawn': {
			const gone = stations.get(event.station)?.contributions.get(event.contribution);
			if (gone) noteChange(releases, stations, { ...gone, station: event.station });
			return;
		}
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

/**
 * Notes that a card changed a figure. Words, and ticks that were all taken off, change none: counted here, they would let
 * one other card's mark out by itself.
 */
export function noteChange(
	releases: Releases,
	stations: Stations,
	{ station: id, card, step: asked, entry }: { station: string; card: string; step: string; entry: Entry | null }
): void {
	const station = stations.get(id);
	const step = station && stepOf(station, asked);
	if (!step || !entry || kindOf(station.settings).points(step, entry).length === 0) return;
	const cards = releases.changed.get(id) ?? new Set<string>();
	releases.changed.set(id, cards.add(card));
}
