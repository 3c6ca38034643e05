import { redirect } from '@sveltejs/kit';
import { leaveParts, setSession } from '$lib/server/session.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, request, cookies }) => {
		setSession(cookies, await locals.app.signOut(request.headers));
		leaveParts(cookies);
		redirect(303, '/staff/sign-in');
	}
};
