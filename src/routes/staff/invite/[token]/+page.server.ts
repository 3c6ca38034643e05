/** An invitation to take a part in a summit. GET changes nothing (P4); the actions spend the link and join. */
import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import {
	acceptInvitation,
	accountFault,
	homeOf,
	partFault,
	partNeedsAccount,
	readInvitation
} from '$lib/server/invitations.ts';
import type { AccountRefusal } from '$lib/server/accounts.ts';
import { cookieName } from '$lib/server/identity.ts';
import type { LinkRefusal } from '$lib/server/links.ts';
import { namesAround } from '$lib/server/my-summits.ts';
import { dayInWords, field, onward, secondStepAt, setSession } from '$lib/server/session.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ token: string }>;
type From = 'join' | 'make' | 'known';

/** A link that is over: back into the part it gave this browser, where it holds it still; else the words for it. */
async function overFor(
	{ locals, params, request }: Pick<Event, 'locals' | 'params' | 'request'>,
	over: LinkRefusal['code']
) {
	const { links, rooms, identity } = locals.app;
	const link = await links.find(params.token);
	if (link === null || link.role === 'setup' || link.summit === null) return { over, account: true };
	const { role, summit } = link;
	if (over === 'link_used' && (await identity.who({ headers: request.headers, summit, as: role })))
		redirect(303, homeOf({ role, summit }));
	const rehearsal = (await rooms.get(summit))?.rehearsal ?? false;
	return { over, account: partNeedsAccount(role, rehearsal) };
}

export const load: PageServerLoad = async ({ locals, params, request, setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const found = await readInvitation(locals.app, params.token);
	if (!found.ok) return overFor({ locals, params, request }, found.code);
	const { invitation, room, link } = found;
	const account = invitation.needsAccount ? await locals.app.accounts.session(request.headers) : null;
	const fault = account === null ? null : await room.read(() => partFault({ room, link }, account.account));
	return {
		over: null,
		invitation,
		day: dayInWords(invitation.date),
		account: account && { name: account.name, email: account.email },
		fault: fault && {
			code: fault.code,
			words: fault.code === 'already_so' ? 'You have this part already.' : REFUSALS[fault.code]
		},
		home: fault?.code === 'already_so' ? homeOf(invitation) : null
	};
};

function no(from: From, typed: { name: string; email: string }, problem: { code: string; words: string }) {
	// Name by name: what was typed beside them, the passphrase above all, never goes back.
	const { name, email } = typed;
	return fail(400, { from, typed: { name, email }, problem: { code: problem.code, words: problem.words } });
}

/** Why this browser may not make an account by this link, or sign in with another, as an answer; null when it may. */
async function second({ locals, params, request }: Event, from: From, typed: { name: string; email: string }) {
	const signedIn = await locals.app.accounts.session(request.headers);
	const given = { token: params.token, signedIn: signedIn?.account ?? null };
	const fault = await accountFault(locals.app, given);
	return fault && no(from, typed, { code: fault.code, words: REFUSALS[fault.code] });
}

/** Joins, sets the part's cookie where there is one, and goes where the part begins. */
async function join(
	event: Event,
	asked: {
		from: From;
		name: string;
		email: string;
		signedIn: string | null;
		makeAccount?: () => Promise<{ ok: true; account: string } | AccountRefusal>;
	}
) {
	const { from, email, ...rest } = asked;
	const accepted = await acceptInvitation(event.locals.app, { token: event.params.token, ...rest });
	if (!accepted.ok) {
		const typed = { name: asked.name, email };
		if ('words' in accepted) return no(from, typed, accepted);
		if (accepted.code === 'needs_reason') return no(from, typed, { code: 'name_missing', words: 'Type a name first.' });
		return no(from, typed, { code: accepted.code, words: REFUSALS[accepted.code] });
	}
	const { cookie } = accepted;
	if (cookie !== null)
		event.cookies.set(cookieName(accepted.role, accepted.summit), cookie.token, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:',
			expires: new Date(cookie.endsAt)
		});
	// An account made just now sets its second step up right away; its part opens nothing before.
	redirect(303, asked.makeAccount ? onward(event.locals.app.config, homeOf(accepted)) : homeOf(accepted));
}

/** A part with an account is taken on a second step of the last ten minutes (S7). Back here after, to press again. */
async function freshFirst({ locals, params, request }: Event): Promise<void> {
	const { accounts, links } = locals.app;
	const found = await readInvitation(locals.app, params.token);
	if (!found.ok || !found.invitation.needsAccount || (await accounts.fresh(request.headers))) return;
	redirect(303, secondStepAt({ next: links.path({ role: found.link.role, token: params.token }) }));
}

export const actions: Actions = {
	/** With a name, or as the account that is signed in. */
	join: async (event) => {
		const session = await event.locals.app.accounts.session(event.request.headers);
		if (session) await freshFirst(event);
		const typed = field(await event.request.formData(), 'name');
		const name = typed === '' ? (session?.name ?? '') : typed;
		return join(event, { from: 'join', name, email: '', signedIn: session?.account ?? null });
	},

	/** With an account made here and now. */
	make: async (event) => {
		const { accounts } = event.locals.app;
		const data = await event.request.formData();
		const given = {
			name: field(data, 'name'),
			email: field(data, 'email'),
			passphrase: field(data, 'passphrase')
		};
		const refused = await second(event, 'make', given);
		if (refused) return refused;
		const found = await readInvitation(event.locals.app, event.params.token);
		const about = found.ok ? namesAround(found.room.summit.setup.settings) : [];
		const fault = await accounts.check({ ...given, about });
		if (fault) return no('make', given, fault);
		return join(event, {
			from: 'make',
			name: given.name,
			email: given.email,
			signedIn: null,
			makeAccount: async () => {
				const made = await accounts.register({ ...given, about });
				if (!made.ok) return made;
				const session = await accounts.signIn(given);
				if (session.ok) setSession(event.cookies, session.cookies);
				return { ok: true, account: made.account.account };
			}
		});
	},

	/** With an account somebody has already. */
	known: async (event) => {
		const data = await event.request.formData();
		const email = field(data, 'email');
		const refused = await second(event, 'known', { name: '', email });
		if (refused) return refused;
		const { headers } = event.request;
		const passphrase = field(data, 'passphrase');
		const session = await event.locals.app.accounts.signIn({ email, passphrase, headers });
		if (!session.ok) return no('known', { name: '', email }, session);
		setSession(event.cookies, session.cookies);
		const { config, links } = event.locals.app;
		if (config.secondFactor) {
			const found = await readInvitation(event.locals.app, event.params.token);
			const back = found.ok ? links.path({ role: found.link.role, token: event.params.token }) : '/staff';
			redirect(303, secondStepAt({ next: back }));
		}
		const { name, account } = session.account;
		return join(event, { from: 'known', name, email, signedIn: account });
	}
};
