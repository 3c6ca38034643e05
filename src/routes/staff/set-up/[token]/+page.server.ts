/** The first account. GET changes nothing (P4); POST spends the link, makes the account and leaves the token behind. */
import { fail, redirect } from '@sveltejs/kit';
import type { LinkAnswer, Links } from '$lib/server/links.ts';
import { field, onward, setSession } from '$lib/server/session.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

async function look(links: Links, token: string): Promise<LinkAnswer> {
	const found = await links.look(token);
	return found.ok && found.link.role !== 'setup' ? { ok: false, code: 'link_unknown' } : found;
}

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' });
	const found = await look(locals.app.links, params.token);
	return { over: found.ok ? null : found.code };
};

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const { accounts, links } = locals.app;
		const data = await request.formData();
		const given = {
			name: field(data, 'name'),
			email: field(data, 'email'),
			passphrase: field(data, 'passphrase')
		};
		const typed = { name: given.name, email: given.email };
		const no = ({ code, words }: { code: string; words: string }) => fail(400, { typed, problem: { code, words } });
		const found = await look(links, params.token);
		if (!found.ok) return no({ code: found.code, words: REFUSALS[found.code] });
		const fault = await accounts.check(given);
		if (fault) return no(fault);
		const used = await links.use(params.token);
		if (!used.ok) return no({ code: used.code, words: REFUSALS[used.code] });
		const made = await accounts.register(given);
		if (!made.ok) return no(made);
		const session = await accounts.signIn(given);
		if (session.ok) setSession(cookies, session.cookies);
		redirect(303, onward(locals.app.config, '/staff'));
	}
};
