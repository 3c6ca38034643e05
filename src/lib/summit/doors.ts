/**
 * The doors: whether devices may join, and by which six digits or door key. They stay shut until the readiness list is
 * done (S14) and the network is fit for children's words (S15). `doors:close` never touches who is already inside.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { readiness } from './setup.ts';
import { Id, Seen, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export interface Doors {
	open: boolean;
	everOpened: boolean;
	/** Six digits, typed from the wall. */
	code: string | null;
	/** 128 bits in the QR; no guessing limit applies to it. */
	key: string | null;
	/** The facilitator confirmed a closed Wi-Fi because there is no TLS; a banner stays (S15). */
	closedWifi: boolean;
	version: number;
}

export const DoorsCommands = [
	z.strictObject({ id: Id, type: z.literal('doors:open'), seen: Seen, closedWifi: z.boolean().optional() }),
	z.strictObject({ id: Id, type: z.literal('doors:close') }),
	z.strictObject({ id: Id, type: z.literal('doors:renew'), seen: Seen })
] as const;
export type DoorsCommand = z.infer<(typeof DoorsCommands)[number]>;

export type DoorsEvent =
	| { type: 'doors:opened'; code: string; key: string; closedWifi: boolean }
	| { type: 'doors:closed' }
	| { type: 'doors:renewed'; code: string; key: string };

function freshCode(context: Context): string {
	return String(100_000 + context.draw(900_000));
}

export function decideDoors(summit: Summit, command: DoorsCommand, context: Context): Decision<DoorsEvent> {
	const { doors, setup } = summit;
	switch (command.type) {
		case 'doors:open': {
			if (doors.open) return refuse('already_so');
			if (command.seen !== doors.version) return refuse('changed_meanwhile');
			if (setup.closedAt !== null) return refuse('summit_closed');
			const missing = readiness(summit).filter((item) => item.required && !item.done);
			if (missing.length > 0) return refuse('not_ready', { missing });
			if (!setup.rehearsal && context.network === 'plain') return refuse('needs_tls');
			const plain = !setup.rehearsal && context.network === 'plain-allowed';
			if (plain && command.closedWifi !== true) return refuse('confirm_closed_wifi');
			const same = doors.code !== null && doors.key !== null ? { code: doors.code, key: doors.key } : null;
			const { code, key } = same ?? { code: freshCode(context), key: context.id() };
			return done({ type: 'doors:opened', code, key, closedWifi: plain });
		}
		case 'doors:close':
			return doors.open ? done({ type: 'doors:closed' }) : refuse('already_so');
		case 'doors:renew':
			if (command.seen !== doors.version) return refuse('changed_meanwhile');
			if (!doors.open) return refuse('doors_shut');
			return done({ type: 'doors:renewed', code: freshCode(context), key: context.id() });
	}
}

/** What closing the doors, or the whole summit, does to them. */
export function closeDoors(doors: Doors): void {
	doors.open = false;
}

export function evolveDoors(doors: Doors, event: Logged<DoorsEvent>): void {
	doors.version += 1;
	switch (event.type) {
		case 'doors:opened':
			doors.open = true;
			doors.everOpened = true;
			doors.code = event.code;
			doors.key = event.key;
			doors.closedWifi = event.closedWifi;
			return;
		case 'doors:closed':
			closeDoors(doors);
			return;
		case 'doors:renewed':
			doors.code = event.code;
			doors.key = event.key;
			return;
	}
}
