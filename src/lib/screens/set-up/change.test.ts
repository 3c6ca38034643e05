import { describe, expect, test } from 'vitest';
import { standardTemplate } from '../../summit/templates/standard.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import { editOf } from './change.ts';
import { problemsAt } from './problems.ts';
import { stationCheck } from './station-check.ts';

const settings = standardTemplate({ date: '2026-11-20', nextUpdate: '2026-12-04' });
const doors = { open: false, knock: false, everOpened: false, code: null, key: null, version: 0, closedWifi: false };
const row: SetupRow = {
	...{ settings, version: 4, rehearsal: false, welfare: null, doors },
	...{ readiness: [], opened: [], closed: false }
};

describe('saving a part of the set-up', () => {
	test('sends only what differs', () => {
		expect(editOf({ name: settings.name, place: ' Hall ', bands: [...settings.bands] }, row)).toEqual({
			ok: true,
			body: { type: 'setup:edit', seen: 4, change: { place: 'Hall' } }
		});
	});
	test('an emptied text is a difference', () => {
		const named = { ...row, settings: { ...settings, quietRoom: 'Room 4' } };
		expect(editOf({ quietRoom: '' }, named)).toMatchObject({ ok: true, body: { change: { quietRoom: '' } } });
	});
	test('says in words what is wrong, and where', () => {
		expect(editOf({ name: '  ', nextUpdate: '', threshold: Number.NaN }, row)).toEqual({
			ok: false,
			problems: { name: 'Write something here.', nextUpdate: 'Choose a day.', threshold: 'Write a whole number.' }
		});
	});
});

describe('saving a station', () => {
	const station = settings.stations[0];
	if (!station) throw new Error('the template has stations');

	test('leaves out hints that were emptied', () => {
		const draft = structuredClone(station);
		const step = draft.steps[0];
		if (!step) throw new Error('the station has steps');
		step.hint = ' ';
		const checked = stationCheck(draft, row);
		expect(checked.ok && checked.body.type === 'setup:station' && checked.body.station.steps[0]).not.toHaveProperty(
			'hint'
		);
	});
	test('names the step whose question is missing', () => {
		const draft = structuredClone(station);
		const step = draft.steps[1];
		if (!step) throw new Error('the station has steps');
		step.prompt = '';
		const checked = stationCheck(draft, row);
		expect(checked.ok ? {} : problemsAt(checked.problems, 'steps.1')).toEqual({ prompt: 'Write something here.' });
	});
});
