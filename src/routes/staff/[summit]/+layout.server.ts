import { error, redirect } from '@sveltejs/kit';
import type { SpeakerRole } from '$lib/live/protocol.ts';
import { STAFF_ROLES } from '$lib/screens/staff/pages.ts';
import { isOwn, joinOrigin } from '$lib/screens/wall/join-origin.ts';
import { isAddress } from '$lib/summit/roles.ts';
import type { LayoutServerLoad } from './$types';

/** Who speaks on this page, and every part this browser can prove here, for the navigation. */
export const load: LayoutServerLoad = async (event) => {
	const { identity } = event.locals.app;
	const { summit } = event.params;
	if (!isAddress(event.route.id)) error(404, 'There is no such page.');
	const parts: SpeakerRole[] = [];
	for (const as of STAFF_ROLES) {
		if (await identity.who({ headers: event.request.headers, summit, as })) parts.push(as);
	}
	const found = await identity.speakAs(event, { summit, at: event.route.id });
	if (!found && parts.length > 0) error(403, 'Your part in this summit does not open this page.');
	if (!found) redirect(303, `/staff/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	// The address a wall gives students; opened on the kit's own machine it may be nobody else's.
	const address = new URL(joinOrigin(event.locals.app.config, event.url));
	return {
		...{ speaking: found.speaking, me: found.actor.id, name: found.name, duty: found.duty, parts },
		onlyHere: isOwn(address.hostname),
		/** Whether this kit sends email at all; where it does not, screens say so. */
		mail: event.locals.app.config.mail !== null
	};
};
