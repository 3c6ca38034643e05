/**
 * Retention (S13): when a summit's words and positions are erased, what a safeguarding lead holds back from that and until
 * when, and how far an erasure has come. The days are set when the summit is made and never lengthened. Here is only what
 * the summit must remember; blanking, destroying keys and emptying files are the server's (`server/purge.ts`).
 */
import { z } from 'zod';
import { freeze } from './distilled.ts';
import type { Frozen } from './distilled.ts';
import { DAY, startOf } from './days.ts';
import type { DoorsEvent } from './doors.ts';
import type { PlanEvent } from './plan.ts';
import { unseenWorries, worryOfItem } from './worries.ts';
import { readersOf } from './worry-readers.ts';
import { refuse } from './refusals.ts';
import type { Settings } from './stations/settings.ts';
import { Id, Note, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

/** Days after sign-off, and after the event, where a summit was made before it said so itself. */
export const RETENTION = { afterSignOff: 30, afterEvent: 90 } as const;
/** Days before the erasure at which it is announced again; it is never put off by that. */
export const WARNINGS = [14, 7, 1] as const;
/** A hold ends within a year; it may be renewed. */
const LONGEST_HOLD = 366 * DAY;

/** Coded reasons for keeping one text longer (S12). */
export const HOLD_REASONS = ['safeguarding', 'police-or-court', 'family-asked', 'complaint'] as const;
/** Coded reasons for erasing before the time. */
export const ERASE_REASONS = ['finished', 'school-asked', 'family-asked', 'mistake'] as const;
/** What an erasure cannot reach, and a receipt says so. */
export const CANNOT_REACH = ['copies', 'prints', 'exports', 'mails', 'snapshots', 'pictures', 'adults-words'] as const;

/** One text a lead keeps beyond the erasure: of the queue or of a worry, and none of its neighbours. */
export interface Hold {
	id: string;
	item: string | null;
	worry: string | null;
	reason: (typeof HOLD_REASONS)[number];
	note: string | null;
	/** `YYYY-MM-DD`, that day included. */
	until: string;
	at: number;
	by: string;
	/** Number of the event that set or renewed it last: its note is kept as long as the text. */
	seq: number;
	endedAt: number | null;
	/** An erasure has left its text standing. */
	kept: boolean;
}
/** One erasure under way: which events it reaches, which of those it leaves standing, and how far it is. */
export interface Erasing {
	at: number;
	upTo: number;
	kept: readonly number[];
	/** Sealed notes beyond `upTo` that go too: those of holds that have ended. */
	also: readonly number[];
	redacted: boolean;
	/** Somebody is reading the database, so that old pages are still on the disk. */
	stalled: boolean;
}
export interface Receipt {
	at: number;
	/** Backups of this kit that were deleted with it. */
	backups: number;
	cannotReach: readonly (typeof CANNOT_REACH)[number][];
}
export interface Retention {
	/** The first sign-off: sending a plan back buys no time. */
	signedAt: number | null;
	/** When doors first opened: a day moved into the future buys none either. */
	openedAt: number | null;
	ordered: { at: number; by: string; reason: (typeof ERASE_REASONS)[number] } | null;
	/** The announcement made last, in days before. */
	warned: (typeof WARNINGS)[number] | null;
	holds: Map<string, Hold>;
	/** What stays of students' part once it is erased, all of it fit for everybody (S9); null before. */
	frozen: Frozen | null;
	erasing: Erasing | null;
	receipts: Receipt[];
}

export const RetentionCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('retention:hold'),
		item: Id.optional(),
		worry: Id.optional(),
		reason: z.enum(HOLD_REASONS),
		note: Note,
		until: z.iso.date()
	}),
	z.strictObject({ id: Id, type: z.literal('retention:let-go'), hold: Id }),
	z.strictObject({
		id: Id,
		type: z.literal('retention:erase-now'),
		reason: z.enum(ERASE_REASONS),
		/** The summit's name, typed. */
		confirm: z.string().trim().max(200)
	}),
	z.strictObject({ id: Id, type: z.literal('retention:warn') }),
	z.strictObject({ id: Id, type: z.literal('retention:distill') }),
	z.strictObject({ id: Id, type: z.literal('retention:stall') }),
	z.strictObject({ id: Id, type: z.literal('retention:receipt'), backups: z.int().min(0) })
] as const;
export type RetentionCommand = z.infer<(typeof RetentionCommands)[number]>;

