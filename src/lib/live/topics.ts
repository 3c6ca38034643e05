/**
 * The topics this device watches, and what it asks a new line for: only what changed since the version it holds, or the
 * whole topic when it holds another epoch (L4).
 */
import type { TopicRows, WatchAnswer, WatchAsk } from './protocol.ts';
import { Topic } from './topic.svelte.ts';

export class Topics {
	readonly #held = new Map<string, Topic>();

	at(name: string): Topic {
		const known = this.#held.get(name);
		if (known) return known;
		const topic = new Topic();
		this.#held.set(name, topic);
		return topic;
	}

	/** What to ask a new line for. A topic of another epoch, or none yet, is asked for whole. */
	asks(): WatchAsk[] {
		const watched = [...this.#held].filter(([, topic]) => topic.watchers > 0);
		return watched.map(([name]) => this.ask(name));
	}
	ask(name: string): WatchAsk {
		const { epoch, seq } = this.at(name);
		return epoch === null ? { topic: name } : { topic: name, epoch, since: seq };
	}

	/** Takes a frame's rows in; answers the topics that must be asked for anew, because the rows build on something not held (L4). */
	apply(news: TopicRows[]): WatchAsk[] {
		const anew: WatchAsk[] = [];
		for (const rows of news) {
			const topic = this.#held.get(rows.topic);
			if (!topic || topic.watchers === 0) continue;
			if (rows.replace) topic.answer(rows);
			else if (topic.epoch !== rows.epoch) anew.push({ topic: rows.topic });
			// A frame sent in slices may overtake another, or set out before an answer and arrive after it.
			else if (!topic.frame(rows)) anew.push(this.ask(rows.topic));
		}
		return anew;
	}

	/** Topics that were refused to this device. */
	watched(answer: WatchAnswer): string[] {
		if (!answer.ok) return [];
		const refused = answer.topics.filter((one) => 'refused' in one).map((one) => one.topic);
		for (const name of refused) this.#held.get(name)?.forget();
		for (const one of answer.topics) {
			const topic = this.#held.get(one.topic);
			if (!topic || topic.watchers === 0 || !('rows' in one)) continue;
			topic.answer(one);
		}
		return refused;
	}

	/** Lets go of a topic nobody watches any more; false when somebody does again. */
	drop(name: string): boolean {
		return this.#held.get(name)?.watchers === 0 && this.#held.delete(name);
	}

	/** The role changed or the link was revoked: nothing held may stay. */
	forget(): void {
		for (const topic of this.#held.values()) topic.forget();
	}
}
