import { error } from '@sveltejs/kit';
import { attachment, reportFor } from '$lib/server/report/planner.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

/** The plan and the approved words behind it, as data (JSON). */
export const GET: RequestHandler = async (event) => {
	const { identity, clock } = event.locals.app;
	const report = await reportFor(event, { identity, clock, summit: event.params.summit });
	if (!report) error(403, REFUSALS.not_allowed);
	const body = `${JSON.stringify(report, null, '\t')}\n`;
	return attachment(body, { type: 'application/json; charset=utf-8', name: `plan-${report.summit.date}.json` });
};
