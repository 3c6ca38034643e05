/*
 * Links that let somebody in: the set-up link of the kit and the invitations of a summit. A link is 32 random bytes; only
 * its hash is kept, so the database opens nothing. Looking at a link changes nothing (P4): mail scanners and previews open
 * links too. `use` spends it, in the store's own transaction, so two presses at the same moment are one.
 */
import { z } from 'zod';
import { DUTIES, PERSON_ROLES } from '../summit/people.ts';
import { refuse } from '../summit/refusals.ts';
import type { Refusal } from '../summit/refusals.ts';
import type { ClockPort } from './clock.ts';
import type { LinkRecord, Store } from './store/port.ts';
import { freshToken, hashOf } from './tokens.ts';

const HOUR = 3_600_000;

/**
 * Twelve hours after a summit's end, in ms since 1970: what lets helpers and walls in ends then. A summit has a day
 * (`YYYY-MM-DD`) and no hour at which it is over, so its end is the end of that day where the kit runs, and this is noon on
 * the day after.
 */
export function noonAfter(date: string): number {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return new Date(year, month - 1, day + 1, 12).getTime();
}

const LinkRole = z.enum(['setup', ...PERSON_ROLES]);
export type LinkRole = z.infer<typeof LinkRole>;

const LinkDetail = z.strictObject({
	/** What others will see the person called, when the inviter said so. */
	name: z.string().max(120).optional(),
	/** The school a lead answers for (its id in the summit's settings). */
	school: z.string().max(48).optional(),
	/** What a lead is here for; `lead` when left out. */
	duty: z.enum(DUTIES).optional(),
	rehearsal: z.boolean().optional(),
	/** Of an owner's link: the action it is about. `name` is then whom it was made for. */
	action: z.string().max(40).optional(),
	/** The person in the summit who made it: every lead is told by whose invitation somebody was given a lead's sight (S7). */
	by: z.string().max(40).optional(),
	/** Any number of screens may use it until it ends: several walls, the page of a rehearsal. */
	many: z.boolean().optional()
});
export type LinkDetail = z.infer<typeof LinkDetail>;

export interface Link {
	hash: string;
	/** Null for the set-up link of the kit itself. */
	summit: string | null;
	role: LinkRole;
	detail: LinkDetail;
	/** Milliseconds. */
	createdAt: number;
	endsAt: number;
	usedAt: number | null;
	revokedAt: number | null;
}

/** `link_unknown` a link that never was; `link_used` spent; `link_ended` over its time or taken back. */
export type LinkRefusal = Refusal & { code: 'link_unknown' | 'link_used' | 'link_ended' };
export type LinkAnswer = { ok: true; link: Link } | LinkRefusal;

export interface Links {
	/** Answers the token, which is kept nowhere. `hours` until it ends. */
	make(wanted: { summit: string | null; role: LinkRole; detail: LinkDetail; hours: number }): Promise<string>;
	/** The page that opens a token, as a path: which address leads here depends on who is to open it. */
	path(link: { role: LinkRole; token: string }): string;
	/** What the link is for. Changes nothing (P4). */
	look(token: string): Promise<LinkAnswer>;
	/** The link itself, over or not; null for one that never was. Lets nobody in. */
	find(token: string): Promise<Link | null>;
	/** Spends the link, unless it is for many. True for one caller only. */
	use(token: string): Promise<LinkAnswer>;
	/** Oldest first, those that are over too; null asks for the links to the kit itself. */
	list(summit: string | null): Promise<Link[]>;
	/** Takes a link back. Who came in by it is the summit's business (`endedWith` in `invitations.ts`). False when it is unknown or was taken back before. */
	revoke(hash: string): Promise<boolean>;
}

export interface LinksParts {
	store: Pick<Store, 'addLink' | 'link' | 'useLink' | 'revokeLink' | 'links'>;
	clock: ClockPort;
}

export function createLinks({ store, clock }: LinksParts): Links {
	async function find(token: string): Promise<Link | null> {
		const record = /^[A-Za-z0-9_-]{43}$/.test(token) ? await store.link(hashOf(token)) : null;
		return record === null ? null : toLink(record);
	}
	async function look(token: string): Promise<LinkAnswer> {
		const link = await find(token);
		if (link === null) return no('link_unknown');
		if (link.revokedAt !== null) return no('link_ended');
		if (link.usedAt !== null) return no('link_used');
		return link.endsAt <= clock.now() ? no('link_ended') : { ok: true, link };
	}

	return {
		async make({ summit, role, detail, hours }) {
			const token = freshToken();
			const now = clock.now();
			await store.addLink({
				hash: hashOf(token),
				summit,
				role,
				detail: JSON.stringify(LinkDetail.parse(detail)),
				createdAt: now,
				endsAt: now + Math.round(hours * HOUR),
				usedAt: null,
				revokedAt: null
			});
			return token;
		},

		path: ({ role, token }) => (role === 'setup' ? `/staff/set-up/${token}` : `/staff/invite/${token}`),

		look,
		find,

		async use(token) {
			const found = await look(token);
			if (!found.ok || found.link.detail.many === true) return found;
			const at = clock.now();
			if (await store.useLink({ hash: found.link.hash, at })) return { ok: true, link: { ...found.link, usedAt: at } };
			// Somebody was faster, or it ended between the two: say which.
			const now = await look(token);
			return now.ok ? no('link_used') : now;
		},

		async list(summit) {
			return (await store.links({ summit })).map(toLink).filter((link) => link !== null);
		},

		revoke: (hash) => store.revokeLink({ hash, at: clock.now() })
	};
}

/**
 * The rehearsal whose page of every role this token opens, or null. Only the link made for that page does: an invitation to
 * one part of a rehearsal, a wall's on a poster, is not a way to all the others.
 */
export async function rehearsalBy<R extends { readonly rehearsal: boolean }>(
	{ links, rooms }: { links: Pick<Links, 'look'>; rooms: { get(summit: string): Promise<R | null> } },
	token: string
): Promise<R | null> {
	const found = await links.look(token);
	if (!found.ok || found.link.role !== 'facilitator' || found.link.summit === null) return null;
	// The page's own link is for many; an invitation of one facilitator never is.
	if (found.link.detail.many !== true) return null;
	const room = await rooms.get(found.link.summit);
	return room?.rehearsal ? room : null;
}

function no(code: LinkRefusal['code']): LinkRefusal {
	return { ...refuse(code), code };
}

/** A record as a link; null for what is not one of these links (an unknown role, a detail that cannot be read). */
function toLink(record: LinkRecord): Link | null {
	const role = LinkRole.safeParse(record.role);
	const detail = LinkDetail.safeParse(readJson(record.detail));
	return role.success && detail.success ? { ...record, role: role.data, detail: detail.data } : null;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
