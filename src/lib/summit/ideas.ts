/**
 * From words to ideas: approved words are grouped into themes, several of them become one merged idea in an adult's
 * wording, and at most twelve merged ideas go back to students for their backing: private, equal votes, shuffled order.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { roundedDown, secretExtra } from './figures.ts';
import { Line } from './stations/settings.ts';
import { Id, Seen, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export const MOST_BACKED = 12;
/** Equal votes: every card may back this many (a table's device is one card, X4). */
export const VOTES = 3;

export interface Theme {
	id: string;
	name: string;
	mergedInto: string | null;
}
export interface MergedIdea {
	id: string;
	words: string;
	theme: string;
	/** Queue items it was made from (P1). */
	items: readonly string[];
}
export interface Ideas {
	themes: Map<string, Theme>;
	/** Shown item → theme. */
	placed: Map<string, string>;
	merged: Map<string, MergedIdea>;
	/** Every merged idea students were ever asked about; asking again forgets none (P1, P9). */
	asked: Set<string>;
	backing: {
		status: 'before' | 'open' | 'closed';
		ideas: readonly string[];
		/** Card → what it backs; private. */
		picks: Map<string, readonly string[]>;
		version: number;
		/** Frozen when backing closes: counts rounded down to fives; thin ones are null (S9). */
		results: ReadonlyMap<string, number | null> | null;
		/** When that was (ms since 1970). */
		countedAt: number | null;
	};
}

export const IdeasCommands = [
	z.strictObject({ id: Id, type: z.literal('theme:add'), name: Line }),
	z.strictObject({ id: Id, type: z.literal('theme:rename'), theme: Id, name: Line }),
	z.strictObject({ id: Id, type: z.literal('theme:merge'), theme: Id, into: Id }),
	z.strictObject({ id: Id, type: z.literal('idea:place'), items: z.array(Id).min(1).max(200), theme: Id.nullable() }),
	z.strictObject({ id: Id, type: z.literal('idea:merge'), words: Line, theme: Id, items: z.array(Id).min(1).max(200) }),
	z.strictObject({ id: Id, type: z.literal('idea:reword'), idea: Id, words: Line }),
	z.strictObject({ id: Id, type: z.literal('idea:drop'), idea: Id }),
	z.strictObject({ id: Id, type: z.literal('backing:open'), seen: Seen, ideas: z.array(Id).min(1).max(60) }),
	z.strictObject({ id: Id, type: z.literal('backing:close'), seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('backing:give'), ideas: z.array(Id).max(VOTES) })
] as const;
export type IdeasCommand = z.infer<(typeof IdeasCommands)[number]>;

export type IdeasEvent =
	| { type: 'theme:added'; theme: string; name: string }
	| { type: 'theme:renamed'; theme: string; name: string; before: string }
	| { type: 'theme:merged'; theme: string; into: string }
	| { type: 'idea:placed'; items: string[]; theme: string | null }
	| { type: 'idea:merged'; idea: string; words: string; theme: string; items: string[] }
	| { type: 'idea:reworded'; idea: string; words: string; before: string }
	| { type: 'idea:dropped'; idea: string }
	| { type: 'backing:opened'; ideas: string[] }
	| { type: 'backing:closed'; results: [string, number | null][] }
	| { type: 'backing:given'; card: string; secret: { ideas: string[] } | null };

function liveTheme(summit: Summit, id: string): Theme | null {
	const theme = summit.ideas.themes.get(id);
	return theme && theme.mergedInto === null ? theme : null;
}

/** What would change a plan under its signature: themes and ideas are what it answers (P1). */
const CHANGES_PLAN: ReadonlySet<IdeasCommand['type']> = new Set([
	...(['theme:rename', 'theme:merge', 'idea:place', 'idea:merge', 'idea:reword', 'idea:drop'] as const),
	'backing:open'
]);

