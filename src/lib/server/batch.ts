/**
 * Commands that are committed together. Each is decided against the state as the ones before it left it and folded in at
 * once; what comes of them is one write and their answers. Nothing here waits, stores or answers: that is the room's, and
 * if the write fails it throws the state away.
 */
import type { DoAnswer } from '../live/protocol.ts';
import { evolve } from '../summit/evolve.ts';
import type { Actor, Context } from '../summit/subject.ts';
import { decide } from '../summit/summit.ts';
import type { Command, LoggedEvent, Summit } from '../summit/summit.ts';
import { refused } from './refused.ts';
import type { AppendBatch, StoredPass } from './store/port.ts';
import type { Watched } from './watched.ts';

/** A command that waits for its turn. */
export interface Waiting {
	actor: Actor;
	command: Command;
	/** Makes the bearer's pass that must be stored in the same commit. */
	pass: ((answer: Record<string, unknown>) => StoredPass) | undefined;
	answer: (answer: DoAnswer) => void;
}

export interface Decided {
	events: LoggedEvent[];
	/** Watched topics and their rows that may have changed. */
	rows: Map<string, Set<string>>;
	/** In the order of the commands; `fresh` was decided now. */
	answers: { waiting: Waiting; answer: DoAnswer; fresh: boolean }[];
	passes: StoredPass[];
}

interface BatchParts {
	batch: readonly Waiting[];
	/** What commands were answered before, by `nameOf`. */
	before: ReadonlyMap<string, DoAnswer>;
	/** It is changed. */
	summit: Summit;
	watched: Pick<Watched, 'note'>;
	contextFor: (actor: Actor) => Context;
	fault: (what: string, error: unknown) => void;
}

export const whoIs = ({ role, id }: Actor): string => `${role}:${id}`;
/** One command of one actor; nobody else's has this name (L2). */
export const nameOf = (actor: string, id: string): string => `${actor} ${id}`;

export function decideAll({ batch, before, summit, watched, contextFor, fault }: BatchParts): Decided {
	const decided: Decided = { events: [], rows: new Map(), answers: [], passes: [] };
	const known = new Map(before);
	for (const waiting of batch) {
		const { actor, command } = waiting;
		const who = whoIs(actor);
		const name = nameOf(who, command.id);
		const already = known.get(name);
		if (already) {
			decided.answers.push({ waiting, answer: already, fresh: false });
			continue;
		}
		const context = contextFor(actor);
		const decision = decideOne(summit, command, context, fault);
		if (!decision.ok) {
			decided.answers.push({ waiting, answer: refused(command.id, decision), fresh: false });
			continue;
		}
		for (const event of decision.events) {
			const logged: LoggedEvent = { ...event, seq: summit.seq + 1, at: context.now, actor: who };
			evolve(summit, logged);
			watched.note(logged, decided.rows);
			decided.events.push(logged);
		}
		const answer = { ok: true as const, id: command.id, answer: { ...decision.answer } };
		if (waiting.pass) decided.passes.push(waiting.pass(answer.answer));
		known.set(name, answer);
		decided.answers.push({ waiting, answer, fresh: true });
	}
	return decided;
}

/** Deciding changes nothing, so a command that cannot be decided fails alone, and not everybody's beside it. */
function decideOne(summit: Summit, command: Command, context: Context, fault: BatchParts['fault']) {
	try {
		return decide(summit, command, context);
	} catch (error) {
		fault(`A command could not be decided (${command.type}).`, error);
		return { ok: false as const, code: 'server_busy' as const };
	}
}

/** The kit's own commands are sent once, so their answers are not kept. */
export function writeOf({ events, answers, passes }: Decided): Pick<AppendBatch, 'answers' | 'passes' | 'revokes'> {
	return {
		passes,
		answers: answers
			.filter(({ fresh, waiting }) => fresh && waiting.actor.role !== 'kit')
			.map(({ waiting: { actor, command }, answer }) => ({
				actor: whoIs(actor),
				id: command.id,
				answer: JSON.stringify(answer)
			})),
		revokes: events.flatMap((event) =>
			event.type === 'people:revoked' ? [{ holder: event.person, at: event.at }] : []
		)
	};
}
