/**
 * The plan: an answer per theme, and actions with a named owner, a due date, what will change and the words students
 * will be told. It cannot be signed off while any of that is missing (P2), and every change keeps its date and author
 * (P5). *No, because* and *looking into it until* are honest answers and are finished when they say why and when.
 */
import { z } from 'zod';
import type { IdeasEvent } from './ideas.ts';
import { changeAction, ownerChanges } from './asked.ts';
import { endOwners } from './people.ts';
import type { PartEnded } from './people.ts';
import { refuse } from './refusals.ts';
import { Line, Text } from './stations/settings.ts';
import { Id, Note, Seen, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export const ANSWERS = ['yes', 'exploring', 'no'] as const;
export const PROGRESS = ['not-started', 'started', 'done'] as const;
/** What an action changes (P3). */
export const CHANGES = ['place', 'service', 'routine', 'adults', 'young-people'] as const;

export const Owner = z.strictObject({ name: Line, role: Line, organisation: Line });
export type Owner = z.infer<typeof Owner>;

export interface Answer {
	answer: (typeof ANSWERS)[number];
	/** Why: needed for *no* and *looking into it*. */
	because: string;
	/** By when there will be a decision or a next word: needed for *no*'s review and *looking into it*. */
	until: string | null;
	at: number;
	by: string;
	/** How often it was given; a theme without an answer is at 0. */
	version: number;
}
export interface Action {
	id: string;
	theme: string;
	/** Merged ideas it answers (P1). */
	ideas: readonly string[];
	/** What will change. */
	what: string;
	changes: (typeof CHANGES)[number];
	/** Given when the action targets young people, or is a patrol or camera (P3). */
	fairBecause: string;
	owner: Owner | null;
	/** `YYYY-MM-DD`. */
	due: string | null;
	/** The words students will be told. */
	told: string;
	/** Has the owner been asked, and did they accept (P4)? */
	asked: 'not-asked' | 'asked' | 'accepted' | 'cannot';
	/** What the owner answered last, and the other date they asked for (`owners.ts`). */
	reply: { at: number; by: string; note: string } | null;
	wish: { at: number; date: string; note: string } | null;
	progress: (typeof PROGRESS)[number];
	history: { at: number; by: string; progress: (typeof PROGRESS)[number]; note: string }[];
	version: number;
}
export interface Plan {
	answers: Map<string, Answer>;
	actions: Map<string, Action>;
	status: 'draft' | 'review' | 'signed';
	version: number;
	sentBack: { at: number; by: string; note: string } | null;
	signed: { at: number; by: string } | null;
}

const Details = {
	ideas: z.array(Id).max(40),
	what: Text,
	changes: z.enum(CHANGES),
	fairBecause: z.string().trim().max(300),
	owner: Owner.nullable(),
	due: z.iso.date().nullable(),
	told: z.string().trim().max(400)
};
export const PlanCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('theme:answer'),
		theme: Id,
		seen: Seen,
		answer: z.enum(ANSWERS),
		because: z.string().trim().max(400),
		until: z.iso.date().nullable()
	}),
	z.strictObject({ id: Id, type: z.literal('action:add'), theme: Id, ...Details }),
	z.strictObject({
		id: Id,
		type: z.literal('action:edit'),
		action: Id,
		seen: Seen,
		change: z.strictObject(Details).partial()
	}),
	z.strictObject({ id: Id, type: z.literal('action:drop'), action: Id, seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('action:progress'), action: Id, progress: z.enum(PROGRESS), note: Note }),
	z.strictObject({ id: Id, type: z.literal('plan:submit'), seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('plan:sendback'), seen: Seen, note: z.string().trim().min(3).max(1000) }),
	z.strictObject({ id: Id, type: z.literal('plan:sign'), seen: Seen })
] as const;
export type PlanCommand = z.infer<(typeof PlanCommands)[number]>;

export type Detail = Pick<Action, 'ideas' | 'what' | 'changes' | 'fairBecause' | 'owner' | 'due' | 'told'>;
export type PlanEvent =
	| { type: 'theme:answered'; theme: string; answer: Answer['answer']; because: string; until: string | null }
	| ({ type: 'action:added'; action: string; theme: string } & Detail)
	| { type: 'action:edited'; action: string; change: Partial<Detail> }
	| { type: 'action:dropped'; action: string }
	| { type: 'action:progressed'; action: string; progress: Action['progress']; secret: { note: string } | null }
	| { type: 'plan:submitted' }
	| { type: 'plan:sent-back'; secret: { note: string } | null }
	| { type: 'plan:signed' };

