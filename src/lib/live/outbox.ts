/**
 * The device's durable queue of commands (L3). A command is stored before it is sent, sent in the order it was made, and
 * taken off the device as soon as it was answered for good. All tabs of a card are one queue: one of them sends, by a lease
 * on the shelf, and the answer reaches whichever asked. *Talk to someone* has a lane of its own, without lease or shelf in
 * its way: every tab that knows of one sends it, because being told twice is harmless (L2, S5). It must never drop a
 * command in silence, and never send one that another card wrote.
 */
import { createNap } from './back-off.ts';
import { createLane } from './lane.ts';
import { createLedger, notDone, type Known } from './ledger.ts';
import { isRest, isTalk, NOWHERE, type Lease, type NotDone, type OutboxStore, type Shelf } from './outbox-store.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';
import type { Tabs, TabWord } from './tabs.ts';

/** What a screen may say of it. */
export interface OnDevice {
	/** Not yet answered. */
	waiting: readonly SentCommand[];
	/** Answered no, and not yet read by anybody. */
	refused: readonly NotDone[];
	/** Something waits that would not outlive this page. */
	loose: boolean;
}

export interface OutboxParts {
	/** This tab's name, another for each. */
	tab: string;
	store: OutboxStore;
	tabs: (hear: (word: TabWord) => void) => Tabs;
	/** Null when no answer came. */
	send: (command: SentCommand) => Promise<DoAnswer | null>;
	/** Resolves after so many milliseconds. */
	wait: (milliseconds: number) => Promise<void>;
	/** Chance, 0 ≤ n < 1, so that a room full of phones does not come back in one beat. */
	draw: () => number;
	changed: (now: OnDevice) => void;
	/** In another tab the device was handed on. */
	handedOn: () => void;
}

export interface Outbox {
	/** Sends what waits from before. */
	open(): Promise<void>;
	/** Keeps the command and resolves with its final answer. */
	add(command: SentCommand): Promise<DoAnswer>;
	/** Somebody has read why it was not done. */
	hide(id: string): Promise<void>;
	/** There is a connection again, or the page is back: try now instead of at the end of the back-off. */
	wake(): void;
	/** The page goes to sleep or away: another tab need not wait for it. */
	rest(): void;
	/** Lets go of everything that waits, in every tab; what the device stores is wiped apart. Nothing of it is answered. */
	clear(): void;
	/** The card is gone for good: what it kept leaves the device. This page still knows what was not sent, and may say so. */
	end(): Promise<void>;
	close(): void;
}

/** Milliseconds between two beats of a tab that sends, and between two looks of one that waits for it. */
const BEAT = 1_000;
/** So many looks at a beat that does not move, and that tab is taken for gone or asleep. Looks, because clocks jump. */
const LOOKS = 4;

const isSame = (one: Lease | null, other: Lease | null): boolean =>
	one?.tab === other?.tab && one?.beat === other?.beat;

