/**
 * A page that the server renders and a script of its own brings to life, without SvelteKit's: `Alive.svelte` writes it, and
 * `lifeOf` finds again what it wrote. The values are JSON, so only plain ones may travel.
 */

/** The element a page stands in. */
export const ALIVE = 'alive';

/** Values as they stand in the page: JSON is full of double quotes, each six characters in an attribute, so they are single ones there. */
export function writeValues(values: Record<string, unknown>): string {
	return JSON.stringify(values).replace(/'/g, '\\u0027').replace(/"/g, "'");
}

/**
 * Where the page stands, and the values it was rendered from: what `hydrate` takes. Null for a page that was rendered for
 * nobody in particular (`routes/s/shell`), whose values are on the device.
 */
export function lifeOf(page: Document): { target: HTMLElement; values: unknown } {
	const target = page.getElementById(ALIVE);
	if (!target) throw new Error('This page was not rendered to be brought to life.');
	const values = target.dataset['values'];
	if (values === undefined) return { target, values: null };
	// Rows are the summit's words: they need not stand twice in the page.
	delete target.dataset['values'];
	return { target, values: JSON.parse(values.replace(/'/g, '"')) };
}
