/** What the adults running the room may see: counts, the queue, marks, people and the set-up (S7, M6). */
import type { Doors } from '../doors.ts';
import type { Person } from '../people.ts';
import { oldestUnread, unreadWords } from '../queue.ts';
import type { Item } from '../queue.ts';
import { readiness } from '../setup.ts';
import type { ReadinessItem } from '../setup.ts';
import { kindOf, stepOf } from '../stations/kinds.ts';
import type { Feeling, MarkEntry } from '../stations/entries.ts';
import type { Settings, Step } from '../stations/settings.ts';
import type { Summit } from '../summit.ts';
import { takingPart } from '../cards.ts';
import { leadsOf, nameOf } from '../people.ts';
import type { Mark } from '../subject.ts';

export interface CountsRow {
	takingPart: number;
	joined: number;
	unread: number;
	/** When the oldest unread text came (ms since 1970). */
	oldestUnread: number | null;
	/** Whom to call when no lead can be reached; as it was set up. */
	alternative: string;
	/** Leads in their part now. */
	leads: number;
	welfareReadBy: string | null;
	closed: boolean;
}
export interface StationCountsRow {
	/** Different cards with something standing in the station; what is words for leads alone counts in neither (S7). */
	cards: number;
	contributions: number;
}
export interface RunRows {
	counts: CountsRow;
	doors: { open: boolean; everOpened: boolean; version: number; missing: ReadinessItem[] };
	[station: `station:${string}`]: StationCountsRow;
}
export function runKeys(summit: Summit): string[] {
	return ['counts', 'doors', ...[...summit.stations.keys()].map((id) => `station:${id}`)];
}
export function runRow(summit: Summit, key: string): unknown {
	if (key === 'counts') {
		const { frozen } = summit.retention;
		return {
			takingPart: frozen?.takingPart ?? takingPart(summit.cards),
			joined: frozen?.joined ?? summit.cards.list.size,
			unread: unreadWords(summit),
			oldestUnread: oldestUnread(summit),
			alternative: summit.setup.settings.alternative,
			leads: leadsOf(summit).length,
			welfareReadBy: summit.setup.welfare?.by ?? null,
			closed: summit.setup.closedAt !== null
		} satisfies CountsRow;
	}
	if (key === 'doors') {
		const { open, everOpened, version } = summit.doors;
		return { open, everOpened, version, missing: readiness(summit).filter((item) => !item.done) };
	}
	const station = summit.stations.get(key.slice('station:'.length));
	if (!station) return null;
	const { quiet } = station;
	let cards = 0;
	for (const mine of station.byCard.values()) if ([...mine].some((id) => !quiet.has(id))) cards += 1;
	let unsaid = 0;
	for (const id of quiet) if (station.contributions.has(id)) unsaid += 1;
	return { cards, contributions: station.contributions.size - unsaid } satisfies StationCountsRow;
}

export interface QueueRow {
	id: string;
	station: string;
	/** Title of the station and the question that was asked. */
	title: string;
	prompt: string;
	purpose: Step['purpose'] | null;
	/** What the words are about: a place's, platform's or sign's name; adults' own words. */
	about: string | null;
	feeling: Feeling | null;
	text: string;
	marks: readonly Mark[];
	at: number;
	state: 'waiting' | 'held';
	way: Item['way'];
	cover: Item['cover'];
	settlesAt: number | null;
	/** Whoever is reading it now, until `takenAt` + 60 s. */
	takenBy: { id: string; name: string } | null;
	takenAt: number | null;
	decidedBy: string | null;
	version: number;
}

/** The context of a text: station, question, what it is about. */
export function contextOf(summit: Summit, from: { station: string; step: string; contribution?: string }) {
	const station = summit.stations.get(from.station);
	const step = station ? stepOf(station, from.step) : undefined;
	const entry = from.contribution ? (station?.contributions.get(from.contribution)?.entry ?? null) : null;
	return {
		title: station?.settings.title ?? '',
		prompt: step?.prompt ?? '',
		purpose: step?.purpose ?? null,
		about: station && entry ? kindOf(station.settings).about(entry) : null,
		feeling: entry?.type === 'mark' ? entry.feeling : null
	};
}

export function queueKeys(summit: Summit, late: boolean): string[] {
	return [...summit.queue.pending].filter((id) => summit.queue.items.get(id)?.late === late);
}
export function queueRow(summit: Summit, key: string, late: boolean): QueueRow | null {
	const item = summit.queue.items.get(key);
	if (!item || item.late !== late || item.text === null) return null;
	if (item.state !== 'waiting' && item.state !== 'held') return null;
	const { id, station, text, marks, at, state, way, cover, settlesAt, takenAt, version } = item;
	const taker = item.takenBy === null ? undefined : summit.people.list.get(item.takenBy);
	return {
		...contextOf(summit, item),
		...{ id, station, text, marks, at, state, way, cover, settlesAt, takenAt, version },
		takenBy: taker ? { id: taker.id, name: taker.name } : null,
		decidedBy: nameOf(summit, item.decidedBy)
	};
}

/** A pin, a named place or an area on a console's map; no card, no words (M6). */
export type MarkRow = Omit<MarkEntry, 'type'>;
export function marksKeys(summit: Summit, of: string): string[] {
	const keys: string[] = [];
	for (const found of summit.stations.get(of)?.contributions.values() ?? []) {
		if (found.entry?.type === 'mark') keys.push(found.id);
	}
	return keys;
}
export function marksRow(summit: Summit, of: string, key: string): MarkRow | null {
	const found = summit.stations.get(of)?.contributions.get(key);
	if (found?.entry?.type !== 'mark' || summit.cards.list.get(found.card)?.removedAt !== null) return null;
	const { type: _mark, ...row } = found.entry;
	return row;
}

export type PersonRow = Pick<Person, 'id' | 'name' | 'role' | 'school' | 'joinedAt' | 'askedAt' | 'answeredAt'> & {
	revoked: boolean;
};
export function peopleRow(summit: Summit, key: string): PersonRow | null {
	const person = summit.people.list.get(key);
	if (!person) return null;
	const { id, name, role, school, joinedAt, askedAt, answeredAt } = person;
	return { id, name, role, school, joinedAt, askedAt, answeredAt, revoked: person.revokedAt !== null };
}

export interface SetupRow {
	settings: Settings;
	version: number;
	rehearsal: boolean;
	welfare: { by: string; at: number } | null;
	doors: Pick<Doors, 'open' | 'everOpened' | 'code' | 'key' | 'version' | 'closedWifi'>;
	readiness: ReadinessItem[];
	/** Stations students have already been in; their questions stay as they are. */
	opened: string[];
	closed: boolean;
}
export function setupRow(summit: Summit, key: string): SetupRow | null {
	if (key !== 'setup') return null;
	const { settings, version, rehearsal, welfare, closedAt } = summit.setup;
	const { open, everOpened, code, key: door, version: doorsVersion, closedWifi } = summit.doors;
	const opened = [...summit.stations].filter(([, station]) => station.openedAt !== null).map(([id]) => id);
	return {
		...{ settings, version, rehearsal, welfare, opened },
		doors: { open, everOpened, code, key: door, version: doorsVersion, closedWifi },
		readiness: readiness(summit),
		closed: closedAt !== null
	};
}