export type RetentionEvent =
	| {
			type: 'retention:held';
			hold: string;
			item: string | null;
			worry: string | null;
			reason: Hold['reason'];
			until: string;
			secret: { note: string } | null;
	  }
	| { type: 'retention:let-go'; hold: string; item: string | null; worry: string | null }
	| { type: 'retention:ordered'; reason: (typeof ERASE_REASONS)[number] }
	/** For screens now; whoever sends mail listens for it too. */
	| { type: 'retention:warned'; stage: (typeof WARNINGS)[number]; dueAt: number }
	| { type: 'summit:distilled'; frozen: Frozen; upTo: number; kept: number[]; also: number[] }
	/** Written by the store with the blanking itself, in one transaction. */
	| { type: 'summit:redacted' }
	| { type: 'retention:stalled' }
	| { type: 'retention:erased'; backups: number; cannotReach: (typeof CANNOT_REACH)[number][] }
	/** What is left of something a card did: its number and time. */
	| { type: 'event:erased' };

export function retentionOf({ retention }: Pick<Settings, 'retention'>): { afterSignOff: number; afterEvent: number } {
	return retention ?? RETENTION;
}

/** When words and positions are erased (ms since 1970): after sign-off, and in any case after the event; null in a rehearsal. */
export function dueAt({ setup, retention }: Summit): number | null {
	if (setup.rehearsal) return null;
	const days = retentionOf(setup.settings);
	const date = startOf(setup.settings.date);
	const event = Math.min(date, retention.openedAt ?? date) + days.afterEvent * DAY;
	return retention.signedAt === null ? event : Math.min(event, retention.signedAt + days.afterSignOff * DAY);
}

/** Whether the kit must erase now: it is due or ordered, was begun, or the time of a text that was held is over. */
export function erasureDue(summit: Summit, now: number): boolean {
	const { frozen, erasing, ordered, holds } = summit.retention;
	const due = dueAt(summit);
	if (due === null) return false;
	if (erasing !== null) return true;
	if (frozen === null) return ordered !== null || now >= due;
	return [...holds.values()].some((hold) => hold.kept && !stands(hold, now));
}

/** The announcement that is due: the latest of those whose day has come, once each. */
export function warningDue(summit: Summit, now: number): (typeof WARNINGS)[number] | null {
	const due = dueAt(summit);
	const { frozen, warned, ordered } = summit.retention;
	if (due === null || frozen !== null || ordered !== null) return null;
	const stage = WARNINGS.findLast((days) => now >= due - days * DAY);
	return stage === undefined || (warned !== null && warned <= stage) ? null : stage;
}

/** Whether a hold still keeps its text: not let go, and its last day not over. */
export function stands(hold: Hold, now: number): boolean {
	return hold.endedAt === null && now < startOf(hold.until) + DAY;
}

/** Whether this lead may read what is held or to be held (S7): what they may not read answers like what is not there. */
export function mayHold(summit: Summit, { item, worry }: Pick<Hold, 'item' | 'worry'>, lead: string): boolean {
	const found = item === null ? undefined : summit.queue.items.get(item);
	const about = worry === null ? found && worryOfItem(summit, found.id) : summit.worries.list.get(worry);
	if (about) return about.text !== null && readersOf(summit, about).includes(lead);
	return worry === null && found !== undefined && found.text !== null;
}

