import { fail, redirect } from '@sveltejs/kit';
import { providerProblem } from '$lib/server/accounts/refusals.ts';
import { homeOf } from '$lib/server/invitations.ts';
import { heldPart } from '$lib/server/my-summits.ts';
import { field, onward, safeNext, secondStepAt, setSession } from '$lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { accounts, identity, provider } = locals.app;
	const next = safeNext(url.searchParams.get('next'), url.origin);
	if (await accounts.session(request.headers)) redirect(303, next);
	// The passphrase was right a moment ago; the code is all that is missing.
	if ((await accounts.secondStep.standing(request.headers)).at !== 'nobody') redirect(303, secondStepAt({ next }));
	const held = await identity.heldParts(request.headers);
	const parts = held.map(({ role, room }) => ({
		href: homeOf({ role, summit: room.id }),
		words: heldPart(room.summit, role)
	}));
	return {
		...{ any: await accounts.any(), parts, next },
		provider: provider?.home === url.origin ? provider.name : null,
		came: providerProblem(url.searchParams.get('problem'))
	};
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
		redirect(303, onward(locals.app.config, safeNext(url.searchParams.get('next'), url.origin)));
	}
};
