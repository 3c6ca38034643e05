import { expect, test } from 'vitest';
import { Settings } from '../summit/stations/settings.ts';
import { afterSchoolDays, newSummit, newSummitForm } from './new-summit.ts';

function filled(changes: Record<string, string | string[]> = {}) {
	const data = new FormData();
	const fields = {
		name: 'Northbank Summit',
		date: '2026-11-25',
		host: 'Northbank School',
		others: '',
		bands: ['9-11']
	};
	for (const [key, value] of Object.entries({ ...fields, ...changes }))
		for (const one of [value].flat()) data.append(key, one);
	return newSummitForm(data);
}

test('P7: students hear back within ten school days, weekends not counted', () => {
	expect(afterSchoolDays('2026-11-25', 10)).toBe('2026-12-09');
	expect(afterSchoolDays('2026-11-27', 1)).toBe('2026-11-30');
	expect(afterSchoolDays('2026-11-28', 1)).toBe('2026-11-30');
	expect(afterSchoolDays('2026-12-29', 3)).toBe('2027-01-01');
	expect(afterSchoolDays('2026-11-28', 0)).toBe('2026-11-28');
	expect(() => afterSchoolDays('soon', 1)).toThrow(RangeError);
});

test('a few lines make whole settings that the summit accepts', () => {
	const others = ' Harbour Lane\nÉcole St. Jean\n\nharbour lane\nШкола 5\nHarbour-Lane!\n学校';
	const made = newSummit(filled({ others, bands: ['12-13', '9-11', 'staff'] }));
	if (!made.ok) throw new Error(JSON.stringify(made.faults));
	expect(Settings.parse(made.settings)).toEqual(made.settings);
	expect(made.settings).toMatchObject({ name: 'Northbank Summit', date: '2026-11-25', nextUpdate: '2026-12-09' });
	expect(made.settings.bands).toEqual(['9-11', '12-13']);
	expect(made.settings.schools).toEqual([
		{ id: 'host', name: 'Northbank School' },
		{ id: 'harbour-lane', name: 'Harbour Lane' },
		{ id: 'ecole-st-jean', name: 'École St. Jean' },
		{ id: '5', name: 'Школа 5' },
		{ id: 'harbour-lane-2', name: 'Harbour-Lane!' },
		{ id: 'school', name: '学校' }
	]);
});

test('S14: what only the hosts can decide is left open', () => {
	const made = newSummit(filled());
	expect(made.ok && made.settings).toMatchObject({ helpPack: null, quietRoom: '' });
});

test.each([
	['name', ' \u202e '],
	['name', 'x'.repeat(201)],
	['date', ''],
	['date', '2026-02-30'],
	['date', 'tomorrow'],
	['host', ''],
	['others', 'x'.repeat(201)],
	['others', Array.from({ length: 30 }, (_, i) => `School ${i}`).join('\n')],
	['bands', []],
	['bands', ['5-6']]
])('says what is wrong with %s', (field, value) => {
	const made = newSummit(filled({ [field]: value }));
	expect(made.ok).toBe(false);
	expect(!made.ok && Object.keys(made.faults)).toEqual([field]);
});
