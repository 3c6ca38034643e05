/**
 * The page of one action's owner (P4). Opening it changes nothing; four plain forms do, and they work without any script.
 * It holds that one action: what the topic `owner` says of it and nothing else.
 */
import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { chance } from '$lib/server/tokens.ts';
import { field } from '$lib/server/session.ts';
import type { OwnerRow } from '$lib/summit/topics/owner.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ summit: string }>;
type From = 'accept' | 'progress' | 'redate' | 'decline';

const owner = (event: Event) =>
	event.locals.app.identity.speakAs(event, { summit: event.params.summit, at: '/owner/[summit]' });

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'x-robots-tag': 'noindex' });
	const who = await owner(event);
	if (!who) return { speaking: null, me: '', name: null, action: null };
	const topic = `owner:${who.actor.id}`;
	const { rows } = await who.room.read(() => who.room.rows(topic, ['action']));
	// Computed by `ownerRow`, whose shape this is.
	const action = (rows['action'] ?? null) as OwnerRow | null;
	return { speaking: who.speaking, me: who.actor.id, name: who.name, action };
};

const SAID: Record<From, string> = {
	accept: 'Thank you. You have accepted it, and the plan says so.',
	progress: 'Noted. The people who run the plan see it now.',
	redate: 'Sent. The people who run the plan decide about the date and tell you.',
	decline: 'Sent. The people who run the plan read your reason.'
};

/** What was typed goes back with a refusal, so that nothing is lost. */
async function act(event: Event, from: From, command: (form: FormData) => Record<string, unknown>) {
	const who = await owner(event);
	if (!who) return fail(401, { from, said: '', words: 'This link has ended. Ask for a new one.', typed: {} });
	const form = await event.request.formData();
	const typed = Object.fromEntries([...form].filter((part): part is [string, string] => typeof part[1] === 'string'));
	const asked = { id: chance.id(), type: `owner:${from}`, ...command(form) };
	const answer = await event.locals.app.dispatch.do({ room: who.room, actor: who.actor, command: asked });
	if (answer.ok) return { from, said: SAID[from], words: '', typed: {} };
	const words = answer.code === 'malformed' ? MISSING[from] : answer.words;
	return fail(400, { from, said: '', words, typed });
}

const MISSING: Record<From, string> = {
	accept: 'Reload the page and try again.',
	progress: 'Choose how far it is. A note has at most 1000 letters.',
	redate: 'Choose a day, and say why in a few words: at least 3 letters and at most 1000.',
	decline: 'Say why in a few words: at least 3 letters and at most 1000.'
};

export const actions: Actions = {
	accept: (event) => act(event, 'accept', (form) => ({ seen: Number(field(form, 'seen')) })),
	progress: (event) =>
		act(event, 'progress', (form) => ({ progress: field(form, 'progress'), note: field(form, 'note') })),
	redate: (event) => act(event, 'redate', (form) => ({ date: field(form, 'date'), reason: field(form, 'reason') })),
	decline: (event) => act(event, 'decline', (form) => ({ reason: field(form, 'reason') }))
};
