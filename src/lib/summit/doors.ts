/**
 * The doors: whether devices may join, and by which six digits or door key: shut, open, or *knock*, where newcomers wait
 * until an adult lets them in, all in one press. They stay shut until the readiness list is done (S14) and the network is
 * fit for children's words (S15). `doors:close` never touches who is already inside.
 */
import { z } from 'zod';
import type { Card, Cards } from './cards.ts';
import { refuse } from './refusals.ts';
import { readiness } from './setup.ts';
import { Id, Seen, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export interface Doors {
	/** Newcomers are taken in, be it to wait. */
	open: boolean;
	/** Newcomers wait until they are let in. Means nothing while the doors are shut. */
	knock: boolean;
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
	z.strictObject({ id: Id, type: z.literal('doors:knock'), seen: Seen, closedWifi: z.boolean().optional() }),
	z.strictObject({ id: Id, type: z.literal('doors:admit'), most: z.int().min(1).max(5000) }),
	z.strictObject({ id: Id, type: z.literal('doors:close') }),
	z.strictObject({ id: Id, type: z.literal('doors:renew'), seen: Seen })
] as const;
export type DoorsCommand = z.infer<(typeof DoorsCommands)[number]>;

export type DoorsEvent =
	/** `knock` is not in logs from before there was knocking. */
	| { type: 'doors:opened'; code: string; key: string; closedWifi: boolean; knock?: boolean }
	/** Cards that knocked, let in together. */
	| { type: 'doors:admitted'; cards: string[] }
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

/** Cards that knock, those who came first first. One that was stopped meanwhile does not knock any more. */
export function knocking(cards: Cards): Card[] {
	return [...cards.list.values()].filter((card) => card.admittedAt === null && card.removedAt === null);
}

/** Opens the doors, or has newcomers knock. The same code and key hold as long as nobody makes new ones. */
function openDoors(
	summit: Summit,
	command: Extract<DoorsCommand, { type: 'doors:open' | 'doors:knock' }>,
	context: Context
): Decision<DoorsEvent> {
	const { doors, setup, cards } = summit;
	const knock = command.type === 'doors:knock';
	if (doors.open && doors.knock === knock) return refuse('already_so');
	// From open doors to knocking is a press towards safety: never refused for being out of date.
	const safer = knock && doors.open;
	if (!safer && command.seen !== doors.version) return refuse('changed_meanwhile');
	if (setup.closedAt !== null) return refuse('summit_closed');
	const missing = readiness(summit).filter((item) => item.required && !item.done);
	if (!safer && missing.length > 0) return refuse('not_ready', { missing });
	const { rehearsal } = setup;
	const { network } = context;
	// Doors that stand open were confirmed when they were opened.
	const confirmed = command.closedWifi === true || (doors.open && doors.closedWifi);
	const fault = networkFault({ rehearsal, network, confirmed });
	if (fault !== null) return refuse(fault);
	const same = doors.code !== null && doors.key !== null ? { code: doors.code, key: doors.key } : null;
	const { code, key } = same ?? { code: freshCode(context), key: context.id() };
	const opened = { type: 'doors:opened', code, key, closedWifi: !rehearsal && network !== 'safe', knock } as const;
	// Nobody goes on knocking at an open door.
	const waiting = knock ? [] : knocking(cards).map(({ id }) => id);
	return waiting.length > 0 ? done<DoorsEvent>(opened, { type: 'doors:admitted', cards: waiting }) : done(opened);
}

export function decideDoors(summit: Summit, command: DoorsCommand, context: Context): Decision<DoorsEvent> {
	const { doors, setup, cards } = summit;
	switch (command.type) {
		case 'doors:open':
		case 'doors:knock':
			return openDoors(summit, command, context);
		case 'doors:admit': {
			if (setup.closedAt !== null) return refuse('summit_closed');
			const { rehearsal } = setup;
			const fault = networkFault({ rehearsal, network: context.network, confirmed: doors.closedWifi });
			if (fault !== null) return refuse(fault);
			// Only as many as the adult saw at the door: whoever knocked since was not looked at yet.
			const waiting = knocking(cards).slice(0, command.most);
			if (waiting.length === 0) return refuse('already_so');
			return done({ type: 'doors:admitted', cards: waiting.map(({ id }) => id) });
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

export function evolveDoors(doors: Doors, event: Logged<Exclude<DoorsEvent, { type: 'doors:admitted' }>>): void {
	doors.version += 1;
	switch (event.type) {
		case 'doors:opened':
			doors.open = true;
			doors.knock = event.knock ?? false;
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
