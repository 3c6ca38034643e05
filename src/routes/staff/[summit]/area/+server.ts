/**
 * The area of a street map: `GET ?at=<lon>,<lat>&zoom=<z>` answers a picture of the region, to draw a frame on; `POST
 * {bounds: [west, south, east, north], school}` makes the frame a map, whole, for a station's settings.
 */
import { atMapDoor, seesMapDoor } from '$lib/server/map-door.ts';
import { AreaAsked, LookAsked } from '$lib/server/tiles/area.ts';
import { refuse } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	seesMapDoor(event, async () => {
		const asked = LookAsked.safeParse(Object.fromEntries(event.url.searchParams));
		return asked.success ? event.locals.app.areas.look(asked.data) : refuse('malformed');
	});

export const POST: RequestHandler = (event) =>
	atMapDoor(event, async (who) => {
		const asked = AreaAsked.safeParse(await event.request.json().catch(() => null));
		if (!asked.success) return refuse('malformed');
		return event.locals.app.areas.make({ ...asked.data, summit: who.room.id });
	});
