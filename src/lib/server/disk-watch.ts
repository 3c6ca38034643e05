/**
 * Whether the disk takes what is written. The store tells of every write that failed; from one that failed for the disk's
 * sake until the kit's own try is taken, the adults who run the room are told (L7). No other write ends it: one that changed
 * nothing, or little, says nothing of the next. Nothing is stored here, and nothing depends on it: whoever writes is refused by the store.
 */
import type { DiskTrouble } from '../live/protocol.ts';
import type { RefusalCode } from '../summit/refusals.ts';
import type { Role } from '../summit/roles.ts';
import type { ClockPort } from './clock.ts';
import { StoreError, StoreFull, StoreReadOnly, StoreUnusable } from './store/errors.ts';
import { why } from './store/scratch.ts';

/** What whoever writes is told meanwhile. */
export const BLOCKED: Readonly<Record<DiskTrouble, RefusalCode>> = {
	full: 'store_full',
	read_only: 'store_read_only',
	failing: 'server_busy'
};
/** Milliseconds between two tries: a full disk is not made emptier by asking. */
const TRY_AGAIN = 2_000;

export interface DiskWatch {
	/** What stands in the way now, or null. */
	readonly trouble: DiskTrouble | null;
	/** What a write threw. What is not the disk's fault is passed over. */
	heard(error: unknown): void;
	/** Called when `trouble` is another one. */
	onChange(listener: () => void): void;
	/** How the kit tries by itself: resolves when the disk took it. Call once. */
	tryBy(check: () => Promise<void>): void;
	close(): void;
}

export function createDiskWatch({ clock }: { clock: ClockPort }): DiskWatch {
	const listeners = new Set<() => void>();
	let trouble: DiskTrouble | null = null;
	let check: (() => Promise<void>) | null = null;
	let stop: (() => void) | null = null;

	function set(next: DiskTrouble | null): void {
		if (next !== null && check) stop ??= clock.after(TRY_AGAIN, tryIt);
		if (next === trouble) return;
		trouble = next;
		for (const listener of listeners) listener();
	}

	function tryIt(): void {
		stop = null;
		check?.().then(
			() => set(null),
			(error: unknown) => set(troubleOf(error) ?? trouble)
		);
	}

	return {
		get trouble() {
			return trouble;
		},
		heard(error) {
			const next = troubleOf(error);
			if (next !== null) set(next);
		},
		onChange: (listener) => void listeners.add(listener),
		tryBy(how) {
			check = how;
		},
		close() {
			check = null;
			stop?.();
		}
	};
}

/** Those who run the room, and can do something about it. */
export function hearsOfDisk(role: Role): boolean {
	return role === 'facilitator' || role === 'lead' || role === 'stationLead';
}

/** What an error says of the disk; null when it is about something else. */
export function troubleOf(error: unknown): DiskTrouble | null {
	if (error instanceof StoreFull) return 'full';
	if (error instanceof StoreReadOnly) return 'read_only';
	if (error instanceof StoreUnusable) return 'failing';
	if (error instanceof StoreError) return null;
	const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
	// The accounts' database has no store around it.
	if (code === 'SQLITE_FULL') return 'full';
	if (typeof code === 'string' && code.startsWith('SQLITE_READONLY')) return 'read_only';
	if (typeof code === 'string' && code.startsWith('SQLITE_IOERR')) return 'failing';
	return why(error);
}
