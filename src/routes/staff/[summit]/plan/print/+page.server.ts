import { redirect } from '@sveltejs/kit';
import { reportFor } from '$lib/server/report/planner.ts';
import type { PageServerLoad } from './$types';

/** The plan on paper. It works without a script. */
export const load: PageServerLoad = async (event) => {
	const { identity, clock } = event.locals.app;
	const report = await reportFor(event, { identity, clock, summit: event.params.summit });
	if (!report) redirect(303, `/staff/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	return { report };
};
