/** The two ways a room of phones is driven: at a fixed rate whatever the server does, and each as fast as it is answered. */
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds each answer took, and what was not answered with `ok`. */
export interface Driven {
	took: number[];
	refused: Map<string, number>;
	seconds: number;
}

/** Sends once and resolves with the server's answer. `at` counts what was sent. */
export type Send = (at: number) => Promise<unknown>;

function note({ took, refused }: Driven, began: number, answer: unknown): void {
	took.push(performance.now() - began);
	if (typeof answer !== 'object' || answer === null || Reflect.get(answer, 'ok') === true) return;
	const code = String(Reflect.get(answer, 'code'));
	refused.set(code, (refused.get(code) ?? 0) + 1);
}

/** Chance that is the same in every run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return state / 2 ** 32;
	};
}

/** At `rate` a second with random gaps, as people come; resolves when everything sent has been answered. */
export async function steadily({
	rate,
	seconds,
	send,
	chance = seeded(7)
}: {
	rate: number;
	seconds: number;
	send: Send;
	chance?: () => number;
}): Promise<Driven> {
	const driven: Driven = { took: [], refused: new Map(), seconds };
	const open: Promise<void>[] = [];
	const started = performance.now();
	let due = started;
	for (let at = 0; due < started + seconds * 1000; at += 1) {
		due += (-Math.log(1 - chance()) * 1000) / rate;
		const early = due - performance.now();
		if (early > 0) await wait(early);
		const began = performance.now();
		open.push(send(at).then((answer) => note(driven, began, answer)));
	}
	await Promise.all(open);
	return driven;
}

/** `many` in flight all the time. */
export async function closely({ many, seconds, send }: { many: number; seconds: number; send: Send }): Promise<Driven> {
	const driven: Driven = { took: [], refused: new Map(), seconds };
	const started = performance.now();
	const until = started + seconds * 1000;
	const one = async (at: number): Promise<void> => {
		while (performance.now() < until) {
			const began = performance.now();
			note(driven, began, await send(at));
		}
	};
	await Promise.all(Array.from({ length: many }, (_, at) => one(at)));
	driven.seconds = (performance.now() - started) / 1000;
	return driven;
}

/** Throws when anything was refused: a figure of refusals would look fast. */
export function mustBeTaken({ refused }: Driven, what: string): void {
	if (refused.size === 0) return;
	const codes = [...refused].map(([code, times]) => `${code} × ${times}`).join(', ');
	throw new Error(`${what} refused some of what was sent: ${codes}`);
}

export function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
