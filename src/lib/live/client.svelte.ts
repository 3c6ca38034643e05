/**
 * The browser's end of a summit: what a screen knows of it, and the only way a screen changes it. One per page, provided
 * by the page for one speaker; screens take it with `useLive`. Nothing here decides anything: the server does.
 */
import { getContext, onDestroy, setContext } from 'svelte';
import type { RefusalCode } from '../summit/refusals.ts';
import { browser, moment, since, type Around, type Moment } from './around.ts';
import { openCardOutbox } from './card-outbox.ts';
import { openConnection, type Connection } from './connection.ts';
import { commandId } from './ids.ts';
import { isFinal } from './lane.ts';
import type { Heard, Why } from './line.ts';
import { isRest, isTalk, type NotDone } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import type { CommandBody, DiskTrouble, DoAnswer, Hello, SentCommand, Speaking } from './protocol.ts';
import { Topics } from './topics.ts';

export type { CommandBody, NotDone };

/** A topic as far as this device holds it. Reading it in a component makes the component follow it. */
export interface LiveTopic<Rows> {
	/** False until the server's rows came for the first time. */
	readonly ready: boolean;
	row<K extends keyof Rows & string>(key: K): Rows[K] | undefined;
	/** Rows whose key begins with `prefix`, in the server's order. */
	all<T>(prefix: string): { key: string; row: T }[];
}

export interface Live {
	readonly speaking: Speaking;
	/** The card or person who speaks, known before any line is open; empty where the page did not say. */
	readonly me: string;
	/** Only a socket says it; over plain requests there is none (L5). */
	readonly hello: Hello | null;
	readonly net: 'connecting' | 'online' | 'offline' | 'evicted';
	readonly evicted: { code: RefusalCode; words: string } | null;
	/** Commands of this card on this device, from any of its tabs, not yet acknowledged (L3). */
	readonly waiting: number;
	/** The same one by one, but for *Talk to someone*: a waiting worry is never shown again (L3). */
	readonly kept: readonly SentCommand[];
	/** *Talk to someone* is among them: nobody has been told yet. */
	readonly talkWaiting: boolean;
	/** Commands answered no, for "not sent" and why (L7); also from before a reload, until somebody has read them. */
	readonly refused: readonly NotDone[];
	/** Takes one of them away once a person has read it. */
	clearRefused(one: NotDone): void;
	/** What waits would not all outlive this page: the browser keeps nothing (a private window, a full disk). */
	readonly onlyInMemory: boolean;
	/** Another tab handed this device on: nothing here is this card's any more (L3). */
	readonly handedOn: boolean;
	/** Why the kit can store nothing just now; only those who run the room are told. */
	readonly disk: DiskTrouble | null;
	/** There is a line, and still the kit could not take what waits here: its disk, or too much at once. */
	readonly notTaken: boolean;
	/** Milliseconds since the server was last heard: a wall covers itself after 3 s (S8). */
	silence(): number;
	/** The server's clock, ms since 1970, whatever this device's own says. */
	now(): number;
	/** Call while a component starts; unwatched when that component goes. */
	watch<Rows>(topic: string): LiveTopic<Rows>;
	/** The same as far as it is held, for whoever does not need it to be. */
	topic<Rows>(name: string): LiveTopic<Rows>;
	/**
	 * Cards: kept on the device until acknowledged, and resolved when answered, which may be long after. Everybody else:
	 * sent now, or answered `server_busy` when there is no connection; when it is done, the rows here already show it.
	 */
	do(command: CommandBody): Promise<DoAnswer>;
	/** Lets go of everything that waits, unsent and unanswered: the device is handed on (L3). */
	forget(): void;
}

/** What the server already put into the page, so that it can be read before any line is open. */
export interface Opening {
	/** The card this device holds; its outbox is kept under it. Only for pages that speak as a card. */
	card?: string;
	/** The person who speaks, on adults' pages. */
	me?: string;
	/** Rows by topic. They are asked for again, whole, once there is a line. */
	rows?: Record<string, Record<string, unknown>>;
}

/** Milliseconds a topic is still held after the last screen let go of it. */
const HELD_ON = 1_000;
const NO_LINE = 'There is no connection just now. Try it again in a moment.';

export class LiveClient implements Live {
	readonly speaking: Speaking;
	readonly me: string;
	hello = $state.raw<Hello | null>(null);
	net = $state<Live['net']>('connecting');
	evicted = $state.raw<Why | null>(null);
	waiting = $state(0);
	kept = $state.raw<readonly SentCommand[]>([]);
	talkWaiting = $state(false);
	refused = $state.raw<readonly NotDone[]>([]);
	onlyInMemory = $state(false);
	handedOn = $state(false);
	disk = $state<DiskTrouble | null>(null);
	notTaken = $state(false);
	#heard = $state.raw<Moment | null>(null);
	/** The server's clock minus this device's ticks; `null` until it said it, and then the device's own clock must do. */
	#offset = $state<number | null>(null);
	readonly #topics = new Topics();
	readonly #card: string | undefined;
	#connection: Connection | null = null;
	#outbox: Outbox | null = null;
	readonly #around: Around;

	constructor(speaking: Speaking, { card, me = card ?? '', rows = {} }: Opening, around: Around = browser) {
		this.#around = around;
		this.speaking = speaking;
		this.me = me;
		this.#card = speaking.as === 'card' ? card : undefined;
		for (const [topic, first] of Object.entries(rows)) {
			// No epoch of the server's is empty, so the first answer replaces these.
			this.#topics.at(topic).answer({ topic, epoch: '', seq: 0, replace: true, rows: first });
			this.#topics.at(topic).epoch = null;
		}
	}

