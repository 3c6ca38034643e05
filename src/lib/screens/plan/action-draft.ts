/** An action while somebody writes it: form fields in, what is sent out. Pure; what is allowed is the summit's business. */
import type { Action } from '../../summit/plan.ts';
import { tooLong } from './words.ts';

/** Characters the summit takes of each text. */
export const MOST = { what: 1200, fairBecause: 300, told: 400 } as const;

export interface Draft {
	ideas: string[];
	what: string;
	changes: Action['changes'] | null;
	fairBecause: string;
	owner: { name: string; role: string; organisation: string };
	due: string;
	told: string;
}
export type Detail = Pick<Action, 'what' | 'changes' | 'fairBecause' | 'owner' | 'due' | 'told'> & { ideas: string[] };
export type Problems = Partial<Record<'what' | 'changes' | 'owner' | keyof typeof MOST, string>>;

export function draftOf(action: (Omit<Detail, 'ideas'> & { ideas: readonly string[] }) | null): Draft {
	const { what = '', changes = null, fairBecause = '', owner, due, told = '', ideas = [] } = action ?? {};
	const nobody = { name: '', role: '', organisation: '' };
	return { what, changes, fairBecause, owner: { ...(owner ?? nobody) }, due: due ?? '', told, ideas: [...ideas] };
}

/** What is sent, or what to put right first. An owner is whole (name, role, organisation) or left for later (P2). */
export function detailOf(draft: Draft): { ok: true; detail: Detail } | { ok: false; problems: Problems } {
	const problems: Problems = {};
	const parts = Object.values(draft.owner).map((part) => part.trim());
	const some = parts.some((part) => part !== '');
	const all = parts.every((part) => part !== '');
	if (draft.what.trim() === '') problems.what = 'Say what will change.';
	for (const field of ['what', 'fairBecause', 'told'] as const) {
		const long = tooLong(draft[field], MOST[field]);
		if (long) problems[field] = long;
	}
	if (draft.changes === null) problems.changes = 'Choose what it changes.';
	if (some && !all)
		problems.owner = 'An owner has a name, a role and an organisation. Fill in all three, or none for now.';
	if (draft.changes === null || Object.keys(problems).length > 0) return { ok: false, problems };
	const { ideas, what, changes, fairBecause, due, told } = draft;
	const owner = all ? draft.owner : null;
	return {
		ok: true,
		detail: { ideas: [...ideas], what, changes, fairBecause, owner, due: due === '' ? null : due, told }
	};
}

/** Only what differs, so that two people who edit different parts do not undo each other. */
export function changeOf(before: Omit<Detail, 'ideas'> & { ideas: readonly string[] }, after: Detail): Partial<Detail> {
	const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
	return {
		...(same(before.ideas, after.ideas) ? {} : { ideas: after.ideas }),
		...(before.what === after.what ? {} : { what: after.what }),
		...(before.changes === after.changes ? {} : { changes: after.changes }),
		...(before.fairBecause === after.fairBecause ? {} : { fairBecause: after.fairBecause }),
		...(same(before.owner, after.owner) ? {} : { owner: after.owner }),
		...(before.due === after.due ? {} : { due: after.due }),
		...(before.told === after.told ? {} : { told: after.told })
	};
}
