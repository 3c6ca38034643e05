import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What observers see: the same as the wall, on a screen of their own. Staff may look at it too. */
export const load: PageServerLoad = async (event) => {
	const { summit } = event.params;
	const who = await event.locals.app.identity.speakAs(event, { summit, at: event.route.id });
	if (!who) redirect(303, `/staff/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	return { speaking: who.speaking };
};
