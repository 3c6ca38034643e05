/** Short ids for things an adult adds to a list. They stay when the words change, because answers point at them. */

/** An id like the words (`Skate park` → `skate-park`) that none of `taken` has. */
export function slugFor(words: string, taken: readonly string[]): string {
	const plain = words
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.slice(0, 40)
		.replace(/-+$/, '');
	const base = plain === '' ? 'item' : plain;
	let slug = base;
	for (let count = 2; taken.includes(slug); count += 1) slug = `${base}-${count}`;
	return slug;
}
