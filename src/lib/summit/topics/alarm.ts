/**
 * What one adult is told of worries without reading any: how many nobody has opened, since when, and whether the room may
 * go home. A safeguarding lead's is worked out from the worries they may read and from nothing else: a number they cannot
 * account for would tell them that there is a worry about them (S7).
 */
import type { Person } from '../people.ts';
import { clearedFor } from '../setup.ts';
import type { Summit } from '../summit.ts';
import { readersOf } from '../worries.ts';
import type { Worry } from '../worries.ts';

export interface AlarmRow {
	/** Worries nobody opened; a count and an age, never content (S6). */
	unseen: number;
	/** Milliseconds since 1970. */
	oldestUnseen: number | null;
	/** Of those, worries no lead here may read, because they name each of them (S7). */
	unreadable: number;
	/** Worries that are not closed: they are named before words are erased (S13). */
	open: number;
	/** *Clear to leave* was given, and nothing has come since. */
	cleared: boolean;
}
export interface AlarmRows {
	alarm: AlarmRow;
}

/** Whether a worry counts before this person: before a lead only what they may read. */
export function countsBefore(summit: Summit, person: Person, worry: Worry): boolean {
	return person.role !== 'lead' || readersOf(summit, worry).includes(person.id);
}

export function alarmRow(summit: Summit, of: string, key: string): AlarmRow | null {
	const me = summit.people.list.get(of);
	if (key !== 'alarm' || !me || me.revokedAt !== null) return null;
	const mine = [...summit.worries.list.values()].filter((worry) => countsBefore(summit, me, worry));
	const unseen = mine.filter(({ state }) => state === 'new');
	return {
		unseen: unseen.length,
		oldestUnseen: unseen[0]?.at ?? null,
		unreadable: unseen.filter((worry) => readersOf(summit, worry).length === 0).length,
		open: mine.filter(({ state }) => state !== 'closed').length,
		cleared: clearedFor(summit, mine)
	};
}