export function createOutbox(parts: OutboxParts): Outbox {
	const { tab, wait, draw } = parts;
	const ledger = createLedger();
	const tabs = parts.tabs(hear);
	const naps = { talk: createNap(wait), rest: createNap(wait), behind: createNap(wait) };
	let store = parts.store;
	let mark: string | null | undefined;
	let storing = Promise.resolve();
	let holding = false;
	/** Another tab's lease, and how often it was seen not to move. */
	let other: { lease: Lease | null; looks: number } = { lease: null, looks: 0 };
	let closed = false;
	const stopped = (): boolean => closed;

	const lane = { send: parts.send, settle, draw, stopped };
	const talk = createLane({ ...lane, next: nextTalk, unanswered: async () => undefined, nap: naps.talk });
	const rest = createLane({ ...lane, next: nextRest, send: sendHolding, unanswered: letGo, nap: naps.rest });

	function tell(): void {
		const all = ledger.all();
		const loose = all.some(({ state }) => state === 'loose');
		parts.changed({ waiting: all.map(({ command }) => command), refused: ledger.refused(), loose });
	}

	async function nextTalk(): Promise<SentCommand | null> {
		const one = ledger.first(isTalk);
		// The browser may store it by now; it is sent meanwhile, stored or not (S5).
		if (one?.state === 'loose') void keepLoose();
		return one?.command ?? null;
	}
	async function nextRest(): Promise<SentCommand | null> {
		while (!closed) {
			await tidy();
			const lapsed = other.looks >= LOOKS ? other.lease : null;
			const shelf = await store.take(tab, lapsed).catch(() => null);
			if (shelf) see(shelf);
			holding = shelf?.lease?.tab === tab;
			const first = ledger.first(isRest);
			if (!first) await letGo();
			if (!first || first.state === 'keeping') return null;
			if (first.state === 'loose' || !shelf || holding) return first.command;
			if (!isSame(other.lease, shelf.lease)) other = { lease: shelf.lease, looks: 0 };
			if (await naps.behind.sleep(BEAT)) other.looks += 1;
		}
		return null;
	}
	async function sendHolding(command: SentCommand): Promise<DoAnswer | null> {
		let sent = false;
		async function beat(): Promise<void> {
			await wait(BEAT);
			while (!sent && !closed && holding) {
				await store.take(tab, null).catch(() => null);
				await wait(BEAT);
			}
		}
		if (holding) void beat();
		return parts.send(command).finally(() => {
			sent = true;
		});
	}
	/** A tab that got no answer lets another try: its line may be the better one. */
	async function letGo(): Promise<void> {
		if (!holding) return;
		holding = false;
		await store.release(tab).catch(() => undefined);
		tabs.tell({ about: 'lease' });
	}

	async function settle(command: SentCommand, answer: DoAnswer): Promise<void> {
		// Another tab was quicker, or the device was handed on meanwhile.
		if (!ledger.has(command.id)) return;
		ledger.settling(command.id, notDone(command, answer));
		ledger.answer(answer);
		tabs.tell({ about: 'answer', answer });
		tell();
		await forget();
	}
	/** What was acknowledged leaves the device. Where the browser cannot forget just now, it is asked again later. */
	async function forget(): Promise<void> {
		let forgotten = 0;
		for (const [id, refused] of ledger.unforgotten()) {
			forgotten += await store.settle(id, refused).then(
				() => {
					ledger.settled(id);
					return 1;
				},
				() => 0
			);
		}
		// Two tabs that cannot forget would send each other to try again without end.
		if (forgotten > 0) tabs.tell({ about: 'shelf' });
	}
	async function tidy(): Promise<void> {
		if (ledger.unforgotten().length > 0) await forget();
		if (ledger.all().some(({ state }) => state === 'loose')) await keepLoose();
	}

	/** Stores what is not stored, in order, so that order outlives a browser that refuses in the middle. */
	function keepLoose(): Promise<void> {
		storing = storing.then(async () => {
			let refuses = false;
			for (const one of ledger.all()) {
				// A worry is being stored already, and holds nobody up meanwhile.
				if (one.state === 'kept' || (one.state === 'keeping' && isTalk(one.command))) continue;
				refuses = refuses || !(await keep(one));
				if (refuses) one.state = 'loose';
			}
			tell();
		});
		return storing;
	}
	async function keep(one: Known): Promise<boolean> {
		const kept = await store.put(one.command).then(
			() => true,
			() => false
		);
		one.state = kept ? 'kept' : 'loose';
		// Answered before it was stored: nothing else would take it away again.
		if (kept && ledger.isDone(one.command.id)) await store.settle(one.command.id, null).catch(() => undefined);
		if (kept) tabs.tell({ about: 'shelf' });
		return kept;
	}

	function see(shelf: Shelf): void {
		// The device was handed on while the browser looked: what it found was the card's before.
		if (store === NOWHERE) return;
		if (mark !== undefined && shelf.wiped !== mark && shelf.wiped !== null) return handedOn();
		mark = shelf.wiped;
		ledger.see(shelf);
		tell();
		if (ledger.first(isTalk)) talk();
	}
	async function look(): Promise<void> {
		const shelf = await store.look().catch(() => null);
		if (!shelf || closed) return;
		see(shelf);
		if (ledger.first(isRest) || ledger.unforgotten().length > 0) rest();
	}
	function hear(word: TabWord): void {
		// Whoever hands the device on has more to do than to hear it said again.
		if (closed || store === NOWHERE) return;
		if (word.about === 'wiped') return handedOn();
		if (word.about === 'lease') return naps.behind.wake();
		if (word.about === 'shelf') return void look();
		ledger.answer(word.answer);
		tell();
	}
	function drop(): void {
		store = NOWHERE;
		ledger.clear();
		tell();
	}
	function handedOn(): void {
		drop();
		parts.handedOn();
	}

	return {
		open: look,
		async add(command) {
			const answered = new Promise<DoAnswer>((resolve) => {
				ledger.add({ command, state: 'keeping', answered: resolve });
			});
			tell();
			if (isTalk(command)) {
				// S5: not even a browser slow to store holds this one up.
				talk();
				const one = ledger.first(({ id }) => id === command.id);
				if (one) void keep(one).then(tell);
			} else {
				await keepLoose();
				rest();
			}
			return answered;
		},
		async hide(id) {
			ledger.hide(id);
			tell();
			await store.hide(id).catch(() => undefined);
			tabs.tell({ about: 'shelf' });
		},
		wake() {
			naps.talk.wake();
			naps.rest.wake();
			void look();
		},
		rest: () => void letGo(),
		clear() {
			if (store !== NOWHERE) tabs.tell({ about: 'wiped' });
			drop();
		},
		async end() {
			const kept = store;
			store = NOWHERE;
			// What is just being stored would come after it.
			await storing;
			await kept.empty().catch(() => undefined);
		},
		close() {
			if (closed) return;
			closed = true;
			for (const nap of Object.values(naps)) nap.wake();
			void letGo().then(() => tabs.close());
		}
	};
}
