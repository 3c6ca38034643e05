/**
 * One lane of the outbox: one command after the other, each until it is answered for good. What the kit cannot do just now
 * is no answer, and is tried again; any other no is one, so that it never stands in the way of what comes behind it.
 */
import type { RefusalCode } from '../summit/refusals.ts';
import { backOff, type Nap } from './back-off.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';

/** Not answers yet: the command stays and is tried again. */
const AGAIN: readonly RefusalCode[] = ['too_fast', 'server_busy', 'store_full', 'store_read_only'];
/** What came is the command's answer, yes or no. */
export const isFinal = (answer: DoAnswer): boolean => answer.ok || !AGAIN.includes(answer.code);

export interface LaneParts {
	/** What is to be sent now, or null when there is nothing. */
	next: () => Promise<SentCommand | null>;
	/** Null when no answer came. */
	send: (command: SentCommand) => Promise<DoAnswer | null>;
	settle: (command: SentCommand, answer: DoAnswer) => Promise<void>;
	/** No answer came; the lane waits before it asks `next` again. */
	unanswered: () => Promise<void>;
	nap: Nap;
	draw: () => number;
	stopped: () => boolean;
}

/** Answers the lane's bell: there may be something to send. */
export function createLane({ next, send, settle, unanswered, nap, draw, stopped }: LaneParts): () => void {
	let running = false;
	let rung = false;

	async function empty(): Promise<void> {
		let tries = 0;
		for (let command = await next(); command && !stopped(); command = await next()) {
			const answer = await send(command).catch(() => null);
			if (stopped()) return;
			if (answer && isFinal(answer)) {
				tries = 0;
				await settle(command, answer);
			} else {
				await unanswered();
				await nap.sleep(backOff(tries, draw()));
				tries += 1;
			}
		}
	}
	async function run(): Promise<void> {
		running = true;
		while (rung && !stopped()) {
			rung = false;
			await empty();
		}
		running = false;
	}
	return () => {
		// Rung while it looks for the last time: it looks once more.
		rung = true;
		if (!running) void run();
	};
}
