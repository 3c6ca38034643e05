/**
 * What both ends of the live connection say to each other. Types only, so that a phone carries no schemas; the server
 * parses every message with the summit's own schemas. `docs/PROTOCOL.md` tells the same to a stranger.
 */
import type { RefusalCode } from '../summit/refusals.ts';
import type { HeldRole } from '../summit/roles.ts';
import type { Command } from '../summit/summit.ts';

/** Raised when the shape of a message changes; a device with another one is told `old_protocol`. */
export const PROTOCOL = 1;
/** Where the engine listens. Everything else under `/live/` is plain requests. */
export const SOCKET_PATH = '/live/socket';

/** The roles a browser may speak as. Which one is a claim; the cookie of that role proves it. */
export type SpeakerRole = HeldRole;

/** `auth` of the Socket.IO handshake, and part of every plain request. */
export interface Speaking {
	protocol: number;
	summit: string;
	as: SpeakerRole;
	/** Who the page takes itself for. It proves nothing; a plain request of somebody else's page is turned away by it. */
	me?: string;
}

/** A command as it travels: `id` is a UUID v7 the device made (L2). */
export type SentCommand = Command;
/** The same before it has an id. */
export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

/** Every command is answered (L7). `words` are for a person, `code` for a program. */
export type DoAnswer =
	| { ok: true; id: string; answer: Record<string, unknown> }
	| { ok: false; id: string; code: RefusalCode; words: string; detail?: unknown };

/** A topic and what the device holds of it. Without `epoch` and `since` it holds nothing. */
export interface WatchAsk {
	topic: string;
	epoch?: string;
	since?: number;
}
export interface TopicRows {
	topic: string;
	epoch: string;
	/** The version the rows bring the device to. */
	seq: number;
	/** The rows are all there is: drop what you hold of the topic. */
	replace: boolean;
	/** Row by key; null = gone. */
	rows: Record<string, unknown>;
}
export type WatchAnswer =
	| { ok: true; topics: (TopicRows | { topic: string; refused: RefusalCode; words: string })[] }
	| { ok: false; code: RefusalCode; words: string };

/** First thing a connected device hears. */
export interface Hello {
	protocol: number;
	/** The server's clock, ms since 1970: timers are counted against it, not against the device's. */
	now: number;
	you: { role: SpeakerRole; id: string; name: string | null };
	summit: string;
	rehearsal: boolean;
}

/** Why the kit can store nothing just now. */
export type DiskTrouble = 'full' | 'read_only' | 'failing';

export interface Frame {
	topics: TopicRows[];
}

export interface ClientToServer {
	do: (command: unknown, answer: (answer: DoAnswer) => void) => void;
	watch: (asks: unknown, answer: (answer: WatchAnswer) => void) => void;
	unwatch: (topics: unknown, answer: (answer: { ok: true }) => void) => void;
}
export interface ServerToClient {
	hello: (hello: Hello) => void;
	/** Rows that changed. Controls (S8) travel in a frame of their own, at once. */
	frame: (frame: Frame) => void;
	/**
	 * Every second to walls and consoles: a wall that hears nothing for 3 s covers itself (S8). While the kit cannot store
	 * anything, those who run the room hear why, as they do from `POST /live/watch`.
	 */
	beat: (now: number, disk?: DiskTrouble) => void;
	/** The role changed or the link was revoked: clear everything held, then the socket closes. */
	evicted: (why: { code: RefusalCode; words: string }) => void;
}

/** Body of `POST /live/do` and `POST /live/watch`: the same as over the socket, plus who speaks (L5). */
export interface DoRequest {
	speaking: Speaking;
	command: unknown;
}
export interface WatchRequest {
	speaking: Speaking;
	asks: WatchAsk[];
}
