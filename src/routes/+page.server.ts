/** Six digits in, the summit's own door out. Which summits exist is told to nobody (L6: slowed as a whole, not by address). */
import { redirect } from '@sveltejs/kit';
import { readCode } from '$lib/screens/student/joining.ts';
import { mistake } from '$lib/server/form-mistake.ts';
import { HELP_UK } from '$lib/summit/templates/help-uk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, request }) => ({
	// Before a summit is known, the signposts are the country's own.
	help: url.searchParams.get('show') === 'talk' ? HELP_UK : null,
	held: await locals.app.identity.heldCard(request)
});

export const actions: Actions = {
	default: async (event) => {
		const { request, locals } = event;
		const given = (await request.formData()).get('code');
		const typed = typeof given === 'string' ? given.slice(0, 20) : '';
		const read = readCode(typed);
		if ('wrong' in read) return mistake(event, 400, { typed, words: read.wrong });
		const found = await locals.app.join.find({ code: read.code });
		if (!found.ok) return mistake(event, 404, { typed, words: found.words });
		redirect(303, `/j/${found.key}`);
	}
};
