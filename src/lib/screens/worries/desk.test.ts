import { describe, expect, test } from 'vitest';
import type { WorryRow } from '../../summit/topics/leads.ts';
import { grouped, track, waitWords } from './desk.ts';
import { handOver } from './hand-over.ts';

const MINUTE = 60_000;
const time = (at: number) => `t${at / MINUTE}`;

function worry(given: Partial<WorryRow>): WorryRow {
	return {
		...{
			id: 'a',
			kind: 'talk',
			card: 'Moss Heron 17',
			cardId: 'card-0001',
			school: 'host',
			band: '9-11',
			title: '',
			prompt: ''
		},
		...{ text: 'Someone waits on the towpath.', hasText: true, marks: [], how: 'go', aboutAdult: false, at: 0 },
		...{ state: 'new', steps: [], acts: [], excluded: [], readers: [], receivers: [] },
		...{ system: null, reference: null, undoUntil: null },
		...given
	};
}

describe('the private queue', () => {
	test('S6: what needs somebody now comes first, longest wait first', () => {
		const groups = grouped([
			worry({ id: 'late', at: 9 }),
			worry({ id: 'seen', at: 3, state: 'seen' }),
			worry({ id: 'found', at: 1, state: 'with' }),
			worry({ id: 'noted', at: 2, state: 'recorded' }),
			worry({ id: 'over', at: 0, state: 'closed' })
		]);
		expect(groups.now.map(({ id }) => id)).toEqual(['seen', 'late']);
		expect(groups.hand.map(({ id }) => id)).toEqual(['found', 'noted']);
		expect(groups.closed.map(({ id }) => id)).toEqual(['over']);
	});
	test('two of the same moment keep their order, however they came', () => {
		const [one, two] = [worry({ id: 'a', at: 5 }), worry({ id: 'b', at: 5 })];
		expect(grouped([two, one]).now).toEqual(grouped([one, two]).now);
	});
	test('a wait is told in words', () => {
		expect(waitWords(-5)).toBe('just now');
		expect(waitWords(59_999)).toBe('just now');
		expect(waitWords(6 * MINUTE)).toBe('6 min');
		expect(waitWords(65 * MINUTE)).toBe('1 h 5 min');
		expect(waitWords(120 * MINUTE)).toBe('2 h');
		expect(waitWords(49 * 60 * MINUTE)).toBe('2 days');
	});
});

describe('the step track', () => {
	const by = 'Ms Cole';
	test('a new worry waits to be seen', () => {
		expect(track(worry({}), time)).toEqual({ steps: ['New t0', 'Seen', 'With child', 'Recorded', 'Closed'], now: 1 });
	});
	test('a child who cannot be found is still to be found', () => {
		const steps = [
			{ state: 'seen' as const, at: MINUTE, by, note: null },
			{ state: 'missing' as const, at: 4 * MINUTE, by, note: null }
		];
		expect(track(worry({ state: 'missing', steps }), time)).toEqual({
			steps: ['New t0', 'Seen t1', 'Cannot find t4', 'Recorded', 'Closed'],
			now: 2
		});
	});
	test('recorded without having met the child does not claim that somebody was with them', () => {
		const steps = [
			{ state: 'seen' as const, at: MINUTE, by, note: null },
			{ state: 'recorded' as const, at: 2 * MINUTE, by, note: null }
		];
		expect(track(worry({ state: 'recorded', steps }), time)).toEqual({
			steps: ['New t0', 'Seen t1', 'Recorded t2', 'Closed'],
			now: 3
		});
	});
	test('closed is past the last step', () => {
		const { steps, now } = track(worry({ state: 'closed', steps: [] }), time);
		expect(now).toBe(steps.length);
	});
});

describe('S6: the hand-over for the school’s own record', () => {
	const text = handOver({
		row: worry({
			aboutAdult: true,
			state: 'recorded',
			steps: [{ state: 'seen', at: MINUTE, by: 'Ms Cole', note: null }],
			system: 'School record',
			reference: 'R 12'
		}),
		summit: 'Northbank Summit',
		place: 'Hall',
		school: 'Northbank High',
		moment: time
	});

	test('holds when, the words exactly, the context, what was done and by whom', () => {
		expect(text.split('\n')).toEqual([
			'HAND-OVER TO THE SCHOOL’S OWN SAFEGUARDING RECORD',
			'Summit: Northbank Summit, Hall',
			'When: t0',
			'From: a student known to the kit only as Moss Heron 17',
			'School and years: Northbank High, Years 9–11',
			'How it came: Asked to talk',
			'Said they would come to the quiet room',
			'It is about an adult at school.',
			'',
			'Words exactly as written:',
			'Someone waits on the towpath.',
			'',
			'What was done, and by whom:',
			't1: Seen, Ms Cole',
			'Recorded in School record, reference R 12',
			'',
			'The Student Safety Summit kit is not the safeguarding record.'
		]);
	});
});
