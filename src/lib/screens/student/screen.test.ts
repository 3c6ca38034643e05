import { describe, expect, it } from 'vitest';
import type { AboutRow, CardRow, ChooseRow, StationRow } from '../../summit/topics/room.ts';
import { CHOOSING, nextUp, PASSED, screenFor, waitingFor, type Seen } from './screen.ts';

const about: AboutRow = {
	name: 'Northbank',
	date: '2026-11-20',
	place: '',
	rehearsal: false,
	schools: [],
	bands: [],
	quietRoom: '',
	helpPack: null,
	agreement: [],
	promises: [],
	welfare: [],
	nextUpdate: '2026-11-27',
	closedWifi: false,
	closed: false,
	erasedAt: null
};
const card: CardRow = {
	id: 'card-one',
	name: { colour: 'sky', animal: 'otter', number: 42 },
	school: 'north',
	band: '7-8',
	headcount: 1,
	agreed: true,
	admitted: true,
	removed: false,
	leads: []
};
const station = (id: string, status: StationRow['status']): StationRow => ({
	id,
	status,
	kind: 'map',
	title: id,
	question: '',
	endsAt: null,
	left: null,
	revealed: false,
	revealedAt: null,
	version: 0
});
const choose = (status: ChooseRow['status']): ChooseRow => ({ status, votes: 3, ideas: [] });
const see = (over: Partial<Seen>) =>
	screenFor({ about, card, stations: [], choose: undefined, picked: null, unfinished: () => false, ...over });

describe('which screen a student is on', () => {
	it('says hello first, then waits', () => {
		expect(see({ card: { ...card, agreed: false } }).at).toBe('hello');
		expect(see({ stations: [station('a', 'waiting'), station('b', 'closed')] }).at).toBe('wait');
	});

	it('L4: the only open station opens by itself, for a phone that comes late too', () => {
		expect(see({ stations: [station('a', 'closed'), station('b', 'open')] })).toMatchObject({
			at: 'station',
			station: { id: 'b' }
		});
	});

	it('lets a student pick where several things are open, and stays with the pick', () => {
		const stations = [station('a', 'open'), station('b', 'open')];
		expect(see({ stations })).toMatchObject({ at: 'stations', choosing: false });
		expect(see({ stations, picked: 'b' })).toMatchObject({ at: 'station', station: { id: 'b' } });
		expect(see({ stations, choose: choose('open') })).toMatchObject({ at: 'stations', choosing: true });
		expect(see({ stations, choose: choose('open'), picked: CHOOSING }).at).toBe('choose');
	});

	it('S10: who passes choosing waits, and is back among the stations when one is open', () => {
		expect(see({ choose: choose('open') }).at).toBe('choose');
		expect(see({ choose: choose('open'), picked: PASSED }).at).toBe('wait');
		const stations = [station('a', 'open')];
		expect(see({ stations, choose: choose('open'), picked: PASSED }).at).toBe('stations');
		expect(see({ stations, choose: choose('closed'), picked: PASSED }).at).toBe('station');
	});

	it('S4: a station that closed while somebody was writing stays until the words were sent', () => {
		const stations = [station('a', 'closed'), station('b', 'open')];
		expect(see({ stations, picked: 'a', unfinished: () => true })).toMatchObject({ station: { id: 'a' }, late: true });
		expect(see({ stations, picked: 'a' })).toMatchObject({ station: { id: 'b' }, late: false });
	});

	it('S8: a paused station keeps its place', () => {
		expect(see({ stations: [station('a', 'paused')] })).toMatchObject({ at: 'station', station: { id: 'a' } });
	});

	it('S8: who knocks reads the promises first, then waits at the door whatever is open, and is then where the others are', () => {
		const knocks = { ...card, admitted: false };
		expect(see({ card: { ...knocks, agreed: false } }).at).toBe('hello');
		expect(see({ card: knocks, stations: [station('map', 'open')] }).at).toBe('knock');
		expect(see({ card: { ...knocks, removed: true } }).at).toBe('removed');
		expect(see({ stations: [station('map', 'open')] }).at).toBe('station');
	});

	it('S8: a removed card and a closed summit come before everything else', () => {
		const stations = [station('a', 'open')];
		expect(see({ stations, card: { ...card, removed: true } }).at).toBe('removed');
		expect(see({ stations, about: { ...about, closed: true } }).at).toBe('closed');
	});

	it('tells waiting for the start from waiting for more, and from the end', () => {
		const [first, second] = [station('a', 'waiting'), station('b', 'waiting')];
		expect(waitingFor({ stations: [first, second], choose: choose('before') })).toBe('start');
		expect(waitingFor({ stations: [first, second], choose: undefined })).toBe('start');
		expect(waitingFor({ stations: [station('a', 'closed'), second], choose: choose('before') })).toBe('between');
		const closed = [station('a', 'closed'), station('b', 'closed')];
		expect(waitingFor({ stations: closed, choose: choose('before') })).toBe('between');
		expect(waitingFor({ stations: closed, choose: choose('closed') })).toBe('over');
	});

	it('tells what is up first, and next', () => {
		expect(nextUp([station('a', 'waiting'), station('b', 'waiting')])).toMatchObject({
			station: { id: 'a' },
			first: true
		});
		expect(nextUp([station('a', 'closed'), station('b', 'waiting')])).toMatchObject({
			station: { id: 'b' },
			first: false
		});
		expect(nextUp([station('a', 'closed')])).toBeNull();
	});
});
