/**
 * What there is for maps, for a facilitator: how the online service does (null where the kit has none), and the sets of
 * tiles this summit holds.
 */
import { seesMapDoor } from '$lib/server/map-door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	seesMapDoor(event, async (who) => {
		const { store, online } = event.locals.app;
		const sets = await store.tileSets({ summit: who.room.id });
		return {
			ok: true,
			service: online.state(),
			sets: sets.map(({ id, kind, name, min, max, school, tiles, size }) => ({
				...{ set: id, kind, name, min, max, school, tiles, size }
			}))
		};
	});
