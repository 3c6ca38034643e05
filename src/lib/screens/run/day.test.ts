import { expect, test } from 'vitest';
import { leftOpen, nextOf, paneNow } from './day.ts';
import type { Day } from './day.ts';
import type { StationRow } from '../../summit/topics/room.ts';

function station(id: string, status: StationRow['status'], version = 0): StationRow {
	const about = { kind: 'map' as const, title: `The ${id}`, question: 'Where?' };
	return { id, status, version, ...about, endsAt: null, left: null, revealed: false, revealedAt: null };
}
const nobody = { knock: false, knocking: { cards: 0, students: 0 } };
const open = { ...nobody, open: true, everOpened: true, version: 1, missing: [] };
const shut = { ...nobody, open: false, everOpened: false, version: 0, missing: [] };
function day(change: Partial<Day>): Day {
	const stations = [station('a', 'waiting'), station('b', 'waiting')];
	return {
		doors: open,
		stations,
		paused: false,
		closed: false,
		unread: false,
		may: () => true,
		plans: true,
		...change
	};
}

test('the day goes from the doors through the stations to the plan, and Next says each step before doing it', () => {
	expect(nextOf(day({ doors: shut }))).toMatchObject({ words: 'Open doors', does: [{ type: 'doors:open', seen: 0 }] });
	const first = nextOf(day({}));
	expect(first).toMatchObject({ words: 'Open station 1', opens: 'The a', then: { station: 'a' } });
	const second = nextOf(day({ stations: [station('a', 'open', 3), station('b', 'waiting', 1)] }));
	expect(second.words).toBe('Close station 1, open 2');
	expect(second.does).toEqual([
		{ type: 'station:close', station: 'a', seen: 3 },
		{ type: 'station:open', station: 'b', seen: 1 }
	]);
	const last = nextOf(day({ stations: [station('a', 'closed'), station('b', 'open', 2)] }));
	expect(last).toMatchObject({ words: 'Close station 2', then: 'end' });
	expect(nextOf(day({ stations: [station('a', 'closed'), station('b', 'closed')] }))).toMatchObject({ plan: true });
});

test('groups that rotate: every running station closes together', () => {
	const stations = [station('a', 'open'), station('b', 'paused'), station('c', 'waiting')];
	expect(nextOf(day({ stations }))).toMatchObject({ words: 'Close stations 1 and 2; open 3' });
	expect(nextOf(day({ stations })).does.map((one) => one.type)).toEqual([
		'station:close',
		'station:close',
		'station:open'
	]);
});

test('a station left out earlier is still offered after the last one', () => {
	expect(nextOf(day({ stations: [station('a', 'waiting'), station('b', 'open')] })).words).toBe(
		'Close station 2, open 1'
	);
});

test('S14: Next says how many things keep the doors shut, and counts advice as none', () => {
	const missing = [
		{ id: 'quiet-room', done: false, required: true, words: 'The quiet room is named' },
		{ id: 'place', done: false, required: false, words: 'The place is written down' }
	];
	expect(nextOf(day({ doors: { ...shut, missing } }))).toMatchObject({
		off: 'One thing has to be ready first.',
		does: []
	});
});

test('S5: while nobody said who read the welfare statement aloud, Next leads there; a station opened by its own button goes on', () => {
	expect(nextOf(day({ unread: true, doors: shut })).words).toBe('Open doors');
	expect(nextOf(day({ unread: true }))).toMatchObject({ field: 'welfare', does: [], then: 'welcome' });
	const stations = [station('a', 'open'), station('b', 'waiting')];
	expect(nextOf(day({ unread: true, stations })).words).toBe('Close station 1, open 2');
});

test('S6: whoever closes the summit is told what is left behind', () => {
	expect(leftOpen({ worries: 0, unread: 0 })).toEqual([]);
	expect(leftOpen({ worries: null, unread: 1 })).toEqual(['1 text from students that nobody has read']);
	expect(leftOpen({ worries: 1, unread: 0 })).toEqual(['1 worry is not closed']);
	expect(leftOpen({ worries: 2, unread: 3 })).toEqual([
		'2 worries are not closed',
		'3 texts from students that nobody has read'
	]);
});

test('S8: nothing moves on while everything is paused', () => {
	expect(nextOf(day({ paused: true }))).toMatchObject({ off: 'Everything is paused. Resume first.', does: [] });
});

test('L8: a station lead runs stations, and is told who opens doors and the plan', () => {
	const lead = { may: (type: string) => type !== 'doors:open', plans: false };
	expect(nextOf(day({ ...lead, doors: shut })).off).toBe('A facilitator opens the doors.');
	expect(nextOf(day(lead)).words).toBe('Open station 1');
	expect(nextOf(day({ ...lead, stations: [station('a', 'closed')] })).off).toBe('A facilitator goes on to the plan.');
});

test('the middle of the screen follows the day', () => {
	expect(paneNow(day({ doors: shut }))).toBe('welcome');
	expect(paneNow(day({}))).toBe('welcome');
	expect(paneNow(day({ stations: [station('a', 'closed'), station('b', 'waiting')] }))).toEqual({ station: 'a' });
	expect(paneNow(day({ stations: [station('a', 'closed'), station('b', 'open')] }))).toEqual({ station: 'b' });
	expect(paneNow(day({ stations: [station('a', 'closed')] }))).toBe('end');
});
