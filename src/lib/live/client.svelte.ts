/**
 * The browser's end of a summit: what a screen knows of it, and the only way a screen changes it. One per page, provided
 * by the page for one speaker; screens take it with `useLive`. Nothing here decides anything: the server does.
 */
import { getContext, setContext } from 'svelte';
import type { RefusalCode } from '../summit/refusals.ts';
import type { Command, CommandType } from '../summit/summit.ts';
import type { DoAnswer, Hello, Speaking } from './protocol.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never;
/** A command before the device has named it (L2). */
export type CommandBody = WithoutId<Command>;

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
	readonly hello: Hello | null;
	readonly net: 'connecting' | 'online' | 'offline' | 'evicted';
	readonly evicted: { code: RefusalCode; words: string } | null;
	/** Commands kept on this device, not yet acknowledged (L3). */
	readonly waiting: number;
	/** Commands answered no, for "not sent" and why (L7). */
	readonly refused: readonly NotDone[];
	/** Takes one of them away once a person has read it. */
	clearRefused(one: NotDone): void;
	/** The device cannot keep commands across a reload: private browsing, or a full disk. */
	readonly onlyInMemory: boolean;
	/** When the server was last heard, in ms of this device's clock: a wall covers itself after 3 s (S8). */
	readonly heardAt: number;
	/** The server's clock, ms since 1970. */
	now(): number;
	/** Call while a component starts; unwatched when that component goes. */
	watch<Rows>(topic: string): LiveTopic<Rows>;
	/**
	 * Cards: kept on the device until acknowledged, and resolved when answered, which may be long after. Everybody else:
	 * sent now, or answered `server_busy` when there is no connection.
	 */
	do(command: CommandBody): Promise<DoAnswer>;
}

const KEY = Symbol('live');

/** Opens the connection for a page, and closes it with the page. */
export function provideLive(speaking: Speaking): Live {
	const live: Live = {
		speaking,
		hello: null,
		net: 'connecting',
		evicted: null,
		waiting: 0,
		refused: [],
		clearRefused: () => undefined,
		onlyInMemory: false,
		heardAt: 0,
		now: () => Date.now(),
		watch: () => ({ ready: false, row: () => undefined, all: () => [] }),
		do: () => new Promise(() => undefined)
	};
	return setContext(KEY, live);
}

/** The page's live end. */
export function useLive(): Live {
	return getContext<Live>(KEY);
}
