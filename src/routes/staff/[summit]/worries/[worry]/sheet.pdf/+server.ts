/**
 * The hand-off sheet of one worry, for somebody who may read it and has opened it (S6, S7). It is asked for by a form,
 * because asking for it is itself written into the log, and nothing is handed out before that stands on disk (S12).
 */
import { error } from '@sveltejs/kit';
import { moment } from '$lib/screens/set-up/day.ts';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import { attachment } from '$lib/server/report/planner.ts';
import { sheetPdf } from '$lib/server/report/sheet.ts';
import { chance } from '$lib/server/tokens.ts';
import { handOff } from '$lib/summit/hand-off.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RefusalCode } from '$lib/summit/refusals.ts';
import type { WorryRow } from '$lib/summit/topics/leads.ts';
import { rowOf } from '$lib/summit/topics.ts';
import type { RequestHandler } from './$types';

const STATUS: Partial<Record<RefusalCode, number>> = { unknown_item: 404, not_allowed: 403, open_first: 409 };

export const POST: RequestHandler = async (event) => {
	const { summit, worry } = event.params;
	const { identity, clock } = event.locals.app;
	if (fromElsewhere(event)) error(403, REFUSALS.not_allowed);
	const who = await identity.speakAs(event, { summit, at: event.route.id });
	if (!who) error(403, REFUSALS.not_allowed);
	const answer = await who.room.do(who.actor, { id: chance.id(), type: 'worry:sheet', worry });
	if (!answer.ok) error(STATUS[answer.code] ?? 503, answer.words);
	const fields = await who.room.read((state) => {
		// What `topics.ts` gives this very person for this key.
		const row = rowOf(state, { name: 'worries', of: who.actor.id }, `worry:${worry}`) as WorryRow | null;
		if (row === null) return null;
		const { name, place, schools } = state.setup.settings;
		const school = schools.find(({ id }) => id === row.school)?.name ?? '';
		return handOff({ row, summit: name, place, school, moment });
	});
	if (fields === null) error(404, REFUSALS.unknown_item);
	const pdf = await sheetPdf(fields, { made: clock.now() });
	// Its name must tell whoever sees the folder nothing.
	return attachment(new Uint8Array(pdf), { type: 'application/pdf', name: 'hand-off-sheet.pdf' });
};
