/**
 * Worries: what a student asked to talk about, and words passed on. Seen only by the safeguarding leads it is for (S5,
 * S7), walked new → seen → with child / cannot find → recorded → closed (S6). The kit is not the safeguarding record;
 * *recorded* names the school's own system and the reference typed in there.
 */
import { z } from 'zod';
import { leadsOf } from './people.ts';
import type { QueueEvent } from './queue.ts';
import { refuse } from './refusals.ts';
import type { StationsEvent } from './stations.ts';
import { Id, StudentWords, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged, Mark } from './subject.ts';
import type { Summit } from './summit.ts';
import { PARTICLES, titledNames } from './words.ts';

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
	steps: { state: WorryState; at: number; by: string }[];
	system: string | null;
	reference: string | null;
}
export interface Worries {
	list: Map<string, Worry>;
}

const on = { worry: Id };
export const WorriesCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('talk:ask'),
		how: z.enum(['come', 'go', 'later']),
		aboutAdult: z.boolean(),
		words: StudentWords.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('worry:see'), ...on }),
	z.strictObject({ id: Id, type: z.literal('worry:found'), ...on }),
	z.strictObject({ id: Id, type: z.literal('worry:missing'), ...on }),
	z.strictObject({
		id: Id,
		type: z.literal('worry:record'),
		...on,
		system: z.string().trim().min(2).max(120),
		reference: z.string().trim().min(1).max(120)
	}),
	z.strictObject({ id: Id, type: z.literal('worry:close'), ...on })
] as const;
export type WorriesCommand = z.infer<(typeof WorriesCommands)[number]>;

export type WorriesEvent =
	| {
			type: 'talk:asked';
			worry: string;
			card: string;
			secret: { how: 'come' | 'go' | 'later'; aboutAdult: boolean; words: string | null; marks: Mark[] } | null;
	  }
	| { type: 'worry:moved'; worry: string; to: WorryState }
	| { type: 'worry:recorded'; worry: string; secret: { system: string; reference: string } | null };

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
	const worry = summit.worries.list.get(command.worry);
	// A worry a person may not see answers exactly like one that does not exist (S7).
	if (!worry || !readersOf(summit, worry).includes(context.actor.id)) return refuse('unknown_item');
	const to = TARGET[command.type];
	if (!NEXT[worry.state].includes(to)) return refuse('already_so', { state: worry.state });
	if (command.type === 'worry:record') {
		const { system, reference } = command;
		return done({ type: 'worry:recorded', worry: worry.id, secret: { system, reference } });
	}
	return done({ type: 'worry:moved', worry: worry.id, to });
}

/**
 * The leads who may see a worry: those of the host and of the student's school (S5), without anybody its words name by
 * title (S7). If that leaves nobody, any other lead who is not named; never a facilitator.
 */
export function readersOf(summit: Summit, worry: Worry): string[] {
	const named = new Set(titledNames(worry.text ?? '').flatMap(partsOf));
	const free = leadsOf(summit).filter((lead) => !partsOf(lead.name).some((part) => named.has(part)));
	const host = summit.setup.settings.schools[0]?.id;
	const school = summit.cards.list.get(worry.card)?.school;
	const near = free.filter((lead) => lead.school === host || lead.school === school);
	return (near.length > 0 ? near : free).map((lead) => lead.id);
}

/**
 * The parts of a name as they are compared: without accents, capitals, particles and the s of a possessive that lost its
 * apostrophe. Any part counts: better one reader too few than the person it is about. Particles alone count whole.
 */
function partsOf(name: string): string[] {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const parts = plain.split(/[^\p{L}]+/u).filter((part) => part !== '');
	const telling = parts.filter((part) => !PARTICLES.includes(part));
	return (telling.length > 0 ? telling : parts).map((part) => (part.length > 3 ? part.replace(/s$/u, '') : part));
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

export function evolveWorries(worries: Worries, event: Logged<Heard>, summit: Summit): void {
	const blank = { at: event.at, seq: event.seq, state: 'new' as const, steps: [], system: null, reference: null };
	switch (event.type) {
		case 'talk:asked':
			worries.list.set(event.worry, {
				...blank,
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
				...blank,
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
				...blank,
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
			worry.steps.push({ state: worry.state, at: event.at, by: event.actor });
			if (event.type === 'worry:recorded') {
				worry.system = event.secret?.system ?? null;
				worry.reference = event.secret?.reference ?? null;
			}
			return;
		}
		default:
			return;
	}
}
