/**
 * Themes too few cards stand behind (S9). Wherever a theme leaves the adults' desk (walls, observers, the plan on paper and
 * as files) it goes by the name given here: with too few behind it, a name alone could tell who said it. Its answer stays.
 */
import { secretExtra } from './figures.ts';
import type { Summit } from './summit.ts';

export const OTHER_THINGS = 'Other things you said';

/** Different cards behind a theme: those whose approved words are in it, and, once counted, those who backed its ideas. */
function cardsBehind(summit: Summit, theme: string): number {
	const { ideas, queue, cards } = summit;
	const behind = new Set<string>();
	for (const [item, placed] of ideas.placed) {
		const found = queue.items.get(item);
		if (placed === theme && found?.state === 'shown') behind.add(found.card);
	}
	if (ideas.backing.status === 'closed') {
		for (const [card, picked] of ideas.backing.picks) {
			if (picked.some((id) => ideas.merged.get(id)?.theme === theme)) behind.add(card);
		}
	}
	return [...behind].filter((card) => cards.list.get(card)?.removedAt === null).length;
}

/** Whether a theme may be named and counted outside: `threshold` cards and its secret extra stand behind it. */
export function mayName(summit: Summit, theme: string): boolean {
	const { settings, seed } = summit.setup;
	// Once the cards are erased, what was frozen of them says it (S13).
	const { frozen } = summit.retention;
	if (frozen) return frozen.named.includes(theme);
	return cardsBehind(summit, theme) >= settings.threshold + secretExtra(seed, `theme|${theme}`);
}

/** The name everybody may read: its own, or the one that all thin themes share. */
export function nameOutside(summit: Summit, theme: string): string {
	return mayName(summit, theme) ? (summit.ideas.themes.get(theme)?.name ?? OTHER_THINGS) : OTHER_THINGS;
}
