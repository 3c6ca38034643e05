/** A screen as tests hold one. */
import { mayWatch, parseTopic } from './roles.ts';
import type { Actor } from './subject.ts';
import type { Stage } from './testing.ts';
import { rowOf } from './topics.ts';
import type { Touch } from './touches.ts';

/** A screen that keeps its rows only by what `touched` names, as a device does between two whole answers (L4). */
export class Watch {
	readonly rows = new Map<string, string>();
	readonly actor: Actor;
	readonly topic: string;
	private readonly stage: Stage;

	constructor(stage: Stage, actor: Actor, topic: string) {
		this.stage = stage;
		this.actor = actor;
		this.topic = topic;
		const parsed = parseTopic(topic);
		if (!parsed || !mayWatch(actor, parsed)) throw new Error(`${actor.role} may not watch ${topic}.`);
		this.whole();
	}
	hear(touches: readonly Touch[]): void {
		const parsed = parseTopic(this.topic);
		for (const { topic, keys } of touches) {
			if (topic !== this.topic || !parsed) continue;
			if (keys === '*') {
				this.whole();
				continue;
			}
			for (const key of keys) {
				const row = rowOf(this.stage.summit, parsed, key);
				if (row === null) this.rows.delete(key);
				else this.rows.set(key, JSON.stringify(row));
			}
		}
	}
	private whole(): void {
		this.rows.clear();
		for (const [key, row] of this.stage.rows(this.topic)) this.rows.set(key, JSON.stringify(row));
	}
}
