/** What every bench is given, and what it answers. */
import type { Found } from './figures.ts';

export interface Ground {
	/** Whether servers and load have a core each. */
	pinned: boolean;
	/** Says what is going on, for whoever waits. */
	say: (words: string) => void;
	/** What was asked for beyond the name: `--hours 2`, `--marks 1000000`. */
	options: ReadonlyMap<string, number>;
}

export type Bench = (ground: Ground) => Promise<Found>;

/** Rounds of every figure: the least that has a middle. */
export const ROUNDS = 3;
