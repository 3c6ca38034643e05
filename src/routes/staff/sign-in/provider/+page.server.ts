/**
 * On the way to the organisation's own sign-in. The answer to the form is a page of this kit that leads on, not a redirect:
 * Chromium holds every redirect of a form to `form-action`, so a policy of `'self'` would stop it, and the provider's own
 * further redirects would have to be allowed too, whatever they are.
 */
import { fail, redirect } from '@sveltejs/kit';
import { safeNext, setSession } from '$lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { provider } = locals.app;
	const next = safeNext(url.searchParams.get('next'), url.origin);
	if (provider?.home !== url.origin) redirect(303, `/staff/sign-in?${new URLSearchParams({ next }).toString()}`);
	return { name: provider.name, next };
};

export const actions: Actions = {
	default: async ({ locals, url, cookies }) => {
		const { provider } = locals.app;
		if (provider?.home !== url.origin) redirect(303, '/staff/sign-in');
		const left = await provider.leave({ next: safeNext(url.searchParams.get('next'), url.origin) });
		if (!left.ok) return fail(502, { problem: { code: left.code, words: left.words }, address: null });
		setSession(cookies, [left.cookie]);
		return { problem: null, address: left.address };
	}
};
