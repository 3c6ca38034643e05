/**
 * Stations: opening, pausing, closing, revealing, the timer; and what students put into them. A contribution with words is never refused (S4): what cannot count is kept without its structured part and goes
 * to a safeguarding lead as "came late".
 */
import { z } from 'zod';
import { goesToLeads } from './queue.ts';
import { refuse } from './refusals.ts';
import type { RefusalCode } from './refusals.ts';
import { Entry } from './stations/entries.ts';
import { kindOf, stepOf } from './stations/kinds.ts';
import { Slug } from './stations/settings.ts';
import type { StationSettings } from './stations/settings.ts';
import { drop, takeIn } from './stations/tally.ts';
import { Id, Seen, StudentWords, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged, Mark } from './subject.ts';
import type { Summit } from './summit.ts';

export interface Contribution {
	id: string;
	card: string;
	step: string;
	/** Null when it came late, or once redacted. */
	entry: Entry | null;
	at: number;
}
export interface Station {
	settings: StationSettings;
	status: 'waiting' | 'open' | 'paused' | 'closed';
	openedAt: number | null;
	/** When the timer ends (ms since 1970) while open; null = no timer. */
	endsAt: number | null;
	/** Milliseconds left on the timer while paused. */
	left: number | null;
	/** When its picture was revealed on walls (ms since 1970); null = it is not. */
	revealedAt: number | null;
	version: number;
	contributions: Map<string, Contribution>;
	/** Marks of cards whose drawing was cleared, and why each (`drawing.ts`): they count nowhere and can come back. */
	cleared: Map<string, Contribution & { reason: string }>;
	/** Point → card → how many of that card's contributions add it. */
	tally: Map<string, Map<string, number>>;
	/** Card → its contributions still counting. */
	byCard: Map<string, Set<string>>;
	/** Card → how many of them add a point to the tally: words alone, and ticks all taken off, add none. */
	pointed: Map<string, number>;
	/**
	 * Contributions that are nothing but words for safeguarding leads, those taken back since too. No count before staff
	 * moves with them: a lead who sees a count without a text could tell that there is a worry about them (S7).
	 */
	quiet: Set<string>;
}
export type Stations = Map<string, Station>;

/** Contributions one card may have standing in one station. Generous: words beyond it are still kept (S4). */
export const MOST_PER_CARD = 80;

const station = { station: Slug };
export const StationsCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('station:open'),
		...station,
		seen: Seen,
		minutes: z.int().min(1).max(240).optional()
	}),
	z.strictObject({ id: Id, type: z.literal('station:pause'), ...station }),
	z.strictObject({ id: Id, type: z.literal('station:resume'), ...station, seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('station:close'), ...station, seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('station:extend'), ...station, minutes: z.int().min(1).max(60) }),
	z.strictObject({ id: Id, type: z.literal('station:reveal'), ...station, seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('station:hide'), ...station }),
	z.strictObject({
		id: Id,
		type: z.literal('station:contribute'),
		...station,
		step: Slug,
		entry: Entry,
		words: StudentWords.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('station:withdraw'), ...station, contribution: Id })
] as const;
export type StationsCommand = z.infer<(typeof StationsCommands)[number]>;

export type StationsEvent =
	| { type: 'station:opened'; station: string; endsAt: number | null }
	| { type: 'station:paused'; station: string; left: number | null }
	| { type: 'station:resumed'; station: string; endsAt: number | null }
	| { type: 'station:closed'; station: string }
	| { type: 'station:extended'; station: string; endsAt: number }
	| { type: 'station:revealed'; station: string }
	| { type: 'station:hidden'; station: string }
	| {
			type: 'station:contributed';
			station: string;
			contribution: string;
			card: string;
			step: string;
			/** Why the structured part does not count; null when it does. */
			late: RefusalCode | null;
			/** The queue item its words became; null without words. */
			item: string | null;
			/** Who reads the words: whoever moderates, or safeguarding leads alone (S7). */
			route: 'queue' | 'leads';
			/** `marks`: what the words seem to hold, as read when they arrived. */
			secret: { entry: Entry | null; words: string | null; marks: Mark[] } | null;
	  }
	| { type: 'station:withdrawn'; station: string; contribution: string; card: string };

