import { describe, expect, it } from 'vitest';
import type { ActionRow, AnswerRow, MergedRow, ThemeRow } from '../../summit/topics/plan.ts';
import { lacksOf, linesOf, standing, tallyOf } from './table.ts';

const theme = (id: string, items = 1): ThemeRow => ({ id, name: `Theme ${id}`, items });
const merged = (id: string, on: string, cards: number | null): MergedRow => ({
	id,
	words: id,
	theme: on,
	items: [],
	cards
});
const answer = (on: string, said: AnswerRow['answer']): AnswerRow => ({
	theme: on,
	name: on,
	answer: said,
	because: 'because',
	until: null,
	at: 0,
	by: null,
	version: 1
});
const action = (on: string, change: Partial<ActionRow> = {}): ActionRow => ({
	id: `action-${on}`,
	theme: on,
	themeName: on,
	ideas: [],
	what: 'Replace four lamps',
	changes: 'place',
	fairBecause: '',
	owner: null,
	due: '2027-01-16',
	told: '',
	asked: 'not-asked',
	reply: null,
	wish: null,
	progress: 'not-started',
	history: [],
	version: 0,
	...change
});

describe('the plan as a table', () => {
	it('puts what students backed first and leaves out themes nobody spoke of', () => {
		const lines = linesOf({
			themes: [theme('quiet'), theme('a'), theme('b'), theme('empty', 0)],
			merged: [merged('one', 'a', 10), merged('two', 'b', 30), merged('three', 'b', null)],
			answers: [],
			actions: []
		});
		expect(lines.map((line) => line.theme)).toEqual(['b', 'a', 'quiet']);
		expect(lines.map((line) => line.backing)).toEqual([30, 10, null]);
	});

	it('P5: late is worked out from the due day, and nothing done is late', () => {
		expect(standing(action('a'), '2027-01-22')).toEqual({ state: 'late', daysLate: 6 });
		expect(standing(action('a'), '2027-01-16')).toEqual({ state: 'not-started', daysLate: 0 });
		expect(standing(action('a', { progress: 'done' }), '2027-01-22').state).toBe('done');
		expect(standing(action('a', { due: null }), '2027-01-22').state).toBe('not-started');
	});

	it('counts every state once, no and looking into it too', () => {
		const lines = linesOf({
			themes: [theme('a'), theme('b')],
			merged: [],
			answers: [answer('a', 'no'), answer('b', 'exploring')],
			actions: [action('b', { progress: 'started', due: null })]
		});
		expect(tallyOf(lines, '2027-01-22')).toEqual([
			{ state: 'started', count: 1 },
			{ state: 'looking', count: 1 },
			{ state: 'no', count: 1 }
		]);
	});

	it('P2: knows which parts of an action are missing', () => {
		expect(lacksOf(action('a', { due: null }))).toEqual({ what: false, owner: true, due: true, told: true });
	});
});
