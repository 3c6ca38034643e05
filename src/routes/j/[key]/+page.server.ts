/** The door a QR opens. A device that holds a card of this summit already keeps it: the same card, the right place. */
import { redirect } from '@sveltejs/kit';
import { missingFrom, readJoining } from '$lib/screens/student/joining.ts';
import { mistake } from '$lib/server/form-mistake.ts';
import type { Band } from '$lib/summit/stations/settings.ts';
import { HELP_UK } from '$lib/summit/templates/help-uk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Seconds a card's cookie stays: as long as its words may be kept at most (S13). */
const NINETY_DAYS = 90 * 24 * 3600;

/**
 * A device that holds a card of the summit behind this door goes on to it, whatever the doors say: whoever scans again
 * after they were shut or the summit was closed must still come to *Talk to someone* and to what became of it.
 */
async function goOn(event: RequestEvent): Promise<void> {
	const { identity, join } = event.locals.app;
	const room = await join.behind(event.params.key);
	const known = room && (await identity.speakAs(event, { summit: room.id, at: event.route.id }));
	if (known) redirect(303, `/s/${known.room.id}`);
}

export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	await goOn(event);
	const talk = url.searchParams.get('show') === 'talk';
	const found = await locals.app.join.find({ key: params.key });
	if (!found.ok) {
		// A code made anew leaves an old key without a summit: the card is offered then, and not opened unasked.
		const held = await locals.app.identity.heldCard(event.request);
		return { shut: found.words, help: talk ? HELP_UK : null, held };
	}
	const { room } = found;
	const { name, schools, bands, helpPack, quietRoom } = room.summit.setup.settings;
	const door = { name, schools, bands, quietRoom, joining: readJoining(url.searchParams, { schools, bands }) };
	return { shut: null, door, held: null, help: talk ? (helpPack ?? HELP_UK) : null };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, params, locals, url, cookies } = event;
		// Pressed twice, or two tabs: one device, one card.
		await goOn(event);
		const entrance = { key: params.key };
		const found = await locals.app.join.find(entrance);
		if (!found.ok) return mistake(event, 404, { joining: null, words: found.words });
		const { settings } = found.room.summit.setup;
		const joining = readJoining(await request.formData(), settings);
		const words = missingFrom(joining);
		const band = settings.bands.find((one): one is Band => one === joining.band);
		if (words !== null || band === undefined)
			return mistake(event, 400, { joining, words: words ?? 'Choose your year.' });
		const joined = await locals.app.join.join({ entrance, school: joining.school, band, headcount: joining.headcount });
		if (!joined.ok) return mistake(event, 409, { joining, words: joined.words });
		cookies.set(`card_${joined.room.id}`, joined.token, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			maxAge: NINETY_DAYS
		});
		redirect(303, `/s/${joined.room.id}`);
	}
};
