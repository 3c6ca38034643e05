/**
 * A photographed sheet made straight: `{corners: [[x, y] × 4]}` → a new picture, answered as an upload is. The old picture
 * stays, so that the corners can be set again.
 */
import { z } from 'zod';
import { atMapDoor } from '$lib/server/map-door.ts';
import { straightenPicture } from '$lib/server/pictures/upload.ts';
import { Corners } from '$lib/summit/corners.ts';
import { refuse } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

const Asked = z.strictObject({ corners: Corners });

export const POST: RequestHandler = (event) =>
	atMapDoor(event, async (who) => {
		const asked = Asked.safeParse(await event.request.json().catch(() => null));
		if (!asked.success) return refuse('malformed');
		const { store, clock } = event.locals.app;
		const { id } = event.params;
		return straightenPicture({ store, summit: who.room.id, id, ...asked.data, now: clock.now() });
	});