export interface Missing {
	/** The action or theme that is not ready. */
	action?: string;
	theme?: string;
	/** What it is called, for a person. */
	name: string;
	lacks: ('owner' | 'due' | 'what' | 'told' | 'because' | 'until' | 'theme' | 'answer' | 'action')[];
}

/** Everything that still stands between the plan and a signature (P1, P2). Empty = it may be signed. */
export function missingFrom(summit: Summit): Missing[] {
	const { plan, ideas } = summit;
	const missing: Missing[] = [];
	for (const action of plan.actions.values()) {
		const lacks: Missing['lacks'] = [];
		if (!action.owner) lacks.push('owner');
		if (!action.due) lacks.push('due');
		if (!action.what.trim()) lacks.push('what');
		if (!action.told.trim()) lacks.push('told');
		if (!ideas.themes.has(action.theme)) lacks.push('theme');
		if (lacks.length > 0) missing.push({ action: action.id, name: action.what, lacks });
	}
	for (const [theme, answer] of plan.answers) {
		const lacks: Missing['lacks'] = [];
		if (answer.answer !== 'yes' && !answer.because) lacks.push('because');
		if (answer.answer !== 'yes' && !answer.until) lacks.push('until');
		if (answer.answer === 'yes' && ![...plan.actions.values()].some((a) => a.theme === theme)) lacks.push('action');
		if (lacks.length > 0) missing.push({ theme, name: ideas.themes.get(theme)?.name ?? '', lacks });
	}
	// What students were asked to back must be answered, in whichever round they were asked.
	const backed = new Set([...ideas.asked].map((id) => ideas.merged.get(id)?.theme).filter((id) => id !== undefined));
	for (const theme of backed) {
		if (!plan.answers.has(theme)) missing.push({ theme, name: ideas.themes.get(theme)?.name ?? '', lacks: ['answer'] });
	}
	if (plan.actions.size === 0 && plan.answers.size === 0) missing.push({ name: '', lacks: ['answer'] });
	return missing;
}

const WATCHING = /\b(patrols?|cameras?|cctv)\b/i;

/** P3: an action that targets young people, or watches them, is questioned before it is saved. */
function question(detail: Pick<Detail, 'changes' | 'what' | 'fairBecause'>): 'check_target' | 'needs_support' | null {
	if (detail.fairBecause.length >= 3) return null;
	if (detail.changes === 'young-people') return 'check_target';
	return WATCHING.test(detail.what) ? 'needs_support' : null;
}

