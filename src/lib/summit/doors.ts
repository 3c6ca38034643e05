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

/**
 * S15: why no child's words may come over the network as it is now, or null. A start of the kit can change the network
 * under doors that stand open, so whoever lets somebody in asks again. `confirmed` = the facilitator's word on a closed Wi-Fi.
 */
export function networkFault(q: {
	rehearsal: boolean;
	network: Context['network'];
	confirmed: boolean;
}): 'needs_tls' | 'confirm_closed_wifi' | null {
	if (q.rehearsal || q.network === 'safe') return null;
	if (q.network === 'plain') return 'needs_tls';
	return q.confirmed ? null : 'confirm_closed_wifi';
}

/** Doors that stand open although the network has become unfit for it: nobody is let in, and the kit shuts them. */
export function doorsUnfit({ doors, setup }: Summit, network: Context['network']): boolean {
	return doors.open && networkFault({ rehearsal: setup.rehearsal, network, confirmed: doors.closedWifi }) !== null;
}

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
			const { rehearsal } = setup;
			const { network } = context;
			const fault = networkFault({ rehearsal, network, confirmed: command.closedWifi === true });
			if (fault !== null) return refuse(fault);
			const same = doors.code !== null && doors.key !== null ? { code: doors.code, key: doors.key } : null;
			const { code, key } = same ?? { code: freshCode(context), key: context.id() };
			return done({ type: 'doors:opened', code, key, closedWifi: !rehearsal && network !== 'safe' });
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
