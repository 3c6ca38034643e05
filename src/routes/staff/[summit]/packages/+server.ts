/**
 * A map package for a station's map: the MBTiles file itself is the body. Answers `{ok, set, min, max, bounds, name,
 * attribution, tiles, overview}`, or `{ok: false, code, words}`.
 */
import { atMapDoor } from '$lib/server/map-door.ts';
import { uploadPackage } from '$lib/server/tiles/upload.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	atMapDoor(event, async (who) => {
		const { request, locals } = event;
		const { store, clock, config } = locals.app;
		const length = request.headers.get('content-length');
		return uploadPackage({
			...{ store, dataDir: config.dataDir, summit: who.room.id, body: request.body, now: clock.now() },
			length: length === null ? null : Number(length)
		});
	});
