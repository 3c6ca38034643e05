/**
 * Screens that come once the first one is whole and live, in idle time and before anybody needs them (X3), so that they
 * open without a network too. The one that must never be waited for is *Talk to someone*: until it is here, its button
 * says where an adult is (S5). The server renders all of them like any other.
 */
import type * as Screens from './later-screens.ts';

let found: typeof Screens | null = null;

export async function fetchLater(): Promise<typeof Screens> {
	found ??= await import('./later-screens.ts');
	return found;
}

if (import.meta.env.SSR) await fetchLater();

/** For `Lazy`: one of these screens, and the same at once where it is here already. */
export function later<Name extends keyof typeof Screens>(name: Name) {
	return { load: async () => ({ default: (await fetchLater())[name] }), here: found?.[name] };
}

/** Whether the server rendered one of them, or an icon that comes with them: taking its page over needs them at hand. */
export function showsLater(page: Element): boolean {
	return page.querySelector('[data-later]') !== null;
}

/** Fetches them when the phone has nothing better to do. A network that fails now is asked again when one is needed. */
export function fetchWhenIdle(then: (screens: typeof Screens) => void): void {
	const work = (): void => void fetchLater().then(then, () => undefined);
	// Safari has no such thing.
	if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 5_000 });
	else setTimeout(work, 1_000);
}
