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
	/** The version held: everything up to it is here. */
	seq = 0;
	/** The version the last answer brought; frames before it are known. */
	#answered = 0;
	/** The version of the newest frame. Ahead of `seq` when one overtook another, whose rows may be lacking. */
	#newest = 0;

	row(key: string): unknown {
		return this.#rows.get(key);
	}

	/** In the server's order: rows keep the place they first came in. */
	all(prefix: string): { key: string; row: unknown }[] {
		return [...this.#rows].filter(([key]) => key.startsWith(prefix)).map(([key, row]) => ({ key, row }));
	}

	/** An answer holds everything up to its version. */
	answer(rows: TopicRows): void {
		this.#take(rows);
		this.seq = this.#answered = this.#newest = rows.seq;
	}

	/** A frame builds on the one before; false when one is lacking, and the topic must be asked for. */
	frame(rows: TopicRows): boolean {
		if (rows.seq < this.#answered) return true;
		if (rows.seq < this.#newest) {
			this.seq = this.#answered;
			return false;
		}
		this.#take(rows);
		if (this.seq === this.#newest) this.seq = rows.seq;
		this.#newest = rows.seq;
		return true;
	}

	#take({ epoch, replace, rows }: TopicRows): void {
		if (replace) {
			for (const key of [...this.#rows.keys()]) if (!(key in rows)) this.#rows.delete(key);
		}
		for (const [key, row] of Object.entries(rows)) {
			if (row === null) this.#rows.delete(key);
			else this.#rows.set(key, row);
		}
		this.epoch = epoch;
		this.ready = true;
	}

	forget(): void {
		this.#rows.clear();
		this.epoch = null;
		this.seq = this.#answered = this.#newest = 0;
	}
}
