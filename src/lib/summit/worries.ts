/**
 * Worries: what a student asked to talk about, and words passed on. Seen only by the safeguarding leads it is for (S5,
 * S7), walked new → seen → with child / cannot find → recorded → closed (S6). The kit is not the safeguarding record;
 * *recorded* names the school's own system and the reference typed in there. Who reads which is in `worry-readers.ts`,
 * when who is called in `worry-alerts.ts`.
 */
import { z } from 'zod';
import type { QueueEvent } from './queue.ts';
import { refuse } from './refusals.ts';
import type { StationsEvent } from './stations.ts';
import { Id, Note, StudentWords, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged, Mark } from './subject.ts';
import type { Summit } from './summit.ts';
import { EXCLUDE_REASONS, decideExclusion, evolveAct } from './worry-acts.ts';
import type { ExcludeReason, WorryAct } from './worry-acts.ts';
import { decideAlert } from './worry-alerts.ts';
import { ALERT_STAGES } from './worry-alerts.ts';
import type { AlertStage } from './worry-alerts.ts';
import { readersOf } from './worry-readers.ts';

export type WorryState = 'new' | 'seen' | 'with' | 'missing' | 'recorded' | 'closed';

export interface Worry {
	id: string;
	kind: 'talk' | 'passed' | 'marked';
	card: string;
	station: string | null;
	step: string | null;
	/** The queue item it came from; a marked text has one too, though it never stood in the queue. */
	item: string | null;
	text: string | null;
	marks: readonly Mark[];
	/** How the student would like to meet. */
	how: 'come' | 'go' | 'later' | null;
	/** It is about an adult at school. */
	aboutAdult: boolean;
	at: number;
	/** Number of the event it came with. */
	seq: number;
	state: WorryState;
	/** `note` is what an adult added, sealed like words. */
	steps: { state: WorryState; at: number; by: string; note: string | null }[];
	acts: WorryAct[];
	/** People it is kept from, by a reader's decision. */
	excluded: Map<string, { reason: ExcludeReason }>;
	/** When deputies were called, and when every console was told to call the lead; null until then (S6). */
	deputiesAt: number | null;
	calledAt: number | null;
	system: string | null;
	reference: string | null;
}
export interface Worries {
	list: Map<string, Worry>;
}

const on = { worry: Id };
const step = { ...on, note: Note.optional() };
export const WorriesCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('talk:ask'),
		how: z.enum(['come', 'go', 'later']),
		aboutAdult: z.boolean(),
		words: StudentWords.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('worry:see'), ...on }),
	z.strictObject({ id: Id, type: z.literal('worry:found'), ...step }),
	z.strictObject({ id: Id, type: z.literal('worry:missing'), ...step }),
	z.strictObject({
		id: Id,
		type: z.literal('worry:record'),
		...step,
		system: z.string().trim().min(2).max(120),
		reference: z.string().trim().min(1).max(120)
	}),
	z.strictObject({ id: Id, type: z.literal('worry:close'), ...step }),
	z.strictObject({
		id: Id,
		type: z.literal('worry:exclude'),
		...on,
		person: Id,
		reason: z.enum(EXCLUDE_REASONS)
	}),
	z.strictObject({ id: Id, type: z.literal('worry:include'), ...on, person: Id }),
	z.strictObject({ id: Id, type: z.literal('worry:sheet'), ...on }),
	z.strictObject({ id: Id, type: z.literal('worry:alert'), ...on, stage: z.enum(ALERT_STAGES) })
] as const;
export type WorriesCommand = z.infer<(typeof WorriesCommands)[number]>;

export type WorriesEvent =
	| {
			type: 'talk:asked';
			worry: string;
			card: string;
			secret: { how: 'come' | 'go' | 'later'; aboutAdult: boolean; words: string | null; marks: Mark[] } | null;
	  }
	| { type: 'worry:moved'; worry: string; to: WorryState; secret?: { note: string } | null }
	| {
			type: 'worry:recorded';
			worry: string;
			secret: { system: string; reference: string; note?: string } | null;
	  }
	| { type: 'worry:excluded'; worry: string; person: string; reason: ExcludeReason }
	| { type: 'worry:included'; worry: string; person: string }
	| { type: 'worry:sheet-taken'; worry: string }
	| { type: 'worry:alerted'; worry: string; stage: AlertStage };

/** Which states a worry may be walked to from each. */
const NEXT: Record<WorryState, readonly WorryState[]> = {
	new: ['seen'],
	seen: ['with', 'missing', 'recorded'],
	with: ['missing', 'recorded'],
	missing: ['with', 'recorded'],
	recorded: ['closed', 'recorded'],
	closed: []
};
const TARGET = {
	'worry:see': 'seen',
	'worry:found': 'with',
	'worry:missing': 'missing',
	'worry:record': 'recorded',
	'worry:close': 'closed'
} as const;

