/**
 * The link of one action's owner (P4), as plain requests for planners: make it, take it back. It is copied by hand and shown
 * once. One action has one at a time: a new one ends the one before, and what it let in.
 */
import { json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { joinOrigin } from '$lib/screens/wall/join-origin.ts';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import type { Identified } from '$lib/server/identity.ts';
import { chance } from '$lib/server/tokens.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RefusalCode } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

/** Until it is taken back: longer than any plan is followed. */
const TEN_YEARS = 10 * 365 * 24;
const Asked = z.strictObject({ action: z.string().max(40) });
const STATUS: Partial<Record<RefusalCode, number>> = { not_signed_in: 401, not_allowed: 403, unknown_item: 404 };

function no(code: RefusalCode): Response {
	return json({ ok: false, code, words: REFUSALS[code] }, { status: STATUS[code] ?? 400 });
}

/** A planner, and the action their request names; or the answer for whoever is none. */
async function asking(
	event: RequestEvent<{ summit: string }>
): Promise<{ who: Identified; action: string } | Response> {
	if (fromElsewhere(event)) return no('not_allowed');
	const { identity } = event.locals.app;
	const who = await identity.speakAs(event, { summit: event.params.summit, at: '/staff/[summit]/owners' });
	if (!who) return no('not_signed_in');
	const asked = Asked.safeParse(await event.request.json().catch(() => null));
	return asked.success ? { who, action: asked.data.action } : no('malformed');
}

/** Nobody comes in by what was made for this action before. */
async function takeBack(event: RequestEvent<{ summit: string }>, action: string): Promise<void> {
	const { links } = event.locals.app;
	for (const link of await links.list(event.params.summit))
		if (link.role === 'owner' && link.detail.action === action && link.revokedAt === null)
			await links.revoke(link.hash);
}

/** `{action}` → `{ok, address}`. The action is *asked* from now on. */
export const POST: RequestHandler = async (event) => {
	const asked = await asking(event);
	if (asked instanceof Response) return asked;
	const { who, action } = asked;
	const answer = await who.room.do(who.actor, { id: chance.id(), type: 'owner:ask', action });
	if (!answer.ok) return no(answer.code);
	await takeBack(event, action);
	const { links, config } = event.locals.app;
	const name = await who.room.read(({ plan }) => plan.actions.get(action)?.owner?.name ?? '');
	const detail = { by: who.actor.id, name: name.slice(0, 120), action, many: true };
	const token = await links.make({ summit: who.room.id, role: 'owner', detail, hours: TEN_YEARS });
	return json({ ok: true, address: new URL(links.path({ role: 'owner', token }), joinOrigin(config, event.url)).href });
};

/** `{action}` → `{ok}`. Its owner is not asked any more, and sees nothing from now on. */
export const DELETE: RequestHandler = async (event) => {
	const asked = await asking(event);
	if (asked instanceof Response) return asked;
	const { who, action } = asked;
	await takeBack(event, action);
	const answer = await who.room.do(who.actor, { id: chance.id(), type: 'owner:unask', action });
	return answer.ok ? json({ ok: true }) : no(answer.code);
};
