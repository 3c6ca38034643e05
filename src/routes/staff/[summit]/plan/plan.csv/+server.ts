import { error } from '@sveltejs/kit';
import { attachment, reportFor } from '$lib/server/report/planner.ts';
import { planTable } from '$lib/server/report/table.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

/** The plan as a table (CSV). */
export const GET: RequestHandler = async (event) => {
	const { identity, clock } = event.locals.app;
	const report = await reportFor(event, { identity, clock, summit: event.params.summit });
	if (!report) error(403, REFUSALS.not_allowed);
	return attachment(planTable(report), { type: 'text/csv; charset=utf-8', name: `plan-${report.summit.date}.csv` });
};
