/**
 * Who is asking. A browser may hold several parts of one summit at once (a facilitator trying the student's page, every
 * role of a rehearsal); a page says which one it speaks as, and the cookie of that part proves it. Nothing in a message
 * says who somebody is.
 */
import { PROTOCOL } from '../live/protocol.ts';
import type { Speaking, SpeakerRole } from '../live/protocol.ts';
import type { PersonRole } from '../summit/people.ts';
import type { Refusal } from '../summit/refusals.ts';
import type { Actor } from '../summit/subject.ts';
import type { Accounts } from './accounts.ts';
import type { ClockPort } from './clock.ts';
import { cookieIn, cookiesIn } from './cookie-header.ts';
import { nightAfter } from './links.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Store } from './store/port.ts';
import { chance, freshToken, hashOf } from './tokens.ts';

/** Cards looked at in one browser: more than anybody takes in the ninety days a card's cookie stays. */
const MOST_CARDS = 8;

/** A part held by link, without an account, lasts at least this long: a day's work and an evening. */
const LINK_PART_LASTS = 36 * 3_600_000;

/** A request as far as identity needs it. */
export interface Asking {
	request: { headers: Headers };
	url: URL;
}
export interface Identified {
	speaking: Speaking;
	actor: Actor;
	name: string | null;
	room: Room;
}
export interface Identity {
	/** The actor a browser proves to be when it claims `as`, or null. `headers` hold its cookies. */
	who(q: { headers: Headers; summit: string; as: SpeakerRole }): Promise<Actor | null>;
	/** The first of `roles` this browser can prove here (or `?as=`, if it is one of them and proven). */
	speakAs(asking: Asking, q: { summit: string; roles: readonly SpeakerRole[] }): Promise<Identified | null>;
	/** The summit whose card this browser took last of those it still holds, or null. */
	heldCard(q: { headers: Headers }): Promise<{ summit: string; name: string } | null>;
	/**
	 * Takes a person into a summit and, for parts without an account, makes the token their cookie will hold. The token ends
	 * the night after the summit's day, for whoever took the part a week before, and never within 36 hours.
	 */
	admit(q: {
		room: Room;
		role: PersonRole;
		name: string;
		school: string | null;
		account: string | null;
		/** The person who invited them. */
		invitedBy?: string | undefined;
	}): Promise<{ ok: true; person: string; token: string; endsAt: number } | Refusal>;
}

export function cookieName(role: SpeakerRole, summit: string): string {
	return `${role}_${summit}`;
}

interface IdentityParts {
	store: Store;
	rooms: Rooms;
	accounts: Pick<Accounts, 'session'>;
	clock: ClockPort;
}

export function createIdentity({ store, rooms, accounts, clock }: IdentityParts): Identity {
	async function byToken(headers: Headers, room: Room, as: SpeakerRole): Promise<Actor | null> {
		const token = cookieIn(headers, cookieName(as, room.id));
		if (token === null) return null;
		const pass = await store.pass({ hash: hashOf(token) });
		if (!pass || pass.summit !== room.id || pass.role !== as || pass.revokedAt !== null) return null;
		if (pass.endsAt !== null && pass.endsAt <= clock.now()) return null;
		const actor: Actor = { role: as, id: pass.holder };
		const here = await room.read(({ cards, people }) =>
			as === 'card' ? cards.list.has(actor.id) : people.list.get(actor.id)?.revokedAt === null
		);
		return here ? actor : null;
	}

	async function byAccount(headers: Headers, room: Room, as: SpeakerRole): Promise<Actor | null> {
		if (as !== 'facilitator' && as !== 'lead') return null;
		const session = await accounts.session(headers);
		if (!session) return null;
		return room.read(({ people }) => {
			for (const person of people.list.values()) {
				if (person.account === session.account && person.role === as && person.revokedAt === null) {
					return { role: as, id: person.id };
				}
			}
			return null;
		});
	}

	const identity: Identity = {
		async who({ headers, summit, as }) {
			const room = await rooms.get(summit);
			if (!room) return null;
			return (await byToken(headers, room, as)) ?? (await byAccount(headers, room, as));
		},
		async speakAs({ request, url }, { summit, roles }) {
			const room = await rooms.get(summit);
			if (!room) return null;
			const wished = roles.find((role) => role === url.searchParams.get('as'));
			for (const as of wished ? [wished, ...roles] : roles) {
				const actor = await identity.who({ headers: request.headers, summit, as });
				if (!actor) continue;
				const name = room.summit.people.list.get(actor.id)?.name ?? null;
				return { speaking: { protocol: PROTOCOL, summit, as }, actor, name, room };
			}
			return null;
		},
		async heldCard({ headers }) {
			const prefix = cookieName('card', '');
			const cookies = cookiesIn(headers).filter(({ name }) => name.startsWith(prefix));
			const held: { summit: string; name: string; joinedAt: number }[] = [];
			for (const cookie of cookies.slice(-MOST_CARDS)) {
				const room = await rooms.get(cookie.name.slice(prefix.length));
				const actor = room && (await byToken(headers, room, 'card'));
				if (!actor) continue;
				const { name, joinedAt } = await room.read(({ setup, cards }) => ({
					name: setup.settings.name,
					joinedAt: cards.list.get(actor.id)?.joinedAt ?? 0
				}));
				held.push({ summit: room.id, name, joinedAt });
			}
			const last = held.sort((a, b) => b.joinedAt - a.joinedAt)[0];
			return last ? { summit: last.summit, name: last.name } : null;
		},
		async admit({ room, role, name, school, account, invitedBy }) {
			const token = freshToken();
			const person = chance.id();
			const now = clock.now();
			const endsAt = Math.max(now + LINK_PART_LASTS, nightAfter(room.summit.setup.settings.date));
			const by = invitedBy === undefined ? {} : { invitedBy };
			const command = { id: chance.id(), type: 'people:join' as const, person, name, role, school, account, ...by };
			const answer = await room.do({ role: 'kit', id: 'kit' }, command, () => ({
				hash: hashOf(token),
				holder: person,
				role,
				createdAt: now,
				endsAt,
				revokedAt: null
			}));
			return answer.ok ? { ok: true, person, token, endsAt } : { ok: false, code: answer.code, detail: answer.detail };
		}
	};
	return identity;
}
