/** The middle of several rounds, and how far they lay apart. */
export interface Rounds {
	median: number;
	least: number;
	most: number;
}

export function rounds(measured: readonly number[]): Rounds {
	const sorted = [...measured].sort((a, b) => a - b);
	const at = (place: number): number => Number((sorted[place] ?? NaN).toPrecision(3));
	return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}