export function decideRetention(summit: Summit, command: RetentionCommand, context: Context): Decision<RetentionEvent> {
	const { retention, setup } = summit;
	const { actor, now } = context;
	switch (command.type) {
		case 'retention:hold': {
			const { item = null, worry = null, reason, note, until } = command;
			if ((item === null) === (worry === null) || !mayHold(summit, { item, worry }, actor.id))
				return refuse('unknown_item');
			const end = startOf(until);
			if (end + DAY <= now || end > now + LONGEST_HOLD) return refuse('hold_too_long');
			const known = [...retention.holds.values()].find(
				(hold) => hold.item === item && hold.worry === worry && stands(hold, now)
			);
			const hold = known?.id ?? context.id();
			return doneWith({ hold }, { type: 'retention:held', hold, item, worry, reason, until, secret: { note } });
		}
		case 'retention:let-go': {
			const hold = retention.holds.get(command.hold);
			if (!hold || !mayHold(summit, hold, actor.id)) return refuse('unknown_item');
			if (hold.endedAt !== null) return refuse('already_so');
			return done({ type: 'retention:let-go', hold: hold.id, item: hold.item, worry: hold.worry });
		}
		case 'retention:erase-now': {
			if (setup.rehearsal) return refuse('not_allowed');
			if (retention.ordered !== null || retention.frozen !== null) return refuse('already_so');
			if (retention.signedAt === null && setup.closedAt === null) return refuse('erase_too_early');
			// As at closing: only the gate itself may be felt, no number is told (S6, S7).
			if (unseenWorries(summit) > 0) return refuse('worries_unseen');
			if (command.confirm !== setup.settings.name.trim()) return refuse('confirm_name');
			return done({ type: 'retention:ordered', reason: command.reason });
		}
		case 'retention:warn': {
			const [stage, due] = [warningDue(summit, now), dueAt(summit)];
			return stage === null || due === null
				? refuse('already_so')
				: done({ type: 'retention:warned', stage, dueAt: due });
		}
		case 'retention:distill': {
			if (!erasureDue(summit, now) || retention.erasing !== null) return refuse('already_so');
			const holds = [...retention.holds.values()];
			const upTo = retention.frozen?.upTo ?? summit.seq;
			const standing = holds.filter((hold) => stands(hold, now));
			const kept = standing.flatMap((hold) => [hold.seq, ...textOf(summit, hold)]);
			const also = holds.filter((hold) => hold.kept && !stands(hold, now)).map((hold) => hold.seq);
			return done({
				type: 'summit:distilled',
				frozen: retention.frozen ?? freeze(summit),
				upTo,
				kept: [...new Set(kept)].sort((a, b) => a - b),
				also: also.filter((seq) => seq > upTo)
			});
		}
		case 'retention:stall':
			return retention.erasing === null || retention.erasing.stalled
				? refuse('already_so')
				: done({ type: 'retention:stalled' });
		case 'retention:receipt':
			if (!retention.erasing?.redacted) return refuse('already_so');
			return done({ type: 'retention:erased', backups: command.backups, cannotReach: [...CANNOT_REACH] });
	}
}

/** The events one held text stands in: the card's joining, by which it is known who may read it, and the words themselves. */
function textOf(summit: Summit, { item, worry }: Hold): number[] {
	const found = worry === null ? undefined : summit.worries.list.get(worry);
	const words = summit.queue.items.get(item ?? found?.item ?? '');
	const about = words && found === undefined ? worryOfItem(summit, words.id) : found;
	const card = summit.cards.list.get(about?.card ?? words?.card ?? '');
	return [card?.seq, words?.seq, about?.seq].filter((seq) => seq !== undefined);
}

type Heard =
	RetentionEvent | Extract<DoorsEvent, { type: 'doors:opened' }> | Extract<PlanEvent, { type: 'plan:signed' }>;

export function evolveRetention(retention: Retention, event: Logged<Heard>): void {
	switch (event.type) {
		case 'doors:opened':
			retention.openedAt ??= event.at;
			return;
		case 'plan:signed':
			retention.signedAt ??= event.at;
			return;
		case 'retention:held': {
			const { hold: id, item, worry, reason, until, at, seq, secret } = event;
			const kept = retention.holds.get(id)?.kept ?? false;
			const note = secret?.note ?? null;
			retention.holds.set(id, { id, item, worry, reason, note, until, at, by: event.actor, seq, endedAt: null, kept });
			return;
		}
		case 'retention:let-go': {
			const hold = retention.holds.get(event.hold);
			if (hold) hold.endedAt = event.at;
			return;
		}
		case 'retention:ordered':
			retention.ordered = { at: event.at, by: event.actor, reason: event.reason };
			return;
		case 'retention:warned':
			retention.warned = event.stage;
			return;
		case 'summit:distilled': {
			const { at, upTo, kept, also } = event;
			retention.frozen = event.frozen;
			retention.erasing = { at, upTo, kept, also, redacted: false, stalled: false };
			for (const hold of retention.holds.values()) hold.kept = kept.includes(hold.seq);
			return;
		}
		case 'summit:redacted':
			if (retention.erasing) retention.erasing.redacted = true;
			return;
		case 'retention:stalled':
			if (retention.erasing) retention.erasing.stalled = true;
			return;
		case 'retention:erased':
			retention.erasing = null;
			retention.receipts.push({ at: event.at, backups: event.backups, cannotReach: event.cannotReach });
			return;
		case 'event:erased':
			return;
	}
}
