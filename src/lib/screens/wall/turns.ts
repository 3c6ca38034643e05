/**
 * What takes turns beside a picture: two approved ideas at a time, and lists of what was marked. Pure: which slide comes
 * next, not when. A wall never holds on to an idea an adult took back: slides hold ids, and words are looked up when drawn.
 */

/** Every slide stays at least this long, in milliseconds. */
export const STAYS = 20_000;
/** How long one fades into the next; instant where motion is not wanted. */
export const FADES = 400;
/** An idea longer than this has a slide to itself. */
const LONG = 120;

export type Slide = { key: string } & ({ kind: 'list'; list: string } | { kind: 'ideas'; ideas: string[] });

/** Ideas two by two in the order they were approved, lists in between: list, ideas, list, ideas, ideas. */
export function slidesOf(given: { lists: readonly string[]; ideas: readonly { id: string; text: string }[] }): Slide[] {
	const ideas = pairs(given.ideas);
	const slides: Slide[] = [];
	for (let turn = 0; turn < Math.max(given.lists.length, ideas.length); turn += 1) {
		const list = given.lists[turn];
		if (list !== undefined) slides.push({ key: `list:${list}`, kind: 'list', list });
		const pair = ideas[turn];
		if (pair) slides.push({ key: `ideas:${pair.join('+')}`, kind: 'ideas', ideas: pair });
	}
	return slides;
}

function pairs(ideas: readonly { id: string; text: string }[]): string[][] {
	const slides: string[][] = [];
	let open: string[] | null = null;
	for (const { id, text } of ideas) {
		if (text.length > LONG) {
			slides.push([id]);
		} else if (open) {
			open.push(id);
			open = null;
		} else {
			open = [id];
			slides.push(open);
		}
	}
	return slides;
}

/** The slide after the one shown, also when that one has changed or gone meanwhile; null when there is nothing to show. */
export function slideAfter(slides: readonly Slide[], shown: Slide | null): Slide | null {
	const [first] = slides;
	if (!first || !shown) return first ?? null;
	const at = slides.findIndex((slide) => slide.key === shown.key || sharesIdea(slide, shown));
	return slides[(at + 1) % slides.length] ?? first;
}

function sharesIdea(one: Slide, other: Slide): boolean {
	return one.kind === 'ideas' && other.kind === 'ideas' && one.ideas.some((id) => other.ideas.includes(id));
}

/** Whether what is shown must go at once: all of it was taken back. */
export function isGone(shown: Slide | null, here: { ideas: ReadonlySet<string>; lists: readonly string[] }): boolean {
	if (shown === null) return true;
	if (shown.kind === 'list') return !here.lists.includes(shown.list);
	return !shown.ideas.some((id) => here.ideas.has(id));
}
