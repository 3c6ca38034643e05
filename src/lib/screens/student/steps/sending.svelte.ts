/**
 * What this phone has sent to one station since the page was opened, and what still waits from before or from another tab.
 * It outlives the screens, so that opening *Talk to someone* and coming back shows the same. It holds no words: those are
 * in the device's outbox or in the box they are written in.
 */
import type { Live } from '../../../live/client.svelte.ts';
import type { Entry } from '../../../summit/stations/entries.ts';
import type { MineRow } from '../../../summit/topics/room.ts';
import { outcomeOf, slotOf, waitingItems, waitingToGo } from './own.ts';
import type { SentItem } from './own.ts';

export interface Sending {
	readonly station: string;
	readonly items: readonly SentItem[];
	readonly gone: readonly string[];
	/** The newest thing sent or taken away, for the line above the buttons. */
	readonly news: { step: string; item: SentItem } | { step: string; words: string } | null;
	send(what: { step: string; entry: Entry; words?: string }): Promise<SentItem>;
	/** Takes one contribution away; words that went with it have been given to an adult and stay there (S4). */
	withdraw(step: string, contribution: string): Promise<void>;
	/** Drops what the server has told back. */
	settle(mine: MineRow | undefined): void;
}

function createSending(live: Live, station: string): Sending {
	let items = $state<SentItem[]>([]);
	let gone = $state<string[]>([]);
	let news = $state<Sending['news']>(null);
	/** Contributions known to have had no words; nothing is known of what was sent before a reload. */
	const wordless: string[] = [];
	/** What was given to the outbox here, and is among `items`. */
	const given = new WeakSet<Entry>();
	const fromElsewhere = (entry: Entry): boolean => !given.has(entry);

	return {
		station,
		get items() {
			return [...waitingItems(live.kept, { station, fromElsewhere }), ...items];
		},
		get gone() {
			return [...gone, ...waitingToGo(live.kept, station)];
		},
		get news() {
			return news;
		},
		async send({ step, entry, words }) {
			const withWords = Boolean(words?.trim());
			given.add(entry);
			const slot = slotOf(step, entry);
			const item = $state<SentItem>({ step, entry, withWords, state: 'kept', contribution: null, why: null });
			items = [...items.filter((one) => slot === null || slotOf(one.step, one.entry) !== slot), item];
			news = { step, item };
			const said = withWords && words !== undefined ? { words } : {};
			Object.assign(item, outcomeOf(await live.do({ type: 'station:contribute', station, step, entry, ...said })));
			if (item.contribution !== null && !withWords) wordless.push(item.contribution);
			return item;
		},
		async withdraw(step, contribution) {
			gone = [...gone, contribution];
			const answer = await live.do({ type: 'station:withdraw', station, contribution });
			if (answer.ok || answer.code === 'unknown_item') {
				const bare = wordless.includes(contribution);
				news = { step, words: bare ? 'Taken away.' : 'Taken away. If you wrote something, an adult still reads it.' };
			} else {
				gone = gone.filter((one) => one !== contribution);
				news = { step, words: answer.words };
			}
		},
		settle(mine) {
			const told = new Set(mine?.marks.map((mark) => mark.id));
			const left = items.filter((item) => item.contribution === null || !told.has(item.contribution));
			if (left.length < items.length) items = left;
		}
	};
}

const byLive = new WeakMap<Live, Sending[]>();

/** The one of this station on this page. */
export function sendingFor(live: Live, station: string): Sending {
	const made = byLive.get(live) ?? [];
	const known = made.find((one) => one.station === station);
	if (known) return known;
	const sending = createSending(live, station);
	byLive.set(live, [...made, sending]);
	return sending;
}
