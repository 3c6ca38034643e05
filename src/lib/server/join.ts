/**
 * The door students come through: six digits from the wall, or the key in a QR. Guessing is slowed by one budget of
 * failures for the whole kit, never by address, because a school is one address (L6).
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

export type Entrance = { code: string } | { key: string };
export interface Join {
	/** The summit whose doors this opens, or why not. */
	find(entrance: Entrance): Promise<{ ok: true; room: Room } | (Refusal & { words: string })>;
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

	async function failed(code: RefusalCode): Promise<Refusal & { words: string }> {
		const now = clock.now();
		failures = Math.max(0, failures - (now - countedAt) / 1000) + 1;
		countedAt = now;
		if (failures > FAILURES) await new Promise<void>((resolve) => clock.after(SLOW, resolve));
		return no(code);
	}

	async function find(entrance: Entrance): Promise<{ ok: true; room: Room } | (Refusal & { words: string })> {
		const digits = 'code' in entrance ? entrance.code.replace(/\D/g, '') : null;
		for (const room of await rooms.list()) {
			const { doors, setup } = room.summit;
			const fits = 'key' in entrance ? doors.key === entrance.key : digits !== '' && doors.code === digits;
			if (!fits) continue;
			if (setup.closedAt !== null) return no('summit_closed');
			// A key is 128 bits: whoever holds it may know the doors are shut. A code would only invite guessing.
			if (doors.open) return { ok: true, room };
			return 'key' in entrance ? no('doors_shut') : failed('code_unknown');
		}
		return failed('code_unknown');
	}

	return {
		find,
		behind: async (key) => (await rooms.list()).find((room) => room.summit.doors.key === key) ?? null,
		async join({ entrance, school, band, headcount }) {
			const found = await find(entrance);
			if (!found.ok) return found;
			const { room } = found;
			const token = freshToken();
			const createdAt = clock.now();
			const command = { id: chance.id(), type: 'cards:join' as const, school, band, headcount };
			const answer = await room.do({ role: 'newcomer', id: 'newcomer' }, command, ({ card }) => ({
				hash: hashOf(token),
				holder: String(card),
				role: 'card',
				createdAt,
				endsAt: null,
				revokedAt: null
			}));
			if (!answer.ok) return no(answer.code, answer.detail);
			const card = String(answer.answer['card']);
			const name = room.summit.cards.list.get(card)?.name;
			return name ? { ok: true, room, card, name, token } : no('server_busy');
		}
	};
}
