/**
 * What the tabs of one card tell each other, so that an answer reaches whoever asked. It only saves time: a tab that hears
 * nothing (a browser without it, a tab that slept) finds out by looking at the shelf. No words of a student's are said here.
 */
import type { DoAnswer } from './protocol.ts';

export type TabWord =
	/** Something was put, or is gone: look. */
	| { about: 'shelf' }
	/** Nobody is sending any more. */
	| { about: 'lease' }
	| { about: 'answer'; answer: DoAnswer }
	/** The device is handed on: whatever this card had is nobody's any more. */
	| { about: 'wiped' };

export interface Tabs {
	/** Reaches every tab of this card but this one. */
	tell(word: TabWord): void;
	close(): void;
}

export function openTabs({ summit, card }: { summit: string; card: string }, hear: (word: TabWord) => void): Tabs {
	const line = openChannel(`outbox:${summit}:${card}`);
	if (!line) return { tell: () => undefined, close: () => undefined };
	// Only the kit's own pages can speak here, and they say nothing else.
	line.onmessage = ({ data }: MessageEvent<TabWord>) => hear(data);
	let closed = false;
	return {
		// A browser may still be storing when the page ends its part: a closed channel would throw.
		tell(word) {
			if (!closed) line.postMessage(word);
		},
		close() {
			closed = true;
			line.close();
		}
	};
}

/** Null where the browser has none, or forbids it. */
function openChannel(name: string): BroadcastChannel | null {
	try {
		return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
	} catch {
		return null;
	}
}
