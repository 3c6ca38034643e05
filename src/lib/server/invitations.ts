/*
 * Taking a part in a summit by a link. Reading an invitation changes nothing (P4); accepting it spends the link and joins
 * the person in that order, so that one link never lets two people in. A lead's part in a real summit hangs on an account:
 * the kit then knows when somebody would grant themselves a safeguarding lead's sight, and refuses (S7).
 */
import { cleanText } from '../summit/clean-text.ts';
import type { Duty, PersonRole } from '../summit/people.ts';
import type { Action } from '../summit/plan.ts';
import { refuse } from '../summit/refusals.ts';
import type { Refusal } from '../summit/refusals.ts';
import type { Actor } from '../summit/subject.ts';
import type { Summit } from '../summit/summit.ts';
import type { Identity } from './identity.ts';
import type { Link, LinkRefusal, Links } from './links.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

export interface Invitation {
	role: PersonRole;
	summit: string;
	summitName: string;
	/** `YYYY-MM-DD` */
	date: string;
	/** The name of the school a lead answers for. */
	school: string | null;
	/** What a lead is asked to be. */
	duty: Duty;
	/** What the inviter called the person, or empty. */
	name: string;
	rehearsal: boolean;
	/** What is asked of an owner; null for everybody else. */
	what: string | null;
	/** Joining needs an account of the person's own. */
	needsAccount: boolean;
}

export interface Parts {
	links: Pick<Links, 'look' | 'use'>;
	rooms: Pick<Rooms, 'get'>;
	identity: Pick<Identity, 'admit' | 'readmit' | 'enrol'>;
}

/** Whether this part is held by an account, not by a link alone. In a rehearsal none is. */
export function partNeedsAccount(role: PersonRole, rehearsal: boolean): boolean {
	return !rehearsal && (role === 'lead' || role === 'facilitator');
}

type Found = { ok: true; invitation: Invitation; link: Link; room: Room };

/** What a link is for, or why it is over. Changes nothing (P4). */
export async function readInvitation(
	{ links, rooms }: Omit<Parts, 'identity'>,
	token: string
): Promise<Found | LinkRefusal> {
	const found = await links.look(token);
	if (!found.ok) return found;
	const { link } = found;
	if (link.role === 'setup' || link.summit === null) return { ok: false, code: 'link_unknown' };
	const room = await rooms.get(link.summit);
	if (!room) return { ok: false, code: 'link_ended' };
	const { settings } = room.summit.setup;
	const school = settings.schools.find(({ id }) => id === link.detail.school);
	// Asked before the link is spent: nobody can lead for a school that was taken out since.
	if (link.role === 'lead' && school === undefined) return { ok: false, code: 'link_ended' };
	const asked = link.role === 'owner' ? askedBy(room.summit, link) : null;
	if (link.role === 'owner' && asked === null) return { ok: false, code: 'link_ended' };
	const invitation = {
		role: link.role,
		summit: room.id,
		summitName: settings.name,
		date: settings.date,
		school: link.role === 'lead' ? (school?.name ?? null) : null,
		duty: link.detail.duty ?? 'lead',
		name: link.detail.name ?? '',
		rehearsal: room.rehearsal,
		what: asked?.what ?? null,
		needsAccount: partNeedsAccount(link.role, room.rehearsal)
	};
	return { ok: true, invitation, link, room };
}

/** P4: the action an owner's link is about, as long as it is asked of whoever the link was made for; else null. */
function askedBy({ plan, people }: Summit, { hash, detail }: Link): Action | null {
	const action = plan.actions.get(detail.action ?? '');
	if (!action || action.asked === 'not-asked' || action.owner?.name !== detail.name) return null;
	// A part that was ended is not begun again by the same link.
	return [...people.list.values()].some((p) => p.link === hash && p.revokedAt !== null) ? null : action;
}

/** S7: whether this account already has another part here, so that the invitation cannot be for it. Changes nothing. */
export function partFault({ room, link }: Pick<Found, 'room' | 'link'>, account: string): Refusal | null {
	const held = [...room.summit.people.list.values()].filter((p) => p.account === account && p.revokedAt === null);
	if (held.some((person) => person.role !== link.role)) return refuse('cannot_grant_self');
	const school = link.role === 'lead' ? (link.detail.school ?? null) : null;
	return held.some((person) => person.school === school) ? refuse('already_so') : null;
}

/**
 * Why no account may be made by this link, asked before anything is said about an email address: only who holds a link
 * that needs an account may learn whether there is one. `signedIn` is the account this browser holds already: making a
 * second one beside it would be a way to a part the first may not have (S7). Changes nothing.
 */
