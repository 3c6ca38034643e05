/** P4, S7: links over production's own pages. Looking at one changes nothing; a link that is over says so and lets nobody in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { LinkDetail } from '../../src/lib/server/links.ts';
import { hashOf } from '../../src/lib/server/tokens.ts';
import { REFUSALS } from '../../src/lib/summit/refusals.ts';
import { Voice, readySettings } from './kit.ts';
import { Production, cookiesOf, prepare } from './production.ts';
import type { Asked } from './production.ts';

interface Links {
	address: string;
	addresses: string[];
	endsAt: number;
}
let folder: string;
let kit: Production;
let summit: string;
let facilitator: string;
/** A safeguarding lead's cookie. */
let lead: string;
/** Invitations made beforehand, as paths. */
let links: Record<'station' | 'observer' | 'lead' | 'back' | 'twice' | 'ended' | 'revoked' | 'race' | 'wall', string>;

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-links-'));
	({ summit, facilitator, lead, links } = await prepare(folder, async (app) => {
		const made = await app.rooms.create({
			settings: readySettings(),
			rehearsal: false,
			person: { name: 'Sam', account: null }
		});
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!room) throw new Error('no summit');
		const admitted = await app.identity.admit({ room, role: 'facilitator', name: 'Alex', school: null, account: null });
		if (!admitted.ok) throw new Error(admitted.code);
		const watching = await app.identity.admit({ room, role: 'lead', name: 'Jo', school: 'northbank', account: null });
		if (!watching.ok) throw new Error(watching.code);
		const link = async (hours: number, detail: LinkDetail = {}): Promise<string> =>
			`/staff/invite/${await app.links.make({ summit: room.id, role: 'stationLead', detail, hours })}`;
		const revoked = await link(4);
		await app.links.revoke(hashOf(revoked.split('/').at(-1) ?? ''));
		const wall = `/staff/invite/${await app.links.make({ summit: room.id, role: 'wall', detail: { many: true }, hours: 4 })}`;
		return {
			summit: room.id,
			facilitator: `facilitator_${room.id}=${admitted.token}`,
			lead: `lead_${room.id}=${watching.token}`,
			links: {
				station: await link(4),
				observer: `/staff/invite/${await app.links.make({ summit: room.id, role: 'observer', detail: {}, hours: 4 })}`,
				lead: `/staff/invite/${await app.links.make({ summit: room.id, role: 'lead', detail: { school: 'northbank' }, hours: 4 })}`,
				back: await link(4),
				twice: await link(4),
				race: await link(4),
				ended: await link(-1),
				revoked,
				wall
			}
		};
	}));
	kit = await Production.start(folder);
});
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

const join = (address: string, name = 'Robin'): Promise<Asked> => kit.ask(`${address}?/join`, { form: { name } });
const USED = 'This link has been used';
/** Pages write an apostrophe as it is, so the words stand in them as they are. */
const says = (asked: Asked, code: keyof typeof REFUSALS): boolean =>
	asked.body.includes(REFUSALS[code].split('.')[0] ?? '');

test('P4: looking at an invitation, by whatever method, changes nothing; then it lets one person in', async () => {
	for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
		const looked = await kit.ask(links.station, { method });
		expect(looked.status).toBe(200);
		expect(looked.headers.getSetCookie()).toEqual([]);
	}
	const joined = await join(links.station);
	expect(joined.status).toBe(303);
	expect(joined.headers.get('location')).toBe(`/staff/${summit}/queue`);
	const page = await kit.ask(`/staff/${summit}/queue`, { cookie: cookiesOf(joined) });
	expect(page.status).toBe(200);
});

test('P4: looking at a link of any kind changes nothing, and no token leaves the kit by a header or a log', async () => {
	for (const address of [links.station, links.observer, links.lead, links.wall, links.back, links.revoked]) {
		const first = await kit.ask(address);
		for (const method of ['HEAD', 'GET', 'HEAD'])
			expect((await kit.ask(address, { method })).status).toBe(first.status);
		expect(first.headers.getSetCookie()).toEqual([]);
		expect(first.headers.get('referrer-policy')).toBe('same-origin');
		expect(first.headers.get('cache-control')).toContain('no-store');
		expect(kit.said).not.toContain(address.split('/').at(-1));
	}
	// Looked at so often, one of them still lets somebody in; the address it leads to holds no token.
	const joined = await join(links.observer);
	expect(joined.headers.get('location')).toBe(`/observe/${summit}`);
	expect(joined.headers.getSetCookie().join()).toMatch(/HttpOnly/i);
	expect(joined.headers.getSetCookie().join()).not.toContain(links.observer.split('/').at(-1));
});

