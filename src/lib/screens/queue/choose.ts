/**
 * Which text to read now. Several people work on one queue: what somebody else is reading is skipped unless it was asked
 * for, and nothing is taken off the screen under the reader's eyes. Times are ms of the server's clock.
 */
import type { QueueRow } from '../../summit/topics/staff.ts';

/** Milliseconds somebody's "I am reading this" stands; the server's rule (`TAKEN_FOR`). */
export const TAKEN_FOR = 60_000;
/** Milliseconds a decision can be taken back before it acts; the server's rule (`HOLD`). */
export const HOLD = 5_000;

export interface Waiting extends QueueRow {
	/** Only safeguarding leads see it: it came late (S4). */
	late: boolean;
}

/** The name of somebody else who is reading it just now, or null. */
export function readBy(
	row: Pick<QueueRow, 'takenBy' | 'takenAt'>,
	{ me, now }: { me: string; now: number }
): string | null {
	if (!row.takenBy || row.takenBy.id === me || row.takenAt === null) return null;
	return row.takenAt + TAKEN_FOR > now ? row.takenBy.name : null;
}

/** Whether "I am reading this" has to be said (again): nobody says it, or mine is half over. */
export function mustTake(row: QueueRow, { me, now }: { me: string; now: number }): boolean {
	if (row.state !== 'waiting' || readBy(row, { me, now }) !== null) return false;
	return row.takenBy?.id !== me || row.takenAt === null || row.takenAt + TAKEN_FOR / 2 <= now;
}

export function oldestFirst(rows: readonly Waiting[]): Waiting[] {
	return [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * The text to read next among `rows` (oldest first): the one asked for, else the oldest nobody else reads. Null when
 * there is none, though others may still be reading theirs.
 */
export function nextToRead(
	rows: readonly Waiting[],
	{ wished, me, now }: { wished: string | null; me: string; now: number }
): Waiting | null {
	const waiting = rows.filter((row) => row.state === 'waiting');
	const asked = waiting.find((row) => row.id === wished);
	return asked ?? waiting.find((row) => readBy(row, { me, now }) === null) ?? null;
}