export async function accountFault(
	parts: Omit<Parts, 'identity'>,
	{ token, signedIn }: { token: string; signedIn: string | null }
): Promise<Refusal | null> {
	const found = await readInvitation(parts, token);
	if (!found.ok) return found;
	if (!found.invitation.needsAccount) return refuse('not_allowed');
	return signedIn === null ? null : found.room.read(() => partFault(found, signedIn));
}

export interface Accepted {
	ok: true;
	summit: string;
	role: PersonRole;
	/** What the part's cookie holds, and until when (ms since 1970); null where the account proves the part. */
	cookie: { token: string; endsAt: number } | null;
}

/**
 * Spends the link and joins. `account` gives the person's account once the link is spent, because making one is itself what
 * the link allows; null for parts that need none. Refuses `link_…`, `needs_reason` without a name, `cannot_grant_self`,
 * `already_so`, `not_signed_in`, and what joining refuses.
 */
export async function acceptInvitation<Trouble extends { ok: false }>(
	parts: Parts,
	asked: {
		token: string;
		name: string;
		/** Known before the link is spent: who is signed in. */
		signedIn: string | null;
		/** Makes the account; called after the link was spent. */
		makeAccount?: () => Promise<{ ok: true; account: string } | Trouble>;
	}
): Promise<Accepted | Refusal | Trouble> {
	const found = await readInvitation(parts, asked.token);
	if (!found.ok) return found;
	const { invitation, link, room } = found;
	const name = cleanText(asked.name).replaceAll('\n', ' ').slice(0, 120).trim();
	if (name === '') return refuse('needs_reason');
	if (invitation.needsAccount && asked.signedIn === null && !asked.makeAccount) return refuse('not_signed_in');
	if (invitation.needsAccount && asked.signedIn !== null) {
		const fault = partFault(found, asked.signedIn);
		if (fault) return fault;
	}
	const used = await parts.links.use(asked.token);
	if (!used.ok) return used;
	let account: string | null = null;
	if (invitation.needsAccount) {
		const made = asked.signedIn === null ? await asked.makeAccount?.() : { ok: true as const, account: asked.signedIn };
		if (made === undefined) return refuse('not_signed_in');
		if (!made.ok) return made;
		account = made.account;
	}
	const school = link.role === 'lead' ? (link.detail.school ?? null) : null;
	const { role } = invitation;
	const newcomer = {
		...{ room, role, name, school, duty: link.detail.duty },
		...{ invitedBy: link.detail.by, link: link.hash, action: link.detail.action }
	};
	if (account !== null) {
		const enrolled = await parts.identity.enrol({ ...newcomer, account });
		return enrolled.ok ? { ok: true, summit: room.id, role, cookie: null } : enrolled;
	}
	// An owner comes back for months, from wherever they are: one link, one person.
	const before = [...room.summit.people.list.values()].find((p) => p.role === 'owner' && p.link === link.hash);
	const admitted = before
		? await parts.identity.readmit({ room, person: before.id })
		: await parts.identity.admit({ ...newcomer, until: link.endsAt });
	if (!admitted.ok) return admitted;
	const { token, endsAt } = admitted;
	return { ok: true, summit: room.id, role, cookie: { token, endsAt } };
}

/**
 * Ends the parts that were taken by a link which `actor` takes back: at once, on every screen (`people:revoke`). Answers how
 * many, or why a part may not be ended by them: a lead's by a facilitator, the last lead's of a school.
 */
export async function endedWith(
	{ room, link, id }: { room: Room; link: Pick<Link, 'hash'>; id: () => string },
	actor: Actor
): Promise<{ ok: true; ended: number } | Refusal> {
	const by = await room.read(({ people }) =>
		[...people.list.values()].filter((person) => person.link === link.hash && person.revokedAt === null)
	);
	for (const person of by) {
		const answer = await room.do(actor, { id: id(), type: 'people:revoke', person: person.id });
		if (!answer.ok && answer.code !== 'unknown_item') return answer;
	}
	return { ok: true, ended: by.length };
}

/** Where somebody with this part begins. */
export function homeOf({ role, summit }: { role: PersonRole; summit: string }): string {
	switch (role) {
		case 'facilitator':
			return `/staff/${summit}/run`;
		case 'lead':
			return `/staff/${summit}/worries`;
		case 'stationLead':
			return `/staff/${summit}/queue`;
		case 'observer':
			return `/observe/${summit}`;
		case 'wall':
			return `/wall/${summit}`;
		case 'owner':
			return `/owner/${summit}`;
	}
}
