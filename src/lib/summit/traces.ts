/**
 * Tracing a card: a safeguarding lead reads together what one card wrote and asked, in order, for a coded reason and for
 * somebody who asked (S12). It is in the log and cannot be done in silence; it stays open before that lead alone until
 * they close it, and shows nothing they could not read one by one (S7).
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Id, Note, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export const TRACE_REASONS = ['child-at-risk', 'threat', 'child-asked', 'official', 'other'] as const;
export type TraceReason = (typeof TRACE_REASONS)[number];

export interface Trace {
	card: string;
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
}

export const TracesCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('cards:trace'),
		card: Id,
		reason: z.enum(TRACE_REASONS),
		requester: z.string().trim().min(2).max(120),
		note: Note.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('cards:untrace'), card: Id })
] as const;
export type TracesCommand = z.infer<(typeof TracesCommands)[number]>;

export type TracesEvent =
	| {
			type: 'cards:traced';
			card: string;
			reason: TraceReason;
			requester: string;
			secret: { note: string } | null;
	  }
	| { type: 'cards:untraced'; card: string };

/** A lead of the host may trace any card, another lead those of their own school (S5). */
export function decideTraces(summit: Summit, command: TracesCommand, { actor }: Context): Decision<TracesEvent> {
	const { card } = command;
	if (command.type === 'cards:untrace') {
		const open = summit.traces.open.get(actor.id)?.has(card) ?? false;
		return open ? done({ type: 'cards:untraced', card }) : refuse('unknown_item');
	}
	const school = summit.people.list.get(actor.id)?.school ?? null;
	const of = summit.cards.list.get(card)?.school;
	if (of === undefined || (school !== of && school !== summit.setup.settings.schools[0]?.id)) {
		return refuse('unknown_item');
	}
	const { reason, requester, note } = command;
	return done({ type: 'cards:traced', card, reason, requester, secret: note ? { note } : null });
}

export function evolveTraces(traces: Traces, event: Logged<TracesEvent>): void {
	const lead = event.actor.slice(event.actor.indexOf(':') + 1);
	const mine = traces.open.get(lead) ?? new Map<string, Trace>();
	if (event.type === 'cards:untraced') {
		mine.delete(event.card);
	} else {
		const { card, at, reason, requester } = event;
		mine.set(card, { card, at, reason, requester, note: event.secret?.note ?? null });
	}
	traces.open.set(lead, mine);
}
