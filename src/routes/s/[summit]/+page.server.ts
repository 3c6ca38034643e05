/**
 * Everything a student sees of a summit. The rows a first screen needs are in the page already, so that it can be read
 * before any script has come; what it can do without one (agree, talk to someone, hand the device on) are plain forms.
 */
import { createHash } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { commandId } from '$lib/live/ids.ts';
import { chance } from '$lib/server/tokens.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function cardOf(event: RequestEvent, summit: string) {
	return (await event.locals.app.identity.speakAs(event, { summit, at: '/s/[summit]' })) ?? redirect(303, '/');
}

export const load: PageServerLoad = async (event) => {
	const { speaking, actor, room } = await cardOf(event, event.params.summit);
	const watched = await room.watch(actor, [{ topic: 'summit' }, { topic: `card:${actor.id}` }, { topic: 'choose' }]);
	const rows: Record<string, Record<string, unknown>> = {};
	for (const topic of watched.ok ? watched.topics : []) {
		if (!('rows' in topic)) continue;
		// A station's lists come with the station's own screen, over the line.
		const first = Object.entries(topic.rows).filter(([key, row]) => row !== null && !key.startsWith('settings:'));
		rows[topic.topic] = Object.fromEntries(first);
	}
	const show = event.url.searchParams.get('show');
	const front: 'talk' | 'next' | null = show === 'talk' || show === 'next' ? show : null;
	const { name } = room.summit.setup.settings;
	return { speaking, card: actor.id, first: forRendering(rows), front, once: chance.id(), name };
};

/**
 * SvelteKit also writes out whatever a load answers for a client of its own, which this page has not (`+page.ts`), and throws
 * that away: for these rows an eighth of the page's whole cost. It passes by what cannot be enumerated; rendering sees it.
 */
function forRendering<Rows>(rows: Rows): { readonly rows: Rows } {
	return Object.defineProperty({}, 'rows', { value: rows }) as { readonly rows: Rows };
}

/**
 * The id of what a plain form asks. Pressed twice it is one (L2); with other words it is another, also from a page somebody
 * went back to: nothing written may be taken for what was sent before (S5).
 */
function idOf(form: FormData, asked: readonly string[]): string {
	const once = form.get('once');
	if (typeof once !== 'string' || once === '') return commandId(Date.now());
	return createHash('sha256')
		.update(JSON.stringify([once, ...asked]))
		.digest('base64url')
		.slice(0, 36);
}

export const actions: Actions = {
	agree: async (event) => {
		const { actor, room } = await cardOf(event, event.params.summit);
		await room.do(actor, { id: commandId(Date.now()), type: 'cards:agree' });
		redirect(303, `/s/${room.id}`);
	},
	talk: async (event) => {
		const { actor, room } = await cardOf(event, event.params.summit);
		const form = await event.request.formData();
		// Words without a choice are words all the same: nothing written here is turned away (S4, S5).
		const how = (['come', 'go', 'later'] as const).find((one) => one === form.get('how')) ?? 'come';
		const written = form.get('words');
		const words = typeof written === 'string' ? written.slice(0, 4000) : '';
		const said = words.trim() === '' ? {} : { words };
		const aboutAdult = form.get('adult') === 'yes';
		const id = idOf(form, [how, String(aboutAdult), words]);
		const command = { id, type: 'talk:ask', how, aboutAdult, ...said };
		const answer = await event.locals.app.dispatch.do({ room, actor, command });
		// Without a script nothing keeps it on the device, so it goes back into the form, and the page says so.
		if (!answer.ok) return fail(503, { unsent: { how, aboutAdult, words } });
		redirect(303, `/s/${room.id}?show=talk`);
	},
	next: ({ params, cookies, url }) => {
		cookies.delete(`card_${params.summit}`, { path: '/', secure: url.protocol === 'https:' });
		redirect(303, '/');
	}
};
