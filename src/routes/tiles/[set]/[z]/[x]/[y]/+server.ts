/**
 * One tile of a map, for whoever proves a part in its summit: adult, or card that has been let in. A school's plan is never public (S11), and
 * neither is any other. A device asks the kit alone for tiles, wherever they came from (M1). A browser may keep
 * them for itself: for good, or where the tile has an end, until a day has passed. A tile of an online service may be away
 * for a while; no browser may keep that.
 */
import { readTileAddress, tileTag } from '$lib/server/tiles/address.ts';
import { isInside } from '$lib/summit/cards.ts';
import type { RequestHandler } from './$types';

/** A part that is missing and a tile that is not there are answered alike. */
const NOT_HERE = 'There is no such tile, or you have no part in its summit.';
const AWAY = 'This part of the map cannot be fetched just now. What is here already still works.';
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const FOR_GOOD = 'private, max-age=31536000, immutable';
const FOR_A_DAY = 'private, max-age=86400';

export const GET: RequestHandler = async (event) => {
	const asked = readTileAddress(event.params);
	const { identity, online } = event.locals.app;
	const who = asked && (await identity.speakAs(event, { summit: asked.summit, at: event.route.id }));
	const inside = who && isInside(who.room.summit.cards, who.actor);
	const found = inside ? await online.tile({ ...asked, summit: who.room.id }) : null;
	if (found?.ok === false && found.why === 'away') {
		const headers = { ...TEXT, 'cache-control': 'no-store', 'retry-after': String(found.after) };
		return new Response(AWAY, { status: 503, headers });
	}
	if (!found?.ok) return new Response(NOT_HERE, { status: 404, headers: TEXT });
	const { tile } = found;
	const etag = tileTag(tile.bytes);
	const headers = { 'cache-control': tile.endsAt === null ? FOR_GOOD : FOR_A_DAY, vary: 'cookie', etag };
	if (event.request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(tile.bytes), {
		headers: { ...headers, 'content-type': tile.type, 'content-length': String(tile.bytes.length) }
	});
};
