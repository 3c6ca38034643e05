/**
 * What one safeguarding lead may see: the worries that are for them, the traces they opened, test alerts, and every grant
 * of a lead's sight (S7).
 */
import { cardName } from '../card-names.ts';
import { nameOf } from '../people.ts';
import { HOLD } from '../queue.ts';
import type { Mark } from '../subject.ts';
import type { Summit } from '../summit.ts';
import type { Duty } from '../people.ts';
import type { Receiver } from '../stations/settings.ts';
import type { Worry, WorryState } from '../worries.ts';
import type { ExcludeReason, WorryAct } from '../worry-acts.ts';
import { readersOf, receiversFor } from '../worry-readers.ts';
import { contextOf } from './staff.ts';
import { traceRow } from './trace.ts';
import type { TraceRow } from './trace.ts';

export interface WorryRow {
	id: string;
	kind: Worry['kind'];
	/** Only safeguarding leads see a card's name (S12). */
	card: string;
	school: string;
	band: string;
	title: string;
	prompt: string;
	/** Hidden until a lead opens it: whoever walks past the screen reads nothing. */
	text: string | null;
	hasText: boolean;
	marks: readonly Mark[];
	how: Worry['how'];
	aboutAdult: boolean;
	at: number;
	state: WorryState;
	/** `by` is a name; `note` is what an adult added. */
	steps: { state: WorryState; at: number; by: string; note: string | null }[];
	/** What else was done; `person` is the name of whom it was done to. */
	acts: (Omit<WorryAct, 'person'> & { person: string | null })[];
	/** Whom a reader has kept it from. */
	excluded: { person: string; name: string; reason: ExcludeReason }[];
	/** Everybody who may read it, by id; nobody else is told of it. */
	readers: string[];
	/** Who receives allegations about staff of the student's school, without anybody it is about. Only when it is about an adult. */
	receivers: Receiver[];
	system: string | null;
	reference: string | null;
	/** Until then whoever passed it on may still take that back, unless it is opened. */
	undoUntil: number | null;
}
export interface AlertRow {
	askedAt: number;
	answeredAt: number | null;
	/** When an email to this lead could last not be sent (ms since 1970). */
	unreachedAt: number | null;
}
export interface GrantRow {
	name: string;
	school: string | null;
	duty: Duty;
	at: number;
	/** The name of whoever invited them, where that was written down. */
	by: string | null;
	revoked: boolean;
}
/** A facilitator's part that another one ended: leads are told of who may invite leads, and who may not any more. */
export interface EndedRow {
	name: string;
	at: number;
	by: string | null;
}
export interface WorriesRows {
	alert: AlertRow;
	[grant: `grant:${string}`]: GrantRow;
	[ended: `ended:${string}`]: EndedRow;
	[worry: `worry:${string}`]: WorryRow;
	[trace: `trace:${string}`]: TraceRow;
}

export function worriesKeys(summit: Summit, of: string): string[] {
	const keys = ['alert'];
	for (const worry of summit.worries.list.values()) {
		if (readersOf(summit, worry).includes(of)) keys.push(`worry:${worry.id}`);
	}
	for (const { id, role, revokedAt } of summit.people.list.values()) {
		if (role === 'lead') keys.push(`grant:${id}`);
		if (role === 'facilitator' && revokedAt !== null) keys.push(`ended:${id}`);
	}
	for (const trace of summit.traces.open.get(of)?.values() ?? []) keys.push(`trace:${trace.id}`);
	return keys;
}

export function worriesRow(summit: Summit, of: string, key: string): unknown {
	const me = summit.people.list.get(of);
	if (!me || me.role !== 'lead' || me.revokedAt !== null) return null;
	if (key === 'alert') {
		const { askedAt, answeredAt, unreachedAt } = me;
		return askedAt === null ? null : ({ askedAt, answeredAt, unreachedAt } satisfies AlertRow);
	}
	const at = key.indexOf(':');
	const id = key.slice(at + 1);
	if (key.slice(0, at) === 'grant') {
		const person = summit.people.list.get(id);
		if (person?.role !== 'lead') return null;
		const { name, school, duty, joinedAt, revokedAt, invitedBy } = person;
		const by = invitedBy === null ? null : (summit.people.list.get(invitedBy)?.name ?? null);
		return { name, school, duty, at: joinedAt, by, revoked: revokedAt !== null } satisfies GrantRow;
	}
	if (key.slice(0, at) === 'ended') {
		const person = summit.people.list.get(id);
		if (person?.role !== 'facilitator' || person.revokedAt === null) return null;
		return { name: person.name, at: person.revokedAt, by: nameOf(summit, person.revokedBy) } satisfies EndedRow;
	}
	if (key.startsWith('trace:')) return traceRow(summit, of, id);
	const worry = summit.worries.list.get(id);
	if (!worry || !readersOf(summit, worry).includes(of)) return null;
	const card = summit.cards.list.get(worry.card);
	const from = worry.station !== null && worry.step !== null ? { station: worry.station, step: worry.step } : null;
	const { title, prompt } = from ? contextOf(summit, from) : { title: '', prompt: '' };
	const { kind, marks, how, aboutAdult, state, system, reference } = worry;
	return {
		...{ id, kind, title, prompt, marks, how, aboutAdult, at: worry.at, state, system, reference },
		card: card ? cardName(card.name) : '',
		school: card?.school ?? '',
		band: card?.band ?? '',
		text: state === 'new' ? null : worry.text,
		hasText: worry.text !== null,
		steps: worry.steps.map((step) => ({ ...step, by: nameOf(summit, step.by) ?? '' })),
		acts: worry.acts.map((act) => ({
			...act,
			by: nameOf(summit, act.by) ?? '',
			person: act.person === null ? null : (summit.people.list.get(act.person)?.name ?? '')
		})),
		excluded: [...worry.excluded].map(([person, { reason }]) => ({
			...{ person, reason },
			name: summit.people.list.get(person)?.name ?? ''
		})),
		readers: readersOf(summit, worry),
		receivers: aboutAdult || worry.excluded.size > 0 ? receiversFor(summit, worry) : [],
		undoUntil: kind === 'passed' && state === 'new' ? worry.at + HOLD : null
	} satisfies WorryRow;
}