test('P4: helpers and observers get a link each, ending at noon after the summit; many is for walls alone', async () => {
	const ask = (json: object) => kit.ask(`/staff/${summit}/links`, { json, cookie: facilitator });
	const made = JSON.parse((await ask({ role: 'observer', count: 3, many: true })).body) as Links;
	expect(new Set(made.addresses).size).toBe(3);
	expect(made.endsAt).toBe(new Date(2027, 0, 16, 12).getTime());
	const [one = '', two = ''] = made.addresses.map((address) => new URL(address).pathname);
	const joined = await join(one);
	expect(joined.status).toBe(303);
	expect(joined.headers.getSetCookie().join()).toContain(new Date(made.endsAt).toUTCString());
	expect((await join(one)).status).toBe(400);
	expect((await join(two)).status).toBe(303);
	for (const json of [
		{ role: 'lead', school: 'northbank', count: 2 },
		{ role: 'wall', count: 2 },
		{ role: 'observer', count: 31 }
	])
		expect((await ask(json)).status, JSON.stringify(json)).toBe(400);
});

test('P4, S8: a link that is taken back takes with it, at once, every screen it let in, and no other', async () => {
	const made = await kit.ask(`/staff/${summit}/links`, { json: { role: 'wall', many: true }, cookie: facilitator });
	const { address } = JSON.parse(made.body) as Links;
	const cookies = [];
	for (const name of ['Hall', 'Stage']) cookies.push(cookiesOf(await join(new URL(address).pathname, name)));
	const bystander = cookiesOf(await join(links.wall, 'Corridor'));
	const screens = [...cookies, bystander].map((cookie) => new Voice({ kit, room: summit, as: 'wall', id: '', cookie }));
	for (const screen of screens) expect(await screen.watch('summit', 'wall')).toMatchObject({ ok: true });
	const listed = await kit.ask(`/staff/${summit}/links`, { cookie: facilitator });
	const rows = (JSON.parse(listed.body) as { links: { hash: string; used: number }[] }).links;
	const hash = hashOf(address.split('/').at(-1) ?? '');
	expect(rows.find((row) => row.hash === hash)?.used).toBe(2);
	const taken = { method: 'DELETE', json: { hash } };
	expect((await kit.ask(`/staff/${summit}/links`, { ...taken, cookie: lead })).status).toBe(404);
	const ended = await kit.ask(`/staff/${summit}/links`, { ...taken, cookie: facilitator });
	expect(JSON.parse(ended.body)).toEqual({ ok: true, ended: 2 });
	const [first, second, last] = screens;
	for (const screen of [first, second]) {
		await screen?.until(() => screen.evicted);
		expect(screen?.evicted).toBe('not_signed_in');
	}
	expect(last?.evicted).toBeNull();
	expect(await last?.watch('summit')).toMatchObject({ ok: true });
	for (const cookie of cookies)
		expect((await kit.live('watch', { summit, as: 'wall', cookie, asks: [{ topic: 'wall' }] })).status).toBe(401);
	expect(says(await join(new URL(address).pathname, 'Again'), 'link_ended')).toBe(true);
	for (const screen of screens) screen.close();
});

test('S6: signing out ends what a link gave, also for whoever kept a copy of the cookie', async () => {
	const made = await kit.ask(`/staff/${summit}/links`, { json: { role: 'stationLead' }, cookie: facilitator });
	const cookie = cookiesOf(await join(new URL((JSON.parse(made.body) as Links).address).pathname));
	const queue = { summit, as: 'stationLead', cookie, asks: [{ topic: 'queue' }] } as const;
	expect((await kit.live('watch', queue)).status).toBe(200);
	await kit.ask('/staff/sign-out', { form: {}, cookie });
	expect((await kit.live('watch', queue)).status).toBe(401);
	const facilitators = { summit, as: 'facilitator', cookie: facilitator, asks: [{ topic: 'queue' }] } as const;
	expect((await kit.live('watch', facilitators)).status).toBe(200);
});

test('P4: a used link takes the browser that joined by it back in; another is not sent to sign in without an account', async () => {
	const cookie = cookiesOf(await join(links.back));
	const back = await kit.ask(links.back, { cookie });
	expect(back.status).toBe(303);
	expect(back.headers.get('location')).toBe(`/staff/${summit}/queue`);
	for (const other of ['', facilitator]) {
		const page = await kit.ask(links.back, { cookie: other });
		expect(page.status).toBe(200);
		expect(page.body).toContain(USED);
		expect(page.body).not.toContain('Go to sign in');
	}
	const listed = await kit.ask('/staff/sign-in', { cookie });
	expect(listed.body).toContain(`href="/staff/${summit}/queue"`);
	expect((await kit.ask('/staff/sign-in')).body).not.toContain(summit);
});

test('P4: a used link says so to who looks and to who presses, and two at once are one', async () => {
	expect((await join(links.twice)).status).toBe(303);
	const again = await join(links.twice);
	expect(again.status).toBe(400);
	expect(again.headers.getSetCookie()).toEqual([]);
	expect(says(again, 'link_used')).toBe(true);
	expect((await kit.ask(links.twice)).body).toContain(USED);
	const statuses = (await Promise.all([join(links.race), join(links.race), join(links.race)])).map(
		({ status }) => status
	);
	expect(statuses.sort()).toEqual([303, 400, 400]);
});

