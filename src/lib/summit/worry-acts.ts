/**
 * What is done with a worry beside its steps: keeping it from somebody and giving it back (S7), calling others to it (S6),
 * taking its sheet. Each stands on the hand-off sheet.
 */
import { refuse } from './refusals.ts';
import { done } from './subject.ts';
import type { Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';
import type { WorriesCommand, WorriesEvent, Worry } from './worries.ts';
import { readersOf } from './worry-readers.ts';

/** Why somebody must not see a worry although its words name them by no title (S7). */
export const EXCLUDE_REASONS = ['about-them', 'close-to-it', 'other'] as const;
export type ExcludeReason = (typeof EXCLUDE_REASONS)[number];

/** What was done with a worry beside its steps, for the hand-off sheet. */
export interface WorryAct {
	did: 'deputies' | 'call' | 'excluded' | 'included' | 'sheet';
	at: number;
	by: string;
	/** The person it was done to. */
	person: string | null;
}

/**
 * S7: words may point at somebody without a titled name (“the deputy”, “Miss P”). Any reader may keep a worry from a
 * person, themselves among them, as long as somebody is left to read it.
 */
export function decideExclusion(
	summit: Summit,
	worry: Worry,
	command: Extract<WorriesCommand, { type: 'worry:exclude' | 'worry:include' }>
): Decision<WorriesEvent> {
	const { person } = command;
	const out = worry.excluded.has(person);
	if (command.type === 'worry:include') {
		return out ? done({ type: 'worry:included', worry: worry.id, person }) : refuse('already_so');
	}
	if (!summit.people.list.has(person)) return refuse('unknown_choice');
	if (out) return refuse('already_so');
	const { reason } = command;
	const excluded = new Map([...worry.excluded, [person, { reason }]]);
	if (readersOf(summit, { ...worry, excluded }).length === 0) return refuse('last_reader');
	return done({ type: 'worry:excluded', worry: worry.id, person, reason });
}

type ActEvent = Extract<
	WorriesEvent,
	{ type: 'worry:excluded' | 'worry:included' | 'worry:sheet-taken' | 'worry:alerted' }
>;

export function evolveAct(worry: Worry, event: Logged<ActEvent>): void {
	const act = (did: WorryAct['did'], person: string | null = null) =>
		void worry.acts.push({ did, at: event.at, by: event.actor, person });
	switch (event.type) {
		case 'worry:excluded':
			worry.excluded.set(event.person, { reason: event.reason });
			act('excluded', event.person);
			return;
		case 'worry:included':
			worry.excluded.delete(event.person);
			act('included', event.person);
			return;
		case 'worry:sheet-taken':
			act('sheet');
			return;
		case 'worry:alerted':
			if (event.stage === 'deputies') worry.deputiesAt = event.at;
			else worry.calledAt = event.at;
			act(event.stage);
			return;
	}
}
