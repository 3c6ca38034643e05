/**
 * Tracing a card: a safeguarding lead reads together what one card wrote and asked, in order, for a coded reason and for
 * somebody who asked (S12). It is in the log and cannot be done in silence; it stays open before that lead alone until
 * they close it, and shows nothing they could not read one by one (S7).
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Id, Note, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';
import { readersOf } from './worry-readers.ts';

export const TRACE_REASONS = ['child-at-risk', 'threat', 'child-asked', 'official', 'other'] as const;
export type TraceReason = (typeof TRACE_REASONS)[number];

export interface Trace {
	/** Random; what its row is keyed by. A card's own id is seen by itself alone. */
	id: string;
	at: number;
	reason: TraceReason;
	/** Who asked for it, as the lead wrote it. */
	requester: string;
	/** A line of why; sealed like words. */
	note: string | null;
}
export interface Traces {
	/** By the lead's id, then the card's. */
	open: Map<string, Map<string, Trace>>;
	/** Every trace there was, closed ones too, and its card: who may know of one is asked as long as there is a log. */
	cards: Map<string, string>;
}

export const TracesCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('cards:trace'),
		/** One of the card's worries, which the lead may read. */
		worry: Id,
		reason: z.enum(TRACE_REASONS),
		requester: z.string().trim().min(2).max(120),
		note: Note.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('cards:untrace'), trace: Id })
] as const;
export type TracesCommand = z.infer<(typeof TracesCommands)[number]>;

export type TracesEvent =
	| {
			type: 'cards:traced';
			trace: string;
			card: string;
			reason: TraceReason;
			requester: string;
			secret: { note: string } | null;
	  }
	| { type: 'cards:untraced'; trace: string; card: string };

/** Begins with a worry the lead may read (S7). A card they trace already is traced anew, and the one before is closed. */
export function decideTraces(summit: Summit, command: TracesCommand, context: Context): Decision<TracesEvent> {
	const open = summit.traces.open.get(context.actor.id) ?? new Map<string, Trace>();
	if (command.type === 'cards:untrace') {
		const found = [...open].find(([, { id }]) => id === command.trace);
		return found ? done({ type: 'cards:untraced', trace: command.trace, card: found[0] }) : refuse('unknown_item');
	}
	const worry = summit.worries.list.get(command.worry);
	if (!worry || !readersOf(summit, worry).includes(context.actor.id)) return refuse('unknown_item');
	const { card } = worry;
	const { reason, requester, note } = command;
	const trace = context.id();
	const before = open.get(card);
	const closed: TracesEvent[] = before ? [{ type: 'cards:untraced', trace: before.id, card }] : [];
	const secret = note ? { note } : null;
	return doneWith({ trace }, ...closed, { type: 'cards:traced', trace, card, reason, requester, secret });
}

/**
 * Whether a lead may know that a card was traced: a trace shows what its worries say, so only who may read every one of
 * them (S7).
 */
export function mayKnowOfTrace(summit: Summit, card: string, lead: string): boolean {
	const worries = [...summit.worries.list.values()].filter((worry) => worry.card === card);
	return worries.every((worry) => readersOf(summit, worry).includes(lead));
}

export function evolveTraces(traces: Traces, event: Logged<TracesEvent>): void {
	const lead = event.actor.slice(event.actor.indexOf(':') + 1);
	const mine = traces.open.get(lead) ?? new Map<string, Trace>();
	if (event.type === 'cards:untraced') {
		mine.delete(event.card);
	} else {
		const { card, trace: id, at, reason, requester } = event;
		mine.set(card, { id, at, reason, requester, note: event.secret?.note ?? null });
		traces.cards.set(id, card);
	}
	traces.open.set(lead, mine);
}
