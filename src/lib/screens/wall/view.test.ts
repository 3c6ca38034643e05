import { describe, expect, it } from 'vitest';
import { isCovered, longDate, spacedCode, spokenAddress, viewOf } from './view.ts';
import type { Seen } from './view.ts';

const before = { status: 'before', countedAt: null } as const;
const open = { status: 'open', countedAt: null } as const;
const counted = (at: number) => ({ status: 'closed', countedAt: at }) as const;
const quiet: Seen = { stations: [], doorsOpen: false, backing: before, answers: [] };
const station = (id: string, status: 'waiting' | 'open' | 'paused' | 'closed', revealedAt: number | null = null) => ({
	id,
	status,
	revealedAt
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

	it('puts what the room is doing now before what was pressed earlier', () => {
		const stations = [station('a', 'open', 1), station('b', 'closed', 9), station('c', 'open')];
		expect(viewOf({ ...quiet, backing: open, answers: [{ at: 8 }], stations })).toEqual({
			show: 'revealed',
			station: 'a'
		});
		const closed = [station('a', 'closed', 1), station('b', 'closed', 2)];
		expect(viewOf({ ...quiet, backing: open, answers: [{ at: 3 }], stations: closed })).toEqual({ show: 'backing' });
		const next = [...closed, station('c', 'open')];
		expect(viewOf({ ...quiet, stations: next })).toEqual({ show: 'stations', stations: ['c'] });
	});

	it('of several revealed pictures the one revealed last stands, whatever the order of the day', () => {
		const stations = [station('a', 'closed', 5), station('b', 'closed', 4)];
		expect(viewOf({ ...quiet, stations })).toEqual({ show: 'revealed', station: 'a' });
		const running = [station('a', 'open', 5), station('b', 'paused', 4)];
		expect(viewOf({ ...quiet, stations: running })).toEqual({ show: 'revealed', station: 'a' });
	});

	it('the count and the answers come though a picture is still revealed from before', () => {
		const stations = [station('a', 'closed', 1)];
		expect(viewOf({ ...quiet, stations, backing: counted(2) })).toEqual({ show: 'backing' });
		expect(viewOf({ ...quiet, stations, backing: counted(2), answers: [{ at: 3 }] })).toEqual({ show: 'answers' });
		expect(viewOf({ ...quiet, stations, answers: [{ at: 3 }, { at: 2 }] })).toEqual({ show: 'answers' });
	});

	it('a picture revealed after the answers is shown, and hidden again gives them back', () => {
		const then = { ...quiet, backing: counted(2), answers: [{ at: 3 }] };
		expect(viewOf({ ...then, stations: [station('a', 'closed', 4)] })).toEqual({ show: 'revealed', station: 'a' });
		expect(viewOf({ ...then, stations: [station('a', 'closed')] })).toEqual({ show: 'answers' });
	});

	it('shows choosing while it is open, then its count, then the answers as they come', () => {
		expect(viewOf({ ...quiet, doorsOpen: true, backing: open, answers: [{ at: 1 }] })).toEqual({ show: 'backing' });
		expect(viewOf({ ...quiet, backing: counted(1) })).toEqual({ show: 'backing' });
		expect(viewOf({ ...quiet, backing: counted(1), answers: [{ at: 2 }] })).toEqual({ show: 'answers' });
	});
});

describe('when a wall covers itself', () => {
	const fine = { ready: true, paused: false, blanked: false, silence: 2_000, net: 'online' } as const;

	it('S8: paused, blanked, thrown out or not ready means plain paper', () => {
		expect(isCovered(fine)).toBe(false);
		expect(isCovered({ ...fine, paused: true })).toBe(true);
		expect(isCovered({ ...fine, blanked: true })).toBe(true);
		expect(isCovered({ ...fine, ready: false })).toBe(true);
		expect(isCovered({ ...fine, net: 'evicted' })).toBe(true);
	});

	it('S8: it covers itself once it heard nothing for three seconds, and not before', () => {
		expect(isCovered({ ...fine, silence: 3_000 })).toBe(false);
		expect(isCovered({ ...fine, silence: 3_001 })).toBe(true);
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
