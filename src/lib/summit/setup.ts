/**
 * The summit as it was set up: name, schools, stations, help pack, agreement; whether it is a rehearsal; whether it is
 * over. The readiness list (S14) lives here, because it is about what has been set up.
 */
import { z } from 'zod';
import { firstLeadsOf } from './people.ts';
import { refuse } from './refusals.ts';
import { Settings, StationSettings } from './stations/settings.ts';
import { Id, Note, Seen, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import { retentionOf } from './retention.ts';
import type { RetentionEvent } from './retention.ts';
import type { Summit } from './summit.ts';
import { unreadWords } from './queue.ts';
import { receiversAt } from './stations/settings.ts';
import { unseenWorries } from './worries.ts';
import type { Worry } from './worries.ts';
import { mayKnowOf } from './worry-readers.ts';

export interface Setup {
	settings: Settings;
	rehearsal: boolean;
	/** Secret of this summit's releases; mixed into thresholds (S9), never in any row. */
	seed: string;
	version: number;
	welfare: { by: string; at: number } | null;
	/**
	 * Given once nothing is unread and nothing unseen, or with a lead's logged reason; void when more comes (S6): taken back
	 * here by words, and by a worry only where `clearedFor` counts it.
	 */
	clear: { seq: number; at: number; by: string; withReason: boolean } | null;
	closedAt: number | null;
}

export const SetupCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('summit:create'),
		settings: Settings,
		rehearsal: z.boolean(),
		person: z.strictObject({ id: Id, name: z.string().trim().min(1).max(120), account: z.string().max(80).nullable() })
	}),
	z.strictObject({
		id: Id,
		type: z.literal('setup:edit'),
		seen: Seen,
		change: Settings.omit({ stations: true }).partial()
	}),
	z.strictObject({ id: Id, type: z.literal('setup:station'), seen: Seen, station: StationSettings }),
	z.strictObject({ id: Id, type: z.literal('welfare:read'), by: z.string().trim().min(2).max(120) }),
	z.strictObject({ id: Id, type: z.literal('summit:clear'), reason: Note.optional() }),
	z.strictObject({ id: Id, type: z.literal('summit:close') })
] as const;
export type SetupCommand = z.infer<(typeof SetupCommands)[number]>;

export type SetupEvent =
	| { type: 'summit:created'; settings: Settings; rehearsal: boolean; seed: string }
	| { type: 'setup:edited'; change: Partial<Omit<Settings, 'stations'>> }
	| { type: 'setup:station-edited'; station: StationSettings }
	| { type: 'welfare:was-read'; by: string }
	| { type: 'summit:cleared'; withReason: boolean; secret: { reason: string } | null }
	| { type: 'summit:closed' };

/** What still keeps the doors shut (S14). `id` is stable; the words are for the facilitator. */
export interface ReadinessItem {
	id: string;
	done: boolean;
	words: string;
	/** Doors cannot open without it; the others are advice. */
	required: boolean;
}

export function readiness(summit: Summit): ReadinessItem[] {
	const { settings, welfare } = summit.setup;
	const leads = firstLeadsOf(summit);
	const items: ReadinessItem[] = settings.schools.flatMap((school) => [
		{
			id: `lead:${school.id}`,
			required: true,
			done: leads.some((lead) => lead.school === school.id && lead.answeredAt !== null),
			words: `A safeguarding lead of ${school.name} has answered a test alert`
		},
		{
			id: `allegations:${school.id}`,
			required: true,
			done: receiversAt(settings, school.id).length > 0,
			words: `It is written down who receives allegations about staff of ${school.name}`
		}
	]);
	items.push(
		{ id: 'quiet-room', required: true, done: settings.quietRoom !== '', words: 'The quiet room is named' },
		{
			id: 'help-pack',
			required: true,
			done: settings.helpPack !== null,
			words: 'A help pack for your country is chosen'
		},
		{
			id: 'alternative',
			required: false,
			done: settings.alternative !== '',
			words: 'Somebody is named to call if no safeguarding lead can be reached'
		},
		{ id: 'place', required: false, done: settings.place !== '', words: 'The place of the summit is written down' },
		{ id: 'welfare', required: false, done: welfare !== null, words: 'The welfare statement was read aloud' }
	);
	return items;
}

/** Whether the room is clear to leave as far as somebody knows of `worries` (S6, S7). */
export function clearedFor({ setup }: Summit, worries: Iterable<Worry>): boolean {
	if (setup.clear === null) return false;
	for (const worry of worries) if (worry.seq > setup.clear.seq) return false;
	return true;
}

/** Settings that students have already leant on once doors have opened. */
const FIXED_AFTER_OPENING = ['schools', 'bands', 'agreement', 'promises'] as const;

