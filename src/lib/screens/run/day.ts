/**
 * The order of the day, and what the one *Next* button does now: it always says it in words before it does it. Pure: the
 * rows in, words and commands out. The server decides whether it may be done.
 */
import type { CommandBody } from '../../live/client.svelte.ts';
import type { CommandType } from '../../summit/summit.ts';
import type { StationRow } from '../../summit/topics/room.ts';
import type { RunRows } from '../../summit/topics/staff.ts';

/** What the middle of the screen shows: the beginning, one station, or the end. */
export type Pane = 'welcome' | 'end' | { readonly station: string };

export interface Next {
	/** What the button says. */
	readonly words: string;
	/** The station it opens, in full, under the button's words. */
	readonly opens?: string;
	/** Why it does nothing now. */
	readonly off?: string;
	/** It leads to the plan instead of sending anything. */
	readonly plan?: true;
	/** It leads to a field to fill in instead of sending anything. */
	readonly field?: 'welfare';
	/** Sent one after the other; a refusal stops the rest. */
	readonly does: readonly CommandBody[];
	/** What the middle shows afterwards. */
	readonly then: Pane;
}

export interface Day {
	readonly doors: RunRows['doors'] | undefined;
	readonly stations: readonly StationRow[];
	readonly paused: boolean;
	readonly closed: boolean;
	/** The welfare statement is there and nobody has said who read it aloud. */
	readonly unread: boolean;
	readonly may: (type: CommandType) => boolean;
	/** May go on to the plan's screen. */
	readonly plans: boolean;
}

const running = ({ status }: StationRow) => status === 'open' || status === 'paused';

export function nextOf({ doors, stations, paused, closed, unread, may, plans }: Day): Next {
	const plan: Next = plans
		? { words: 'Go to the plan', plan: true, does: [], then: 'end' }
		: { words: 'Every station is closed', off: 'A facilitator goes on to the plan.', does: [], then: 'end' };
	if (closed) return plan;
	if (paused) return { words: 'Next', off: 'Everything is paused. Resume first.', does: [], then: 'welcome' };
	if (!doors) return { words: 'Next', off: 'Loading.', does: [], then: 'welcome' };
	if (!doors.everOpened) return openDoors(doors, may);
	// Somebody may open a station by its own button before that; the day is not held up then.
	if (unread && stations.every(({ status }) => status === 'waiting'))
		return { words: 'Say who read it aloud', field: 'welfare', does: [], then: 'welcome' };

	const number = (station: StationRow) => stations.indexOf(station) + 1;
	const now = stations.filter(running);
	const last = now.at(-1);
	const after = last ? stations.slice(stations.indexOf(last) + 1) : stations;
	const opens = after.find(({ status }) => status === 'waiting') ?? stations.find(({ status }) => status === 'waiting');
	const close = now.map(({ id, version }): CommandBody => ({ type: 'station:close', station: id, seen: version }));
	const open: CommandBody[] = opens ? [{ type: 'station:open', station: opens.id, seen: opens.version }] : [];
	const does = [...close, ...open];
	const numbers = now.map(number);

	if (!opens) {
		if (now.length === 0) return plan;
		return { words: closeWords(numbers), does, then: 'end' };
	}
	const words = now.length === 0 ? `Open station ${number(opens)}` : closeAndOpenWords(numbers, number(opens));
	return { words, opens: opens.title, does, then: { station: opens.id } };
}

function openDoors(doors: RunRows['doors'], may: Day['may']): Next {
	const base = { words: 'Open doors', then: 'welcome' as const };
	if (!may('doors:open')) return { ...base, off: 'A facilitator opens the doors.', does: [] };
	const missing = doors.missing.filter((item) => item.required).length;
	if (missing === 1) return { ...base, off: 'One thing has to be ready first.', does: [] };
	if (missing > 1) return { ...base, off: `${missing} things have to be ready first.`, does: [] };
	return { ...base, does: [{ type: 'doors:open', seen: doors.version }] };
}
const listed = (numbers: readonly number[]) =>
	new Intl.ListFormat('en', { type: 'conjunction' }).format(numbers.map(String));
const closeWords = (numbers: readonly number[]) =>
	numbers.length === 1 ? `Close station ${listed(numbers)}` : `Close stations ${listed(numbers)}`;
const closeAndOpenWords = (numbers: readonly number[], opens: number) =>
	numbers.length === 1
		? `Close station ${listed(numbers)}, open ${opens}`
		: `Close stations ${listed(numbers)}; open ${opens}`;

/** Where the day stands, for a screen nobody has chosen another pane on. */
export function paneNow({ doors, stations }: Pick<Day, 'doors' | 'stations'>): Pane {
	if (!doors?.everOpened) return 'welcome';
	const now = stations.filter(running).at(-1);
	if (now) return { station: now.id };
	const closedLast = stations.filter(({ status }) => status === 'closed').at(-1);
	if (!closedLast) return 'welcome';
	return stations.every(({ status }) => status === 'closed') ? 'end' : { station: closedLast.id };
}

/** What would be left behind by closing the summit now, for whoever is about to (S6). `worries` is null to who knows of none. */
export function leftOpen({ worries, unread }: { worries: number | null; unread: number }): string[] {
	return [
		...(worries === 1 ? ['1 worry is not closed'] : []),
		...(worries !== null && worries > 1 ? [`${worries} worries are not closed`] : []),
		...(unread > 0 ? [`${unread} ${unread === 1 ? 'text' : 'texts'} from students that nobody has read`] : [])
	];
}

export function samePane(a: Pane, b: Pane): boolean {
	return typeof a === 'string' || typeof b === 'string' ? a === b : a.station === b.station;
}
