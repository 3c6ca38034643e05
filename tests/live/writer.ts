/**
 * A phone whose student never stops writing: one command after the other, each sent with the same id until it is answered for
 * good, whatever kit dies under it (L2). What was acknowledged is remembered with its answer.
 */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { isFinal } from '../../src/lib/live/lane.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type { ClientToServer, DoAnswer, SentCommand, ServerToClient } from '../../src/lib/live/protocol.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { NEIGHBOURHOOD } from '../../src/lib/summit/templates/neighbourhood.ts';
import type { Part } from './kit-process.ts';

const STEP = NEIGHBOURHOOD.steps.find((one) => one.type === 'words')?.id ?? '';
/** Plain words: random ones may read like a name or a disclosure and then go another way (S7). */
let written = 0;

export interface Acknowledged {
	command: SentCommand;
	words: string;
	answer: DoAnswer;
}

export class Writer {
	readonly acknowledged: Acknowledged[] = [];
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	readonly #onAnswer: (one: Acknowledged) => void;
	#writing = true;
	#closed = false;
	readonly #idle: Promise<void>;

	constructor(q: { url: string; summit: string; card: Part; onAnswer: (one: Acknowledged) => void }) {
		const { url, summit, card, onAnswer } = q;
		this.#onAnswer = onAnswer;
		this.#socket = io(url, {
			path: SOCKET_PATH,
			auth: { protocol: PROTOCOL, summit, as: 'card' },
			extraHeaders: { cookie: `${cookieName('card', summit)}=${card.token}` },
			forceNew: true,
			reconnectionDelay: 50,
			reconnectionDelayMax: 200
		});
		this.#idle = this.#writeOn();
	}

	/** Resolves when nothing waits any more. */
	rest(): Promise<void> {
		this.#writing = false;
		return this.#idle;
	}
	async #writeOn(): Promise<void> {
		while (this.#writing) {
			const words = `idea number ${written++}`;
			const entry = { type: 'words' } as const;
			const what = { type: 'station:contribute', station: 'neighbourhood', step: STEP, entry, words } as const;
			const command: SentCommand = { id: chance.id(), ...what };
			const answer = await this.#untilAnswered(command);
			if (answer === null) return;
			const one = { command, words, answer };
			this.acknowledged.push(one);
			this.#onAnswer(one);
		}
	}

	async #untilAnswered(command: SentCommand): Promise<DoAnswer | null> {
		while (!this.#closed) {
			const answer = await this.send(command);
			if (answer && isFinal(answer)) return answer;
			// Told to wait, or not connected: as a device does, it tries again a little later.
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return null;
	}

	/** One command over the line as it is now; null when the line broke before an answer came. */
	send(command: SentCommand): Promise<DoAnswer | null> {
		return new Promise((resolve) => {
			if (!this.#socket.connected) return resolve(null);
			const broke = (): void => resolve(null);
			this.#socket.once('disconnect', broke);
			this.#socket.emit('do', command, (answer) => {
				this.#socket.off('disconnect', broke);
				resolve(answer);
			});
		});
	}
	close(): void {
		this.#closed = true;
		this.#writing = false;
		this.#socket.disconnect();
	}
}

/** All the writers of one summit, and what they were told together. */
export class Crowd {
	readonly writers: Writer[] = [];
	/** Texts that were acknowledged, in the order the answers came; commands that were answered no. */
	readonly words: string[] = [];
	readonly refused: DoAnswer[] = [];
	readonly #at: { url: string; summit: string };
	/** Told of each acknowledgement in the turn it came. */
	onHeard: (words: string) => void = () => undefined;
	#wake: () => void = () => undefined;

	constructor(at: { url: string; summit: string }) {
		this.#at = at;
	}
	add(card: Part): void {
		const onAnswer = ({ words, answer }: Acknowledged): void => {
			if (answer.ok) this.words.push(words);
			else this.refused.push(answer);
			if (answer.ok) this.onHeard(words);
			this.#wake();
		};
		this.writers.push(new Writer({ ...this.#at, card, onAnswer }));
	}
	/** Resolves after so many more answers. */
	answers(count: number): Promise<void> {
		const until = this.words.length + count;
		return new Promise((resolve) => {
			this.#wake = () => this.words.length >= until && resolve();
		});
	}
	/** What was acknowledged and is not among these. */
	missingIn(texts: readonly (string | null)[]): string[] {
		const found = new Set(texts);
		return this.words.filter((words) => !found.has(words));
	}
	/** Resolves when nothing of theirs waits any more. */
	async rest(): Promise<void> {
		await Promise.all(this.writers.map((writer) => writer.rest()));
	}
	close(): void {
		for (const writer of this.writers) writer.close();
	}
}