export function decidePlan(summit: Summit, command: PlanCommand, context: Context): Decision<PlanEvent | PartEnded> {
	const { plan, ideas } = summit;
	if (command.type === 'action:progress') {
		const action = plan.actions.get(command.action);
		if (!action) return refuse('unknown_item');
		const { progress, note } = command;
		return done({ type: 'action:progressed', action: action.id, progress, secret: { note } });
	}
	if (command.type === 'plan:sendback') {
		if (plan.status === 'draft') return refuse('plan_not_in_review');
		if (command.seen !== plan.version) return refuse('changed_meanwhile');
		return done({ type: 'plan:sent-back', secret: { note: command.note } });
	}
	if (plan.status === 'signed') return refuse('plan_signed');
	switch (command.type) {
		case 'theme:answer': {
			const theme = ideas.themes.get(command.theme);
			if (!theme || theme.mergedInto !== null) return refuse('unknown_item');
			const { answer, because, until } = command;
			if (command.seen !== (plan.answers.get(theme.id)?.version ?? 0)) return refuse('changed_meanwhile');
			if (answer !== 'yes' && (because.length < 3 || until === null)) return refuse('needs_reason');
			return done({ type: 'theme:answered', theme: theme.id, answer, because, until });
		}
		case 'action:add': {
			const theme = ideas.themes.get(command.theme);
			if (!theme || theme.mergedInto !== null) return refuse('unknown_item');
			if (!command.ideas.every((id) => ideas.merged.has(id))) return refuse('unknown_item');
			const asked = question(command);
			if (asked) return refuse(asked);
			const { ideas: answered, what, changes, fairBecause, owner, due, told } = command;
			const action = context.id();
			const detail = { ideas: answered, what, changes, fairBecause, owner, due, told };
			return doneWith({ action }, { type: 'action:added', action, theme: theme.id, ...detail });
		}
		case 'action:edit': {
			const action = plan.actions.get(command.action);
			if (!action) return refuse('unknown_item');
			if (command.seen !== action.version) return refuse('changed_meanwhile');
			if (command.change.ideas && !command.change.ideas.every((id) => ideas.merged.has(id)))
				return refuse('unknown_item');
			const asked = question({ ...action, ...command.change });
			if (asked) return refuse(asked);
			const edited: PlanEvent = { type: 'action:edited', action: action.id, change: command.change };
			const gone = ownerChanges(action, command.change) ? endOwners(summit, action.id) : [];
			return done<PlanEvent | PartEnded>(edited, ...gone);
		}
		case 'action:drop': {
			const action = plan.actions.get(command.action);
			if (!action) return refuse('unknown_item');
			if (command.seen !== action.version) return refuse('changed_meanwhile');
			const dropped: PlanEvent = { type: 'action:dropped', action: action.id };
			return done<PlanEvent | PartEnded>(dropped, ...endOwners(summit, action.id));
		}
		case 'plan:submit':
			if (command.seen !== plan.version) return refuse('changed_meanwhile');
			if (plan.status === 'review') return refuse('already_so');
			return done({ type: 'plan:submitted' });
		case 'plan:sign': {
			if (plan.status !== 'review') return refuse('plan_not_in_review');
			const missing = missingFrom(summit);
			if (missing.length > 0) return refuse('plan_incomplete', { missing });
			if (command.seen !== plan.version) return refuse('changed_meanwhile');
			return done({ type: 'plan:signed' });
		}
	}
}

/** Late is worked out, never stored (P5). `today` is `YYYY-MM-DD`. */
export function isLate(action: Pick<Action, 'due' | 'progress'>, today: string): boolean {
	return action.progress !== 'done' && action.due !== null && action.due < today;
}

type Heard = PlanEvent | Extract<IdeasEvent, { type: 'theme:merged' }>;

export function evolvePlan(plan: Plan, event: Logged<Heard>): void {
	switch (event.type) {
		case 'theme:merged': {
			// P9: what was answered under a theme follows it when it is merged; an answer already there stands.
			for (const action of plan.actions.values()) if (action.theme === event.theme) action.theme = event.into;
			const answer = plan.answers.get(event.theme);
			plan.answers.delete(event.theme);
			if (answer && !plan.answers.has(event.into)) plan.answers.set(event.into, answer);
			break;
		}
		case 'theme:answered':
			plan.answers.set(event.theme, {
				answer: event.answer,
				because: event.because,
				until: event.until,
				at: event.at,
				by: event.actor,
				version: (plan.answers.get(event.theme)?.version ?? 0) + 1
			});
			break;
		case 'action:added': {
			const { action: id, theme, ideas, what, changes, fairBecause, owner, due, told } = event;
			const fresh = { asked: 'not-asked', reply: null, wish: null, progress: 'not-started', version: 0 } as const;
			plan.actions.set(id, { id, theme, ideas, what, changes, fairBecause, owner, due, told, history: [], ...fresh });
			break;
		}
		case 'action:edited': {
			const action = plan.actions.get(event.action);
			if (action) changeAction(action, event.change);
			break;
		}
		case 'action:dropped':
			plan.actions.delete(event.action);
			break;
		case 'action:progressed': {
			const action = plan.actions.get(event.action);
			if (!action) return;
			action.progress = event.progress;
			const note = event.secret?.note ?? '';
			action.history.push({ at: event.at, by: event.actor, progress: event.progress, note });
			return;
		}
		case 'plan:submitted':
			plan.status = 'review';
			plan.sentBack = null;
			break;
		case 'plan:sent-back':
			plan.status = 'draft';
			plan.signed = null;
			plan.sentBack = { at: event.at, by: event.actor, note: event.secret?.note ?? '' };
			break;
		case 'plan:signed':
			plan.status = 'signed';
			plan.signed = { at: event.at, by: event.actor };
			break;
	}
	plan.version += 1;
}
