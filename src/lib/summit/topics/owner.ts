/**
 * What the owner of one action sees: that action and nothing else. Why it is asked of them is the theme's name, where enough
 * cards stand behind it for it to be named outside (S9); no other action, no person, no text and no count (P4).
 */
import type { Action } from '../plan.ts';
import type { Summit } from '../summit.ts';
import { mayName } from '../thin-themes.ts';

export interface OwnerRow extends Pick<Action, 'what' | 'due' | 'told' | 'asked' | 'progress' | 'version'> {
	/** The summit's name, and the theme it answers; null where that may not be named. */
	summit: string;
	theme: string | null;
	/** Their own last answer and the day they asked for; what planners noted is not theirs to read. */
	reply: string;
	wish: { date: string; note: string } | null;
	/** The note beside the progress, where they wrote it themselves. */
	note: string;
}

export function ownerRow(summit: Summit, of: string, key: string): OwnerRow | null {
	const me = summit.people.list.get(of);
	const action = summit.plan.actions.get(me?.action ?? '');
	if (key !== 'action' || !me || me.revokedAt !== null || !action) return null;
	const { what, due, told, asked, progress, version, reply, wish, history, theme } = action;
	const last = history.at(-1);
	return {
		...{ what, due, told, asked, progress, version },
		...{ summit: summit.setup.settings.name, reply: reply?.note ?? '' },
		theme: mayName(summit, theme) ? (summit.ideas.themes.get(theme)?.name ?? null) : null,
		wish: wish && { date: wish.date, note: wish.note },
		note: last?.by === `owner:${of}` ? last.note : ''
	};
}
