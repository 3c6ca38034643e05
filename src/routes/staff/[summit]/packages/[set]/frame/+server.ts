/**
 * The part of a set of street map tiles that becomes a station's map: `{bounds: [west, south, east, north]}` in degrees, or
 * `{box: [x0, y0, x1, y1]}` in the unit square of its overview. Answers `{ok, map}`, ready for the station's settings.
 */
import { z } from 'zod';
import { atMapDoor } from '$lib/server/map-door.ts';
import { partOfBounds } from '$lib/server/tiles/bounds.ts';
import { frameSet } from '$lib/server/tiles/frame.ts';
import { refuse } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

const [Lon, Lat, Unit] = [z.number().min(-180).max(180), z.number().min(-85.06).max(85.06), z.number().min(0).max(1)];
const Asked = z.union([
	z
		.strictObject({ bounds: z.tuple([Lon, Lat, Lon, Lat]) })
		.refine(({ bounds: [west, south, east, north] }) => west < east && south < north),
	z.strictObject({ box: z.tuple([Unit, Unit, Unit, Unit]) }).refine(({ box: [x0, y0, x1, y1] }) => x0 < x1 && y0 < y1)
]);

export const POST: RequestHandler = (event) =>
	atMapDoor(event, async (who) => {
		const { request, params, url, locals } = event;
		const asked = Asked.safeParse(await request.json().catch(() => null));
		if (!asked.success) return refuse('malformed');
		const { store } = locals.app;
		const set = await store.tileSet({ summit: who.room.id, id: params.set });
		if (!set?.bounds || !set.whole || set.kind !== 'package') return refuse('unknown_item');
		const bounds = 'bounds' in asked.data ? asked.data.bounds : partOfBounds(set.bounds, asked.data.box);
		return frameSet({ store, set, bounds, school: url.searchParams.get('school') === '1' });
	});
