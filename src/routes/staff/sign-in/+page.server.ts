import { fail, redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/server/invitations.ts';
import { heldPart } from '$lib/server/my-summits.ts';
import { field, safeNext, setSession } from '$lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { accounts, identity } = locals.app;
	if (await accounts.session(request.headers)) redirect(303, safeNext(url.searchParams.get('next'), url.origin));
	const held = await identity.heldParts(request.headers);
	const parts = held.map(({ role, room }) => ({
		href: homeOf({ role, summit: room.id }),
		words: heldPart(room.summit, role)
	}));
	return { any: await accounts.any(), parts };
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
