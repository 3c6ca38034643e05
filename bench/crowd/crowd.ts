/**
 * A crowd of real Socket.IO phones in a process of its own, and what it may be told. Nothing here knows what server it
 * speaks to: a dialect does (`dialect.ts`).
 *
 *     const crowd = await startCrowd({ dialect, settings, seed: 1 });
 *     await crowd.tell({ do: 'arrive', phones: 300, within: 10_000 });
 *     await crowd.tell({ do: 'speak', perSecond: 30, during: 60_000, dropping: 0.1 });
 *     const { acknowledgement, bytes } = await crowd.tell({ do: 'figures' });
 */
import path from 'node:path';
import type { Answered, Answers, Beginning, Order } from './orders.ts';
import { canPin, startOwn } from './own-process.ts';

export interface Crowd {
	/** Resolves once it is done. Rejects when the crowd ended, or could not. */
	tell<O extends Order>(order: O): Promise<Answers[O['do']]>;
	/** Whether it has a core of its own. */
	pinned: boolean;
	/** Everybody goes home. */
	close(): Promise<void>;
}

interface Given extends Omit<Beginning, 'way'> {
	way?: Beginning['way'];
	/** The second core by default, where the machine can pin; null leaves it to the machine. */
	core?: number | null;
}

/** Room for phones by the thousand, in megabytes. */
const HEAP = 8_192;

export async function startCrowd({ way = 'phone', core = canPin() ? 1 : null, ...given }: Given): Promise<Crowd> {
	const child = startOwn({
		module: path.join(import.meta.dirname, 'crowd-process.ts'),
		execArgv: [`--max-old-space-size=${HEAP}`],
		core
	});
	const asked = new Map<number, { done: (answer: unknown) => void; failed: (problem: Error) => void }>();
	let count = 0;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	void ended.then(() => {
		for (const { failed } of asked.values()) failed(new Error('The crowd ended before it was done.'));
		asked.clear();
	});
	child.on('message', (message) => {
		// Sent by crowd-process.ts.
		const answered = message as Answered;
		const waiting = asked.get(answered.number);
		asked.delete(answered.number);
		if ('problem' in answered) waiting?.failed(new Error(answered.problem));
		else waiting?.done(answered.answer);
	});
	function tell<O extends Order>(order: O): Promise<Answers[O['do']]> {
		return new Promise((resolve, reject) => {
			const number = count++;
			// What is answered to an order is the process's to keep: `Answers`.
			asked.set(number, { done: (answer) => resolve(answer as Answers[O['do']]), failed: reject });
			if (child.connected) child.send({ number, order });
			else reject(new Error('The crowd has ended.'));
		});
	}
	await tell({ do: 'begin', with: { ...given, way } });
	return {
		tell,
		pinned: core !== null,
		async close() {
			if (child.connected) child.disconnect();
			await ended;
		}
	};
}
