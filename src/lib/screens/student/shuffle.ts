/**
 * An order of its own for every card, the same each time that card looks: what stands on top gets pressed most, so no
 * idea may stand on top for everybody. Not secret, and not meant to be.
 */

/** `list` in the order drawn from `seed`; the list itself is left as it is. */
export function shuffledFor<T extends { id: string }>(seed: string, list: readonly T[]): T[] {
	const keyed = list.map((item) => ({ item, key: spread(`${seed} ${item.id}`) }));
	return keyed.sort((a, b) => a.key - b.key || (a.item.id < b.item.id ? -1 : 1)).map(({ item }) => item);
}

/** FNV-1a, then mixed once more, because seeds that differ in one letter must not give neighbouring orders. */
function spread(text: string): number {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
