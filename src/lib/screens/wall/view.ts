/**
 * Which picture a wall shows. Nobody steers a wall: it follows what staff did to the summit. What the room is doing now
 * comes first: a running station (a revealed one before others), then open choosing. A station that was revealed and has
 * closed stands until then, before answers and doors; a welcome stands when nothing is on.
 */
import type { StationRow, WallRows } from '../../summit/topics/room.ts';

export type View =
	| { show: 'revealed'; station: string }
	| { show: 'stations'; stations: string[] }
	| { show: 'backing' }
	| { show: 'answers' }
	| { show: 'doors' }
	| { show: 'welcome' };

export interface Seen {
	stations: readonly Pick<StationRow, 'id' | 'status' | 'revealed'>[];
	doorsOpen: boolean;
	backing: WallRows['backing']['status'];
	answers: number;
}

export function isRunning({ status }: Pick<StationRow, 'status'>): boolean {
	return status === 'open' || status === 'paused';
}

export function viewOf({ stations, doorsOpen, backing, answers }: Seen): View {
	const revealed = stations.filter((station) => station.revealed);
	const talked = revealed.find(isRunning);
	if (talked) return { show: 'revealed', station: talked.id };
	const running = stations.filter(isRunning);
	if (running.length > 0) return { show: 'stations', stations: running.map(({ id }) => id) };
	if (backing === 'open') return { show: 'backing' };
	// Of several that have closed, the last of the day's order.
	const last = revealed.at(-1);
	if (last) return { show: 'revealed', station: last.id };
	if (answers > 0) return { show: 'answers' };
	if (backing === 'closed') return { show: 'backing' };
	return doorsOpen ? { show: 'doors' } : { show: 'welcome' };
}

/** Milliseconds without a word from the server after which a wall covers itself (S8). */
const SILENCE = 3_000;

export function isCovered(q: {
	ready: boolean;
	paused: boolean;
	blanked: boolean;
	heardAt: number;
	now: number;
	net: 'connecting' | 'online' | 'offline' | 'evicted';
}): boolean {
	return !q.ready || q.paused || q.blanked || q.net === 'evicted' || q.now - q.heardAt > SILENCE;
}

/** `482915` as it is read aloud and typed: `482 915`. */
export function spacedCode(code: string): string {
	return code.replace(/^(\d{3})(\d{3})$/u, '$1 $2');
}
/** An origin as people type it. */
export function spokenAddress(origin: string): string {
	return origin.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
}
/** `2026-11-20` → "Friday 20 November 2026"; what is no date is shown as it is. */
export function longDate(day: string): string {
	const at = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(at.getTime())) return day;
	const as = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	// Some systems write a comma after the weekday and some do not.
	return new Intl.DateTimeFormat('en-GB', as).format(at).replace(',', '');
}
