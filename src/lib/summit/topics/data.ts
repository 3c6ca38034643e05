/**
 * What one adult is told of retention (S13): when words are erased, how far an erasure is, its receipts; and to a
 * safeguarding lead which texts are held, of those they may read (S7).
 */
import { nameOf } from '../people.ts';
import { dueAt, mayHold, retentionOf } from '../retention.ts';
import type { Hold, Receipt, Retention } from '../retention.ts';
import type { Summit } from '../summit.ts';

export interface DataRow {
	/** Days after sign-off and after the event; can only be shortened. */
	afterSignOff: number;
	afterEvent: number;
	/** When words and positions go (ms since 1970); null in a rehearsal, which is thrown away whole. */
	dueAt: number | null;
	/** The announcement made last, in days before: 14, 7, 1. */
	warned: Retention['warned'];
	/** `stalled`: something is still reading the database, so there is no receipt yet. */
	state: 'kept' | 'ordered' | 'erasing' | 'stalled' | 'erased';
	receipts: readonly Receipt[];
	/** The plan was signed off or the summit closed. */
	mayEraseNow: boolean;
}
/** A text that this lead keeps longer, or has kept. */
export interface HoldRow {
	id: string;
	item: string | null;
	worry: string | null;
	/** Of the queue's texts, which stand on no other screen any more; a worry's is on the page of worries. */
	text: string | null;
	reason: Hold['reason'];
	note: string | null;
	until: string;
	at: number;
	by: string | null;
	ended: boolean;
}
export interface DataRows {
	data: DataRow;
	[hold: `hold:${string}`]: HoldRow;
}

export function dataKeys(summit: Summit, of: string): string[] {
	const me = summit.people.list.get(of);
	const holds = me?.role === 'lead' ? [...summit.retention.holds.values()] : [];
	return ['data', ...holds.filter((hold) => mayHold(summit, hold, of)).map(({ id }) => `hold:${id}`)];
}

export function dataRow(summit: Summit, of: string, key: string): DataRow | HoldRow | null {
	const me = summit.people.list.get(of);
	if (!me || me.revokedAt !== null) return null;
	const { retention, setup } = summit;
	if (key === 'data') {
		const { warned, receipts, signedAt } = retention;
		return {
			...retentionOf(setup.settings),
			...{ dueAt: dueAt(summit), warned, receipts, state: stateOf(retention) },
			mayEraseNow: stateOf(retention) === 'kept' && (signedAt !== null || setup.closedAt !== null) && !setup.rehearsal
		} satisfies DataRow;
	}
	const hold = retention.holds.get(key.slice('hold:'.length));
	if (!hold || me.role !== 'lead' || !mayHold(summit, hold, of)) return null;
	const { id, item, worry, reason, note, until, at, by, endedAt } = hold;
	const text = item === null ? null : (summit.queue.items.get(item)?.text ?? null);
	return { ...{ id, item, worry, text, reason, note, until, at }, by: nameOf(summit, by), ended: endedAt !== null };
}

function stateOf({ erasing, frozen, ordered }: Retention): DataRow['state'] {
	if (erasing !== null) return erasing.stalled ? 'stalled' : 'erasing';
	if (frozen !== null) return 'erased';
	return ordered !== null ? 'ordered' : 'kept';
}
