/** What a bench answers: a figure beside its floor and its budget. Pure, so that page and terminal say the same. */
import { rounds } from './rounds.ts';
import type { Rounds } from './rounds.ts';

export interface Figure {
	/** The number of the budget, as `B1`. */
	budget: string;
	measure: string;
	unit: string;
	kit: Rounds;
	/** What it is held against, and what that is; null where the budget is a plain number. */
	floor: (Rounds & { name: string }) | null;
	/** Kit to floor in each round, or the kit's figure itself where there is no floor. */
	ratio: Rounds;
	limit: number;
	/** Whether the budget is the least it may be, and not the most. */
	atLeast: boolean;
	/** What was smaller than the budget's own words say, or null. */
	scaled: string | null;
}

/** Growth over phones or contributions: a row for each count. */
export interface Curve {
	name: string;
	/** What is counted in the first column. */
	over: string;
	columns: string[];
	rows: { count: number; values: number[] }[];
}

export interface Found {
	figures: Figure[];
	curves: Curve[];
	/** Whatever else a reader of the figures must know. */
	notes: string[];
}

type Said = Pick<Figure, 'budget' | 'measure' | 'unit' | 'limit'> & { atLeast?: boolean; scaled?: string };

/** A figure beside a floor, from rounds that alternated: the ratio is taken within each round. */
export function beside(
	said: Said,
	kit: readonly number[],
	floor: { name: string; measured: readonly number[] }
): Figure {
	const ratios = kit.map((value, at) => value / (floor.measured[at] ?? NaN));
	const held = { name: floor.name, ...rounds(floor.measured) };
	return { ...whole(said), kit: rounds(kit), floor: held, ratio: rounds(ratios) };
}

/** A figure with a plain limit. */
export function plain(said: Said, kit: readonly number[]): Figure {
	return { ...whole(said), kit: rounds(kit), floor: null, ratio: rounds(kit) };
}

function whole({ atLeast = false, scaled, ...said }: Said): Omit<Figure, 'kit' | 'floor' | 'ratio'> {
	return { ...said, atLeast, scaled: scaled ?? null };
}

export function isWithin({ ratio, limit, atLeast }: Figure): boolean {
	return atLeast ? ratio.median >= limit : ratio.median <= limit;
}

/** “within”, or by how much not. */
export function verdict(figure: Figure): string {
	if (isWithin(figure)) return 'within';
	const { ratio, limit, atLeast } = figure;
	const by = atLeast ? limit / ratio.median : ratio.median / limit;
	return `${atLeast ? 'under' : 'over'} by ${by.toFixed(2)} ×`;
}

const span = ({ median, least, most }: Rounds): string => `${median} (${least} to ${most})`;

/** A figure in the words of one line of a table. */
export function told(figure: Figure): {
	budget: string;
	measure: string;
	kit: string;
	floor: string;
	ratio: string;
	limit: string;
	verdict: string;
} {
	const { budget, measure, unit, kit, floor, ratio, limit, atLeast, scaled } = figure;
	return {
		budget,
		measure: scaled === null ? measure : `${measure} (${scaled})`,
		kit: `${span(kit)} ${unit}`,
		floor: floor === null ? '' : `${span(floor)} ${unit}, ${floor.name}`,
		ratio: floor === null ? '' : span(ratio),
		limit: `${atLeast ? '≥' : '≤'} ${limit}${floor === null ? ` ${unit}` : ' ×'}`,
		verdict: verdict(figure)
	};
}
