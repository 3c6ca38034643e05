/**
 * Which few of a long list one card is offered, and in which order. The order hangs on the card alone, so a reload
 * offers the same; it differs from card to card, so that the whole list is seen by the room.
 */

/** A whole number below 2^32 out of a text: FNV-1a. */
function numberOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}

/** The list in the order drawn for `seed`: each item's place hangs on the seed and its own id, nothing else. */
export function shuffled<T extends { id: string }>(list: readonly T[], seed: string): T[] {
	return list
		.map((item) => ({ item, draw: numberOf(`${numberOf(`${item.id}/${seed}`)}`) }))
		.sort((one, other) => one.draw - other.draw || (one.item.id < other.item.id ? -1 : 1))
		.map(({ item }) => item);
}

/** Shuffled, then dealt one from each group in turn, so that every page holds something of each group. */
export function dealt<T extends { id: string; group: string }>(list: readonly T[], seed: string): T[] {
	const groups = new Map<string, T[]>();
	for (const item of shuffled(list, seed)) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
	const out: T[] = [];
	for (let round = 0; out.length < list.length; round += 1) {
		for (const group of groups.values()) {
			const item = group[round];
			if (item) out.push(item);
		}
	}
	return out;
}

/** The list in pages of `size`; the last may be shorter. An empty list has no page. */
export function pagesOf<T>(list: readonly T[], size: number): T[][] {
	const pages: T[][] = [];
	for (let from = 0; from < list.length; from += size) pages.push(list.slice(from, from + size));
	return pages;
}
