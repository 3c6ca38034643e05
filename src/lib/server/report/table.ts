/** The plan as one table: a row an action, and a row for every theme that has an answer and no action yet. */
import { csvOf } from './cells.ts';
import type { Report, ReportAction, ReportPart } from './report.ts';

const ANSWERS = { yes: 'Yes', exploring: 'Looking into it', no: 'No, because' } as const;
const PROGRESS = { 'not-started': 'Not started', started: 'Started', done: 'Done' } as const;
const ASKED = { 'not-asked': 'Not asked yet', asked: 'We have asked', accepted: 'Accepted', cannot: 'Cannot' } as const;
const CHANGES = {
	place: 'A place',
	service: 'A service',
	routine: 'A routine',
	adults: 'What adults do',
	'young-people': 'What young people do'
} as const;

const COLUMNS = [
	'Theme',
	'Students said',
	'Backed by',
	'Answer',
	'Because',
	'Next word by',
	'What will change',
	'Changes',
	'Owner',
	'Role',
	'Organisation',
	'Owner has',
	'By when',
	'Progress',
	'Late',
	'Words for students'
];

/** The file ends with an empty row and one that says what it holds (M6). */
export function planTable(report: Report): string {
	const rows = report.themes.flatMap(({ name, parts }) =>
		parts.flatMap((part) =>
			part.actions.length > 0 ? part.actions.map((action) => rowOf(name, part, action)) : [rowOf(name, part, null)]
		)
	);
	return csvOf({ columns: COLUMNS, rows: [...rows, [], [report.holds]] });
}

function rowOf(name: string, { said, answer }: ReportPart, action: ReportAction | null): string[] {
	const about = action && action.answers.length > 0 ? said.filter(({ words }) => action.answers.includes(words)) : said;
	const acts = action
		? [
				...[action.what, CHANGES[action.changes]],
				...[action.owner?.name ?? '', action.owner?.role ?? '', action.owner?.organisation ?? ''],
				...[ASKED[action.asked], action.due ?? '', PROGRESS[action.progress], action.late ? 'Late' : '', action.told]
			]
		: COLUMNS.slice(6).map(() => '');
	return [
		name,
		about.map(({ words }) => words).join('\n'),
		about.map(({ backedBy }) => backedBy ?? 'Too few to say').join('\n'),
		answer ? ANSWERS[answer.answer] : 'No answer yet',
		answer?.because ?? '',
		answer?.until ?? '',
		...acts
	];
}
