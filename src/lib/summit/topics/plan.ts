/** What planners see: approved words on their way to themes, merged ideas with their backing, answers and actions (P1). */
import type { Ideas } from '../ideas.ts';
import { nameOf } from '../people.ts';
import type { Action, Answer, Missing, Plan } from '../plan.ts';
import { missingFrom } from '../plan.ts';
import { shownText } from '../queue.ts';
import type { Step } from '../stations/settings.ts';
import type { Summit } from '../summit.ts';
import { contextOf } from './staff.ts';

export interface ThemeRow {
	id: string;
	name: string;
	/** Approved texts grouped here. */
	items: number;
}
export interface ApprovedRow {
	id: string;
	station: string;
	title: string;
	purpose: Step['purpose'] | null;
	text: string;
	theme: string | null;
	/** What became of it (P1): merged ideas made from it and actions that answer those. */
	ideas: string[];
	actions: string[];
}
export interface MergedRow {
	id: string;
	words: string;
	theme: string;
	items: readonly string[];
	/** Cards backing it, rounded down to fives; null = too few to say, or not counted yet (S9). */
	cards: number | null;
}
export interface BackingRow {
	status: Ideas['backing']['status'];
	ideas: readonly string[];
	version: number;
	/** Cards that have chosen so far. */
	chosen: number;
}
export interface IdeasRows {
	backing: BackingRow;
	[theme: `theme:${string}`]: ThemeRow;
	[item: `item:${string}`]: ApprovedRow;
	[idea: `idea:${string}`]: MergedRow;
}

export function ideasKeys(summit: Summit): string[] {
	const keys = ['backing'];
	for (const theme of summit.ideas.themes.values()) if (theme.mergedInto === null) keys.push(`theme:${theme.id}`);
	for (const idea of summit.ideas.merged.keys()) keys.push(`idea:${idea}`);
	for (const item of summit.queue.items.values()) if (item.state === 'shown') keys.push(`item:${item.id}`);
	return keys;
}
export function ideasRow(summit: Summit, key: string): unknown {
	const { ideas, plan } = summit;
	if (key === 'backing') {
		const { status, ideas: chosen, version, picks } = ideas.backing;
		return {
			status,
			ideas: chosen,
			version,
			chosen: summit.retention.frozen?.chosen ?? picks.size
		} satisfies BackingRow;
	}
	const at = key.indexOf(':');
	const id = key.slice(at + 1);
	switch (key.slice(0, at)) {
		case 'theme': {
			const theme = ideas.themes.get(id);
			if (!theme || theme.mergedInto !== null) return null;
			let items = 0;
			for (const [item, placed] of ideas.placed) {
				if (placed === id && summit.queue.items.get(item)?.state === 'shown') items += 1;
			}
			return { id, name: theme.name, items } satisfies ThemeRow;
		}
		case 'idea': {
			const idea = ideas.merged.get(id);
			if (!idea) return null;
			const { words, theme, items } = idea;
			return { id, words, theme, items, cards: ideas.backing.results?.get(id) ?? null } satisfies MergedRow;
		}
		case 'item': {
			const item = summit.queue.items.get(id);
			const text = item ? shownText(item) : null;
			if (!item || text === null) return null;
			const { title, purpose } = contextOf(summit, item);
			const merged = [...ideas.merged.values()].filter((idea) => idea.items.includes(id)).map((idea) => idea.id);
			const actions = [...plan.actions.values()]
				.filter((a) => a.ideas.some((i) => merged.includes(i)))
				.map((a) => a.id);
			const theme = ideas.placed.get(id) ?? null;
			return { id, station: item.station, title, purpose, text, theme, ideas: merged, actions } satisfies ApprovedRow;
		}
		default:
			return null;
	}
}

export interface PlanRow {
	status: Plan['status'];
	version: number;
	sentBack: { at: number; by: string | null; note: string } | null;
	signed: { at: number; by: string | null } | null;
	missing: Missing[];
}
export interface AnswerRow {
	theme: string;
	name: string;
	answer: Answer['answer'];
	because: string;
	until: string | null;
	at: number;
	by: string | null;
	version: number;
}
export type ActionRow = Omit<Action, 'history' | 'reply'> & {
	themeName: string;
	/** What its owner answered last (P4). */
	reply: { at: number; by: string | null; note: string } | null;
	history: { at: number; by: string | null; progress: Action['progress']; note: string }[];
};
export interface PlanRows {
	plan: PlanRow;
	[answer: `answer:${string}`]: AnswerRow;
	[action: `action:${string}`]: ActionRow;
}
export function planKeys(summit: Summit): string[] {
	const answers = [...summit.plan.answers.keys()].map((id) => `answer:${id}`);
	return ['plan', ...answers, ...[...summit.plan.actions.keys()].map((id) => `action:${id}`)];
}
export function planRow(summit: Summit, key: string): unknown {
	const { plan, ideas } = summit;
	if (key === 'plan') {
		const { status, version, sentBack, signed } = plan;
		return {
			...{ status, version },
			sentBack: sentBack && { ...sentBack, by: nameOf(summit, sentBack.by) },
			signed: signed && { ...signed, by: nameOf(summit, signed.by) },
			missing: missingFrom(summit)
		} satisfies PlanRow;
	}
	const at = key.indexOf(':');
	const id = key.slice(at + 1);
	if (key.slice(0, at) === 'answer') {
		const answer = plan.answers.get(id);
		const name = ideas.themes.get(id)?.name;
		return answer && name !== undefined ? { ...answer, theme: id, name, by: nameOf(summit, answer.by) } : null;
	}
	const action = plan.actions.get(id);
	if (!action) return null;
	const history = action.history.map((step) => ({ ...step, by: nameOf(summit, step.by) }));
	const reply = action.reply && { ...action.reply, by: nameOf(summit, action.reply.by) };
	return { ...action, reply, themeName: ideas.themes.get(action.theme)?.name ?? '', history } satisfies ActionRow;
}
