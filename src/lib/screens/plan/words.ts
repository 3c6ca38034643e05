/** How the plan is said to adults: one word list for the table, the forms, the status bar and the printed page. */
import type { Action, Answer, Missing } from '../../summit/plan.ts';

export const CHANGE_WORDS: Record<Action['changes'], string> = {
	place: 'A place',
	service: 'A service',
	routine: 'A routine',
	adults: 'What adults do',
	'young-people': 'What young people do'
};
export const ANSWER_WORDS: Record<Answer['answer'], string> = {
	yes: 'Yes',
	exploring: 'Looking into it',
	no: 'No, because'
};
export const ANSWER_MARK = { yes: 'done', exploring: 'looking', no: 'no' } as const;
export const ASKED_WORDS: Record<Action['asked'], string> = {
	'not-asked': 'Not asked yet',
	asked: 'We have asked',
	accepted: 'Accepted',
	cannot: 'Cannot'
};
const LACKS: Record<Missing['lacks'][number], string> = {
	owner: 'a named owner',
	due: 'a due date',
	what: 'what will change',
	told: 'the words students will be told',
	because: 'a reason',
	until: 'a date for the next word',
	theme: 'a theme',
	answer: 'an answer',
	action: 'an action that carries it out'
};

/** "a named owner and a due date" */
export function listed(parts: readonly string[]): string {
	const last = parts.at(-1) ?? '';
	return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

/** One sentence a person can act on: "“Seats” needs a named owner." */
export function missingWords({ name, lacks }: Pick<Missing, 'name' | 'lacks'>): string {
	const what = listed(lacks.map((lack) => LACKS[lack]));
	return name === '' ? `The plan needs at least ${what}.` : `“${shortened(name)}” needs ${what}.`;
}
function shortened(name: string): string {
	return name.length > 60 ? `${name.slice(0, 57).trimEnd()}…` : name;
}

/** `2027-01-30` → "30 Jan 2027"; what is no date is said as it is. */
export function dayWords(day: string): string {
	const at = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(at.getTime())) return day;
	return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
		at
	);
}
/** Milliseconds since 1970 → the same, by this device's calendar. */
export function momentWords(at: number): string {
	const as = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
	return new Intl.DateTimeFormat('en-GB', as).format(new Date(at));
}
/** The day it is, `YYYY-MM-DD`, by this device's calendar. */
export { todayAt as today } from '../staff/advice.ts';
/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Backing as it may be said: rounded down to fives, or that it is too little (S9). */
export function backingWords(cards: number | null): string {
	return cards === null ? 'Too few to say' : `${cards}+ cards`;
}
/** Characters the summit takes of a reason, and of a note for staff. */
export const BECAUSE_MOST = 400;
export const NOTE_MOST = 1000;
/** What to say about a text the summit would not take, counted as the summit counts; undefined when it fits. */
export function tooLong(text: string, most: number): string | undefined {
	const over = text.trim().length - most;
	if (over <= 0) return undefined;
	return over === 1
		? 'That is one letter too many. Say it shorter.'
		: `That is ${over} letters too many. Say it shorter.`;
}
export function countWords(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
