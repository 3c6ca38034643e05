/**
 * What a safeguarding lead copies into the school's own record: when, the words exactly, what they were about, what was
 * done and by whom. Plain text, so that any system takes it. The kit itself is not the record (S6).
 */
import type { WorryRow } from '../../summit/topics/leads.ts';
import { KIND_WORDS, STATE_WORDS } from './desk.ts';

export interface HandOver {
	row: WorryRow;
	summit: string;
	place: string;
	/** The school's name, not its id. */
	school: string;
	/** Milliseconds since 1970, as day and time. */
	moment: (at: number) => string;
}

export const HOW_WORDS: Record<NonNullable<WorryRow['how']>, string> = {
	come: 'Asked for somebody to come to them',
	go: 'Said they would come to the quiet room',
	later: 'Said not now'
};

export function handOver({ row, summit, place, school, moment }: HandOver): string {
	const from = [row.title, row.prompt].filter(Boolean).join(': ');
	const years = row.band === '' ? '' : `Years ${row.band.replace('-', '–')}`;
	const parts = [
		[
			'HAND-OVER TO THE SCHOOL’S OWN SAFEGUARDING RECORD',
			`Summit: ${[summit, place].filter(Boolean).join(', ')}`,
			`When: ${moment(row.at)}`,
			`From: a student known to the kit only as ${row.card}`,
			`School and years: ${[school, years].filter(Boolean).join(', ')}`,
			`How it came: ${KIND_WORDS[row.kind]}`,
			row.how === null ? '' : HOW_WORDS[row.how],
			row.aboutAdult ? 'It is about an adult at school.' : '',
			from === '' ? '' : `Context: ${from}`
		],
		['Words exactly as written:', row.text ?? '(no words)'],
		[
			'What was done, and by whom:',
			...row.steps.map(
				({ state, at, by }) => `${moment(at)}: ${STATE_WORDS[state]}, ${by || 'somebody not here any more'}`
			),
			row.reference === null ? '' : `Recorded in ${row.system ?? ''}, reference ${row.reference}`
		],
		['The Student Safety Summit kit is not the safeguarding record.']
	];
	// Lines that do not apply are left out.
	return parts.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n');
}
