/**
 * Which screen a student is on. Decided from what the summit says and the one choice a student has, so that a reload, a
 * late phone and a second tab all end on the same screen (L4).
 */
import type { AboutRow, CardRow, ChooseRow, StationRow } from '../../summit/topics/room.ts';

export type Screen =
	| { at: 'loading' | 'closed' | 'removed' | 'hello' | 'knock' | 'wait' | 'choose' }
	| { at: 'stations'; open: StationRow[]; choosing: boolean }
	| { at: 'station'; station: StationRow; late: boolean };

/** What a student picked where there was more than one thing to do: a station's id, CHOOSING or PASSED; null before. */
export type Pick = string | null;
/** No station can be called this: a station's id has no capitals. */
export const CHOOSING = 'CHOOSING';
/** Left out choosing this time (S10); never sent, and forgotten once it closes. */
export const PASSED = 'PASSED';

export interface Seen {
	about: AboutRow | undefined;
	card: CardRow | undefined;
	stations: StationRow[];
	choose: ChooseRow | undefined;
	picked: Pick;
	/** The picked station has closed with something begun and not sent (S4). */
	unfinished: (station: string) => boolean;
}

const running = ({ status }: StationRow): boolean => status === 'open' || status === 'paused';

export function screenFor({ about, card, stations, choose, picked, unfinished }: Seen): Screen {
	if (!about || !card) return { at: 'loading' };
	if (about.closed) return { at: 'closed' };
	if (card.removed) return { at: 'removed' };
	if (!card.agreed) return { at: 'hello' };
	if (!card.admitted) return { at: 'knock' };
	const mine = stations.find(({ id }) => id === picked);
	if (mine && running(mine)) return { at: 'station', station: mine, late: false };
	if (mine && mine.status === 'closed' && unfinished(mine.id)) return { at: 'station', station: mine, late: true };
	const open = stations.filter(running);
	const choosing = choose?.status === 'open';
	if (choosing && (picked === CHOOSING || (open.length === 0 && picked !== PASSED))) return { at: 'choose' };
	const [only] = open;
	if (!only) return { at: 'wait' };
	if (open.length === 1 && !choosing) return { at: 'station', station: only, late: false };
	return { at: 'stations', open, choosing };
}

/**
 * For the waiting screen: `start` before anything opened, `between`, or `over` once every station and the choosing have
 * closed. Choosing that never opened may still come.
 */
export function waitingFor(q: { stations: StationRow[]; choose: ChooseRow | undefined }): 'start' | 'between' | 'over' {
	const choosing = q.choose?.status ?? 'before';
	const all = (status: StationRow['status']): boolean => q.stations.every((station) => station.status === status);
	if (all('closed') && choosing === 'closed') return 'over';
	return all('waiting') && choosing === 'before' ? 'start' : 'between';
}

/** What comes next, for the waiting screen: the first station not opened yet. */
export function nextUp(stations: StationRow[]): { station: StationRow; first: boolean } | null {
	const station = stations.find(({ status }) => status === 'waiting');
	return station ? { station, first: stations.every(({ status }) => status === 'waiting') } : null;
}
