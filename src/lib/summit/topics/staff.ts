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
import { doneToAuthor } from '../authors.ts';
import { cameIn, takingPart } from '../cards.ts';
import { knocking } from '../doors.ts';
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
	/** Who reads texts that are not in English (X2); empty until somebody is named. */
	otherReader: string;
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
	doors: {
		open: boolean;
		/** Newcomers wait until an adult lets them in. */
		knock: boolean;
		/** Cards that wait, and the students behind them. */
		knocking: { cards: number; students: number };
		everOpened: boolean;
		version: number;
		missing: ReadinessItem[];
	};
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
			joined: frozen?.joined ?? cameIn(summit.cards),
			unread: unreadWords(summit),
			oldestUnread: oldestUnread(summit),
			alternative: summit.setup.settings.alternative,
			otherReader: summit.setup.settings.otherReader ?? '',
			leads: leadsOf(summit).length,
			welfareReadBy: summit.setup.welfare?.by ?? null,
			closed: summit.setup.closedAt !== null
		} satisfies CountsRow;
	}
	if (key === 'doors') {
		const { open, knock, everOpened, version } = summit.doors;
		const waiting = knocking(summit.cards);
		const students = waiting.reduce((sum, { headcount }) => sum + headcount, 0);
		return {
			...{ open, knock: open && knock, everOpened, version, knocking: { cards: waiting.length, students } },
			missing: readiness(summit).filter((item) => !item.done)
		} satisfies RunRows['doors'];
	}
	const station = summit.stations.get(key.slice('station:'.length));
	if (!station) return null;
	const { quiet } = station;
	let cards = 0;
	for (const mine of station.byCard.values()) {
		// Copied, all contributions there are would be copied for one number.
		for (const id of mine) {
			if (quiet.has(id)) continue;
			cards += 1;
			break;
		}
	}
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
	/** By way of this text: its writer was stopped, their drawing cleared. Nothing is said of other texts of theirs. */
	stopped: boolean;
	cleared: boolean;
	version: number;
}

/** The context of a text: station, question, what it is about. */
export function contextOf(summit: Summit, from: { station: string; step: string; contribution?: string }) {
	const station = summit.stations.get(from.station);
	const step = station ? stepOf(station, from.step) : undefined;
	const of = from.contribution ?? '';
	// Words stay about what they were about, also where the mark they came with was cleared.
	const entry = (station?.contributions.get(of) ?? station?.cleared.get(of))?.entry ?? null;
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
		decidedBy: nameOf(summit, item.decidedBy),
		...doneToAuthor(summit, item)
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

export type PersonRow = Pick<
	Person,
	'id' | 'name' | 'role' | 'school' | 'joinedAt' | 'askedAt' | 'answeredAt' | 'duty'
> & {
	revoked: boolean;
};
export function peopleRow(summit: Summit, key: string): PersonRow | null {
	const person = summit.people.list.get(key);
	if (!person) return null;
	const { id, name, role, school, duty, joinedAt, askedAt, answeredAt } = person;
	return { id, name, role, school, duty, joinedAt, askedAt, answeredAt, revoked: person.revokedAt !== null };
}

export interface SetupRow {
	settings: Settings;
	version: number;
	rehearsal: boolean;
	welfare: { by: string; at: number } | null;
	doors: Pick<Doors, 'open' | 'knock' | 'everOpened' | 'code' | 'key' | 'version' | 'closedWifi'>;
	readiness: ReadinessItem[];
	/** Stations students have already been in; their questions stay as they are. */
	opened: string[];
	closed: boolean;
}
export function setupRow(summit: Summit, key: string): SetupRow | null {
	if (key !== 'setup') return null;
	const { settings, version, rehearsal, welfare, closedAt } = summit.setup;
	const { open, knock, everOpened, code, key: door, version: doorsVersion, closedWifi } = summit.doors;
	const opened = [...summit.stations].filter(([, station]) => station.openedAt !== null).map(([id]) => id);
	return {
		...{ settings, version, rehearsal, welfare, opened },
		doors: { open, knock, everOpened, code, key: door, version: doorsVersion, closedWifi },
		readiness: readiness(summit),
		closed: closedAt !== null
	};
}
