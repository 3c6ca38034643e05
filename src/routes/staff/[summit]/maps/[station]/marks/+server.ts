/**
 * Every mark of a map station as data, for a safeguarding lead (M6). It is asked for by a form, because asking for it is
 * itself written into the log, and nothing is handed out before that stands on disk (S12).
 */
import { error } from '@sveltejs/kit';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import { marksData } from '$lib/server/report/map-data.ts';
import { fileOf, mapFile } from '$lib/server/report/map-files.ts';
import { chance } from '$lib/server/tokens.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { summit, station } = event.params;
	if (fromElsewhere(event)) error(403, REFUSALS.not_allowed);
	const who = await event.locals.app.identity.speakAs(event, { summit, at: event.route.id });
	if (!who) error(403, REFUSALS.not_allowed);
	const answer = await who.room.do(who.actor, { id: chance.id(), type: 'marks:export', station });
	if (!answer.ok) error(answer.code === 'unknown_item' ? 404 : answer.code === 'not_allowed' ? 403 : 503, answer.words);
	const found = await who.room.read(fileOf((state) => marksData(state, station)));
	if (!found.data) error(404, REFUSALS.unknown_item);
	return mapFile({ ...found, data: found.data }, { what: 'marks', station });
};
