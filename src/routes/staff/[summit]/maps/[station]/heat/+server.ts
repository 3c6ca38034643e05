/** A map station's newest release as data: GeoJSON where the map is tied to the ground. For facilitators and leads. */
import { error } from '@sveltejs/kit';
import { heatData } from '$lib/server/report/map-data.ts';
import { fileOf, mapFile } from '$lib/server/report/map-files.ts';
import { forPlanners } from '$lib/server/report/planner.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { summit, station } = event.params;
	const { identity } = event.locals.app;
	const found = await forPlanners(event, { identity, summit, read: fileOf((state) => heatData(state, station)) });
	if (!found) error(403, REFUSALS.not_allowed);
	if (!found.data) error(404, REFUSALS.unknown_item);
	return mapFile({ ...found, data: found.data }, { what: 'heat', station });
};