export function decideWorries(summit: Summit, command: WorriesCommand, context: Context): Decision<WorriesEvent> {
	if (command.type === 'talk:ask') {
		const words = command.words?.trim() ? command.words.trim() : null;
		const worry = context.id();
		// S5: it outranks every limit and state; when nobody reads any more the device is told so.
		return doneWith(
			{ worry, nobodyReads: summit.setup.closedAt !== null },
			{
				type: 'talk:asked',
				worry,
				card: context.actor.id,
				secret: {
					how: command.how,
					aboutAdult: command.aboutAdult,
					words,
					marks: words === null ? [] : [...context.read(words)]
				}
			}
		);
	}
	if (command.type === 'worry:alert') return decideAlert(summit, command, context.now);
	const worry = summit.worries.list.get(command.worry);
	// A worry a person may not see answers exactly like one that does not exist (S7).
	if (!worry || !readersOf(summit, worry).includes(context.actor.id)) return refuse('unknown_item');
	if (command.type === 'worry:exclude' || command.type === 'worry:include')
		return decideExclusion(summit, worry, command);
	if (command.type === 'worry:sheet') {
		return worry.state === 'new' ? refuse('open_first') : done({ type: 'worry:sheet-taken', worry: worry.id });
	}
	const to = TARGET[command.type];
	if (!NEXT[worry.state].includes(to)) return refuse('already_so', { state: worry.state });
	const note = command.type !== 'worry:see' && command.note ? { note: command.note } : null;
	if (command.type === 'worry:record') {
		const { system, reference } = command;
		return done({ type: 'worry:recorded', worry: worry.id, secret: { system, reference, ...note } });
	}
	return done({ type: 'worry:moved', worry: worry.id, to, secret: note });
}

/** Worries nobody has opened (S6). The whole number holds the gates; it is told to no lead (S7). */
export function unseenWorries(summit: Summit): number {
	let unseen = 0;
	for (const worry of summit.worries.list.values()) if (worry.state === 'new') unseen += 1;
	return unseen;
}

export function worryOfItem(summit: Summit, item: string): Worry | undefined {
	for (const worry of summit.worries.list.values()) if (worry.item === item) return worry;
	return undefined;
}

type Heard = WorriesEvent | QueueEvent | StationsEvent;

/** A worry as it comes in: nobody has done anything with it. */
function fresh({ at, seq }: Logged<Heard>) {
	const untouched = { steps: [], acts: [], excluded: new Map(), deputiesAt: null, calledAt: null };
	return { at, seq, state: 'new' as const, ...untouched, system: null, reference: null };
}

export function evolveWorries(worries: Worries, event: Logged<Heard>, summit: Summit): void {
	switch (event.type) {
		case 'talk:asked':
			worries.list.set(event.worry, {
				...fresh(event),
				id: event.worry,
				kind: 'talk',
				card: event.card,
				station: null,
				step: null,
				item: null,
				text: event.secret?.words ?? null,
				marks: event.secret?.marks ?? [],
				how: event.secret?.how ?? null,
				aboutAdult: event.secret?.aboutAdult ?? false
			});
			return;
		case 'station:contributed':
			if (event.item === null || event.route !== 'leads') return;
			worries.list.set(event.item, {
				...fresh(event),
				id: event.item,
				kind: 'marked',
				card: event.card,
				station: event.station,
				step: event.step,
				item: event.item,
				text: event.secret?.words ?? null,
				marks: event.secret?.marks ?? [],
				how: null,
				aboutAdult: event.secret?.marks.includes('title') ?? false
			});
			return;
		case 'words:passed': {
			const item = summit.queue.items.get(event.item);
			if (!item) return;
			worries.list.set(event.worry, {
				...fresh(event),
				id: event.worry,
				kind: 'passed',
				card: item.card,
				station: item.station,
				step: item.step,
				item: item.id,
				text: event.secret?.text ?? null,
				marks: item.marks,
				how: null,
				aboutAdult: item.marks.includes('title')
			});
			return;
		}
		case 'words:undone':
			if (event.worry !== null) worries.list.delete(event.worry);
			return;
		case 'worry:moved':
		case 'worry:recorded': {
			const worry = worries.list.get(event.worry);
			if (!worry) return;
			worry.state = event.type === 'worry:recorded' ? 'recorded' : event.to;
			const note = event.secret?.note ?? null;
			worry.steps.push({ state: worry.state, at: event.at, by: event.actor, note });
			if (event.type === 'worry:recorded') {
				worry.system = event.secret?.system ?? null;
				worry.reference = event.secret?.reference ?? null;
			}
			return;
		}
		case 'worry:excluded':
		case 'worry:included':
		case 'worry:sheet-taken':
		case 'worry:alerted': {
			const worry = worries.list.get(event.worry);
			if (worry) evolveAct(worry, event);
			return;
		}
		default:
			return;
	}
}
