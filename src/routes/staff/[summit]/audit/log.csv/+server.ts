/**
 * The audit log as a table, filtered like the page. Asked for by a form, because taking it out is itself written into the
 * log, and nothing is handed out before that stands on disk (S12).
 */
import { error } from '@sveltejs/kit';
import { auditFilter, auditLines, auditTable } from '$lib/server/audit-log.ts';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import { attachment } from '$lib/server/report/planner.ts';
import { chance } from '$lib/server/tokens.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { summit } = event.params;
	if (fromElsewhere(event)) error(403, REFUSALS.not_allowed);
	const { identity, store, rooms } = event.locals.app;
	const who = await identity.speakAs(event, { summit, at: event.route.id });
	const as = who?.speaking.as;
	if (!who || (as !== 'lead' && as !== 'facilitator')) error(403, REFUSALS.not_allowed);
	const { room, actor } = who;
	const answer = await room.do(actor, { id: chance.id(), type: 'audit:export' });
	if (!answer.ok) error(503, answer.words);
	const filter = auditFilter(event.url.searchParams);
	const lines = await auditLines({ room, rooms, store, filter, viewer: { id: actor.id, role: as } });
	const date = await room.read(({ setup }) => setup.settings.date);
	return attachment(auditTable(lines), { type: 'text/csv; charset=utf-8', name: `log-${date}.csv` });
};