export function decideStations(summit: Summit, command: StationsCommand, context: Context): Decision<StationsEvent> {
	const target = summit.stations.get(command.station);
	if (command.type === 'station:contribute') return decideContribute(summit, target, command, context);
	if (!target) return refuse('unknown_item');
	const id = command.station;
	if ('seen' in command && command.seen !== target.version) return refuse('changed_meanwhile');
	// S8: while everything is paused timers stand still, so they are set as if it were still the moment of the pause.
	const now = summit.controls.pausedAt ?? context.now;
	switch (command.type) {
		case 'station:open': {
			if (summit.setup.closedAt !== null) return refuse('summit_closed');
			if (!summit.doors.everOpened) return refuse('doors_shut');
			if (target.status === 'open' || target.status === 'paused') return refuse('already_so');
			const minutes = command.minutes ?? target.settings.minutes;
			return done({ type: 'station:opened', station: id, endsAt: now + minutes * 60_000 });
		}
		case 'station:pause':
			if (target.status !== 'open') return refuse('already_so');
			return done({
				type: 'station:paused',
				station: id,
				left: target.endsAt === null ? null : Math.max(0, target.endsAt - now)
			});
		case 'station:resume':
			if (target.status !== 'paused') return refuse('already_so');
			return done({
				type: 'station:resumed',
				station: id,
				endsAt: target.left === null ? null : now + target.left
			});
		case 'station:close':
			if (target.status !== 'open' && target.status !== 'paused') return refuse('already_so');
			return done({ type: 'station:closed', station: id });
		case 'station:extend': {
			if (target.status !== 'open') return refuse('station_closed');
			// A timer that has run out starts again from now.
			const from = Math.max(target.endsAt ?? now, now);
			return done({ type: 'station:extended', station: id, endsAt: from + command.minutes * 60_000 });
		}
		case 'station:reveal':
			return target.revealedAt === null ? done({ type: 'station:revealed', station: id }) : refuse('already_so');
		case 'station:hide':
			return target.revealedAt === null ? refuse('already_so') : done({ type: 'station:hidden', station: id });
		case 'station:withdraw': {
			const mine = target.contributions.get(command.contribution);
			if (!mine || mine.card !== context.actor.id) return refuse('unknown_item');
			// S8: while it is paused no figure moves, by what comes or by what goes.
			if (summit.setup.closedAt !== null) return refuse('summit_closed');
			if (summit.controls.paused || target.status === 'paused') return refuse('paused');
			return done({ type: 'station:withdrawn', station: id, contribution: mine.id, card: mine.card });
		}
	}
}

function decideContribute(
	summit: Summit,
	target: Station | undefined,
	command: Extract<StationsCommand, { type: 'station:contribute' }>,
	context: Context
): Decision<StationsEvent> {
	const words = command.words?.trim() ? command.words.trim() : null;
	const settled = target ? settle(summit, target, command, context) : 'unknown_item';
	const late = typeof settled === 'string' ? settled : null;
	if (late !== null && words === null) return refuse(late);
	const contribution = context.id();
	const marks = words === null ? [] : [...context.read(words)];
	return doneWith(
		{ contribution, late: late !== null },
		{
			type: 'station:contributed',
			station: command.station,
			contribution,
			card: context.actor.id,
			step: command.step,
			late,
			item: words === null ? null : context.id(),
			route: goesToLeads(marks) ? 'leads' : 'queue',
			secret: { entry: typeof settled === 'string' ? null : settled, words, marks }
		}
	);
}

/** The entry as it counts, or why it cannot. */
function settle(
	summit: Summit,
	target: Station,
	command: Extract<StationsCommand, { type: 'station:contribute' }>,
	context: Context
): Entry | RefusalCode {
	const card = summit.cards.list.get(context.actor.id);
	if (!card || card.removedAt !== null) return 'card_removed';
	if (card.admittedAt === null) return 'not_admitted';
	if (card.agreedAt === null) return 'not_agreed';
	if (summit.setup.closedAt !== null) return 'summit_closed';
	if (summit.controls.paused || target.status === 'paused') return 'paused';
	if (target.status !== 'open') return 'station_closed';
	const step = stepOf(target, command.step);
	if (!step) return 'unknown_choice';
	const kind = kindOf(target.settings);
	const entry = kind.settle(step, command.entry);
	if (typeof entry === 'string') return entry;
	const mine = target.byCard.get(card.id);
	if (mine && mine.size >= MOST_PER_CARD) return 'limit_reached';
	if (step.type === 'marks' && mine) {
		let standing = 0;
		for (const id of mine) if (target.contributions.get(id)?.step === step.id) standing += 1;
		if (standing >= step.most) return 'limit_reached';
	}
	return entry;
}

/** S8: while everything is paused no timer runs; what was left when it began is left when it ends. */
export function moveTimers(stations: Stations, pausedFor: number): void {
	for (const station of stations.values()) {
		if (station.status === 'open' && station.endsAt !== null) station.endsAt += pausedFor;
	}
}

export function createStation(settings: StationSettings): Station {
	return {
		settings,
		status: 'waiting',
		openedAt: null,
		endsAt: null,
		left: null,
		revealedAt: null,
		version: 0,
		contributions: new Map(),
		cleared: new Map(),
		tally: new Map(),
		byCard: new Map(),
		pointed: new Map(),
		quiet: new Set()
	};
}

export function evolveStations(stations: Stations, event: Logged<StationsEvent>): void {
	const station = stations.get(event.station);
	if (!station) return;
	switch (event.type) {
		case 'station:contributed': {
			const entry = event.secret?.entry ?? null;
			if (event.late !== null || entry === null) return;
			const { contribution: id, card, step, at } = event;
			takeIn(station, { id, card, step, entry, at });
			if (entry.type === 'words' && event.item !== null && event.route === 'leads') station.quiet.add(id);
			return;
		}
		case 'station:withdrawn':
			drop(station, event.contribution);
			return;
		case 'station:opened':
			station.status = 'open';
			station.openedAt ??= event.at;
			station.endsAt = event.endsAt;
			break;
		case 'station:resumed':
			station.status = 'open';
			station.endsAt = event.endsAt;
			station.left = null;
			break;
		case 'station:extended':
			station.endsAt = event.endsAt;
			break;
		case 'station:paused':
			station.status = 'paused';
			station.left = event.left;
			station.endsAt = null;
			break;
		case 'station:closed':
			station.status = 'closed';
			station.endsAt = null;
			station.left = null;
			break;
		case 'station:revealed':
			station.revealedAt = event.at;
			break;
		case 'station:hidden':
			station.revealedAt = null;
			break;
	}
	station.version += 1;
}
