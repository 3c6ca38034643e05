/** My summits: what this account is in, a new one, and a rehearsal. */
import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Account } from '$lib/server/accounts.ts';
import { dayAt } from '$lib/server/clock.ts';
import { mySummit } from '$lib/server/my-summits.ts';
import { newSummit, newSummitForm } from '$lib/server/new-summit.ts';
import { dayInWords, field } from '$lib/server/session.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import { BANDS } from '$lib/summit/stations/settings.ts';
import type { Actions, PageServerLoad } from './$types';

/** Milliseconds from today to the day a new summit is first offered for. */
const MONTH = 28 * 86_400_000;

/** Hours that a rehearsal's page opens by a link made here. */
const REOPENED = 12;

async function signedIn({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Promise<Account> {
	return (await locals.app.accounts.session(request.headers)) ?? redirect(303, '/staff/sign-in?next=/staff');
}

export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const { rooms, clock, config } = event.locals.app;
	const today = dayAt(clock.now());
	const read = (await rooms.list()).map((room) =>
		room.read((summit) => mySummit(summit, { account: account.account, today }))
	);
	const mine = (await Promise.all(read)).filter((summit) => summit !== null);
	return {
		account: { name: account.name, email: account.email },
		summits: mine
			.sort((a, b) => b.date.localeCompare(a.date))
			.map(({ date, ...summit }) => ({ ...summit, day: dayInWords(date) })),
		rehearsalsOnly: config.network === 'plain',
		begin: { name: '', date: dayAt(clock.now() + MONTH), host: '', others: '', bands: [...BANDS] as string[] }
	};
};

export const actions: Actions = {
	create: async (event) => {
		const { account, name } = await signedIn(event);
		const typed = newSummitForm(await event.request.formData());
		const made = newSummit(typed);
		if (!made.ok) return fail(400, { typed, faults: made.faults, words: undefined });
		const { rooms } = event.locals.app;
		const summit = await rooms.create({ settings: made.settings, rehearsal: false, person: { name, account } });
		if (!summit.ok) return fail(409, { typed, faults: undefined, words: REFUSALS[summit.code] });
		redirect(303, `/staff/${summit.summit}/set-up`);
	},

	rehearse: async (event) => {
		const { account, name } = await signedIn(event);
		redirect(303, await event.locals.app.rehearsals.start({ account, name }));
	},

	/** The page of links of a rehearsal this account started, by a new link: the first one is not kept anywhere. */
	reopen: async (event) => {
		const { account } = await signedIn(event);
		const { rooms, links, clock } = event.locals.app;
		const summit = field(await event.request.formData(), 'summit');
		const room = await rooms.get(summit);
		const today = dayAt(clock.now());
		if (!room?.rehearsal || !(await room.read((state) => mySummit(state, { account, today }))))
			return fail(404, { typed: undefined, faults: undefined, words: REFUSALS.unknown_summit });
		const detail = { rehearsal: true, many: true };
		redirect(303, `/rehearsal/${await links.make({ summit, role: 'facilitator', detail, hours: REOPENED })}`);
	}
};
