import { redirect } from '@sveltejs/kit';
import { joinOrigin } from '$lib/screens/wall/join-origin.ts';
import type { PageServerLoad } from './$types';

/** The projector of a summit: by its own link, or opened by anybody of the staff. */
export const load: PageServerLoad = async (event) => {
	const { summit } = event.params;
	const { identity, config } = event.locals.app;
	const who = await identity.speakAs(event, { summit, at: event.route.id });
	if (!who) redirect(303, `/staff/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	const dark = event.url.searchParams.get('theme') === 'dark';
	return { speaking: who.speaking, origin: joinOrigin(config, event.url), theme: dark ? 'dark' : 'light' };
};
