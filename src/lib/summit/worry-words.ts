/** What adults call the kinds, states and acts of a worry: on screens, and on the sheet that leaves the kit. */
import type { Duty } from './people.ts';
import type { Receiver } from './stations/settings.ts';
import type { TraceReason } from './traces.ts';
import type { Worry, WorryState } from './worries.ts';
import type { ExcludeReason, WorryAct } from './worry-acts.ts';

export const STATE_WORDS: Record<WorryState, string> = {
	new: 'New',
	seen: 'Seen',
	with: 'With child',
	missing: 'Cannot find',
	recorded: 'Recorded',
	closed: 'Closed'
};
export const KIND_WORDS: Record<Worry['kind'], string> = {
	talk: 'Asked to talk',
	passed: 'Passed on by an adult',
	marked: 'Held by the kit'
};
export const HOW_WORDS: Record<NonNullable<Worry['how']>, string> = {
	come: 'Asked for somebody to come to them',
	go: 'Said they would come to the quiet room',
	later: 'Said not now'
};
export const RECEIVER_WORDS: Record<Receiver['as'], string> = {
	head: 'Head',
	chair: 'Chair of governors or trustees',
	authority: 'Local-authority contact'
};
export const DUTY_WORDS: Record<Duty, string> = {
	lead: 'Safeguarding lead',
	deputy: 'Deputy safeguarding lead',
	receiver: 'Receives allegations about staff'
};
export const EXCLUDE_WORDS: Record<ExcludeReason, string> = {
	'about-them': 'The words are about them',
	'close-to-it': 'They are close to somebody it is about',
	other: 'Another reason'
};
export const TRACE_WORDS: Record<TraceReason, string> = {
	'child-at-risk': 'A child may be at risk',
	threat: 'Somebody may be harmed by another',
	'child-asked': 'The child asked for it',
	official: 'Police, children’s services or a court asked',
	other: 'Another reason'
};

/** What an act was, with the name of whom it was done to. */
export function actWords({ did, person }: Pick<WorryAct, 'did'> & { person: string | null }): string {
	switch (did) {
		case 'deputies':
			return 'Nobody had opened it for two minutes: deputies were called';
		case 'call':
			return 'Nobody had opened it for four minutes: every console said to call the lead';
		case 'excluded':
			return `Kept from ${person ?? ''}`;
		case 'included':
			return `Given back to ${person ?? ''}`;
		case 'sheet':
			return 'The hand-off sheet was taken as a PDF';
	}
}
