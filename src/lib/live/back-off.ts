/** Waiting between tries: longer each time, part of it by chance, and ended at once by good news. */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Milliseconds to wait after `tries` without an answer: doubling, half of it by chance. */
export function backOff(tries: number, draw: number): number {
	const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries, 10));
	return Math.round(full / 2 + (full / 2) * draw);
}

export interface Nap {
	/** True when it was slept to the end, false when it was woken. */
	sleep(milliseconds: number): Promise<boolean>;
	/** Also ends the next sleep, when nobody sleeps just now: what failed meanwhile failed before the good news. */
	wake(): void;
}

export function createNap(wait: (milliseconds: number) => Promise<void>): Nap {
	let woken = false;
	let called: () => void = () => undefined;
	return {
		async sleep(milliseconds) {
			const call = new Promise<void>((resolve) => (called = resolve));
			if (!woken) await Promise.race([wait(milliseconds), call]);
			const toTheEnd = !woken;
			woken = false;
			return toTheEnd;
		},
		wake() {
			woken = true;
			called();
		}
	};
}
