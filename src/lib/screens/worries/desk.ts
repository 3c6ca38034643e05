/**
 * The private queue as a safeguarding lead reads it: which worry stands where, how long it has waited, what can be done
 * with it next. It orders and names; the summit decides (S6).
 */
import type { WorryState } from '../../summit/worries.ts';
import type { WorryRow } from '../../summit/topics/leads.ts';
import type { TraceLine } from '../../summit/topics/trace.ts';
import { KIND_WORDS, STATE_WORDS } from '../../summit/worry-words.ts';

/** Somebody with a part here, for choosing whom a worry is kept from. */
export interface Adult {
	id: string;
	name: string;
	part: string;
}

export type Group = 'now' | 'hand' | 'closed';

const GROUP: Record<WorryState, Group> = {
	new: 'now',
	seen: 'now',
	with: 'hand',
	missing: 'hand',
	recorded: 'hand',
	closed: 'closed'
};

/** Longest wait first, closed ones latest first; equal moments keep one order, so that nothing jumps under a finger. */
export function grouped(rows: readonly WorryRow[]): Record<Group, WorryRow[]> {
	const groups: Record<Group, WorryRow[]> = { now: [], hand: [], closed: [] };
	for (const row of rows) groups[GROUP[row.state]].push(row);
	const byWait = (a: WorryRow, b: WorryRow) => a.at - b.at || (a.id < b.id ? -1 : 1);
	groups.now.sort(byWait);
	groups.hand.sort(byWait);
	groups.closed.sort((a, b) => (b.steps.at(-1)?.at ?? b.at) - (a.steps.at(-1)?.at ?? a.at) || byWait(a, b));
	return groups;
}

/** How long, in words: `just now`, `6 min`, `1 h 5 min`, `2 days`. Takes milliseconds; never less than nothing. */
export function waitWords(milliseconds: number): string {
	const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
	const days = Math.floor(hours / 24);
	return days === 1 ? '1 day' : `${days} days`;
}

/** The way a worry goes, and where it stands on it: for a step track. The time is of the last step of that name. */
export function track(row: WorryRow, time: (at: number) => string): { steps: string[]; now: number } {
	const when = (state: WorryState) => row.steps.findLast((step) => step.state === state)?.at;
	const past = (state: WorryState, words = STATE_WORDS[state]) => {
		const at = when(state);
		return at === undefined ? words : `${words} ${time(at)}`;
	};
	const met = row.steps.findLast(({ state }) => state === 'with' || state === 'missing')?.state;
	const done = row.state === 'recorded' || row.state === 'closed';
	// Recorded without having been with the child: the track must not claim that somebody was.
	const middle = met === undefined ? (done ? [] : [STATE_WORDS.with]) : [past(met)];
	const steps = [`${STATE_WORDS.new} ${time(row.at)}`, past('seen'), ...middle, past('recorded'), past('closed')];
	const at: Record<WorryState, number> = {
		new: 1,
		seen: 2,
		with: 3,
		missing: 2,
		recorded: steps.length - 1,
		closed: steps.length
	};
	return { steps, now: at[row.state] };
}

type Step = { kind: 'step' } & WorryRow['steps'][number];
type Act = { kind: 'act' } & WorryRow['acts'][number];

/** Steps and what else was done, in order. */
export function soFar({ steps, acts }: Pick<WorryRow, 'steps' | 'acts'>): (Step | Act)[] {
	const all = [
		...steps.map((step) => ({ ...step, kind: 'step' as const })),
		...acts.map((act) => ({ ...act, kind: 'act' as const }))
	];
	return all.sort((a, b) => a.at - b.at);
}

export const TRACE_KINDS: Record<TraceLine['kind'], string> = { ...KIND_WORDS, words: 'Wrote at a station' };

const TEXT_WORDS: Record<string, string> = {
	waiting: 'Nobody has decided on it yet',
	held: 'Just decided on',
	shown: 'Shown',
	kept: 'Kept back'
};

/** What became of one line of a trace. */
export function becameWords({ kind, state }: Pick<TraceLine, 'kind' | 'state'>): string {
	if (kind === 'words') return TEXT_WORDS[state] ?? '';
	return state === 'new' ? 'Not opened yet' : (Object.entries(STATE_WORDS).find(([name]) => name === state)?.[1] ?? '');
}

/** Where a student is or wants to be met, or what the words were for; never the words. */
export function whereWords({ how, title }: Pick<WorryRow, 'how' | 'title'>): string {
	if (how === null) return title;
	return { go: 'coming to the quiet room', come: 'asks you to come', later: 'not now' }[how];
}
