/**
 * The door students come through: six digits from the wall, or the key in a QR. Guessing is slowed by one budget of
 * failures for the whole kit, never by address, because a school is one address (L6). A right code and a key are never held
 * up. Nor can slowness alone stop a guesser with many lines: once somebody is guessing by the hundred, a typed code lets
 * nobody in unseen. Whoever comes by one knocks, and an adult at the door sees a knock that no student made.
 */
import type { CardName } from '../summit/card-names.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { Refusal, RefusalCode } from '../summit/refusals.ts';
import type { Band } from '../summit/stations/settings.ts';
import type { ClockPort } from './clock.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { chance, freshToken, hashOf } from './tokens.ts';

/** Wrong codes answered at once; after that every wrong one waits. Refills by one a second. */
const FAILURES = 60;
/** Milliseconds a wrong code waits once the budget is spent. */
const SLOW = 2_000;
/** Wrong codes that may wait at once: each holds a request open. Beyond it they are answered at once, and count. */
const MOST_WAITING = 200;
/** Failures owed from which on somebody is guessing: more than a hall of students mistypes. */
const GUESSING = 600;
/** And at most so many are owed: twenty minutes after a flood has ended the code is what it was. */
const MOST_OWED = 1_200;
/** Milliseconds within which whoever typed a right code during a flood fills in the form, and how many may at once. */
const TICKET_LASTS = 600_000;
const MOST_TICKETS = 2_000;

export type Entrance = { code: string } | { key: string };
export interface Found {
	ok: true;
	room: Room;
	key: string;
	/** Whoever comes by it knocks, whatever the doors say. */
	knocks: boolean;
}
export interface Join {
	/** The summit whose doors this opens and the key of its address, or why not. */
	find(entrance: Entrance): Promise<Found | (Refusal & { words: string })>;
	/** The summit of a door key, whatever its doors say, or null: for devices that hold a card of it already. */
	behind(key: string): Promise<Room | null>;
	/** A new card and the token its cookie will hold; both are on disk when it resolves (L1). */
	join(q: {
		entrance: Entrance;
		school: string;
		band: Band;
		headcount: number;
	}): Promise<{ ok: true; room: Room; card: string; name: CardName; token: string } | (Refusal & { words: string })>;
}

function no(code: RefusalCode, detail?: unknown): Refusal & { words: string } {
	return { ok: false, code, words: REFUSALS[code], ...(detail === undefined ? {} : { detail }) };
}

export function createJoin({ rooms, clock }: { rooms: Rooms; clock: ClockPort }): Join {
	let failures = 0;
	let countedAt = clock.now();
	let waiting = 0;
	/** Keys that stand for one right code typed during a flood; whoever guessed it must not learn the door's own. */
	const tickets = new Map<string, { summit: string; endsAt: number; used: boolean }>();

	function owed(): number {
		const now = clock.now();
		failures = Math.max(0, failures - (now - countedAt) / 1000);
		countedAt = now;
		return failures;
	}

	async function failed(): Promise<Refusal & { words: string }> {
		failures = Math.min(MOST_OWED, owed() + 1);
		if (failures <= FAILURES) return no('code_unknown');
		if (waiting >= MOST_WAITING) return no('code_busy');
		waiting += 1;
		await new Promise<void>((resolve) => clock.after(SLOW, resolve));
		waiting -= 1;
		return no('code_unknown');
	}

	function ticketFor(room: Room): string {
		const now = clock.now();
		for (const [ticket, { endsAt }] of tickets)
			if (endsAt <= now || tickets.size >= MOST_TICKETS) tickets.delete(ticket);
		const ticket = chance.id();
		tickets.set(ticket, { summit: room.id, endsAt: now + TICKET_LASTS, used: false });
		return ticket;
	}

	async function byCode(code: string): Promise<Found | (Refusal & { words: string })> {
		const digits = code.replace(/\D/g, '');
		const fits = ({ summit: { doors, setup } }: Room) => doors.code === digits && doors.open && setup.closedAt === null;
		const room = digits === '' ? undefined : (await rooms.list()).find(fits);
		// Doors that are shut, a summit that is over: a code of theirs is a wrong one, or guessing would find it.
		if (!room) return failed();
		const knocks = owed() > GUESSING;
		const { key } = room.summit.doors;
		return key === null ? failed() : { ok: true, room, key: knocks ? ticketFor(room) : key, knocks };
	}

	/** A key is 128 bits: nobody guesses it, and whoever holds it may know that the doors are shut. */
	async function byKey(key: string): Promise<Found | (Refusal & { words: string })> {
		const ticket = tickets.get(key);
		const alive = ticket && !ticket.used && ticket.endsAt > clock.now();
		const room = ticket ? alive && (await rooms.get(ticket.summit)) : await behind(key);
		if (!room) return no('code_unknown');
		const { doors, setup } = room.summit;
		if (setup.closedAt !== null) return no('summit_closed');
		return doors.open ? { ok: true, room, key, knocks: ticket !== undefined } : no('doors_shut');
	}

	async function behind(key: string): Promise<Room | null> {
		const ticket = tickets.get(key);
		if (ticket) return rooms.get(ticket.summit);
		return (await rooms.list()).find((room) => room.summit.doors.key === key) ?? null;
	}

	const find: Join['find'] = (entrance) => ('code' in entrance ? byCode(entrance.code) : byKey(entrance.key));

	return {
		find,
		behind,
		async join({ entrance, school, band, headcount }) {
			const found = await find(entrance);
			if (!found.ok) return found;
			const { room, key, knocks } = found;
			const ticket = tickets.get(key);
			// One code typed lets one device knock, also where it presses twice at once.
			if (ticket?.used) return no('code_unknown');
			if (ticket) ticket.used = true;
			const token = freshToken();
			const createdAt = clock.now();
			const command = { id: chance.id(), type: 'cards:join' as const, school, band, headcount, knocks };
			const answer = await room.do({ role: 'newcomer', id: 'newcomer' }, command, ({ card }) => ({
				hash: hashOf(token),
				holder: String(card),
				role: 'card',
				createdAt,
				endsAt: null,
				revokedAt: null
			}));
			if (!answer.ok && ticket) ticket.used = false;
			if (!answer.ok) return no(answer.code, answer.detail);
			const card = String(answer.answer['card']);
			const name = room.summit.cards.list.get(card)?.name;
			return name ? { ok: true, room, card, name, token } : no('server_busy');
		}
	};
}
