/**
 * What a safeguarding lead carries into the school's own record: when, the words exactly, what they were about, what was
 * done and by whom, field by field. The same on the screen, copied, and in the PDF. The kit itself is not the record (S6).
 */
import type { WorryRow } from './topics/leads.ts';
import { HOW_WORDS, KIND_WORDS, STATE_WORDS, actWords } from './worry-words.ts';

export interface HandOff {
	/** As the reader may see it; nothing else of the summit is looked at. */
	row: WorryRow;
	summit: string;
	place: string;
	/** The school's name, not its id. */
	school: string;
	/** Milliseconds since 1970, as day and time. */
	moment: (at: number) => string;
}
export interface HandOffField {
	id: 'when' | 'summit' | 'student' | 'school' | 'came' | 'context' | 'words' | 'done' | 'record';
	name: string;
	value: string;
}

export const HAND_OFF_TITLE = 'Hand-off to the school’s own safeguarding record';
export const NOT_THE_RECORD = 'The Student Safety Summit kit is not the safeguarding record.';

/** Fields that do not apply are left out. */
export function handOff({ row, summit, place, school, moment }: HandOff): HandOffField[] {
	const years = row.band === '' ? '' : `Years ${row.band.replace('-', '–')}`;
	const came = [
		KIND_WORDS[row.kind],
		row.how === null ? '' : HOW_WORDS[row.how],
		row.aboutAdult ? 'It is about an adult at school' : ''
	];
	const fields: HandOffField[] = [
		{ id: 'when', name: 'When', value: moment(row.at) },
		{ id: 'summit', name: 'Summit', value: joined([summit, place], ', ') },
		{ id: 'student', name: 'Student, known to the kit only as', value: row.card },
		{ id: 'school', name: 'School and years', value: joined([school, years], ', ') },
		{ id: 'came', name: 'How it came', value: joined(came, '\n') },
		{ id: 'context', name: 'What they were asked', value: joined([row.title, row.prompt], ': ') },
		{ id: 'words', name: 'Words exactly as written', value: row.text ?? '(no words)' },
		{ id: 'done', name: 'What was done, and by whom', value: doneLines(row, moment).join('\n') },
		{
			id: 'record',
			name: 'Recorded in',
			value: row.reference === null ? '' : `${row.system ?? ''}, reference ${row.reference}`
		}
	];
	return fields.filter(({ value }) => value !== '');
}

/** Everything as plain text, so that any system takes it. */
export function handOffText(fields: readonly HandOffField[]): string {
	const parts = fields.map(({ name, value }) => (value.includes('\n') ? `${name}:\n${value}` : `${name}: ${value}`));
	return [HAND_OFF_TITLE, ...parts, NOT_THE_RECORD].join('\n\n');
}

/** Steps and acts in their order; an act of the kit has no name. */
function doneLines({ steps, acts }: WorryRow, moment: (at: number) => string): string[] {
	const gone = 'somebody not here any more';
	const lines = [
		...steps.map(({ at, state, by, note }) => {
			const step = `${moment(at)}: ${STATE_WORDS[state]}, ${by || gone}`;
			return { at, line: note === null ? step : `${step}. Note: ${note}` };
		}),
		...acts.map(({ at, by, did, person }) => {
			const act = `${moment(at)}: ${actWords({ did, person })}`;
			return { at, line: did === 'deputies' || did === 'call' ? act : `${act}, by ${by || gone}` };
		})
	];
	return lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

function joined(parts: readonly string[], by: string): string {
	return parts.filter((part) => part !== '').join(by);
}
