/**
 * When the kit looks at its own duties: releases, decisions whose five seconds are over, calls to whoever must read a
 * worry. What is due is the summit's (`summit/duties.ts`); here is only the clock, which stands still while nothing waits.
 */
import { due, looksAgainIn } from '../summit/duties.ts';
import type { Actor } from '../summit/subject.ts';
import type { Command, Summit } from '../summit/summit.ts';
import type { ClockPort } from './clock.ts';
import type { Chance } from './tokens.ts';

/** How often the kit looks whether something of its own is due (S2's five seconds, S9's releases). */
const TICK = 250;
/** And how soon again after the store refused: a full disk is not made emptier by asking. */
const TICK_AFTER_FAULT = 5_000;

export interface OwnDuties {
	/** To be told after each commit, and after one that failed. */
	wakeUp(after?: 'fault'): void;
	stop(): void;
}

interface DutiesParts {
	summit: () => Summit;
	clock: ClockPort;
	chance: Pick<Chance, 'id'>;
	send: (kit: Actor, command: Command) => Promise<unknown>;
}

export function createOwnDuties({ summit, clock, chance, send }: DutiesParts): OwnDuties {
	let stopped = false;
	/** The look that is to come: when (ms since 1970), and what calls it off. */
	let look: { at: number; cancel: () => void } | null = null;

	function wakeUp(after?: 'fault'): void {
		if (stopped) return;
		const tick = after === 'fault' ? TICK_AFTER_FAULT : TICK;
		const wait = looksAgainIn(summit(), { now: clock.now(), tick });
		if (wait === null) return;
		const at = clock.now() + wait;
		// A look that comes sooner is enough: it asks again.
		if (look && look.at <= at) return;
		look?.cancel();
		look = { at, cancel: clock.after(wait, doWhatIsDue) };
	}

	function doWhatIsDue(): void {
		look = null;
		if (stopped) return;
		const kit: Actor = { role: 'kit', id: 'kit' };
		const todo = due(summit(), clock.now());
		if (todo.length === 0) wakeUp();
		for (const duty of todo) void send(kit, { ...duty, id: chance.id() });
	}

	return {
		wakeUp,
		stop() {
			stopped = true;
			look?.cancel();
		}
	};
}