export function decideSetup(summit: Summit, command: SetupCommand, context: Context): Decision<SetupEvent> {
	const { setup } = summit;
	switch (command.type) {
		case 'summit:create':
			return refuse('already_so');
		case 'setup:edit': {
			if (setup.closedAt !== null) return refuse('summit_closed');
			if (command.seen !== setup.version) return refuse('changed_meanwhile');
			const { threshold } = command.change;
			if (threshold !== undefined && threshold < setup.settings.threshold) return refuse('threshold_only_raised');
			if (summit.doors.everOpened && FIXED_AFTER_OPENING.some((key) => command.change[key] !== undefined)) {
				return refuse('station_has_opened');
			}
			// S13: what students were promised is never lengthened.
			const { retention } = command.change;
			const promised = retentionOf(setup.settings);
			const longer =
				retention && (['afterSignOff', 'afterEvent'] as const).some((key) => retention[key] > promised[key]);
			if (longer) return refuse('retention_only_shortened');
			// S5, S14: whom to call and where to go must not vanish from under a student's finger.
			const { quietRoom, helpPack } = command.change;
			if (summit.doors.everOpened && (quietRoom === '' || helpPack === null)) return refuse('students_need_it');
			const { schools, allegations } = command.change;
			const after = { allegations: allegations ?? setup.settings.allegations };
			const without = (schools ?? setup.settings.schools).some(({ id }) => receiversAt(after, id).length === 0);
			if (summit.doors.everOpened && allegations !== undefined && without) return refuse('receivers_needed');
			return done({ type: 'setup:edited', change: command.change });
		}
		case 'setup:station': {
			if (setup.closedAt !== null) return refuse('summit_closed');
			if (command.seen !== setup.version) return refuse('changed_meanwhile');
			const station = summit.stations.get(command.station.id);
			if (!station || station.settings.kind !== command.station.kind) return refuse('unknown_item');
			if (station.openedAt !== null) return refuse('station_has_opened');
			return done({ type: 'setup:station-edited', station: command.station });
		}
		case 'welfare:read':
			return done({ type: 'welfare:was-read', by: command.by });
		case 'summit:clear': {
			if (clearedFor(summit, summit.worries.list.values())) return refuse('already_so');
			const unseen = unseenWorries(summit);
			const unread = unreadWords(summit);
			const open = unseen > 0 || unread > 0;
			if (open && !(command.reason && context.actor.role === 'lead')) {
				return refuse(unseen > 0 ? 'worries_unseen' : 'words_unread', stillOpen(summit, context, unread));
			}
			return done({
				type: 'summit:cleared',
				withReason: open,
				secret: command.reason ? { reason: command.reason } : null
			});
		}
		case 'summit:close': {
			if (setup.closedAt !== null) return refuse('already_so');
			const unseen = unseenWorries(summit);
			const unread = unreadWords(summit);
			if (unseen > 0) return refuse('worries_unseen', stillOpen(summit, context, unread));
			const cleared = clearedFor(summit, summit.worries.list.values());
			if (unread > 0 && !cleared) return refuse('words_unread', stillOpen(summit, context, unread));
			return done({ type: 'summit:closed' });
		}
	}
}

/** What holds the room, in numbers: to a lead only that of words, to others that of worries they may know of (S7). */
function stillOpen(summit: Summit, { actor }: Context, unread: number) {
	const person = summit.people.list.get(actor.id);
	if (actor.role === 'lead' || !person) return { unread };
	const known = [...summit.worries.list.values()].filter((worry) => mayKnowOf(summit, person, worry));
	return { unread, unseen: known.filter(({ state }) => state === 'new').length };
}

/** The first event of a log: a summit out of nothing. */
export function createSetup(event: Extract<SetupEvent, { type: 'summit:created' }>): Setup {
	return {
		settings: event.settings,
		rehearsal: event.rehearsal,
		seed: event.seed,
		version: 0,
		welfare: null,
		clear: null,
		closedAt: null
	};
}

export function evolveSetup(
	setup: Setup,
	event: Logged<SetupEvent | Extract<RetentionEvent, { type: 'summit:distilled' }>>
): void {
	switch (event.type) {
		case 'summit:created':
			return;
		case 'setup:edited':
			setup.settings = { ...setup.settings, ...event.change };
			setup.version += 1;
			return;
		case 'setup:station-edited':
			setup.settings = {
				...setup.settings,
				stations: setup.settings.stations.map((s) => (s.id === event.station.id ? event.station : s))
			};
			setup.version += 1;
			return;
		case 'welfare:was-read':
			setup.welfare = { by: event.by, at: event.at };
			return;
		case 'summit:cleared':
			setup.clear = { seq: event.seq, at: event.at, by: event.actor, withReason: event.withReason };
			return;
		case 'summit:closed':
			setup.closedAt = event.at;
			return;
		case 'summit:distilled':
			setup.closedAt ??= event.at;
			// What voided it is among the erased; folded without them it must not stand again.
			if (!event.frozen.cleared) setup.clear = null;
			return;
	}
}
