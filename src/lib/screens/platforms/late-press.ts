/**
 * Presses that belong together, sent as one: a rating and the reasons pressed after it, or arrow keys walking over the
 * tiles. Each key waits on its own; what waits is sent at once when asked, so that leaving the screen loses nothing.
 */

/** How long presses may follow one another, in milliseconds. */
const TOGETHER = 600;

export interface LatePress<V> {
	press(key: string, value: V): void;
	/** Sends everything that waits. */
	flush(): void;
}

interface Timers {
	after: (run: () => void, ms: number) => unknown;
	cancel: (timer: unknown) => void;
}

export function latePress<V>(send: (value: V) => void, { after, cancel }: Timers): LatePress<V> {
	const waiting = new Map<string, { value: V; timer: unknown }>();
	const now = (key: string) => {
		const found = waiting.get(key);
		if (!found) return;
		waiting.delete(key);
		cancel(found.timer);
		send(found.value);
	};
	return {
		press(key, value) {
			const before = waiting.get(key);
			if (before) cancel(before.timer);
			waiting.set(key, { value, timer: after(() => now(key), TOGETHER) });
		},
		flush() {
			for (const key of [...waiting.keys()]) now(key);
		}
	};
}
