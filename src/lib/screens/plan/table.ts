/** The plan as a table: which themes stand in it and in which order, and how each line looks. Pure. */
import type { ActionRow, AnswerRow, MergedRow, ThemeRow } from '../../summit/topics/plan.ts';
import type { Progress } from '../../ui/progress.ts';
import { daysBetween } from './words.ts';

export interface ThemeLines {
	theme: string;
	name: string;
	/** Released backing of its strongest idea, or null (S9). */
	backing: number | null;
	ideas: MergedRow[];
	answer: AnswerRow | null;
	actions: ActionRow[];
}

/** Themes students were asked about or adults answered, strongest backing first; then every other theme with texts in it. */
export function linesOf(rows: {
	themes: readonly ThemeRow[];
	merged: readonly MergedRow[];
	answers: readonly AnswerRow[];
	actions: readonly ActionRow[];
}): ThemeLines[] {
	const lines = rows.themes.map(({ id, name, items }) => {
		const ideas = rows.merged.filter(({ theme }) => theme === id);
		const most = Math.max(0, ...ideas.map(({ cards }) => cards ?? 0));
		const answer = rows.answers.find(({ theme }) => theme === id) ?? null;
		const actions = rows.actions.filter(({ theme }) => theme === id);
		return { theme: id, name, items, backing: most > 0 ? most : null, ideas, answer, actions };
	});
	const weight = (line: (typeof lines)[number]) =>
		(line.ideas.length > 0 || line.answer || line.actions.length > 0 ? 1000 : 0) + (line.backing ?? 0);
	return lines
		.filter((line) => line.items > 0 || weight(line) > 0)
		.sort((a, b) => weight(b) - weight(a))
		.map(({ items: _items, ...line }) => line);
}

/** How an action stands today: late is worked out from its due day, never stored (P5). */
export function standing(
	action: Pick<ActionRow, 'due' | 'progress'>,
	today: string
): { state: Progress; daysLate: number } {
	const late = action.progress !== 'done' && action.due !== null && action.due < today;
	if (!late || action.due === null) return { state: action.progress, daysLate: 0 };
	return { state: 'late', daysLate: daysBetween(action.due, today) };
}

/** How many actions and answers stand where, for the line above the table; states nobody is in are left out. */
export function tallyOf(lines: readonly ThemeLines[], today: string): { state: Progress; count: number }[] {
	const order: Progress[] = ['not-started', 'started', 'done', 'late', 'looking', 'no'];
	const states = lines.flatMap(({ answer, actions }): Progress[] => [
		...actions.map((action) => standing(action, today).state),
		...(answer?.answer === 'exploring' ? ['looking' as const] : []),
		...(answer?.answer === 'no' ? ['no' as const] : [])
	]);
	return order
		.map((state) => ({ state, count: states.filter((one) => one === state).length }))
		.filter(({ count }) => count > 0);
}

/** What an action still needs before anybody can sign the plan (P2), by the part of the table it is missing from. */
export function lacksOf(action: ActionRow): { what: boolean; owner: boolean; due: boolean; told: boolean } {
	const empty = (text: string) => text.trim() === '';
	return { what: empty(action.what), owner: action.owner === null, due: action.due === null, told: empty(action.told) };
}
