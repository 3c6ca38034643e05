/*
 * Time for the server, as something that can be handed in. Everything that waits or stamps goes through a ClockPort, so that
 * a test moves time by hand and the summit's reminders can be proved without sleeping. Never read Date.now() elsewhere.
 */

export interface ClockPort {
	/** Milliseconds since 1970. */
	now(): number;
	/** Calls `fn` once, `ms` milliseconds from now (at once, on the next turn, when `ms` is zero or less); returns what cancels it. */
	after(ms: number, fn: () => void): () => void;
}

export interface HandClock extends ClockPort {
	/** Moves time on and calls what falls due, in order of its time; what those calls schedule within the span falls due too. */
	advance(ms: number): void;
}

/** The day it is where the kit runs, `YYYY-MM-DD`. Never UTC's: in the small hours that is still yesterday, or already tomorrow. */
export function dayAt(now: number): string {
	const at = new Date(now);
	const two = (figure: number) => String(figure).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** setTimeout holds 31 bits of milliseconds (about 24.8 days) and fires at once beyond them: retention waits longer than that. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. Its timers never keep the process alive. */
export function systemClock(): ClockPort {
	return {
		now: () => Date.now(),
		after(ms, fn) {
			const due = Date.now() + ms;
			let timer: ReturnType<typeof setTimeout>;
			const arm = (): void => {
				const left = due - Date.now();
				timer = left > longestTimer ? setTimeout(arm, longestTimer) : setTimeout(fn, Math.max(0, left));
				timer.unref();
			};
			arm();
			return () => clearTimeout(timer);
		}
	};
}

/** A clock that stands still until it is advanced; `start` is milliseconds since 1970. */
export function handClock(start: number): HandClock {
	let now = start;
	let next = 0;
	const waiting = new Map<number, { due: number; fn: () => void }>();
	return {
		now: () => now,
		after(ms, fn) {
			const id = next++;
			waiting.set(id, { due: now + Math.max(0, ms), fn });
			return () => void waiting.delete(id);
		},
		advance(ms) {
			const until = now + ms;
			for (;;) {
				let first: { id: number; due: number; fn: () => void } | undefined;
				for (const [id, timer] of waiting)
					if (timer.due <= until && (first === undefined || timer.due < first.due)) first = { id, ...timer };
				if (first === undefined) break;
				waiting.delete(first.id);
				now = first.due;
				first.fn();
			}
			now = until;
		}
	};
}
