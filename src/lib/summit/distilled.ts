/**
 * What stays of students' part once their words and positions are erased (S13). All of it is fit for everybody: counts that
 * were shown live, counts rounded down, names of themes that enough cards stood behind (S9). Released figures, merged ideas
 * in the adults' wording, answers and actions need no freezing: they stand in the log by themselves, without a card.
 */
import { takingPart } from './cards.ts';
import { roundedDown } from './figures.ts';
import { mayName } from './thin-themes.ts';
import type { Summit } from './summit.ts';
import { clearedFor } from './setup.ts';
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
}

/** What the state says of it now; deciding changes nothing. */
export function freeze(summit: Summit): Frozen {
	const { ideas, cards, setup, worries, seq } = summit;
	const { threshold } = setup.settings;
	const chosen = ideas.backing.picks.size;
	return {
		upTo: seq,
		takingPart: takingPart(cards),
		joined: cards.list.size,
		chosen: chosen >= threshold ? roundedDown(chosen, threshold) : 0,
		named: [...ideas.themes.keys()].filter((theme) => mayName(summit, theme)),
		cleared: clearedFor(summit, worries.list.values()),
		readers: Object.fromEntries([...worries.list.values()].map((worry) => [worry.id, readersOf(summit, worry)]))
	};
}
