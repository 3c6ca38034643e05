/**
 * Which rows of the watched topics changed at which event of the log, so that a device that comes back gets those changed
 * since and no others (L4). It holds numbers only: what a row says is computed when it is sent.
 */
import type { WatchAsk } from '../live/protocol.ts';
import type { Topic } from '../summit/roles.ts';
import type { LoggedEvent, Summit } from '../summit/summit.ts';
import { keysOf, rowOf } from '../summit/topics.ts';
import { touched } from '../summit/touched.ts';

export interface Watched {
	/** After `evolve`: adds the rows of watched topics that an event may have changed to `rows`. */
	note(event: LoggedEvent, rows: Map<string, Set<string>>): void;
	/** The rows that whoever knows `since` lacks; every row, to replace theirs, when that cannot be told. From now on it is watched. */
	ask(topic: Topic, ask: Pick<WatchAsk, 'topic' | 'since'>): { keys: string[]; replace: boolean };
	/** The state was folded anew: what changed before now is not known any more. */
	startOver(): void;
}

interface Tracked {
	topic: Topic;
	/** Changes before this were not kept: who knows less gets the whole topic. */
	from: number;
	/** Row → number of the event that changed it last; rows that are gone stay here, as news that they are. */
	seqs: Map<string, number>;
}

/** `now` answers the state as it stands. */
export function createWatched(now: () => Summit): Watched {
	const topics = new Map<string, Tracked>();

	function track(text: string, topic: Topic): Tracked {
		const known = topics.get(text);
		if (known) return known;
		const { seq } = now();
		const seqs = new Map(keysOf(now(), topic).map((key) => [key, seq]));
		const tracked = { topic, from: seq, seqs };
		topics.set(text, tracked);
		return tracked;
	}

	return {
		note(event, rows) {
			for (const { topic: text, keys } of touched(now(), event)) {
				const tracked = topics.get(text);
				if (!tracked) continue;
				const all = keys === '*' ? new Set([...tracked.seqs.keys(), ...keysOf(now(), tracked.topic)]) : new Set(keys);
				const changed = rows.get(text) ?? new Set<string>();
				for (const key of all) {
					// A row this audience never had and does not get now is not even named: that there is one would already tell
					// a lead of a worry about them (S7), or a wall of words nobody approved (S2).
					if (!tracked.seqs.has(key) && rowOf(now(), tracked.topic, key) === null) continue;
					tracked.seqs.set(key, event.seq);
					changed.add(key);
				}
				if (changed.size > 0) rows.set(text, changed);
			}
		},
		ask(topic, { topic: text, since = -1 }) {
			const { from, seqs } = track(text, topic);
			const known = since >= from && since <= now().seq;
			const keys = [...seqs].filter(([, seq]) => !known || seq > since).map(([key]) => key);
			return { keys, replace: !known };
		},
		startOver() {
			const before = [...topics];
			topics.clear();
			for (const [text, { topic }] of before) track(text, topic);
		}
	};
}