	open(): void {
		const heard: Heard = {
			hello: (hello) => {
				this.hello = hello;
				if (this.me === '' || hello.you.id === this.me) return;
				// Another tab took another card, or signed in as another: what waits here must not go out as theirs.
				this.close();
				this.#around.reload();
			},
			rows: (topics) => {
				const anew = this.#topics.apply(topics);
				if (anew.length > 0) void this.#connection?.watch(anew);
			},
			word: (now) => {
				this.#heard = moment(this.#around);
				if (now === null) return;
				// A word is never from the future: the largest difference is the one that travelled fastest.
				const offset = now - this.#around.ticks();
				const known = this.#offset;
				if (known === null || offset > known || known - offset > 2_000) this.#offset = offset;
			},
			disk: (trouble) => (this.disk = trouble),
			up: (is) => {
				if (this.net === 'evicted') return;
				this.net = is ? 'online' : 'offline';
				if (is) this.#outbox?.wake();
			},
			evicted: (why) => {
				this.net = 'evicted';
				this.evicted = why;
				this.#topics.forget();
				// The kit knows the summit and not the card, and its cookie opens nothing again. A summit the kit does not know may
				// be a kit started on the wrong folder: then what waits still waits.
				if (why.code === 'not_signed_in') void this.#outbox?.end();
				this.#outbox?.close();
			},
			asks: () => this.#topics.asks(),
			watched: (answer) => {
				const refused = this.#topics.watched(answer);
				if (this.#card !== undefined && refused.includes(`card:${this.#card}`)) this.#around.reload();
			}
		};
		const speaking = this.me === '' ? this.speaking : { ...this.speaking, me: this.me };
		this.#connection = openConnection(speaking, heard, this.#around);
		if (this.#card !== undefined) this.#openOutbox(this.#card);
	}

	#openOutbox(card: string): void {
		this.#outbox = openCardOutbox({
			summit: this.speaking.summit,
			card,
			send: async (command) => {
				const answer = (await this.#connection?.do(command)) ?? null;
				this.notTaken = answer !== null && !isFinal(answer) && !answer.ok && answer.code !== 'too_fast';
				return answer;
			},
			changed: ({ waiting, refused, loose }) => {
				this.waiting = waiting.length;
				this.kept = waiting.filter(isRest);
				this.talkWaiting = waiting.some(isTalk);
				this.refused = refused;
				this.onlyInMemory = loose;
			},
			handedOn: () => {
				this.handedOn = true;
			}
		});
	}

	clearRefused(one: NotDone): void {
		void this.#outbox?.hide(one.id);
	}

	silence(): number {
		return this.#heard === null ? Infinity : since(this.#around, this.#heard);
	}

	now(): number {
		return this.#offset === null ? this.#around.date() : this.#around.ticks() + this.#offset;
	}

	watch<Rows>(name: string): LiveTopic<Rows> {
		// There is no line while the server renders the page.
		if (this.#connection) onDestroy(this.hold(name));
		return this.topic(name);
	}

	/** Watches until the function it answers is called. */
	hold(name: string): () => void {
		const topic = this.#topics.at(name);
		topic.watchers += 1;
		if (topic.watchers === 1) void this.#connection?.watch([this.#topics.ask(name)]);
		return () => {
			topic.watchers -= 1;
			if (topic.watchers === 0) setTimeout(() => this.#letGo(name), HELD_ON);
		};
	}

	topic<Rows>(name: string): LiveTopic<Rows> {
		const topic = this.#topics.at(name);
		return {
			get ready() {
				return topic.ready;
			},
			// The server computes rows by the topic's own types; this is where they are named again.
			row: (key) => topic.row(key) as Rows[typeof key] | undefined,
			all: <T>(prefix: string) => topic.all(prefix) as { key: string; row: T }[]
		};
	}

	#letGo(name: string): void {
		if (this.#topics.drop(name)) this.#connection?.unwatch([name]);
	}

	async do(body: CommandBody): Promise<DoAnswer> {
		// A body is a command without its id, and here it gets one.
		const command = { ...body, id: commandId(this.#around.date()) } as SentCommand;
		if (!this.#outbox) {
			const answer = await this.#connection?.do(command);
			// A frame may come later than the answer. Whoever presses next must not be told that *somebody* changed what they
			// changed themselves, so the rows are asked for before it counts as done.
			if (answer?.ok) await this.#connection?.watch(this.#topics.asks());
			return answer ?? { ok: false, id: command.id, code: 'server_busy', words: NO_LINE };
		}
		return this.#outbox.add(command);
	}

	forget(): void {
		this.#outbox?.clear();
	}

	close(): void {
		this.#connection?.close();
		this.#outbox?.close();
		this.#connection = null;
	}
}

const KEY = Symbol('live');

/** Opens the connection for a page, and closes it with the page. */
export function provideLive(speaking: Speaking, opening: Opening = {}): Live {
	const live = new LiveClient(speaking, opening);
	if (typeof window !== 'undefined') {
		live.open();
		onDestroy(() => live.close());
	}
	return setContext<Live>(KEY, live);
}

/** The page's live end. */
export function useLive(): Live {
	return getContext<Live>(KEY);
}
