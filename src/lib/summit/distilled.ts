/**
 * What stays of students' part once their words and positions are erased (S13). All of it is fit for everybody: counts that
 * were shown live, counts rounded down, names of themes that enough cards stood behind (S9). Released figures, merged ideas
 * in the adults' wording, answers and actions need no freezing: they stand in the log by themselves, without a card.
 */
import { cameIn, takingPart } from './cards.ts';
import { roundedDown } from './figures.ts';
import { leadPartsOf } from './people.ts';
import { mayName } from './thin-themes.ts';
import type { Summit } from './summit.ts';
import { clearedFor } from './setup.ts';
import { mayKnowOfTrace } from './traces.ts';
import { worryOfItem } from './worries.ts';
import { readersOf } from './worry-readers.ts';

export interface Frozen {
	/** Number of the last event the erasure reaches. */
	upTo: number;
	takingPart: number;
	joined: number;
	/** Cards that chose ideas, rounded down; 0 = too few to say. */
	chosen: number;
	/** Themes that may be named outside. */
	named: string[];
	cleared: boolean;
	/** Worry → who could read it, so that the audit log stays theirs alone (S7). No words, no cards. */
	readers: Record<string, string[]>;
	/** The same of traces, and of the queue's texts that were not for everybody: late ones, and those that became a worry. */
	traces?: Record<string, string[]>;
	items?: Record<string, string[]>;
}

/** What the state says of it now; deciding changes nothing. */
export function freeze(summit: Summit): Frozen {
	const { ideas, cards, setup, worries, seq } = summit;
	const { threshold } = setup.settings;
	const leads = leadPartsOf(summit).map(({ id }) => id);
	const chosen = ideas.backing.picks.size;
	return {
		upTo: seq,
		takingPart: takingPart(cards),
		joined: cameIn(cards),
		chosen: chosen >= threshold ? roundedDown(chosen, threshold) : 0,
		named: [...ideas.themes.keys()].filter((theme) => mayName(summit, theme)),
		cleared: clearedFor(summit, worries.list.values()),
		readers: Object.fromEntries([...worries.list.values()].map((worry) => [worry.id, readersOf(summit, worry)])),
		traces: Object.fromEntries(
			[...summit.traces.cards].map(([trace, card]) => [
				trace,
				leads.filter((lead) => mayKnowOfTrace(summit, card, lead))
			])
		),
		items: Object.fromEntries(
			[...summit.queue.items.values()].flatMap((item) => {
				const worry = worryOfItem(summit, item.id);
				if (worry) return [[item.id, readersOf(summit, worry)]];
				return item.late ? [[item.id, leads]] : [];
			})
		)
	};
}
