/*
 * The doors by which a facilitator brings maps in: pictures, packages, what is cut out of them. All ask for the same
 * proof, and all answer in the same shape: what was made, or `{ok: false, code, words}` (L7).
 */
import { REFUSALS, refuse } from '../summit/refusals.ts';
import type { Refusal, RefusalCode } from '../summit/refusals.ts';
import { TooManyWaiting } from './at-most.ts';
import type { App } from './app.ts';
import { FORM_BYTES } from './body-limit.ts';
import { fromElsewhere } from './from-elsewhere.ts';
import type { Asking, Identified } from './identity.ts';
import { StoreFull, StoreReadOnly } from './store/errors.ts';
import { roomForMaps } from './tiles/upkeep.ts';

/** Anything else is 422: understood, and not possible. */
const STATUS: Partial<Record<RefusalCode, number>> = {
	malformed: 400,
	not_signed_in: 401,
	not_allowed: 403,
	unknown_item: 404,
	picture_too_large: 413,
	package_too_large: 413,
	too_large: 413,
	server_busy: 503,
	tiles_away: 503,
	maps_full: 507,
	store_full: 507,
	store_read_only: 507
};

/** The addresses behind this door. */
type MapAddress =
	`/staff/[summit]/${'area' | 'packages' | 'packages/[set]/frame' | 'pictures' | 'pictures/[id]/straighten' | 'tiles'}`;
type MapAsking = Asking & {
	request: Request;
	params: { summit: string };
	route: { id: MapAddress };
	locals: { app: App };
};

/** Lets a facilitator of the summit in `params` in, and answers with what `work` makes or why not. */
export async function atMapDoor(
	event: MapAsking,
	work: (who: Identified) => Promise<{ ok: true } | Refusal>
): Promise<Response> {
	const answer = await atTheDoor(event, work);
	// A body that nobody read would stand in the way of the next request on the same line. A short one is read away; behind
	// a long one the line is closed.
	if (event.request.body !== null && !event.request.bodyUsed) {
		if (Number(event.request.headers.get('content-length') ?? Infinity) > FORM_BYTES)
			answer.headers.set('connection', 'close');
		else await event.request.arrayBuffer().catch(() => null);
	}
	return answer;
}

async function atTheDoor(event: MapAsking, work: Parameters<typeof atMapDoor>[1]): Promise<Response> {
	if (fromElsewhere(event)) return no('not_allowed');
	const { store, clock } = event.locals.app;
	return seesMapDoor(event, async (who) =>
		(await roomForMaps({ store, room: who.room, now: clock.now() })) ? work(who) : refuse('maps_full')
	);
}

/** The same for what changes nothing: a browser sends no Origin with it. */
export async function seesMapDoor(
	event: MapAsking,
	work: (who: Identified) => Promise<{ ok: true } | Refusal>
): Promise<Response> {
	const { summit } = event.params;
	const who = await event.locals.app.identity.speakAs(event, { summit, at: event.route.id });
	if (!who) return no('not_signed_in');
	try {
		const answer = await work(who);
		return answer.ok ? Response.json(answer) : no(answer.code);
	} catch (problem) {
		if (problem instanceof TooManyWaiting) return no('server_busy');
		if (problem instanceof StoreFull) return no('store_full');
		if (problem instanceof StoreReadOnly) return no('store_read_only');
		throw problem;
	}
}

function no(code: RefusalCode): Response {
	return Response.json({ ok: false, code, words: REFUSALS[code] }, { status: STATUS[code] ?? 422 });
}
