/**
 * What one adult is told of worries without reading any: how many nobody has opened, since when, whether they are called
 * to one, and whether the room may go home. A safeguarding lead's is worked out from the worries they may read and from
 * nothing else: a number they cannot account for would tell them that there is a worry about them (S7). Nobody whom a
 * worry is kept from finds it in a number either.
 */
import { clearedFor } from '../setup.ts';
import type { Summit } from '../summit.ts';
import { alertedOf, mayKnowOf, readersOf } from '../worry-readers.ts';

export interface AlarmRow {
	/** Worries nobody opened; a count and an age, never content (S6). */
	unseen: number;
	/** Milliseconds since 1970. */
	oldestUnseen: number | null;
	/** Of those, worries no lead here may read, because they name each of them (S7). */
	unreadable: number;
	/** Unseen worries this very person is called to: a deputy only after two minutes (S6). */
	called: number;
	/** When the newest of those calls came (ms since 1970), or null. */
	calledAt: number | null;
	/** When a test alert was asked that this person has not answered (S14), or null. */
	testAt: number | null;
	/** Worries that are not closed: they are named before words are erased (S13). */
	open: number;
	/** *Clear to leave* was given, and nothing has come since. */
	cleared: boolean;
}
export interface AlarmRows {
	alarm: AlarmRow;
}

export function alarmRow(summit: Summit, of: string, key: string): AlarmRow | null {
	const me = summit.people.list.get(of);
	if (key !== 'alarm' || !me || me.revokedAt !== null) return null;
	const mine = [...summit.worries.list.values()].filter((worry) => mayKnowOf(summit, me, worry));
	const unseen = mine.filter(({ state }) => state === 'new');
	const calls = unseen.filter((worry) => me.role === 'lead' && alertedOf(summit, worry).includes(me.id));
	const calledAt = calls.map((worry) => (me.duty === 'deputy' ? (worry.deputiesAt ?? worry.at) : worry.at));
	return {
		unseen: unseen.length,
		oldestUnseen: unseen[0]?.at ?? null,
		called: calls.length,
		calledAt: calledAt.length === 0 ? null : Math.max(...calledAt),
		testAt: me.role === 'lead' && (me.answeredAt ?? -1) < (me.askedAt ?? -1) ? me.askedAt : null,
		unreadable: unseen.filter((worry) => readersOf(summit, worry).length === 0).length,
		open: mine.filter(({ state }) => state !== 'closed').length,
		cleared: clearedFor(summit, mine)
	};
}
