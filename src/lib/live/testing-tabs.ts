/**
 * For tests: one device, its tabs, and a kit, where time passes only when a test says so. Tabs share a real (in-memory)
 * IndexedDB; each may lose its line, be frozen, or die between any two steps.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { openDatabase } from './database.ts';
import { openStore } from './outbox-database.ts';
import type { NotDone, OutboxStore } from './outbox-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';
import type { TabWord } from './tabs.ts';

export const words = (id: string): SentCommand => ({
	id,
	type: 'station:contribute',
	station: 'school',
	step: 'idea',
	entry: { type: 'words' },
	words: 'More lights'
});
export const talk = (id: string): SentCommand => ({ id, type: 'talk:ask', how: 'come', aboutAdult: false });
export const yes = ({ id }: SentCommand): DoAnswer => ({ ok: true, id, answer: {} });
export const no =
	(code: NotDone['code']) =>
	({ id }: SentCommand): DoAnswer => ({ ok: false, id, code, words: code });

export const OF = { summit: 'summit', card: 'card' };
/** Turns of the event loop in which a few transactions end. */
const TURNS = 60;

interface Timer {
	at: number;
	of: Tab;
	ring: () => void;
}

export class Device {
	/** What the kit received, in order, every time. */
	readonly received: { id: string; tab: string }[] = [];
	readonly tabs: Tab[] = [];
	/** What the kit answers; null when nothing comes back. */
	answers: (command: SentCommand) => DoAnswer | null | Promise<DoAnswer | null> = yes;
	/** Words between tabs arrive. */
	hearing = true;
	now = 0;
	readonly timers: Timer[] = [];

	constructor() {
		globalThis.indexedDB = new IDBFactory();
	}
	tab(change: (store: OutboxStore) => OutboxStore = (store) => store): Tab {
		const made = new Tab(this, `tab ${this.tabs.length}`, change);
		this.tabs.push(made);
		return made;
	}
	/** Everything that can happen without time passing has happened. */
	async settle(): Promise<void> {
		for (let at = 0; at < TURNS; at += 1) await turn();
	}
	async pass(milliseconds: number): Promise<void> {
		const end = this.now + milliseconds;
		for (;;) {
			await this.settle();
			const due = this.timers
				.filter(({ at, of }) => at <= end && !of.frozen)
				.sort((one, other) => one.at - other.at)[0];
			if (!due) break;
			this.timers.splice(this.timers.indexOf(due), 1);
			this.now = Math.max(this.now, due.at);
			due.ring();
		}
		this.now = end;
	}
	/** What lies on the device, read past every tab. */
	shelf() {
		return openStore(OF, openDatabase()).look();
	}
	ids = (): string[] => this.received.map(({ id }) => id);
}

export class Tab {
	readonly outbox: Outbox;
	readonly answered: DoAnswer[] = [];
	readonly slept: number[] = [];
	waiting: string[] = [];
	refused: string[] = [];
	loose = false;
	handedOn = false;
	online = true;
	frozen = false;
	readonly name: string;
	readonly #device: Device;
	#thaw: () => void = () => undefined;
	#cold: Promise<void> = Promise.resolve();

	constructor(device: Device, name: string, change: (store: OutboxStore) => OutboxStore) {
		this.name = name;
		this.#device = device;
		const database = openDatabase(() => new Promise((resolve) => this.#timer(2_000, resolve)));
		this.outbox = createOutbox({
			tab: name,
			store: this.#freezable(change(openStore(OF, database))),
			tabs: (hear) => {
				this.hear = (word) => void this.#cold.then(() => hear(word));
				return { tell: (word) => this.#tell(word), close: () => undefined };
			},
			send: (command) => this.#warm(this.#send(command)),
			wait: (milliseconds) => {
				this.slept.push(milliseconds);
				return new Promise((resolve) => this.#timer(milliseconds, resolve));
			},
			draw: () => 0,
			changed: ({ waiting, refused, loose }) => {
				this.waiting = waiting.map(({ id }) => id);
				this.refused = refused.map(({ id, code }) => `${id} ${code}`);
				this.loose = loose;
			},
			handedOn: () => {
				this.handedOn = true;
			}
		});
	}
	hear: (word: TabWord) => void = () => undefined;

	/** Gives a command; its answer comes into `answered`. */
	async put(command: SentCommand): Promise<void> {
		void this.outbox.add(command).then((answer) => this.answered.push(answer));
		await this.#device.settle();
	}
	freeze(): void {
		if (this.frozen) return;
		this.frozen = true;
		this.#cold = new Promise((resolve) => (this.#thaw = resolve));
	}
	thaw(): void {
		this.frozen = false;
		this.#thaw();
	}

	#timer(milliseconds: number, ring: () => void): void {
		this.#device.timers.push({ at: this.#device.now + milliseconds, of: this, ring });
	}
	async #send(command: SentCommand): Promise<DoAnswer | null> {
		if (!this.online) return null;
		this.#device.received.push({ id: command.id, tab: this.name });
		// A line gives up on an answer after ten seconds.
		const late = new Promise<null>((resolve) => this.#timer(10_000, () => resolve(null)));
		return Promise.race([this.#device.answers(command), late]);
	}
	#tell(word: TabWord): void {
		if (!this.#device.hearing) return;
		for (const other of this.#device.tabs) if (other !== this) other.hear(structuredClone(word));
	}
	async #warm<T>(work: Promise<T>): Promise<T> {
		await this.#cold;
		try {
			return await work;
		} finally {
			await this.#cold;
		}
	}
	#freezable(store: OutboxStore): OutboxStore {
		return {
			put: (command) => this.#warm(store.put(command)),
			look: () => this.#warm(store.look()),
			take: (tab, lapsed) => this.#warm(store.take(tab, lapsed)),
			release: (tab) => this.#warm(store.release(tab)),
			settle: (id, refused) => this.#warm(store.settle(id, refused)),
			hide: (id) => this.#warm(store.hide(id)),
			empty: () => this.#warm(store.empty())
		};
	}
}
