/**
 * The clock of everybody simulated. What is thrown in a timer ends the process, and a practice must never take a real
 * summit on the same machine with it: here it is reported, and whoever stumbled sits the rest out.
 */
import type { ClockPort } from '../clock.ts';

interface CalmParts {
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function calmClock({ clock, fault }: CalmParts): ClockPort {
	return {
		now: () => clock.now(),
		after: (ms, fn) =>
			clock.after(ms, () => {
				try {
					fn();
				} catch (error) {
					fault('Somebody simulated stumbled.', error);
				}
			})
	};
}
