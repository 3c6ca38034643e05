import { describe, expect, it } from 'vitest';
import { isCovered, longDate, spacedCode, spokenAddress, viewOf } from './view.ts';
import type { Seen } from './view.ts';

const quiet: Seen = { stations: [], doorsOpen: false, backing: 'before', answers: 0 };
const station = (id: string, status: 'waiting' | 'open' | 'paused' | 'closed', revealed = false) => ({
	id,
	status,
	revealed
});

describe('which picture a wall shows', () => {
	it('welcomes before the doors open, then shows how to join', () => {
		expect(viewOf(quiet)).toEqual({ show: 'welcome' });
		expect(viewOf({ ...quiet, doorsOpen: true })).toEqual({ show: 'doors' });
	});

	it('shows every open station while groups rotate, paused ones too', () => {
		const stations = [station('a', 'open'), station('b', 'paused'), station('c', 'closed')];
		expect(viewOf({ ...quiet, doorsOpen: true, stations })).toEqual({ show: 'stations', stations: ['a', 'b'] });
	});

	it('puts what the room is doing now before a picture revealed earlier', () => {
		const stations = [station('a', 'open', true), station('b', 'closed', true), station('c', 'open')];
		expect(viewOf({ ...quiet, backing: 'open', answers: 2, stations })).toEqual({ show: 'revealed', station: 'a' });
		const closed = [station('a', 'closed', true), station('b', 'closed', true)];
		expect(viewOf({ ...quiet, answers: 2, stations: closed })).toEqual({ show: 'revealed', station: 'b' });
		expect(viewOf({ ...quiet, backing: 'open', stations: closed })).toEqual({ show: 'backing' });
		const next = [...closed, station('c', 'open')];
		expect(viewOf({ ...quiet, stations: next })).toEqual({ show: 'stations', stations: ['c'] });
	});

	it('shows choosing while it is open, then the answers as they come', () => {
		expect(viewOf({ ...quiet, doorsOpen: true, backing: 'open', answers: 1 })).toEqual({ show: 'backing' });
		expect(viewOf({ ...quiet, backing: 'closed' })).toEqual({ show: 'backing' });
		expect(viewOf({ ...quiet, backing: 'closed', answers: 1 })).toEqual({ show: 'answers' });
	});
});

describe('when a wall covers itself', () => {
	const fine = { ready: true, paused: false, blanked: false, heardAt: 10_000, now: 12_000, net: 'online' } as const;

	it('S8: paused, blanked, thrown out or not ready means plain paper', () => {
		expect(isCovered(fine)).toBe(false);
		expect(isCovered({ ...fine, paused: true })).toBe(true);
		expect(isCovered({ ...fine, blanked: true })).toBe(true);
		expect(isCovered({ ...fine, ready: false })).toBe(true);
		expect(isCovered({ ...fine, net: 'evicted' })).toBe(true);
	});

	it('S8: it covers itself once it heard nothing for three seconds, and not before', () => {
		expect(isCovered({ ...fine, now: 13_000 })).toBe(false);
		expect(isCovered({ ...fine, now: 13_001 })).toBe(true);
	});
});

describe('what is read aloud', () => {
	it('spaces the code, says the address without its scheme, and writes dates out', () => {
		expect(spacedCode('482915')).toBe('482 915');
		expect(spokenAddress('https://summit.example:3000/')).toBe('summit.example:3000');
		expect(longDate('2026-11-20')).toBe('Friday 20 November 2026');
		expect(longDate('soon')).toBe('soon');
	});
});
