import { fail, redirect } from '@sveltejs/kit';
import { field, safeNext, setSession } from '$lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { accounts } = locals.app;
	if (await accounts.session(request.headers)) redirect(303, safeNext(url.searchParams.get('next'), url.origin));
	return { any: await accounts.any() };
};

export const actions: Actions = {
	default: async ({ locals, request, url, cookies }) => {
		const data = await request.formData();
		const email = field(data, 'email');
		const answer = await locals.app.accounts.signIn({
			...{ email, passphrase: field(data, 'passphrase') },
			headers: request.headers
		});
		if (!answer.ok) return fail(400, { email, problem: { code: answer.code, words: answer.words } });
		setSession(cookies, answer.cookies);
		redirect(303, safeNext(url.searchParams.get('next'), url.origin));
	}
};
