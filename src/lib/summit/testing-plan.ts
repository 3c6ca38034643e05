/** What planners and owners press in a day by lot: themes, merged ideas, backing, answers, actions and their owners. */
import type { Command, Summit } from './summit.ts';
import type { CommandBody } from './testing.ts';

type Planning = Extract<Command['type'], `${'theme' | 'idea' | 'backing' | 'action' | 'owner' | 'plan'}:${string}`>;

interface Chosen {
	summit: Summit;
	also: number;
	/** One of several by lot; the same one for the same lot. */
	one: (ids: Iterable<string>, lot?: number) => string;
	/** A version as somebody saw it, mostly the newest. */
	saw: (version: number | undefined) => number;
	item: string;
	theme: string;
}

export function planned(type: Planning, { summit, also, one, saw, item, theme }: Chosen): CommandBody {
	const [idea, action] = [one(summit.ideas.merged.keys()), one(summit.plan.actions.keys())];
	switch (type) {
		case 'theme:add':
			return { type, name: `Theme ${String(also)}` };
		case 'theme:rename':
			return { type, theme, name: `Theme ${String(also)}` };
		case 'theme:merge':
			return { type, theme, into: one([...summit.ideas.themes.keys()].slice(0, 4), also) };
		case 'idea:place':
			return { type, items: [item], theme: also % 5 === 0 ? null : theme };
		case 'idea:merge':
			return { type, words: `Merged ${String(also)}`, theme, items: [item] };
		case 'idea:reword':
			return { type, idea, words: `Reworded ${String(also)}` };
		case 'idea:drop':
			return { type, idea };
		case 'backing:open':
			return { type, seen: saw(summit.ideas.backing.version), ideas: [idea] };
		case 'backing:close':
			return { type, seen: saw(summit.ideas.backing.version) };
		case 'backing:give':
			return { type, ideas: also % 4 === 0 ? [] : [one(summit.ideas.backing.ideas)] };
		case 'theme:answer':
			return {
				...{ type, theme, seen: saw(summit.plan.answers.get(theme)?.version ?? 0) },
				...{ answer: also % 2 === 0 ? 'yes' : 'no', because: 'Because of cost', until: '2027-02-01' }
			};
		case 'action:add': {
			const owner = { name: 'Pat Reed', role: 'Site manager', organisation: 'Host school' };
			const detail = { what: 'New lamps', changes: 'place', fairBecause: '', owner, due: '2027-01-15' } as const;
			return { type, theme, ideas: idea === 'nothing-1' ? [] : [idea], ...detail, told: 'Lamps are coming.' };
		}
		case 'action:edit':
			return {
				type,
				action,
				seen: saw(summit.plan.actions.get(action)?.version),
				change: { told: `Told ${String(also)}` }
			};
		case 'action:drop':
			return { type, action, seen: saw(summit.plan.actions.get(action)?.version) };
		case 'action:progress':
			return { type, action, progress: 'started', note: 'Ordered' };
		case 'owner:ask':
		case 'owner:unask':
			return { type, action };
		case 'owner:accept':
			return { type, seen: also % 5 };
		case 'owner:progress':
			return { type, progress: 'started', note: 'Ordered by us' };
		case 'owner:redate':
			return { type, date: '2027-03-01', reason: 'The holidays' };
		case 'owner:decline':
			return { type, reason: 'No money' };
		case 'plan:submit':
		case 'plan:sign':
			return { type, seen: saw(summit.plan.version) };
		case 'plan:sendback':
			return { type, seen: saw(summit.plan.version), note: 'Who pays' };
	}
}
