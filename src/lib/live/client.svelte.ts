/**
 * The browser's end of a summit: what a screen knows of it, and the only way a screen changes it. One per page, provided
 * by the page for one speaker; screens take it with `useLive`. Nothing here decides anything: the server does.
 */
import { getContext, onDestroy, setContext } from 'svelte';
import type { RefusalCode } from '../summit/refusals.ts';
import type { CommandType } from '../summit/summit.ts';
import { browser, moment, since, type Around, type Moment } from './around.ts';
import { openConnection, type Connection } from './connection.ts';
import { commandId } from './ids.ts';
import type { Heard, Why } from './line.ts';
import { inMemory, openStore } from './outbox-store.ts';
import { createOutbox, type Outbox, type OutboxStore } from './outbox.ts';
import type { CommandBody, DoAnswer, Hello, SentCommand, Speaking } from './protocol.ts';
import { Topics } from './topics.ts';

export type { CommandBody };

/** A topic as far as this device holds it. Reading it in a component makes the component follow it. */
export interface LiveTopic<Rows> {
	/** False until the server's rows came for the first time. */
	readonly ready: boolean;
	row<K extends keyof Rows & string>(key: K): Rows[K] | undefined;
	/** Rows whose key begins with `prefix`, in the server's order. */
	all<T>(prefix: string): { key: string; row: T }[];
}

export interface NotDone {
	command: CommandType;
	code: RefusalCode;
	words: string;
}

export interface Live {
	readonly speaking: Speaking;
	/** The card or person who speaks, known before any line is open; empty where the page did not say. */
	readonly me: string;
	/** Only a socket says it; over plain requests there is none (L5). */
	readonly hello: Hello | null;
	readonly net: 'connecting' | 'online' | 'offline' | 'evicted';
	readonly evicted: { code: RefusalCode; words: string } | null;
	/** Commands kept on this device, not yet acknowledged (L3). */
	readonly waiting: number;
	/** *Talk to someone* is among them: nobody has been told yet. */
	readonly talkWaiting: boolean;
	/** Commands answered no, for "not sent" and why (L7). */
	readonly refused: readonly NotDone[];
	/** Takes one of them away once a person has read it. */
	clearRefused(one: NotDone): void;
	/** The device cannot keep commands across a reload: private browsing, or a full disk. */
	readonly onlyInMemory: boolean;
	/** Milliseconds since the server was last heard: a wall covers itself after 3 s (S8). */
	silence(): number;
	/** The server's clock, ms since 1970, whatever this device's own says. */
	now(): number;
	/** Call while a component starts; unwatched when that component goes. */
	watch<Rows>(topic: string): LiveTopic<Rows>;
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

/** Milliseconds a browser may take to open its store before memory must do. */
const STORE_PATIENCE = 2_000;
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
	talkWaiting = $state(false);
	refused = $state.raw<readonly NotDone[]>([]);
	onlyInMemory = $state(false);
	#heard = $state.raw<Moment | null>(null);
	/** The server's clock minus this device's ticks; `null` until it said it, and then the device's own clock must do. */
	#offset = $state<number | null>(null);
	readonly #topics = new Topics();
	readonly #card: string | undefined;
	#connection: Connection | null = null;
	#outbox: Outbox | null = null;
	/** Commands of a card given before its store was open. */
	#early: { command: SentCommand; answer: (answer: DoAnswer) => void }[] = [];
	#closed = false;
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
			up: (is) => {
				if (this.net === 'evicted') return;
				this.net = is ? 'online' : 'offline';
				if (is) this.#outbox?.wake();
			},
			evicted: (why) => {
				this.net = 'evicted';
				this.evicted = why;
				this.#topics.forget();
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
		if (this.#card !== undefined) void this.#openOutbox(this.#card);
	}

	async #openOutbox(card: string): Promise<void> {
		const patience = new Promise<OutboxStore>((resolve) => setTimeout(() => resolve(inMemory()), STORE_PATIENCE));
		const store = await Promise.race([openStore({ summit: this.speaking.summit, card }), patience]);
		if (this.#closed) return;
		this.onlyInMemory = !store.durable;
		const outbox = createOutbox({
			store,
			send: async (command) => (await this.#connection?.do(command)) ?? null,
			wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
			draw: Math.random,
			changed: (waiting) => {
				this.waiting = waiting.length;
				this.talkWaiting = waiting.some(({ type }) => type === 'talk:ask');
			},
			refused: (command, answer) => this.#note(command, answer)
		});
		this.#outbox = outbox;
		await outbox.open();
		for (const { command, answer } of this.#early.splice(0)) void outbox.add(command).then(answer);
	}

	#note({ type }: SentCommand, answer: DoAnswer): void {
		if (answer.ok || answer.code === 'already_so') return;
		this.refused = [...this.refused, { command: type, code: answer.code, words: answer.words }];
	}

	clearRefused(one: NotDone): void {
		this.refused = this.refused.filter((other) => other !== one);
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
		if (this.#card === undefined) {
			const answer = await this.#connection?.do(command);
			// A frame may come later than the answer. Whoever presses next must not be told that *somebody* changed what they
			// changed themselves, so the rows are asked for before it counts as done.
			if (answer?.ok) await this.#connection?.watch(this.#topics.asks());
			return answer ?? { ok: false, id: command.id, code: 'server_busy', words: NO_LINE };
		}
		const answer = this.#outbox
			? await this.#outbox.add(command)
			: await new Promise<DoAnswer>((resolve) => this.#early.push({ command, answer: resolve }));
		this.#note(command, answer);
		return answer;
	}

	forget(): void {
		this.#early = [];
		this.#outbox?.clear();
	}

	close(): void {
		this.#closed = true;
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
