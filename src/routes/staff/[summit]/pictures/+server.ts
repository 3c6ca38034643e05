/**
 * A new picture for a station's map: the file itself is the body. `?school=1` marks a school's own plan (S11). Answers
 * `{ok, id, picture, width, height}`, or `{ok: false, code, words}`.
 */
import { json } from '@sveltejs/kit';
import { TooManyWaiting } from '$lib/server/at-most.ts';
import { readBody, uploadPicture } from '$lib/server/pictures/upload.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RefusalCode } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

function no(code: RefusalCode, status: number): Response {
	return json({ ok: false, code, words: REFUSALS[code] }, { status });
}

export const POST: RequestHandler = async (event) => {
	const { request, url, params, locals } = event;
	// The cookie goes along with a request that another site began; its Origin tells.
	if (request.headers.get('origin') !== url.origin) return no('not_allowed', 403);
	const who = await locals.app.identity.speakAs(event, { summit: params.summit, roles: ['facilitator'] });
	if (!who) return no('not_signed_in', 401);
	const bytes = await readBody(request.body);
	if (bytes === null) return no('picture_too_large', 413);
	try {
		const school = url.searchParams.get('school') === '1';
		const answer = await uploadPicture({ store: locals.app.store, summit: who.room.id, bytes, school });
		return answer.ok ? json(answer) : no(answer.code, answer.code === 'picture_too_large' ? 413 : 422);
	} catch (problem) {
		if (problem instanceof TooManyWaiting) return no('server_busy', 503);
		throw problem;
	}
};
