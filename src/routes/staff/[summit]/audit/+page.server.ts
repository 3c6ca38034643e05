import { error } from '@sveltejs/kit';
import { auditFilter, auditPage } from '$lib/server/audit-log.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { PageServerLoad } from './$types';

/** One page of the audit log, as far as who asks may know of it (S7, S12). */
export const load: PageServerLoad = async (event) => {
	const { identity, store, rooms } = event.locals.app;
	const { searchParams } = event.url;
	const who = await identity.speakAs(event, { summit: event.params.summit, at: event.route.id });
	if (!who) error(403, REFUSALS.not_allowed);
	const { room, actor } = who;
	const { as } = who.speaking;
	if (as !== 'lead' && as !== 'facilitator') error(403, REFUSALS.not_allowed);
	const filter = auditFilter(searchParams);
	const page = Math.max(0, Math.min(100_000, Math.floor(Number(searchParams.get('page')) || 0)));
	const found = await auditPage({ room, rooms, store, filter, viewer: { id: actor.id, role: as } }, page);
	const people = await room.read(({ people: { list } }) =>
		[...list.values()]
			.filter(({ role }) => role === 'lead' || role === 'facilitator' || role === 'stationLead')
			.map(({ id, name }) => ({ id, name }))
	);
	const query = new URLSearchParams({ as });
	for (const name of ['who', 'kind', 'from', 'to'] as const) {
		const value = filter[name];
		if (value !== null) query.set(name, value);
	}
	const file = `/staff/${event.params.summit}/audit/log.csv?${query.toString()}`;
	return { ...found, filter, people, page, query: query.toString(), file, as };
};
