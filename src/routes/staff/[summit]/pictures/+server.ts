/**
 * A new picture for a station's map: the file itself is the body. `?school=1` marks a school's own plan (S11), `?page=2`
 * chooses a page of a PDF. Answers `{ok, id, picture, width, height, tiles}`, `{ok, pages}` for a PDF whose page has not
 * been chosen, or `{ok: false, code, words}`.
 */
import { z } from 'zod';
import { atMapDoor } from '$lib/server/map-door.ts';
import { readBody, uploadPicture } from '$lib/server/pictures/upload.ts';
import { refuse } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

const Page = z.coerce.number().int().min(1).max(100_000).nullable();

export const POST: RequestHandler = (event) =>
	atMapDoor(event, async (who) => {
		const { request, url, locals } = event;
		const page = Page.safeParse(url.searchParams.get('page'));
		if (!page.success) return refuse('page_missing');
		const bytes = await readBody(request.body);
		if (bytes === null) return refuse('picture_too_large');
		const { store, clock } = locals.app;
		const school = url.searchParams.get('school') === '1';
		return uploadPicture({ store, summit: who.room.id, bytes, school, page: page.data, now: clock.now() });
	});
