/**
 * A picture under a station's map, for whoever proves a part in its summit: adult, or card that has been let in. A school's plan is never public
 * (S11), and neither is any other upload. Pictures never change, so a browser may keep them for itself.
 */
import { readPictureName } from '$lib/server/pictures/upload.ts';
import { isInside } from '$lib/summit/cards.ts';
import type { RequestHandler } from './$types';

/** A part that is missing and a picture that is not there are answered alike. */
const NOT_HERE = 'There is no such picture, or you have no part in its summit.';

export const GET: RequestHandler = async (event) => {
	const named = readPictureName(event.params.id);
	const { identity, store } = event.locals.app;
	const who = named && (await identity.speakAs(event, { summit: named.summit, at: event.route.id }));
	const picture =
		who && isInside(who.room.summit.cards, who.actor) && (await store.picture({ summit: named.summit, id: named.id }));
	if (!picture) return new Response(NOT_HERE, { status: 404 });
	return new Response(new Uint8Array(picture.bytes), {
		headers: {
			'content-type': picture.type,
			'content-length': String(picture.bytes.length),
			'cache-control': 'private, max-age=31536000, immutable',
			'content-disposition': 'inline',
			vary: 'cookie'
		}
	});
};
