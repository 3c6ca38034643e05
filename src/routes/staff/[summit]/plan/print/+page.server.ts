import { redirect } from '@sveltejs/kit';
import { dayAt } from '$lib/server/clock.ts';
import { releasedMaps } from '$lib/server/report/map-files.ts';
import { forPlanners } from '$lib/server/report/planner.ts';
import { reportOf } from '$lib/server/report/report.ts';
import type { PageServerLoad } from './$types';

/** The plan on paper. It works without a script, but for what is drawn on its maps. */
export const load: PageServerLoad = async (event) => {
	const { identity, clock } = event.locals.app;
	const read = (state: Parameters<typeof reportOf>[0]) => ({
		report: reportOf(state, dayAt(clock.now())),
		maps: releasedMaps(state)
	});
	const found = await forPlanners(event, { identity, summit: event.params.summit, read });
	if (!found) redirect(303, `/staff/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	return found;
};
