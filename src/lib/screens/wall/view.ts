/**
 * Which picture a wall shows. Nobody steers a wall: it follows what staff did to the summit. What the room is doing now
 * comes first: a running station (a revealed one before others), then open choosing. Once nothing runs, whatever an adult
 * pressed last stands: a reveal of a station that has closed, the count of the choosing, an answer. Only the press itself
 * tells what the room is meant to look at, so the rows carry its time: in a fixed order a station revealed in the morning
 * would keep the answers off the wall all day, or a picture revealed after them would never come. Hiding a picture brings
 * back what stood before it. Doors, or a welcome, stand when there is none of these.
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
	stations: readonly Pick<StationRow, 'id' | 'status' | 'revealedAt'>[];
	doorsOpen: boolean;
	backing: Pick<WallRows['backing'], 'status' | 'countedAt'>;
	answers: readonly { at: number }[];
}

export function isRunning({ status }: Pick<StationRow, 'status'>): boolean {
	return status === 'open' || status === 'paused';
}

export function viewOf({ stations, doorsOpen, backing, answers }: Seen): View {
	const running = stations.filter(isRunning);
	const talked = lastOf(revealsOf(running));
	if (talked) return talked;
	if (running.length > 0) return { show: 'stations', stations: running.map(({ id }) => id) };
	if (backing.status === 'open') return { show: 'backing' };
	const counted: Pressed[] = backing.countedAt === null ? [] : [{ at: backing.countedAt, view: { show: 'backing' } }];
	const said: Pressed[] = answers.map(({ at }) => ({ at, view: { show: 'answers' } }));
	return lastOf([...revealsOf(stations), ...counted, ...said]) ?? { show: doorsOpen ? 'doors' : 'welcome' };
}

interface Pressed {
	at: number;
	view: View;
}
function revealsOf(stations: Seen['stations']): Pressed[] {
	return stations.flatMap(({ id, revealedAt: at }) =>
		at === null ? [] : [{ at, view: { show: 'revealed' as const, station: id } }]
	);
}
/** The newest; of two in one millisecond the later in the list. */
function lastOf(pressed: readonly Pressed[]): View | undefined {
	return [...pressed].sort((a, b) => a.at - b.at).at(-1)?.view;
}

/** Milliseconds without a word from the server after which a wall covers itself (S8). */
const SILENCE = 3_000;

export function isCovered(q: {
	ready: boolean;
	paused: boolean;
	blanked: boolean;
	/** Milliseconds since the server was last heard. */
	silence: number;
	net: 'connecting' | 'online' | 'offline' | 'evicted';
}): boolean {
	return !q.ready || q.paused || q.blanked || q.net === 'evicted' || q.silence > SILENCE;
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
