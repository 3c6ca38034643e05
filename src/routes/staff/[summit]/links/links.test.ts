import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { handClock } from '$lib/server/clock.ts';
import { readConfig } from '$lib/server/config.ts';
import { createLinks } from '$lib/server/links.ts';
import type { Link } from '$lib/server/links.ts';
import { memoryStore } from '$lib/server/store/memory.ts';
import { FACILITATOR, Stage } from '$lib/summit/testing.ts';
import { POST } from './+server.ts';

const ADDRESSES = ['127.0.0.1', '192.168.1.20'];

/** What a facilitator at `here` is given by a kit with these settings. */
async function invited(
	env: Record<string, string>,
	here: string,
	{ role = 'stationLead', fresh = true, rehearsal = false } = {}
): Promise<{ answer: { address: string; code?: string }; link: Link | undefined }> {
	const { summit } = Stage.prepared();
	const store = memoryStore();
	await store.createSummit({ id: summit.id, log: 'log', rehearsal: false, createdAt: 0 });
	const clock = handClock(0);
	const links = createLinks({ store, clock });
	const room = { id: summit.id, summit, rehearsal };
	const identity = { speakAs: async () => ({ actor: FACILITATOR, name: 'Farah Qureshi', room }) };
	const url = new URL(`/staff/${summit.id}/links`, here);
	const request = new Request(url, {
		method: 'POST',
		headers: { origin: url.origin },
		body: JSON.stringify({ role, school: summit.setup.settings.schools[0]?.id })
	});
	const accounts = { fresh: async () => fresh };
	const app = { config: readConfig(env, ADDRESSES), clock, links, identity, accounts };
	// As much of an event as the route reads.
	const event = { request, url, params: { summit: summit.id }, locals: { app } } as unknown as RequestEvent<
		{ summit: string },
		'/staff/[summit]/links'
	>;
	const answer = (await (await POST(event)).json()) as { address: string; code?: string };
	return { answer, link: (await links.list(summit.id))[0] };
}

const [PUBLIC, LAN, LOCAL] = ['https://summit.example.org', 'http://192.168.1.20:3000', 'http://localhost:3000'];
test('S7: an invitation says who made it', async () => {
	const { link } = await invited({}, LOCAL);
	expect(link?.detail.by).toBe(FACILITATOR.id);
});

test('S7: a lead’s or facilitator’s part is given on a fresh second step only; a helper’s, and in a rehearsal, on any', async () => {
	for (const role of ['lead', 'facilitator']) {
		const { answer, link } = await invited({}, LOCAL, { role, fresh: false });
		expect([answer.code, link]).toEqual(['needs_second_step', undefined]);
		expect((await invited({}, LOCAL, { role })).link?.role).toBe(role);
		expect((await invited({}, LOCAL, { role, fresh: false, rehearsal: true })).link?.role).toBe(role);
	}
	for (const role of ['stationLead', 'observer', 'wall'])
		expect((await invited({}, LOCAL, { role, fresh: false })).link?.role).toBe(role);
});

test.each([
	['the public address', { HOST: '0.0.0.0', PUBLIC_URL: PUBLIC }, LOCAL, PUBLIC],
	['the address it was asked at', { HOST: '0.0.0.0' }, LAN, LAN],
	['one that others can reach', { HOST: '0.0.0.0' }, LOCAL, LAN],
	['this machine’s own where there is no other', {}, LOCAL, LOCAL]
])('an invitation opens at %s', async (_where, env, here, expected) => {
	const { address } = (await invited(env, here)).answer;
	expect(new URL(address).origin).toBe(expected);
	expect(new URL(address).pathname).toMatch(/^\/staff\/invite\/[\w-]{43}$/);
});
