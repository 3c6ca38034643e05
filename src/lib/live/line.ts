/**
 * What a line between device and kit is, whichever way it travels: what it can carry, and what it tells its holder.
 */
import type { RefusalCode } from '../summit/refusals.ts';
import type { DiskTrouble, Hello, TopicRows, WatchAnswer, WatchAsk } from './protocol.ts';

export interface Why {
	code: RefusalCode;
	words: string;
}

export interface Line {
	/**
	 * Asks now; on a new line everything in `asks()` is asked by itself. Resolves once the answer was taken in, or none came;
	 * after `within` milliseconds without one a socket is taken for dead.
	 */
	watch(asks: WatchAsk[], within?: number): Promise<void>;
	unwatch(topics: string[]): void;
	/** The network is said to be back: try now instead of waiting for an old attempt to be given up. */
	again(): void;
	close(): void;
}

/** What a line tells whoever holds it. */
export interface Heard {
	hello(hello: Hello): void;
	rows(topics: TopicRows[]): void;
	/** Any word from the server, with its clock where it said it. */
	word(now: number | null): void;
	/** Why the kit can store nothing just now; null when it can, or does not tell this device. */
	disk(trouble: DiskTrouble | null): void;
	/** Whether commands can go out just now. */
	up(is: boolean): void;
	/** This device may not speak here any more; the line stays down. */
	evicted(why: Why): void;
	/** What is being watched, with what is held of it. */
	asks(): WatchAsk[];
	watched(answer: WatchAnswer): void;
}

/** Refusals about the speaker, not about what was said: nothing will get through until the page is opened anew. */
const GONE: readonly RefusalCode[] = ['not_signed_in', 'unknown_summit', 'old_protocol'];

export function isGone(code: RefusalCode): boolean {
	return GONE.includes(code);
}
