/**
 * A card's own contributions as its phone shows them: what the server tells back (`mine`) together with what this phone
 * has sent and the server has not told back yet. Only the server's word makes something *sent* (L1).
 */
import type { DoAnswer, SentCommand } from '../../../live/protocol.ts';
import type { Entry } from '../../../summit/stations/entries.ts';
import type { MineRow } from '../../../summit/topics/room.ts';

/** `kept` is on this phone; `late` was kept for an adult to read and does not count; `refused` was answered no. */
export type SentState = 'kept' | 'sent' | 'late' | 'refused';

/** Something this phone gave to its outbox since the page was opened. */
export interface SentItem {
	step: string;
	entry: Entry;
	/** Whether words went with it. The words themselves are not held here. */
	withWords: boolean;
	state: SentState;
	/** The server's id of it, once told. */
	contribution: string | null;
	/** Why not, when refused. */
	why: string | null;
}
/** One contribution that stands. Without a contribution's id it cannot be taken away yet. */
export interface Own<E extends Entry = Entry> {
	contribution: string | null;
	entry: E;
	state: SentState;
}

/** What became of a command, as the device may show it. */
export function outcomeOf(answer: DoAnswer): Pick<SentItem, 'state' | 'contribution' | 'why'> {
	if (!answer.ok) return { state: 'refused', contribution: null, why: answer.words };
	const { contribution, late } = answer.answer;
	return {
		state: late === true ? 'late' : 'sent',
		contribution: typeof contribution === 'string' ? contribution : null,
		why: null
	};
}

/** The same slot = the later one replaces the earlier, as the server does it; null = each stands for itself. */
export function slotOf(step: string, entry: Entry): string | null {
	switch (entry.type) {
		case 'rating':
			return `${step}:${entry.platform}`;
		case 'sort':
			return `${step}:${entry.card}`;
		case 'choices':
			return step;
		default:
			return null;
	}
}

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>;
interface From {
	mine: MineRow | undefined;
	items: readonly SentItem[];
	/** Ids taken away on this phone a moment ago. */
	gone: readonly string[];
	step: string;
}

/** What stands of one type in one step, oldest first; of the same slot only the newest. */
export function ownOf<T extends Entry['type']>({ mine, items, gone, step }: From, type: T): Own<Of<T>>[] {
	const out: Own<Of<T>>[] = [];
	const is = (entry: Entry): entry is Of<T> => entry.type === type;
	const add = (own: Own<Of<T>>) => {
		const slot = slotOf(step, own.entry);
		const at = slot === null ? -1 : out.findIndex(({ entry }) => slotOf(step, entry) === slot);
		if (at < 0) out.push(own);
		else out[at] = own;
	};
	const told = new Set<string>(mine?.cleared);
	for (const mark of mine?.marks ?? []) {
		told.add(mark.id);
		const { entry, id } = mark;
		if (mark.step === step && is(entry) && !gone.includes(id)) add({ contribution: id, entry, state: 'sent' });
	}
	for (const { step: at, entry, state, contribution } of items) {
		if (at !== step || !is(entry) || (state !== 'kept' && state !== 'sent')) continue;
		if (contribution !== null && (told.has(contribution) || gone.includes(contribution))) continue;
		add({ contribution, entry, state });
	}
	return out;
}

/** The line under a question after something was sent. Words are read by a person; marks and ticks are counted. */
export function sentWords({ state, withWords, why }: Pick<SentItem, 'state' | 'withWords' | 'why'>): string {
	switch (state) {
		case 'kept':
			return 'On this phone. It sends by itself.';
		case 'late':
			return 'Kept. An adult will read it.';
		case 'refused':
			return `Not sent. ${why ?? ''}`.trim();
		case 'sent':
			return withWords ? 'Sent. An adult will read it.' : 'Sent.';
	}
}

/** Contributions to a station that wait on this device from before the page was opened, or from another tab of the card. */
export function waitingItems(
	kept: readonly SentCommand[],
	{ station, fromElsewhere }: { station: string; fromElsewhere: (entry: Entry) => boolean }
): SentItem[] {
	return kept.flatMap((command) => {
		if (command.type !== 'station:contribute' || command.station !== station) return [];
		const { step, entry, words } = command;
		const withWords = words !== undefined;
		return fromElsewhere(entry) ? [{ step, entry, withWords, state: 'kept', contribution: null, why: null }] : [];
	});
}

/** Contributions whose taking away waits on this device. */
export function waitingToGo(kept: readonly SentCommand[], station: string): string[] {
	return kept.flatMap((command) =>
		command.type === 'station:withdraw' && command.station === station ? [command.contribution] : []
	);
}
