import { describe, expect, test } from 'vitest';
import type { WorryRow } from '../../summit/topics/leads.ts';
import { grouped, track, waitWords } from './desk.ts';
import { handOff, handOffText } from '../../summit/hand-off.ts';

const MINUTE = 60_000;
const time = (at: number) => `t${at / MINUTE}`;

function worry(given: Partial<WorryRow>): WorryRow {
	return {
		...{
			id: 'a',
			kind: 'talk',
			card: 'Moss Heron 17',
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

describe('S6: the hand-off for the school’s own record', () => {
	const by = 'Ms Cole';
	const given = {
		...{ summit: 'Northbank Summit', place: 'Hall', school: 'Northbank High', moment: time },
		row: worry({
			...{ aboutAdult: true, state: 'recorded', system: 'School record', reference: 'R 12' },
			steps: [{ state: 'seen', at: MINUTE, by, note: 'In the library' }],
			acts: [
				{ did: 'deputies', at: 0, by: '', person: null },
				{ did: 'excluded', at: 2 * MINUTE, by, person: 'Mr Lowe' }
			]
		})
	};

	test('holds when, the words exactly, the context, what was done and by whom, in its order', () => {
		expect(handOffText(handOff(given)).split('\n\n')).toEqual([
			'Hand-off to the school’s own safeguarding record',
			'When: t0',
			'Summit: Northbank Summit, Hall',
			'Student, known to the kit only as: Moss Heron 17',
			'School and years: Northbank High, Years 9–11',
			'How it came:\nAsked to talk\nSaid they would come to the quiet room\nIt is about an adult at school',
			'Words exactly as written: Someone waits on the towpath.',
			[
				'What was done, and by whom:',
				't0: Nobody had opened it for two minutes: deputies were called',
				't1: Seen, Ms Cole. Note: In the library',
				't2: Kept from Mr Lowe, by Ms Cole'
			].join('\n'),
			'Recorded in: School record, reference R 12',
			'The Student Safety Summit kit is not the safeguarding record.'
		]);
	});

	test('leaves out what does not apply, never the words', () => {
		const fields = handOff({ ...given, place: '', row: worry({ how: null, text: null, hasText: false }) });
		expect(fields.map(({ id }) => id)).toEqual(['when', 'summit', 'student', 'school', 'came', 'words']);
	});
});
