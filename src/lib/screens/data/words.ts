/** What adults read about erasing: its announcement, its states, and what it cannot reach (S13). */
import { DAY } from '../../summit/days.ts';
import type { Hold, Receipt } from '../../summit/retention.ts';
import type { DataRow } from '../../summit/topics/data.ts';

export const HOLD_WORDS: Record<Hold['reason'], string> = {
	safeguarding: 'A safeguarding case is open',
	'police-or-court': 'The police or a court asked for it',
	'family-asked': 'The student or the family asked for it',
	complaint: 'A complaint is open'
};
export const ERASE_WORDS = {
	finished: 'The work with it is finished',
	'school-asked': 'A school asked for it',
	'family-asked': 'A student or a family asked for it',
	mistake: 'It should not have been collected'
} as const;

/** What a receipt owns up to; each a whole sentence. */
export const CANNOT_REACH_WORDS: Record<Receipt['cannotReach'][number], string> = {
	copies: 'Copies that somebody made of the data or key folder outside this kit.',
	prints: 'What was printed or written down.',
	exports: 'Files that were downloaded from this kit.',
	mails: 'Mails that were sent.',
	snapshots: 'Snapshots and backups that the machine’s own disk or host keeps.',
	pictures: 'Uploaded maps and pictures stay: they are not students’ words.',
	'adults-words': 'What adults wrote into ideas, answers and actions stays, in their words.'
};

export interface ErasureWords {
	title: string;
	more: string;
	/** Something stands in the way. */
	wait: boolean;
	/** It lies ahead: worries that are open are named beside it. */
	announces: boolean;
}

/** What the strip on top says, or null while there is nothing to say yet. `moment` writes a time for a person. */
export function erasureWords(
	{ state, dueAt, warned }: Pick<DataRow, 'state' | 'dueAt' | 'warned'>,
	{ now, moment }: { now: number; moment: (at: number) => string }
): ErasureWords | null {
	const more = 'Nothing needs to be done; the receipt comes by itself.';
	if (state === 'stalled') {
		const title = 'Erasing is not finished: something is still reading the database.';
		return {
			title,
			more: 'Close other programs that have it open. There is no receipt yet.',
			wait: true,
			announces: false
		};
	}
	if (state === 'erasing' || state === 'ordered')
		return { title: 'Students’ words and marks are being erased.', more, wait: false, announces: false };
	if (state === 'erased' || warned === null || dueAt === null) return null;
	const days = Math.max(0, Math.ceil((dueAt - now) / DAY));
	const when = days === 0 ? 'today' : days === 1 ? 'within a day' : `in ${String(days)} days`;
	return {
		title: `Students’ words and marks are erased ${when}, on ${moment(dueAt)}.`,
		more: 'This is not put off. A safeguarding lead can keep a single text longer.',
		wait: false,
		announces: true
	};
}
