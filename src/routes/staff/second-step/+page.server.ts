/**
 * The second step: setting it up, passing it, passing it anew, and recovery codes. What it says once (the recovery codes) is
 * an action's answer and kept nowhere; loading the page changes nothing.
 */
import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { AccountRefusal } from '$lib/server/accounts.ts';
import { mistake } from '$lib/server/form-mistake.ts';
import { field, headersNow, safeNext, secondStepAt, setSession } from '$lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where to go on to, and what was asked for beside a code. */
function wish(url: URL): { next: string; also: 'anew' | 'codes' | null } {
	const also = url.searchParams.get('do');
	return {
		next: safeNext(url.searchParams.get('next'), url.origin),
		also: also === 'anew' || also === 'codes' ? also : null
	};
}

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	const { next, also } = wish(url);
	const standing = await locals.app.accounts.secondStep.standing(headersNow(cookies));
	if (standing.at === 'nobody') redirect(303, `/staff/sign-in?${new URLSearchParams({ next }).toString()}`);
	if (standing.at === 'not-asked') redirect(303, next);
	const { name, email } = standing.here.account;
	// A form's own action takes the place of the page's query: what it must not forget goes along.
	const query = new URLSearchParams({ next, ...(also === null ? {} : { do: also }) }).toString();
	const said = { next, query, account: { name, email }, whole: standing.here.whole };
	if (standing.at === 'code') return { ...said, at: 'code' as const };
	if (standing.at === 'passed' && also === 'codes') return { ...said, at: 'codes' as const, left: standing.left };
	if (standing.at === 'passed' && also === null) return { ...said, at: 'passed' as const };
	return { ...said, at: 'set-up' as const, offer: standing.offer };
};

/** Whoever is signed in no more, or on a code too old for this, comes to the page anew, which asks for what is missing. */
function backWhenStale({ url }: RequestEvent, { code }: AccountRefusal): void {
	if (code === 'not_signed_in' || code === 'needs_second_step') redirect(303, `${url.pathname}${url.search}`);
}

function no(event: RequestEvent, from: 'app' | 'recovery', refused: AccountRefusal) {
	backWhenStale(event, refused);
	return mistake(event, 400, { from, problem: { code: refused.code, words: refused.words } });
}

export const actions: Actions = {
	pass: async (event) => {
		const { locals, request, cookies, url } = event;
		const data = await request.formData();
		const from = field(data, 'from') === 'recovery' ? 'recovery' : 'app';
		const { secondStep } = locals.app.accounts;
		const passed = await secondStep.pass({ headers: request.headers, code: field(data, 'code') });
		if (!passed.ok) return no(event, from, passed);
		setSession(cookies, passed.cookies);
		const { next, also } = wish(url);
		if (passed.left !== null) return { left: passed.left };
		redirect(303, also === null ? next : secondStepAt({ next, also }));
	},

	confirm: async (event) => {
		const { locals, request, cookies } = event;
		const code = field(await request.formData(), 'code');
		const kept = await locals.app.accounts.secondStep.confirm({ headers: request.headers, code });
		if (!kept.ok) {
			backWhenStale(event, kept);
			// This page shows the offered key once more, so no browser may store it, as it may other mistakes.
			return fail(400, { from: 'app' as const, problem: { code: kept.code, words: kept.words } });
		}
		setSession(cookies, kept.cookies);
		return { codes: kept.codes };
	},

	codes: async (event) => {
		const made = await event.locals.app.accounts.secondStep.newCodes(event.request.headers);
		return made.ok ? { codes: made.codes } : no(event, 'app', made);
	}
};
