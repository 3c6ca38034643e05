/*
 * Wrong passphrases and wrong codes of the second step, counted for each account, and for each browser that signed in to it before (`known-browser.ts`), and
 * never for an address: a whole school shares one (L6), and an attacker
 * has many. A try is counted before it is checked, so that a hundred at the same moment are not one. Email addresses that
 * have no account are counted alike: the answer must not tell who has one. In memory only: a restart forgives.
 */
import { createHash } from 'node:crypto';
import type { ClockPort } from '../clock.ts';

/** Tries before anybody waits. */
const FREE = 5;
const MOST_KEPT = 10_000;

/** Milliseconds. */
export interface Patience {
	/** Longest wait between two tries. */
	longest: number;
	/** After this long without a try an account starts afresh. */
	forgiven: number;
}

/** Short enough that a lead at a new browser gets in between somebody mean's tries. */
export const PASSPHRASES: Patience = { longest: 60_000, forgiven: 30 * 60_000 };
/**
 * Whoever guesses codes knows the passphrase already, and a code is one of a million: at a new browser about a hundred
 * guesses a day. The person's own browser has a count of its own.
 */
export const CODES: Patience = { longest: 15 * 60_000, forgiven: 24 * 3_600_000 };

export interface Tries {
	/**
	 * Counts a try and answers 0, or answers the milliseconds still to wait without counting. `browser` is the name of one
	 * that is known for this account; strangers share one count.
	 */
	begin(email: string, browser?: string | null): number;
	/** The passphrase or the code was right: the count starts afresh. */
	succeeded(email: string, browser?: string | null): void;
}

export function countTries(clock: ClockPort, { longest, forgiven }: Patience): Tries {
	const kept = new Map<string, { count: number; at: number }>();
	const keyOf = (email: string, browser: string | null): string =>
		createHash('sha256')
			.update(JSON.stringify([email.trim().toLowerCase(), browser]))
			.digest('base64');

	return {
		begin(email, browser = null) {
			const key = keyOf(email, browser);
			const now = clock.now();
			const before = kept.get(key);
			const count = before === undefined || now - before.at >= forgiven ? 0 : before.count;
			const wait = (before?.at ?? 0) + waitAfter(count, longest) - now;
			if (count > 0 && wait > 0) return wait;
			// Deleted first, so that the map stays in the order of the last try and the oldest goes when it is full.
			kept.delete(key);
			kept.set(key, { count: count + 1, at: now });
			if (kept.size > MOST_KEPT) for (const oldest of kept.keys()) return (kept.delete(oldest), 0);
			return 0;
		},
		succeeded(email, browser = null) {
			kept.delete(keyOf(email, browser));
		}
	};
}

/** Milliseconds from the last of `count` tries to the next: none at first, then 1 s, 2 s, 4 s … up to the longest. */
export function waitAfter(count: number, longest: number): number {
	return count < FREE ? 0 : Math.min(longest, 1000 * 2 ** Math.min(count - FREE, 20));
}
