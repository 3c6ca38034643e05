/**
 * Where a card's commands wait on the device, as the outbox needs it: one shelf for all tabs of a card, and the lease by
 * which they agree who sends. Any of these may fail at any moment, because browsers refuse, fill up, and delete what they
 * keep; a store answers in time or says no, and whoever calls it holds the command until then.
 */
import type { RefusalCode } from '../summit/refusals.ts';
import type { CommandType } from '../summit/summit.ts';
import type { SentCommand } from './protocol.ts';

/** A command that was answered no, for "not sent" and why (L7). What it said is not in it. */
export interface NotDone {
	id: string;
	command: CommandType;
	code: RefusalCode;
	words: string;
}

/** Which tab is sending. The beat moves for as long as that tab is alive and awake; no clock is trusted. */
export interface Lease {
	tab: string;
	beat: number;
}

/** All that a card has on this device. */
export interface Shelf {
	/** In the order they were put, whichever tab put them. */
	waiting: SentCommand[];
	/** Until somebody has read them. */
	refused: NotDone[];
	lease: Lease | null;
	/** Another mark than before means: everything here was wiped for the next person meanwhile. */
	wiped: string | null;
}

export interface OutboxStore {
	/** Resolves once it would outlive the page. */
	put(command: SentCommand): Promise<void>;
	look(): Promise<Shelf>;
	/**
	 * Takes the lease, or moves its beat: when nobody has it, when it is `tab`'s already, or when it still stands exactly as
	 * the one called `lapsed`. Gives it back where nothing waits for it. Answers the shelf as it stands then.
	 */
	take(tab: string, lapsed: Lease | null): Promise<Shelf>;
	release(tab: string): Promise<void>;
	/** The command was answered for good and leaves the device; of a no, only the reason stays. */
	settle(id: string, refused: NotDone | null): Promise<void>;
	/** Somebody has read why. */
	hide(id: string): Promise<void>;
	/** All of this card's leaves the device. */
	empty(): Promise<void>;
}

/** *Talk to someone* needs no lease: nothing may hold it up (S5). */
export const isTalk = ({ type }: SentCommand): boolean => type === 'talk:ask';
export const isRest = (command: SentCommand): boolean => !isTalk(command);

const never = (): Promise<never> => Promise.reject(new Error('Nothing is kept here'));
/** For a device that was handed on, or whose card is gone: what is still said on it is never kept (L3). */
export const NOWHERE: OutboxStore = {
	put: never,
	look: never,
	take: never,
	release: never,
	settle: never,
	hide: never,
	empty: never
};
