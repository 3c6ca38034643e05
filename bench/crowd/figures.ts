/** What a crowd counts. Times are recorded in an HDR histogram, in microseconds, and told in milliseconds. */
import { createHistogram } from 'node:perf_hooks';
import type { RecordableHistogram } from 'node:perf_hooks';
import type { Bytes } from './web.ts';

/** Milliseconds. All zero where nothing was recorded. */
export interface Spread {
	count: number;
	mean: number;
	p50: number;
	p95: number;
	p99: number;
	max: number;
}

/** An hour, in microseconds. */
const LONGEST = 3_600_000_000;

export class Times {
	readonly #histogram: RecordableHistogram = createHistogram({ lowest: 1, highest: LONGEST, figures: 3 });

	record(milliseconds: number): void {
		this.#histogram.record(Math.min(LONGEST, Math.max(1, Math.round(milliseconds * 1_000))));
	}
	spread(): Spread {
		return spreadOf(this.#histogram, 1_000);
	}
	reset(): void {
		this.#histogram.reset();
	}
}

type Read = Pick<RecordableHistogram, 'count' | 'mean' | 'max' | 'percentile'>;

/** `unit`: how many of the histogram's own units are a millisecond. */
export function spreadOf(histogram: Read, unit: number): Spread {
	if (histogram.count === 0) return { count: 0, mean: 0, p50: 0, p95: 0, p99: 0, max: 0 };
	const at = (part: number): number => Math.round((histogram.percentile(part) / unit) * 1_000) / 1_000;
	const mean = Math.round((histogram.mean / unit) * 1_000) / 1_000;
	const max = Math.round((histogram.max / unit) * 1_000) / 1_000;
	return { count: histogram.count, mean, p50: at(50), p95: at(95), p99: at(99), max };
}

/** Counted since the crowd began, or since it was last told to count anew. */
export interface Figures {
	phones: number;
	/** In: they came through the door and were greeted. */
	arrived: number;
	/** With a line up just now. */
	connected: number;
	/** Commands given to phones; each is acknowledged, refused or still waiting. */
	said: number;
	acknowledged: number;
	refused: Record<string, number>;
	/** Answers that were none yet (too fast, busy), by code. */
	deferred: Record<string, number>;
	/** Commands that wait for an answer on their phone. */
	waiting: number;
	/** Commands sent again because no answer came. */
	resent: number;
	reconnections: number;
	/** Attempts at the door that failed, by what was said. */
	turnedAway: Record<string, number>;
	/** Messages the server sent by itself, and the rows in them. */
	frames: number;
	rows: number;
	bytes: Bytes;
	/** From when a phone should have arrived until it was greeted. */
	join: Spread;
	/** From when a command was due until it was acknowledged. */
	acknowledgement: Spread;
	/** How late the crowd itself was to say what was due. Large: the crowd was the bottleneck. */
	late: Spread;
	/** CPU of the crowd's process, milliseconds. */
	cpu: number;
}

export class Tally {
	said = 0;
	acknowledged = 0;
	resent = 0;
	reconnections = 0;
	frames = 0;
	rows = 0;
	refused: Record<string, number> = {};
	deferred: Record<string, number> = {};
	turnedAway: Record<string, number> = {};
	readonly join = new Times();
	readonly acknowledgement = new Times();
	readonly late = new Times();

	static count(into: Record<string, number>, code: string): void {
		into[code] = (into[code] ?? 0) + 1;
	}
	reset(): void {
		this.said = this.acknowledged = this.resent = this.reconnections = this.frames = this.rows = 0;
		this.refused = {};
		this.deferred = {};
		this.turnedAway = {};
		for (const times of [this.join, this.acknowledgement, this.late]) times.reset();
	}
}
