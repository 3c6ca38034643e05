/**
 * Who is asking. A browser may hold several parts of one summit at once (a facilitator trying the student's page, every
 * role of a rehearsal); a page says which one it speaks as, and the cookie of that part proves it. Nothing in a message
 * says who somebody is.
 */
import { PROTOCOL } from '../live/protocol.ts';
import type { Speaking, SpeakerRole } from '../live/protocol.ts';
import { PERSON_ROLES } from '../summit/people.ts';
import type { Duty, PersonRole } from '../summit/people.ts';
import { mayOpen, receiverMayOpen } from '../summit/roles.ts';
import type { Address } from '../summit/roles.ts';
import type { Refusal } from '../summit/refusals.ts';
import type { Actor } from '../summit/subject.ts';
import type { Accounts } from './accounts.ts';
import type { ClockPort } from './clock.ts';
import { cookieIn, cookiesIn } from './cookie-header.ts';
import { noonAfter } from './links.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Store, StoredPass } from './store/port.ts';
import { chance, freshToken, hashOf } from './tokens.ts';

/** Cards looked at in one browser: more than anybody takes in the ninety days a card's cookie stays. */
const MOST_CARDS = 8;

const HOUR = 3_600_000;
/** Parts of a rehearsal, which has no link of its own for each, last as long as its page. */
const REHEARSAL_PART_LASTS = 36 * HOUR;
/** And one taken after the day of a real summit, for whoever still clears up. */
const LATE_PART_LASTS = 12 * HOUR;

/** Browsers keep no cookie longer. The part itself lasts until it is ended, and its link opens again. */
const OWNER_COOKIE_LASTS = 400 * 24 * HOUR;

function ownerPass({ token, person, now }: { token: string; person: string; now: number }): StoredPass {
	return { hash: hashOf(token), holder: person, role: 'owner', createdAt: now, endsAt: null, revokedAt: null };
}

/** A request as far as identity needs it. */
export interface Asking {
	request: { headers: Headers };
	url: URL;
}
export interface Identified {
	speaking: Speaking;
	actor: Actor;
	name: string | null;
	/** A receiver of allegations has a lead's part and opens nothing but those (S7). Null for a card. */
	duty: Duty | null;
	room: Room;
}
/** What a browser proved itself with: an account's session, or a part's own token. */
export interface Proof {
	actor: Actor;
	/** The same for every tab of one browser, and never what the cookie holds. */
	session: string;
	/** When it stops proving anything, or null. */
	endsAt: number | null;
}
/** Somebody who takes a part in a summit. */
export interface Newcomer {
	room: Room;
	role: PersonRole;
	name: string;
	school: string | null;
	/** What a lead is here for; `lead` when left out. */
	duty?: Duty | undefined;
	/** The person who invited them. */
	invitedBy?: string | undefined;
	/** The hash of the link they came by. */
	link?: string | undefined;
	/** Of an owner, whose part lasts until it is ended. */
	action?: string | undefined;
}
export interface Identity {
	/** As `who`, with what proves it. `quietly` does not make a session last longer for having been asked. */
	prove(q: { headers: Headers; summit: string; as: SpeakerRole; quietly?: boolean }): Promise<Proof | null>;
	/** The parts taken by link that this browser still holds, walls apart. */
	heldParts(headers: Headers): Promise<{ role: PersonRole; room: Room }[]>;
	/** Everything this browser proves itself with that signing out ends, as `Proof.session`. */
	sessions(headers: Headers): Promise<string[]>;
	/** The actor a browser proves to be when it claims `as`, or null. `headers` hold its cookies. */
	who(q: { headers: Headers; summit: string; as: SpeakerRole }): Promise<Actor | null>;
	/** The first part that opens `at` and that this browser can prove here (or `?as=`, if it is one of them and proven). */
	speakAs(asking: Asking, q: { summit: string; at: Address }): Promise<Identified | null>;
	/** The summit whose card this browser took last of those it still holds, or null. */
	heldCard(q: { headers: Headers }): Promise<{ summit: string; name: string } | null>;
	/** A further browser of an owner, who opened their link again: the same person, a token of its own. */
	readmit(q: {
		room: Room;
		person: string;
	}): Promise<{ ok: true; person: string; token: string; endsAt: number } | Refusal>;
	/**
	 * Takes a person into a summit whose part no account holds, and makes the token their cookie will hold. The token ends
	 * with the link it was taken by (`until`); without one twelve hours after the summit's day.
	 */
	admit(
		q: Newcomer & { account?: null; until?: number | undefined }
	): Promise<{ ok: true; person: string; token: string; endsAt: number } | Refusal>;
	/** Takes an account into a summit. There is no token: nothing but the account, its second step passed, opens the part (S7). */
	enrol(q: Newcomer & { account: string }): Promise<{ ok: true; person: string } | Refusal>;
}

