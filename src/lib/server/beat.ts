/**
 * The kit's word every second to every screen that is not a phone: a wall that hears none for three seconds covers itself
 * (S8). Those who run the room hear with it what keeps the kit from storing anything, and hear it at once when that changes.
 */
import type { ServerToClient } from '../live/protocol.ts';
import type { Role } from '../summit/roles.ts';
import type { ClockPort } from './clock.ts';
import { hearsOfDisk } from './disk-watch.ts';
import type { DiskWatch } from './disk-watch.ts';

/** Milliseconds between two words. */
const BEAT = 1_000;
const STAFF = 'beat staff';
const OTHERS = 'beat others';

/** The Socket.IO room in which this role hears it, or null for phones. */
export function beatRoom(role: Role): string | null {
	if (role === 'card') return null;
	return hearsOfDisk(role) ? STAFF : OTHERS;
}

interface BeatParts {
	clock: ClockPort;
	disk: Pick<DiskWatch, 'trouble' | 'onChange'>;
	emit: (rooms: string[], ...said: Parameters<ServerToClient['beat']>) => void;
}

/** Answers what ends it. */
export function startBeat({ clock, disk, emit }: BeatParts): () => void {
	let stop = next();
	function next(): () => void {
		return clock.after(BEAT, () => {
			say();
			stop = next();
		});
	}
	function say(): void {
		const now = clock.now();
		if (disk.trouble === null) return emit([STAFF, OTHERS], now);
		emit([STAFF], now, disk.trouble);
		emit([OTHERS], now);
	}
	disk.onChange(say);
	return () => stop();
}