test.each([
	['ended', 'link_ended'],
	['revoked', 'link_ended'],
	['unknown', 'link_unknown']
] as const)('P4: an invitation that is %s lets nobody in, in plain words', async (which, code) => {
	const address = which === 'unknown' ? `/staff/invite/${'x'.repeat(43)}` : links[which];
	expect(says(await kit.ask(address), code)).toBe(true);
	const pressed = await join(address);
	expect(pressed.status).toBe(400);
	expect(pressed.headers.getSetCookie()).toEqual([]);
	expect(says(pressed, code)).toBe(true);
});

test('P4: a link for many walls lets each of them in', async () => {
	for (const name of ['Hall', 'Corridor']) {
		const joined = await join(links.wall, name);
		expect(joined.status).toBe(303);
		expect((await kit.ask(`/wall/${summit}`, { cookie: cookiesOf(joined) })).status).toBe(200);
	}
});

test('S7: a station lead who was taken out has no page, no socket’s worth of rows and no command any more', async () => {
	const invite = await kit.ask(`/staff/${summit}/links`, { json: { role: 'stationLead' }, cookie: facilitator });
	const { address } = JSON.parse(invite.body) as { address: string };
	const cookie = cookiesOf(await join(address, 'Kim'));
	const queue = { summit, as: 'stationLead', cookie, asks: [{ topic: 'queue' }] } as const;
	expect((await kit.live('watch', queue)).status).toBe(200);
	const people = await kit.live('watch', {
		summit,
		as: 'facilitator',
		cookie: facilitator,
		asks: [{ topic: 'people' }]
	});
	const rows =
		(JSON.parse(people.body) as { topics: { rows: Record<string, { name: string }> }[] }).topics[0]?.rows ?? {};
	const [person] = Object.entries(rows).find(([, row]) => row.name === 'Kim') ?? [];
	const command = { id: 'revoke-the-helper', type: 'people:revoke', person };
	const revoked = await kit.live('do', { summit, as: 'facilitator', cookie: facilitator, command });
	expect(JSON.parse(revoked.body)).toMatchObject({ ok: true });

	const page = await kit.ask(`/staff/${summit}/queue`, { cookie });
	expect(page.status).toBe(303);
	expect(page.headers.get('location')).toContain('/staff/sign-in');
	expect(JSON.parse((await kit.live('watch', queue)).body)).toMatchObject({ ok: false, code: 'not_signed_in' });
	const pause = { ...queue, command: { id: 'pause-after-all', type: 'controls:pause' } };
	expect(JSON.parse((await kit.live('do', pause)).body)).toMatchObject({ ok: false, code: 'not_signed_in' });
	expect((await kit.ask(new URL(address).pathname)).body).toContain(USED);
});

test('S7: a facilitator invites another, one and with an account; a lead does not', async () => {
	const json = { role: 'facilitator', name: 'Mo', many: true };
	expect((await kit.ask(`/staff/${summit}/links`, { json, cookie: lead })).status).toBe(403);
	const made = await kit.ask(`/staff/${summit}/links`, { json, cookie: facilitator });
	const { address } = JSON.parse(made.body) as { address: string };
	const listed = await kit.ask(`/staff/${summit}/links`, { cookie: facilitator });
	const rows = (JSON.parse(listed.body) as { links: { role: string; many: boolean }[] }).links;
	expect(rows.filter(({ role }) => role === 'facilitator')).toMatchObject([{ name: 'Mo', many: false }]);
	expect((await join(address, 'Mo')).headers.getSetCookie()).toEqual([]);
	const account = { name: 'Mo Hill', email: 'mo@example.org', passphrase: 'nine slow barges pass by' };
	const accepted = await kit.ask(`${new URL(address).pathname}?/make`, { form: account });
	expect(accepted.headers.get('location')).toBe(`/staff/${summit}/run`);
	const cookie = cookiesOf(accepted);
	const watching = (as: 'facilitator' | 'lead') => kit.live('watch', { summit, as, cookie, asks: [{ topic: 'run' }] });
	expect((await watching('facilitator')).status).toBe(200);
	expect((await watching('lead')).status).toBe(401);
});

test('P4: the set-up link survives being looked at, makes one account, and then is over', async () => {
	const [link = ''] = /\/staff\/set-up\/\S+/.exec(kit.said) ?? [];
	for (const method of ['GET', 'HEAD', 'GET']) expect((await kit.ask(link, { method })).status).toBe(200);
	const weak = await kit.ask(link, { form: { name: 'Sam Okoro', email: 'sam@example.org', passphrase: 'short' } });
	expect(weak.status).toBe(400);
	const form = { name: 'Sam Okoro', email: 'sam@example.org', passphrase: 'seven green herons by the canal' };
	const made = await kit.ask(link, { form });
	expect(made.status).toBe(303);
	expect((await kit.ask('/staff', { cookie: cookiesOf(made) })).status).toBe(200);
	const again = await kit.ask(link, { form: { ...form, email: 'another@example.org' } });
	expect(again.status).toBe(400);
	expect(says(again, 'link_used')).toBe(true);
	expect(says(await kit.ask(`/staff/set-up/${'x'.repeat(43)}`), 'link_unknown')).toBe(true);
});
