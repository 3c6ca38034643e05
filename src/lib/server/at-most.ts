/*
 * A narrow gate for work that costs the machine dearly: password hashes, the opening of pictures. So many at a time, the
 * others in the order they came; beyond `waiting` nobody is let into the line, so that a flood cannot fill the memory.
 */

export class TooManyWaiting extends Error {
	readonly code = 'too-many-waiting';
}

/** `run` calls `work` when it is its turn. Throws TooManyWaiting, without calling it, when the line is full. */
export function atMost({ running, waiting }: { running: number; waiting: number }): {
	run<T>(work: () => Promise<T>): Promise<T>;
} {
	let busy = 0;
	const line: (() => void)[] = [];
	return {
		async run(work) {
			if (busy < running) busy += 1;
			else {
				if (line.length >= waiting) throw new TooManyWaiting('Too many are waiting already.');
				// Whoever finishes hands its place over, so `busy` does not change.
				await new Promise<void>((resolve) => line.push(resolve));
			}
			try {
				return await work();
			} finally {
				const next = line.shift();
				if (next) next();
				else busy -= 1;
			}
		}
	};
}
