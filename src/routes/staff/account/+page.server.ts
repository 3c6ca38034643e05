/** One's own account: where it is signed in, its passphrase, its second step. */
import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Account } from '$lib/server/accounts.ts';
import { mySummit, namesAround } from '$lib/server/my-summits.ts';
import { field } from '$lib/server/session.ts';
import { dayAt } from '$lib/server/clock.ts';
import type { Actions, PageServerLoad } from './$types';

async function signedIn({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Promise<Account> {
	return (await locals.app.accounts.session(request.headers)) ?? redirect(303, '/staff/sign-in?next=/staff/account');
}

/** Names of the summits and schools this account is in: they make no passphrase. */
async function around({ locals }: Pick<RequestEvent, 'locals'>, account: string): Promise<string[]> {
	const { rooms, clock } = locals.app;
	const today = dayAt(clock.now());
	const names = (await rooms.list()).map((room) =>
		room.read((summit) => (mySummit(summit, { account, today }) ? namesAround(summit.setup.settings) : []))
	);
	return (await Promise.all(names)).flat();
}

export const load: PageServerLoad = async (event) => {
	const { account, name, email } = await signedIn(event);
	const { accounts, config } = event.locals.app;
	return {
		account: { name, email },
		sessions: (await accounts.sessions(event.request.headers)) ?? [],
		secondStep: config.secondFactor ? { left: (await accounts.secondStep.left(account)) ?? 0 } : null
	};
};

export const actions: Actions = {
	end: async (event) => {
		await signedIn(event);
		const id = field(await event.request.formData(), 'session');
		const ended = await event.locals.app.accounts.endSessions({ headers: event.request.headers, which: { id } });
		return { said: ended === 0 ? 'That browser was signed out already.' : 'That browser is signed out.' };
	},

	others: async (event) => {
		await signedIn(event);
		const ended = await event.locals.app.accounts.endSessions({ headers: event.request.headers, which: 'others' });
		return { said: ended === 0 ? 'There was no other browser to sign out.' : 'Every other browser is signed out.' };
	},

	passphrase: async (event) => {
		const { account } = await signedIn(event);
		const data = await event.request.formData();
		const changed = await event.locals.app.accounts.changePassphrase({
			headers: event.request.headers,
			old: field(data, 'old'),
			passphrase: field(data, 'passphrase'),
			about: await around(event, account)
		});
		// Not stored by the browser as a mistake in a plain form may be: the page lists where the account is signed in.
		if (!changed.ok) return fail(400, { problem: { code: changed.code, words: changed.words } });
		return { said: 'Your passphrase is changed, and every other browser is signed out.' };
	}
};
