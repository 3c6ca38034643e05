/** One page of links to every role of a rehearsal. Whoever holds its link may play any part; nothing real is behind it. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { REFUSALS } from '$lib/summit/refusals.ts';
import { ROOM_ROLES } from '$lib/summit/people.ts';
import { cookieName } from '$lib/server/identity.ts';
import { rehearsalBy } from '$lib/server/links.ts';
import type { Room } from '$lib/server/room.ts';
import type { Actions, PageServerLoad } from './$types';

const NAMES: Record<(typeof ROOM_ROLES)[number], string> = {
	facilitator: 'You (facilitator)',
	lead: 'You (safeguarding lead)',
	stationLead: 'You (station lead)',
	observer: 'You (observer)',
	wall: 'Wall'
};
const PAGES: Record<(typeof ROOM_ROLES)[number], (summit: string) => string> = {
	facilitator: (summit) => `/staff/${summit}/run?as=facilitator`,
	lead: (summit) => `/staff/${summit}/worries?as=lead`,
	stationLead: (summit) => `/staff/${summit}/queue?as=stationLead`,
	observer: (summit) => `/observe/${summit}`,
	wall: (summit) => `/wall/${summit}?as=wall`
};

async function rehearsal(event: RequestEvent<{ token: string }>): Promise<Room> {
	return (await rehearsalBy(event.locals.app, event.params.token)) ?? error(404, REFUSALS.unknown_summit);
}

export const load: PageServerLoad = async (event) => {
	const room = await rehearsal(event);
	return room.read(({ setup, cards, doors }) => ({
		name: setup.settings.name,
		joined: cards.list.size,
		code: doors.code,
		key: doors.key
	}));
};

export const actions: Actions = {
	/** Takes a role in this browser: the same person again if it already has it. */
	be: async (event) => {
		const room = await rehearsal(event);
		const wished = (await event.request.formData()).get('role');
		const role = ROOM_ROLES.find((one) => one === wished);
		if (!role) return fail(400, { words: REFUSALS.unknown_choice });
		const { identity } = event.locals.app;
		const already = await identity.who({ headers: event.request.headers, summit: room.id, as: role });
		if (!already) {
			const school = role === 'lead' ? (room.summit.setup.settings.schools[0]?.id ?? null) : null;
			const admitted = await identity.admit({ room, role, name: NAMES[role], school, account: null });
			if (!admitted.ok) return fail(409, { words: REFUSALS[admitted.code] });
			const secure = event.url.protocol === 'https:';
			event.cookies.set(cookieName(role, room.id), admitted.token, {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure
			});
		}
		redirect(303, PAGES[role](room.id));
	},
	discard: async (event) => {
		const room = await rehearsal(event);
		await event.locals.app.rehearsals.discard(room.id);
		redirect(303, '/staff');
	}
};
