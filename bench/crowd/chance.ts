/** Chance from a seed, so that a run can be had again: what is said, by whom and when. */
export interface Chance {
	/** 0 ≤ n < 1. */
	unit: () => number;
	/** A whole number, 0 ≤ n < `below`. */
	draw(below: number): number;
	/** One of a list that is not empty. */
	pick<T>(list: readonly [T, ...T[]]): T;
	fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
	/** Milliseconds until the next of so many a second, that come without knowing of each other. */
	gap(perSecond: number): number;
	/** A chance of its own, for one phone of many. */
	child(number: number): Chance;
}

export function chanceFrom(seed: number): Chance {
	let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
	/** Mulberry32: small, quick, and far better than a crowd needs. */
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}
	const unit = (): number => next() / 2 ** 32;
	const draw = (below: number): number => Math.floor(unit() * below);
	return {
		unit,
		draw,
		pick: (list) => list[draw(list.length)] ?? list[0],
		fill(bytes) {
			for (let at = 0; at < bytes.length; at += 1) bytes[at] = next() & 0xff;
			return bytes;
		},
		gap: (perSecond) => (-Math.log(1 - unit()) / perSecond) * 1_000,
		child: (number) => chanceFrom(Math.imul(seed, 0x01000193) ^ number)
	};
}