export function decideIdeas(summit: Summit, command: IdeasCommand, context: Context): Decision<IdeasEvent> {
	const { ideas } = summit;
	// P2: a signed plan is changed only by sending it back.
	if (summit.plan.status === 'signed' && CHANGES_PLAN.has(command.type)) return refuse('plan_signed');
	switch (command.type) {
		case 'theme:add': {
			const known = [...ideas.themes.values()].some(
				(t) => t.mergedInto === null && t.name.toLowerCase() === command.name.toLowerCase()
			);
			if (known) return refuse('already_so');
			const theme = context.id();
			return doneWith({ theme }, { type: 'theme:added', theme, name: command.name });
		}
		case 'theme:rename': {
			const theme = liveTheme(summit, command.theme);
			if (!theme) return refuse('unknown_item');
			return done({ type: 'theme:renamed', theme: theme.id, name: command.name, before: theme.name });
		}
		case 'theme:merge': {
			if (!liveTheme(summit, command.theme) || !liveTheme(summit, command.into)) return refuse('unknown_item');
			if (command.theme === command.into) return refuse('already_so');
			return done({ type: 'theme:merged', theme: command.theme, into: command.into });
		}
		case 'idea:place': {
			if (command.theme !== null && !liveTheme(summit, command.theme)) return refuse('unknown_item');
			if (!command.items.every((id) => summit.queue.items.get(id)?.state === 'shown')) return refuse('unknown_item');
			return done({ type: 'idea:placed', items: command.items, theme: command.theme });
		}
		case 'idea:merge': {
			if (!liveTheme(summit, command.theme)) return refuse('unknown_item');
			if (!command.items.every((id) => summit.queue.items.get(id)?.state === 'shown')) return refuse('unknown_item');
			const idea = context.id();
			const { words, theme, items } = command;
			return doneWith({ idea }, { type: 'idea:merged', idea, words, theme, items });
		}
		case 'idea:reword': {
			const idea = ideas.merged.get(command.idea);
			if (!idea) return refuse('unknown_item');
			if (ideas.backing.status === 'open' && ideas.backing.ideas.includes(idea.id)) return refuse('already_so');
			return done({ type: 'idea:reworded', idea: idea.id, words: command.words, before: idea.words });
		}
		case 'idea:drop': {
			if (!ideas.merged.has(command.idea)) return refuse('unknown_item');
			const used = [...summit.plan.actions.values()].some((a) => a.ideas.includes(command.idea));
			// P1, P9: what students were asked about, or an action answers, is never deleted.
			if (used || ideas.asked.has(command.idea)) return refuse('already_so');
			return done({ type: 'idea:dropped', idea: command.idea });
		}
		case 'backing:open': {
			if (command.seen !== ideas.backing.version) return refuse('changed_meanwhile');
			if (ideas.backing.status === 'open') return refuse('already_so');
			const chosen = [...new Set(command.ideas)];
			if (chosen.length > MOST_BACKED) return refuse('too_many_ideas');
			if (!chosen.every((id) => ideas.merged.has(id))) return refuse('unknown_item');
			return done({ type: 'backing:opened', ideas: chosen });
		}
		case 'backing:close': {
			if (command.seen !== ideas.backing.version) return refuse('changed_meanwhile');
			if (ideas.backing.status !== 'open') return refuse('already_so');
			return done({ type: 'backing:closed', results: backingResults(summit) });
		}
		case 'backing:give': {
			if (ideas.backing.status !== 'open') return refuse('backing_closed');
			if (summit.setup.closedAt !== null) return refuse('summit_closed');
			const card = summit.cards.list.get(context.actor.id);
			if (!card || card.removedAt !== null) return refuse('card_removed');
			if (card.admittedAt === null) return refuse('not_admitted');
			if (card.agreedAt === null) return refuse('not_agreed');
			if (summit.controls.paused) return refuse('paused');
			const chosen = [...new Set(command.ideas)];
			if (!chosen.every((id) => ideas.backing.ideas.includes(id))) return refuse('unknown_choice');
			return done({ type: 'backing:given', card: card.id, secret: { ideas: chosen } });
		}
	}
}

/** Per idea put to students: different cards backing it, rounded down to fives; null below the threshold (S9). */
function backingResults(summit: Summit): [string, number | null][] {
	const { picks, ideas } = summit.ideas.backing;
	return ideas.map((idea) => {
		let count = 0;
		for (const [card, chosen] of picks) {
			if (chosen.includes(idea) && summit.cards.list.get(card)?.removedAt === null) count += 1;
		}
		const { threshold } = summit.setup.settings;
		const least = threshold + secretExtra(summit.setup.seed, `backing|${idea}`);
		return [idea, count >= least ? roundedDown(count, threshold) : null];
	});
}

export function evolveIdeas(ideas: Ideas, event: Logged<IdeasEvent>): void {
	const { backing } = ideas;
	switch (event.type) {
		case 'theme:added':
			ideas.themes.set(event.theme, { id: event.theme, name: event.name, mergedInto: null });
			return;
		case 'theme:renamed': {
			const theme = ideas.themes.get(event.theme);
			if (theme) theme.name = event.name;
			return;
		}
		case 'theme:merged': {
			const theme = ideas.themes.get(event.theme);
			if (theme) theme.mergedInto = event.into;
			for (const [item, at] of ideas.placed) if (at === event.theme) ideas.placed.set(item, event.into);
			for (const idea of ideas.merged.values()) if (idea.theme === event.theme) idea.theme = event.into;
			return;
		}
		case 'idea:placed':
			for (const item of event.items) {
				if (event.theme === null) ideas.placed.delete(item);
				else ideas.placed.set(item, event.theme);
			}
			return;
		case 'idea:merged':
			ideas.merged.set(event.idea, { id: event.idea, words: event.words, theme: event.theme, items: event.items });
			for (const item of event.items) ideas.placed.set(item, event.theme);
			return;
		case 'idea:reworded': {
			const idea = ideas.merged.get(event.idea);
			if (idea) idea.words = event.words;
			return;
		}
		case 'idea:dropped':
			ideas.merged.delete(event.idea);
			return;
		case 'backing:opened':
			for (const idea of event.ideas) ideas.asked.add(idea);
			ideas.backing = {
				status: 'open',
				ideas: event.ideas,
				picks: new Map(),
				version: backing.version + 1,
				results: null,
				countedAt: null
			};
			return;
		case 'backing:closed':
			backing.status = 'closed';
			backing.version += 1;
			backing.results = new Map(event.results);
			backing.countedAt = event.at;
			return;
		case 'backing:given':
			backing.picks.set(event.card, event.secret?.ideas ?? []);
			return;
	}
}
