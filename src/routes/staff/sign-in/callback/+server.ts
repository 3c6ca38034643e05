/** Back from the organisation's own sign-in. It must be a GET: the provider's redirect is one; the sealed cookie guards it. */
import { redirect } from '@sveltejs/kit';
import { onward, setSession } from '$lib/server/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url, cookies }) => {
	const { accounts, config, provider } = locals.app;
	if (provider === null) redirect(303, '/staff/sign-in');
	const back = await provider.comeBack({ headers: request.headers, query: url.search });
	setSession(cookies, [back.cookie]);
	const signed = back.ok ? await accounts.signInVerified(back.email) : back;
	if (!signed.ok)
		redirect(303, `/staff/sign-in?${new URLSearchParams({ problem: signed.code, next: back.next }).toString()}`);
	setSession(cookies, signed.cookies);
	redirect(303, onward(config, back.next));
};
