/**
 * The queue: every text a student wrote waits here until an adult read it. Four ways out (S3), five seconds to take a
 * decision back (S2), several people on one queue without treading on each other. Words that seem to hold a disclosure
 * or name a titled adult never enter it: they become worries (S7). Words that came late wait here for leads only (S4).
 */
import { z } from 'zod';
import { nameOf } from './people.ts';
import { refuse } from './refusals.ts';
import { Id, Seen, done } from './subject.ts';
import type { Context, Decision, Logged, Mark } from './subject.ts';
import type { RetentionEvent } from './retention.ts';
import type { StationsEvent } from './stations.ts';
import type { Summit } from './summit.ts';
import { worryOfItem } from './worries.ts';
import { mayKnowOf } from './worry-readers.ts';

/** Milliseconds a decision can be taken back before it acts (S2). */
export const HOLD = 5_000;
/** Milliseconds somebody's "I am reading this" stands. */
export const TAKEN_FOR = 60_000;

/** Coded reasons for keeping words back (S3). */
export const KEEP_REASONS = [
	'names-someone',
	'unkind',
	'not-about-safety',
	'same-again',
	'too-personal',
	'unclear'
] as const;

export interface Item {
	/** Random; what rows are keyed by. Never a command's or a contribution's id. */
	id: string;
	contribution: string;
	card: string;
	station: string;
	step: string;
	/** The student's words; null once redacted. */
	text: string | null;
	marks: readonly Mark[];
	at: number;
	/** Number of the event it came with. */
	seq: number;
	/** Only safeguarding leads see it: it came late (S4). */
	late: boolean;
	state: 'waiting' | 'held' | 'shown' | 'kept' | 'passed';
	way: 'show' | 'cover' | 'keep' | null;
	/** Character ranges [from, to) hidden when shown: in order, apart from each other, never inside a character. */
	cover: readonly [number, number][];
	reason: string | null;
	decidedBy: string | null;
	/** When the decision acts (ms since 1970). */
	settlesAt: number | null;
	takenBy: string | null;
	takenAt: number | null;
	version: number;
}
export interface Queue {
	items: Map<string, Item>;
	/** Ids in state waiting or held, oldest first; what consoles show and what must be empty at the end. */
	pending: Set<string>;
	/** Card → those of its texts that are pending: each mark asks for them, and must not look through everybody's. */
	pendingOf: Map<string, Set<string>>;
}

const on = { item: Id, seen: Seen };
export const QueueCommands = [
	z.strictObject({ id: Id, type: z.literal('words:take'), item: Id }),
	z.strictObject({ id: Id, type: z.literal('words:show'), ...on }),
	z.strictObject({
		id: Id,
		type: z.literal('words:cover'),
		...on,
		cover: z
			.array(z.tuple([z.int().min(0), z.int().min(1)]))
			.min(1)
			.max(100)
	}),
	z.strictObject({ id: Id, type: z.literal('words:keep'), ...on, reason: z.enum(KEEP_REASONS) }),
	z.strictObject({ id: Id, type: z.literal('words:pass'), ...on }),
	z.strictObject({ id: Id, type: z.literal('words:undo'), item: Id }),
	z.strictObject({ id: Id, type: z.literal('words:settle'), items: z.array(Id).min(1) })
] as const;
export type QueueCommand = z.infer<(typeof QueueCommands)[number]>;

export type QueueEvent =
	| { type: 'words:taken'; item: string; person: string }
	| {
			type: 'words:decided';
			item: string;
			way: 'show' | 'cover' | 'keep';
			cover: [number, number][];
			reason: string | null;
			settlesAt: number;
	  }
	| { type: 'words:passed'; item: string; worry: string; secret: { text: string } | null }
	| { type: 'words:undone'; item: string; worry: string | null }
	| { type: 'words:settled'; items: string[] };

export function decideQueue(summit: Summit, command: QueueCommand, context: Context): Decision<QueueEvent> {
	const { queue, retention } = summit;
	const { actor, now } = context;
	if (retention.frozen !== null) return refuse('unknown_item');
	if (command.type === 'words:settle') {
		const items = command.items.filter((id) => {
			const item = queue.items.get(id);
			return item?.state === 'held' && item.settlesAt !== null && item.settlesAt <= now;
		});
		return items.length > 0 ? done({ type: 'words:settled', items }) : refuse('already_so');
	}
	const item = queue.items.get(command.item);
	// What a person may not see answers exactly like what is not there.
	if (!item || item.text === null || (item.late && actor.role !== 'lead')) return refuse('unknown_item');
	switch (command.type) {
		case 'words:take': {
			const held = item.takenBy !== null && item.takenBy !== actor.id && (item.takenAt ?? 0) + TAKEN_FOR > now;
			if (held || item.state !== 'waiting') return refuse('already_so');
			if (item.takenBy === actor.id && (item.takenAt ?? 0) + TAKEN_FOR / 2 > now) return refuse('already_so');
			return done({ type: 'words:taken', item: item.id, person: actor.id });
		}
		case 'words:undo': {
			if (item.state === 'waiting') return refuse('already_so');
			if (item.state === 'passed') {
				const worry = worryOfItem(summit, item.id);
				const person = summit.people.list.get(actor.id);
				// Whoever it is kept from cannot bring it back before everybody's eyes (S7).
				if (worry && person && !mayKnowOf(summit, person, worry)) return refuse('unknown_item');
				if (!worry || worry.state !== 'new' || worry.at + HOLD < now) return refuse('too_late_to_undo');
				return done({ type: 'words:undone', item: item.id, worry: worry.id });
			}
			return done({ type: 'words:undone', item: item.id, worry: null });
		}
	}
	if (item.state !== 'waiting') {
		return refuse('already_decided', { by: nameOf(summit, item.decidedBy) });
	}
	if (command.seen !== item.version) return refuse('changed_meanwhile');
	const settlesAt = now + HOLD;
	const base = { item: item.id, cover: [] as [number, number][], reason: null, settlesAt };
	switch (command.type) {
		case 'words:show':
			return done({ type: 'words:decided', ...base, way: 'show' });
		case 'words:cover': {
			const { text } = item;
			if (command.cover.some(([from, to]) => from >= to || to > text.length)) return refuse('bad_cover');
			return done({ type: 'words:decided', ...base, way: 'cover', cover: tidied(text, command.cover) });
		}
		case 'words:keep':
			return done({ type: 'words:decided', ...base, way: 'keep', reason: command.reason });
		case 'words:pass':
			return done({ type: 'words:passed', item: item.id, worry: context.id(), secret: { text: item.text } });
	}
}

