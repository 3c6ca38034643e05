/**
 * One topic as this device holds it. Rows come from the server and are never changed here; a screen that reads a row
 * follows it.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { TopicRows } from './protocol.ts';

export class Topic {
	readonly #rows = new SvelteMap<string, unknown>();
	ready = $state(false);
	watchers = 0;
	epoch: string | null = null;
	seq = 0;

	row(key: string): unknown {
		return this.#rows.get(key);
	}

	/** In the server's order: rows keep the place they first came in. */
	all(prefix: string): { key: string; row: unknown }[] {
		return [...this.#rows].filter(([key]) => key.startsWith(prefix)).map(([key, row]) => ({ key, row }));
	}

	apply({ epoch, seq, replace, rows }: TopicRows): void {
		if (replace) {
			for (const key of [...this.#rows.keys()]) if (!(key in rows)) this.#rows.delete(key);
		}
		for (const [key, row] of Object.entries(rows)) {
			if (row === null) this.#rows.delete(key);
			else this.#rows.set(key, row);
		}
		this.epoch = epoch;
		this.seq = seq;
		this.ready = true;
	}

	forget(): void {
		this.#rows.clear();
		this.epoch = null;
		this.seq = 0;
	}
}
