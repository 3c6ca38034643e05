/**
 * How a crowd speaks to one kind of server: by which door its devices come in, what they ask, say and understand. The same
 * crowd drives the kit, a bare Socket.IO echo and a reference server, each through a dialect of its own.
 *
 * A dialect's module exports `createDialect(settings)`; it is loaded in the crowd's process, so `settings` are plain data.
 */
import type { Chance } from './chance.ts';
import type { Web } from './web.ts';

/** What a device's socket says at the door. */
export interface Handshake {
	auth: Record<string, unknown>;
	/** The `cookie` header, or an empty text. */
	cookie: string;
}

export interface Said {
	event: string;
	/** Sent as it is, and as it is again when no answer came: it holds its own id. */
	body: unknown;
}

/** `again`: not an answer yet, the device tries later with the same body. */
export type Meaning = { is: 'done' } | { is: 'again' | 'refused'; code: string };

/** Asks the server and resolves with its answer, or with null when none came. */
export type Ask = (event: string, data: unknown) => Promise<unknown>;

/** One person's device. */
export interface Device {
	/** Comes in. Throws when it was not let in; it tries again then. */
	arrive(web: Web): Promise<Handshake>;
	/** After every connection, and on plain requests every few seconds: asks for what it lacks. False when no answer came. */
	greet(ask: Ask): Promise<boolean>;
	/** Hears what the server sends by itself; answers how many rows it was. */
	hear(event: string, data: unknown): number;
	/** What it says first, once it was greeted; null is nothing. */
	opening(): Said | null;
	/** What it would say now; null is nothing. */
	next(): Said | null;
	read(said: Said, answer: unknown): Meaning;
}

export interface Dialect {
	url: string;
	/** Where the socket listens. */
	path: string;
	/** What the server sends by itself. */
	events: readonly string[];
	device(q: { number: number; chance: Chance }): Device;
	/** The same without a socket: where a question goes, and its body. Left out where there is no such door. */
	plainly?(handshake: Handshake, event: string, data: unknown): { path: string; json: unknown };
	/** Anything to be compared with what the server stored, as plain data. */
	account(): unknown;
}

export interface DialectModule<Settings> {
	createDialect: (settings: Settings) => Dialect;
}
