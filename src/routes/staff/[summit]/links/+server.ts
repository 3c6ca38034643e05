/**
 * Invitations to one summit, as plain requests: make one, list them, take one back. A facilitator may invite anybody; a
 * safeguarding lead may invite further leads of their own school. A link is shown once, in the answer that makes it: only
 * its hash is kept. Who came in by a link is the summit's own business (`people:join`), which alerts every lead (S7).
 */
import { json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { joinOrigin } from '$lib/screens/wall/join-origin.ts';
import type { Identified } from '$lib/server/identity.ts';
import { nightAfter } from '$lib/server/links.ts';
import type { Link } from '$lib/server/links.ts';
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
	many: z.boolean().optional()
});
const Taken = z.strictObject({ hash: z.string().min(1).max(100) });

const STATUS: Partial<Record<RefusalCode, number>> = { not_signed_in: 401, not_allowed: 403, link_unknown: 404 };

function no(code: RefusalCode): Response {
	return json({ ok: false, code, words: REFUSALS[code] }, { status: STATUS[code] ?? 400 });
}

/** The body as JSON; null for what is not JSON, which no schema accepts. */
async function bodyOf(request: Request): Promise<unknown> {
	return request.json().catch(() => null);
}

/** The cookie goes along with a request that another site began; its Origin tells. */
function fromElsewhere({ request, url }: RequestEvent): boolean {
	return request.headers.get('origin') !== url.origin;
}

/** Somebody who may invite here, and the school they are bound to: a facilitator to none, a lead to their own. */
async function inviter(event: RequestEvent<{ summit: string }>): Promise<(Identified & { own: string | null }) | null> {
	const { identity } = event.locals.app;
	const who = await identity.speakAs(event, { summit: event.params.summit, roles: ['facilitator', 'lead'] });
	if (!who || who.duty === 'receiver') return null;
	const own = who.actor.role === 'lead' ? (who.room.summit.people.list.get(who.actor.id)?.school ?? '') : null;
	return { ...who, own };
}

/** A lead sees and touches only invitations of leads to their own school; who receives allegations, a facilitator invites. */
function mayTouch({ role, detail }: Pick<Link, 'role' | 'detail'>, own: string | null): boolean {
	return own === null || (role === 'lead' && detail.school === own && detail.duty !== 'receiver');
}

/** Until the night after the summit; at least a day, at most sixty. */
function hoursUntil(date: string, now: number): number {
	return Math.min(60 * 24, Math.max(24, Math.ceil((nightAfter(date) - now) / HOUR)));
}

/** `{role, name?, school?, duty?, many?}` → `{ok, address, endsAt}`; the address is whole. */
export const POST: RequestHandler = async (event) => {
	if (fromElsewhere(event)) return no('not_allowed');
	const who = await inviter(event);
	if (!who) return no('not_signed_in');
	const { links, clock, config } = event.locals.app;
	const wanted = Wanted.safeParse(await bodyOf(event.request));
	if (!wanted.success) return no('malformed');
	const { role, name, school, duty, many } = wanted.data;
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
		...(many && !forOne ? { many } : {})
	};
	if (!mayTouch({ role, detail }, who.own)) return no('not_allowed');
	const hours = hoursUntil(settings.date, clock.now());
	const token = await links.make({ summit: who.room.id, role, detail, hours });
	// The kit's own machine calls itself `localhost`; whoever is invited opens the link on another.
	const address = new URL(links.path({ role, token }), joinOrigin(config, event.url)).href;
	return json({ ok: true, address, endsAt: clock.now() + hours * HOUR });
};

/** `{ok, links: [{hash, role, name, school, duty, many, createdAt, endsAt}]}`: those that still let somebody in. */
export const GET: RequestHandler = async (event) => {
	const who = await inviter(event);
	if (!who) return no('not_signed_in');
	const { links, clock } = event.locals.app;
	const now = clock.now();
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
			many: detail.many ?? false
		}))
	});
};

/** `{hash}` → `{ok}`. Whoever came in by it stays; `people:revoke` ends their part. */
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
	return json({ ok: true });
};