/** Texts no adult has read yet; late ones count too (S6). */
export function unreadWords(summit: Summit): number {
	let unread = 0;
	for (const id of summit.queue.pending) if (summit.queue.items.get(id)?.state === 'waiting') unread += 1;
	return unread;
}

/** When the oldest unread text came (ms since 1970), or null. What was taken back stands last but may be the oldest. */
export function oldestUnread(summit: Summit): number | null {
	let oldest: number | null = null;
	for (const id of summit.queue.pending) {
		const item = summit.queue.items.get(id);
		if (item?.state === 'waiting' && (oldest === null || item.at < oldest)) oldest = item.at;
	}
	return oldest;
}

/** Words as everybody may see them: covered ranges become blocks of one length, so that length tells nothing. */
export function shownText(item: Item): string | null {
	if (item.text === null || item.state !== 'shown') return null;
	let shown = '';
	let from = 0;
	for (const [start, end] of item.cover) {
		shown += item.text.slice(from, start) + '▇▇▇';
		from = end;
	}
	return shown + item.text.slice(from);
}

/** Ranges in order, those that meet made one, none ending inside a character: half a character is shown to nobody. */
function tidied(text: string, cover: readonly (readonly [number, number])[]): [number, number][] {
	// A place in the middle of a surrogate pair: the two halves around it read as one character.
	const cuts = (at: number) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
	const whole = cover.map(([from, to]): [number, number] => [cuts(from) ? from - 1 : from, cuts(to) ? to + 1 : to]);
	const ranges: [number, number][] = [];
	for (const [from, to] of whole.sort((a, b) => a[0] - b[0])) {
		const last = ranges.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else ranges.push([from, to]);
	}
	return ranges;
}

/** Text marked like this skips everybody but safeguarding leads (S7). */
export function goesToLeads(marks: readonly Mark[]): boolean {
	return marks.includes('title') || marks.includes('disclosure');
}

function wait(queue: Queue, item: string, card: string): void {
	queue.pending.add(item);
	queue.pendingOf.set(card, (queue.pendingOf.get(card) ?? new Set()).add(item));
}
function leave(queue: Queue, { id, card }: Item): void {
	queue.pending.delete(id);
	const theirs = queue.pendingOf.get(card);
	theirs?.delete(id);
	if (theirs?.size === 0) queue.pendingOf.delete(card);
}

type Heard = QueueEvent | StationsEvent | Extract<RetentionEvent, { type: 'summit:distilled' }>;

export function evolveQueue(queue: Queue, event: Logged<Heard>): void {
	switch (event.type) {
		case 'summit:distilled':
			// S13: what a lead holds beyond the erasure is for leads, on no wall and in no queue.
			for (const item of queue.items.values()) if (item.state !== 'passed') item.state = 'kept';
			queue.pending.clear();
			queue.pendingOf.clear();
			return;
		case 'station:contributed': {
			const words = event.secret?.words ?? null;
			if (event.item === null || event.route === 'leads') return;
			queue.items.set(event.item, {
				id: event.item,
				contribution: event.contribution,
				card: event.card,
				station: event.station,
				step: event.step,
				text: words,
				marks: event.secret?.marks ?? [],
				at: event.at,
				seq: event.seq,
				late: event.late !== null,
				state: 'waiting',
				way: null,
				cover: [],
				reason: null,
				decidedBy: null,
				settlesAt: null,
				takenBy: null,
				takenAt: null,
				version: 0
			});
			wait(queue, event.item, event.card);
			return;
		}
		case 'words:settled':
			for (const id of event.items) {
				const item = queue.items.get(id);
				if (!item) continue;
				item.state = item.way === 'keep' ? 'kept' : 'shown';
				item.version += 1;
				leave(queue, item);
			}
			return;
		case 'words:taken':
		case 'words:decided':
		case 'words:passed':
		case 'words:undone':
			break;
		default:
			return;
	}
	const item = queue.items.get(event.item);
	if (!item) return;
	if (event.type === 'words:taken') {
		item.takenBy = event.person;
		item.takenAt = event.at;
		return;
	}
	item.version += 1;
	if (event.type === 'words:undone') {
		Object.assign(item, { state: 'waiting', way: null, cover: [], reason: null, decidedBy: null, settlesAt: null });
		wait(queue, item.id, item.card);
		return;
	}
	item.decidedBy = event.actor;
	if (event.type === 'words:passed') {
		item.state = 'passed';
		leave(queue, item);
		return;
	}
	item.state = 'held';
	item.way = event.way;
	item.cover = event.cover;
	item.reason = event.reason;
	item.settlesAt = event.settlesAt;
}
