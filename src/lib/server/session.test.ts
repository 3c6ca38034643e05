import { expect, test } from 'vitest';
import { dayInWords, leaveParts, safeNext } from './session.ts';

test.each([
	['/staff/abc/run?as=lead', '/staff/abc/run?as=lead'],
	['/staff/abc#x', '/staff/abc'],
	[null, '/staff'],
	['', '/staff'],
	['https://evil.example/', '/staff'],
	['//evil.example/', '/staff'],
	['/\\evil.example/', '/staff'],
	['/\t/evil.example/', '/staff'],
	['/.//evil.example/', '/staff'],
	['/staff/..//evil.example/?x', '/staff'],
	['/%2e//evil.example/', '/staff'],
	['javascript:alert(1)', '/staff'],
	['//', '/staff']
])('after signing in, %j leads to %s and never to another site', (next, expected) => {
	expect(safeNext(next, 'http://127.0.0.1:3000')).toBe(expected);
});

test('a day reads as a person says it', () => {
	expect(dayInWords('2026-11-25')).toMatch(/^Wednesday,? 25 November 2026$/);
});

test('signing out leaves every part taken by link, but a wall stays a wall and a card is not staff', () => {
	const held = ['lead_abc', 'facilitator_a-b_c', 'stationLead_x', 'observer_x', 'wall_x', 'card_x', 'leader'];
	const left: string[] = [];
	leaveParts({
		getAll: () => held.map((name) => ({ name, value: '' })),
		delete: (name: string) => void left.push(name)
	});
	expect(left).toEqual(['lead_abc', 'facilitator_a-b_c', 'stationLead_x', 'observer_x']);
});
