/**
 * Invitations to one summit, as plain requests: make some, list them, take one back. A facilitator may invite anybody; a
 * safeguarding lead may invite further leads of their own school. A link is shown once, in the answer that makes it: only
 * its hash is kept. It is for one browser, but for a wall's, which may be for several screens. Who came in by a link is the
 * summit's own business (`people:join`), which alerts every lead (S7); they go with it when it is taken back.
 */
import { json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { joinOrigin } from '$lib/screens/wall/join-origin.ts';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import type { Identified } from '$lib/server/identity.ts';
import { endedWith } from '$lib/server/invitations.ts';
import { noonAfter } from '$lib/server/links.ts';
import type { Link } from '$lib/server/links.ts';
import { chance } from '$lib/server/tokens.ts';
import { DUTIES } from '$lib/summit/people.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RefusalCode } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

const HOUR = 3_600_000;

const Wanted = z.strictObject({
	role: z.enum(['facilitator', 'lead', 'stationLead', 'observer', 'wall']),
	name: z.string().trim().max(120).optional(),
	school: z.string().max(48).optional(),
	duty: z.enum(DUTIES).optional(),
	/** Of a wall: one link for several screens. */
	many: z.boolean().optional(),
	/** Of helpers and observers: so many links at once, each for one browser. */
	count: z.int().min(1).max(30).optional()
});
const Taken = z.strictObject({ hash: z.string().min(1).max(100) });

const STATUS: Partial<Record<RefusalCode, number>> = {
	...{ not_signed_in: 401, not_allowed: 403, needs_second_step: 403, link_unknown: 404 }
};

function no(code: RefusalCode): Response {
	return json({ ok: false, code, words: REFUSALS[code] }, { status: STATUS[code] ?? 400 });
}

/** The body as JSON; null for what is not JSON, which no schema accepts. */
async function bodyOf(request: Request): Promise<unknown> {
	return request.json().catch(() => null);
}

/** Somebody who may invite here, and the school they are bound to: a facilitator to none, a lead to their own. */
async function inviter(event: RequestEvent<{ summit: string }>): Promise<(Identified & { own: string | null }) | null> {
	const { identity } = event.locals.app;
	const who = await identity.speakAs(event, { summit: event.params.summit, at: '/staff/[summit]/links' });
	if (!who) return null;
	const own = who.actor.role === 'lead' ? (who.room.summit.people.list.get(who.actor.id)?.school ?? '') : null;
	return { ...who, own };
}

/** A lead sees and touches only invitations of leads to their own school; who receives allegations, a facilitator invites. */
function mayTouch({ role, detail }: Pick<Link, 'role' | 'detail'>, own: string | null): boolean {
	return own === null || (role === 'lead' && detail.school === own && detail.duty !== 'receiver');
}

/**
 * Hours until a link ends. Helpers', observers' and walls' end twelve hours after the summit, and what they let in ends with
 * them; made after that, twelve hours from now. A link to a part with an account ends by itself when it is used: it works
 * for a day at least and sixty at most.
 */
function hoursUntil({ date, now, forOne }: { date: string; now: number; forOne: boolean }): number {
	const left = (noonAfter(date) - now) / HOUR;
	return forOne ? Math.min(60 * 24, Math.max(24, left)) : Math.max(12, left);
}

/** `{role, name?, school?, duty?, many?, count?}` → `{ok, address, addresses, endsAt}`; an address is whole, `address` the first. */
export const POST: RequestHandler = async (event) => {
	if (fromElsewhere(event)) return no('not_allowed');
	const who = await inviter(event);
	if (!who) return no('not_signed_in');
	const { accounts, links, clock, config } = event.locals.app;
	const wanted = Wanted.safeParse(await bodyOf(event.request));
	if (!wanted.success) return no('malformed');
	const { role, name, school, duty, many, count = 1 } = wanted.data;
	const { settings, rehearsal } = who.room.summit.setup;
	if (role === 'lead' && !settings.schools.some((one) => one.id === school)) return no('unknown_choice');
	// Links to parts with an account are for one adult: a forwarded one must not let a second pair of eyes in unnoticed (S7).
	const forOne = role === 'lead' || role === 'facilitator';
	const detail = {
		by: who.actor.id,
		...(name ? { name } : {}),
		...(role === 'lead' && school !== undefined ? { school } : {}),
		...(role === 'lead' && duty !== undefined ? { duty } : {}),
		...(rehearsal ? { rehearsal } : {}),
		...(many && role === 'wall' ? { many } : {})
	};
	if (!mayTouch({ role, detail }, who.own)) return no('not_allowed');
	// A laptop left open on a desk must not be enough to give somebody a lead's sight. A rehearsal has no accounts.
	if (forOne && !who.room.rehearsal && !(await accounts.fresh(event.request.headers))) return no('needs_second_step');
	if (count > 1 && role !== 'stationLead' && role !== 'observer') return no('malformed');
	const now = clock.now();
	const hours = hoursUntil({ date: settings.date, now, forOne });
	const addresses: string[] = [];
	while (addresses.length < count) {
		const token = await links.make({ summit: who.room.id, role, detail, hours });
		// The kit's own machine calls itself `localhost`; whoever is invited opens the link on another.
		addresses.push(new URL(links.path({ role, token }), joinOrigin(config, event.url)).href);
	}
	return json({ ok: true, address: addresses[0], addresses, endsAt: now + Math.round(hours * HOUR) });
};

/** `{ok, links: [{hash, role, name, school, duty, many, used, createdAt, endsAt}]}`: those that still let somebody in. */
export const GET: RequestHandler = async (event) => {
	const who = await inviter(event);
	if (!who) return no('not_signed_in');
	const { links, clock } = event.locals.app;
	const now = clock.now();
	const people = await who.room.read((state) => [...state.people.list.values()]);
	const alive = (await links.list(who.room.id)).filter(
		(link) => link.usedAt === null && link.revokedAt === null && link.endsAt > now && mayTouch(link, who.own)
	);
	return json({
		ok: true,
		links: alive.map(({ hash, role, detail, createdAt, endsAt }) => ({
			...{ hash, role, createdAt, endsAt },
			name: detail.name ?? null,
			school: detail.school ?? null,
			duty: detail.duty ?? 'lead',
			many: detail.many ?? false,
			used: people.filter((person) => person.link === hash && person.revokedAt === null).length
		}))
	});
};

/** `{hash}` → `{ok, ended}`: nobody comes in by it any more, and the parts taken by it end at once, `ended` of them. */
export const DELETE: RequestHandler = async (event) => {
	if (fromElsewhere(event)) return no('not_allowed');
	const who = await inviter(event);
	if (!who) return no('not_signed_in');
	const { links } = event.locals.app;
	const taken = Taken.safeParse(await bodyOf(event.request));
	if (!taken.success) return no('malformed');
	const link = (await links.list(who.room.id)).find(({ hash }) => hash === taken.data.hash);
	if (!link || !mayTouch(link, who.own)) return no('link_unknown');
	await links.revoke(link.hash);
	const ended = await endedWith({ room: who.room, link, id: chance.id }, who.actor);
	return ended.ok ? json(ended) : no(ended.code);
};