export function cookieName(role: SpeakerRole, summit: string): string {
	return `${role}_${summit}`;
}

/** Those of these cookies that hold a part which signing out ends. A wall stays one, and a card is not staff. */
export function staffParts(names: readonly string[]): string[] {
	const roles = PERSON_ROLES.filter((role) => role !== 'wall');
	return names.filter((name) => roles.some((role) => name.startsWith(`${role}_`)));
}

interface IdentityParts {
	store: Store;
	rooms: Rooms;
	accounts: Pick<Accounts, 'current'>;
	clock: ClockPort;
}

export function createIdentity({ store, rooms, accounts, clock }: IdentityParts): Identity {
	async function byToken(headers: Headers, room: Room, as: SpeakerRole): Promise<Proof | null> {
		const token = cookieIn(headers, cookieName(as, room.id));
		if (token === null) return null;
		const hash = hashOf(token);
		const pass = await store.pass({ hash });
		if (!pass || pass.summit !== room.id || pass.role !== as || pass.revokedAt !== null) return null;
		if (pass.endsAt !== null && pass.endsAt <= clock.now()) return null;
		const actor: Actor = { role: as, id: pass.holder };
		const here = await room.read(({ cards, people }) => {
			if (as === 'card') return cards.list.has(actor.id);
			const person = people.list.get(actor.id);
			// A part that an account holds is the account's alone; kits before this one stored a token for it too.
			return person?.revokedAt === null && person.account === null;
		});
		return here ? { actor, session: hash, endsAt: pass.endsAt } : null;
	}

	async function byAccount(headers: Headers, room: Room, as: SpeakerRole, quietly: boolean): Promise<Proof | null> {
		if (as !== 'facilitator' && as !== 'lead') return null;
		const held = await accounts.current({ headers, quietly });
		if (!held) return null;
		const { id: session, endsAt } = held.session;
		return room.read(({ people }) => {
			for (const person of people.list.values()) {
				if (person.account === held.account && person.role === as && person.revokedAt === null) {
					return { actor: { role: as, id: person.id }, session, endsAt };
				}
			}
			return null;
		});
	}

	async function join(
		{ room, role, name, school, account, duty, invitedBy, link, action }: Newcomer & { account: string | null },
		pass?: (person: string) => StoredPass
	): Promise<{ ok: true; person: string } | Refusal> {
		const person = chance.id();
		const by = {
			...(invitedBy === undefined ? {} : { invitedBy }),
			...(duty === undefined ? {} : { duty }),
			...(link === undefined ? {} : { link }),
			...(action === undefined ? {} : { action })
		};
		const command = { id: chance.id(), type: 'people:join' as const, person, name, role, school, account, ...by };
		const answer = await room.do({ role: 'kit', id: 'kit' }, command, pass && (() => pass(person)));
		return answer.ok ? { ok: true, person } : { ok: false, code: answer.code, detail: answer.detail };
	}

	const identity: Identity = {
		async prove({ headers, summit, as, quietly = false }) {
			const room = await rooms.get(summit);
			if (!room) return null;
			return (await byToken(headers, room, as)) ?? (await byAccount(headers, room, as, quietly));
		},
		async who(q) {
			return (await identity.prove(q))?.actor ?? null;
		},
		async heldParts(headers) {
			const held: { role: PersonRole; room: Room }[] = [];
			for (const name of staffParts(cookiesIn(headers).map(({ name: cookie }) => cookie))) {
				const role = PERSON_ROLES.find((one) => name.startsWith(`${one}_`));
				const room = role && (await rooms.get(name.slice(role.length + 1)));
				if (role && room && (await byToken(headers, room, role))) held.push({ role, room });
			}
			return held;
		},
		async sessions(headers) {
			const held = await accounts.current({ headers, quietly: true });
			const parts = staffParts(cookiesIn(headers).map(({ name }) => name));
			const tokens = parts.map((name) => hashOf(cookieIn(headers, name) ?? ''));
			return [...(held ? [held.session.id] : []), ...tokens];
		},
		async speakAs({ request, url }, { summit, at }) {
			const roles = mayOpen(at);
			const room = await rooms.get(summit);
			if (!room) return null;
			const wished = roles.find((role) => role === url.searchParams.get('as'));
			for (const as of wished ? [wished, ...roles] : roles) {
				const actor = await identity.who({ headers: request.headers, summit, as });
				if (!actor) continue;
				const { name = null, duty = null } = room.summit.people.list.get(actor.id) ?? {};
				if (duty === 'receiver' && !receiverMayOpen(at)) continue;
				return { speaking: { protocol: PROTOCOL, summit, as }, actor, name, duty, room };
			}
			return null;
		},
		async heldCard({ headers }) {
			const prefix = cookieName('card', '');
			const cookies = cookiesIn(headers).filter(({ name }) => name.startsWith(prefix));
			const held: { summit: string; name: string; joinedAt: number }[] = [];
			for (const cookie of cookies.slice(-MOST_CARDS)) {
				const room = await rooms.get(cookie.name.slice(prefix.length));
				const proof = room && (await byToken(headers, room, 'card'));
				if (!proof) continue;
				const { name, joinedAt } = await room.read(({ setup, cards }) => ({
					name: setup.settings.name,
					joinedAt: cards.list.get(proof.actor.id)?.joinedAt ?? 0
				}));
				held.push({ summit: room.id, name, joinedAt });
			}
			const last = held.sort((a, b) => b.joinedAt - a.joinedAt)[0];
			return last ? { summit: last.summit, name: last.name } : null;
		},
		async readmit({ room, person }) {
			const token = freshToken();
			const now = clock.now();
			const command = { id: chance.id(), type: 'people:return' as const, person };
			const answer = await room.do({ role: 'kit', id: 'kit' }, command, () => ownerPass({ token, person, now }));
			return answer.ok
				? { ok: true, person, token, endsAt: now + OWNER_COOKIE_LASTS }
				: { ok: false, code: answer.code, detail: answer.detail };
		},
		async admit({ room, role, until, ...by }) {
			const token = freshToken();
			const now = clock.now();
			const day = noonAfter(room.summit.setup.settings.date);
			const own = Math.max(now + (room.rehearsal ? REHEARSAL_PART_LASTS : LATE_PART_LASTS), day);
			const owner = role === 'owner';
			const endsAt = owner ? now + OWNER_COOKIE_LASTS : room.rehearsal ? own : (until ?? own);
			const joined = await join({ ...by, room, role, account: null }, (person) =>
				owner
					? ownerPass({ token, person, now })
					: { hash: hashOf(token), holder: person, role, createdAt: now, endsAt, revokedAt: null }
			);
			return joined.ok ? { ...joined, token, endsAt } : joined;
		},
		enrol: (q) => join(q)
	};
	return identity;
}
