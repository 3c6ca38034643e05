import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES, mayDo } from './roles.ts';
import type { LoggedEvent, Summit } from './summit.ts';
import { foundSummit } from './founding.ts';
import { evolve } from './evolve.ts';
import { Stage, picture } from './testing.ts';
import { COMMAND_TYPES, Day, RUNS } from './testing-day.ts';

const lot = fc.nat(9999);
const presses = (most: number) =>
	fc.array(fc.record({ who: lot, what: lot, on: lot, also: lot, wait: fc.nat(4000) }), {
		minLength: Math.floor(most / 3),
		maxLength: most,
		size: 'max'
	});

/** The log as a store gives it back: text, read again. */
function folded(log: readonly LoggedEvent[]): Summit {
	// Its own text read again: the shape is the one just written.
	const events = log.map((event) => JSON.parse(JSON.stringify(event)) as LoggedEvent);
	const [first] = events;
	if (!first) throw new Error('The log is empty.');
	const summit = foundSummit('summit-1', first);
	for (const event of events) evolve(summit, event);
	return summit;
}

test('L1: the log of any day folds to the state that was reached, exactly, and deciding never changes it', () => {
	fc.assert(
		fc.property(presses(220), (day) => {
			const stage = Stage.open(7);
			const played = new Day(stage);
			for (const press of day) played.press(press);
			expect(stage.log.map((event) => event.seq)).toEqual(stage.log.map((_, index) => index + 1));
			expect(picture(folded(stage.log))).toBe(picture(stage.summit));
		}),
		RUNS(30)
	);
});

test('S7, L7: whatever the day, a command from a role it is not for answers not_allowed and changes nothing', () => {
	fc.assert(
		fc.property(presses(120), fc.nat(9999), (day, lot) => {
			const stage = Stage.open(3);
			const played = new Day(stage);
			for (const press of day) played.press(press);
			for (const type of COMMAND_TYPES) {
				const body = played.body(type, { who: 0, what: 0, on: lot, also: lot, wait: 0 });
				for (const role of ROLES.filter((one) => !mayDo(one, type))) {
					for (const id of ['nobody-01', stage.card(0).id, 'facilitator-1', 'lead-host-1']) {
						expect(`${type} ${role} ${stage.refused({ role, id }, body)}`).toBe(`${type} ${role} not_allowed`);
					}
				}
			}
		}),
		RUNS(2)
	);
});

test('a day by lot reaches every kind of command and event, or the properties above say little', () => {
	const done = new Set<string>();
	const days = fc.sample(presses(400), { seed: 5, numRuns: 25 });
	for (const day of days) {
		const played = new Day(Stage.open(7));
		for (const press of day) played.press(press);
		for (const event of played.stage.log) done.add(event.type);
	}
	const expected = ['station:released', 'words:settled', 'theme:merged', 'backing:closed', 'plan:submitted'];
	expect([...done]).toEqual(expect.arrayContaining(expected));
	expect(done.size).toBeGreaterThanOrEqual(50);
});
