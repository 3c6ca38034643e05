import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../summit/subject.ts';
import { standardTemplate } from '../summit/templates/standard.ts';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { createIdentity } from './identity.ts';
import type { Identity } from './identity.ts';
import { acceptInvitation, accountFault, endedWith, homeOf, partFault, readInvitation } from './invitations.ts';
import type { Parts } from './invitations.ts';
import { openKeyring } from './keyring.ts';
import { createLinks, noonAfter } from './links.ts';
import type { LinkDetail, LinkRole, Links } from './links.ts';
import { mySummit } from './my-summits.ts';
import { createRooms } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { memoryStore } from './store/memory.ts';
import type { Store, StoredPass } from './store/port.ts';
import { chance, hashOf } from './tokens.ts';

let keyDir: string;
let clock: HandClock;
let rooms: Rooms;
let links: Links;
let parts: Parts;
let identity: Identity;
let store: Store;
let summit: string;

const settings = {
	...standardTemplate({ date: '2026-11-25', nextUpdate: '2026-12-09' }),
	name: 'Northbank Summit',
	schools: [
		{ id: 'host', name: 'Northbank School' },
		{ id: 'harbour', name: 'Harbour Lane School' }
	]
};

async function made(rehearsal: boolean): Promise<string> {
	const answer = await rooms.create({ settings, rehearsal, person: { name: 'Fay', account: 'account-fay' } });
	if (!answer.ok) throw new Error(answer.code);
	return answer.summit;
}

beforeEach(async () => {
	keyDir = mkdtempSync(path.join(tmpdir(), 'invitations-'));
	clock = handClock(1_764_000_000_000);
	store = memoryStore();
	const keyring = await openKeyring({ dir: keyDir });
	const fault = (what: string) => {
		throw new Error(what);
	};
	rooms = await createRooms({ store, keyring, clock, chance, network: 'safe', fault, reader: () => () => [] });
	links = createLinks({ store, clock });
	identity = createIdentity({ store, rooms, accounts: { current: async () => null }, clock });
	parts = { links, rooms, identity };
	summit = await made(false);
});
afterEach(async () => {
	await rooms.close();
	rmSync(keyDir, { recursive: true });
});

function link(role: LinkRole, detail: LinkDetail = {}, to = summit): Promise<string> {
	return links.make({ summit: to, role, detail, hours: 48 });
}
async function people(of = summit) {
	return [...((await rooms.get(of))?.summit.people.list.values() ?? [])].map(({ name, role, school, account }) => ({
		name,
		role,
		school,
		account
	}));
}

test('P4: reading an invitation says what it is for and changes nothing', async () => {
	const token = await link('lead', { name: 'Lee', school: 'harbour' });
	for (let i = 0; i < 2; i += 1)
		expect(await readInvitation(parts, token)).toMatchObject({
			ok: true,
			invitation: {
				role: 'lead',
				summitName: 'Northbank Summit',
				school: 'Harbour Lane School',
				name: 'Lee',
				needsAccount: true
			}
		});
	expect(await people()).toHaveLength(1);
	expect(await links.look(token)).toMatchObject({ ok: true });
});

test('a station lead joins with a name and no account, and the cookie’s token proves the part', async () => {
	const token = await link('stationLead', { school: 'harbour' });
	const accepted = await acceptInvitation(parts, { token, name: ' Robin\u202e\nDay ', signedIn: null });
	if (!accepted.ok) throw new Error('refused');
	expect(accepted).toMatchObject({ summit, role: 'stationLead' });
	expect((await people())[1]).toEqual({ name: 'Robin Day', role: 'stationLead', school: null, account: null });
	expect(await acceptInvitation(parts, { token, name: 'Again', signedIn: null })).toMatchObject({ code: 'link_used' });
	expect(homeOf(accepted)).toBe(`/staff/${summit}/queue`);
});

test('P4: a part taken by link ends with the link, noon after the summit’s day, and not before', async () => {
	// Ten days before. The summit is on 25 November; the day ends where the kit runs.
	clock.advance(new Date(2026, 10, 15, 9).getTime() - clock.now());
	const noon = new Date(2026, 10, 26, 12).getTime();
	expect(noonAfter('2026-11-25')).toBe(noon);
	const hours = (noon - clock.now()) / 3_600_000;
	const token = await links.make({ summit, role: 'wall', detail: {}, hours });
	const accepted = await acceptInvitation(parts, { token, name: 'Hall', signedIn: null });
	const cookie = accepted.ok ? accepted.cookie : null;
	expect(cookie?.endsAt).toBe(noon);
	const headers = new Headers({ cookie: `wall_${summit}=${cookie?.token ?? ''}` });
	const who = () => identity.who({ headers, summit, as: 'wall' });
	clock.advance(noon - 60_000 - clock.now());
	expect(await who()).toMatchObject({ role: 'wall' });
	clock.advance(60_000);
	expect(await who()).toBeNull();
	// With a link that ends sooner the part does too.
	const short = await acceptInvitation(parts, { token: await link('observer'), name: 'Rowan', signedIn: null });
	expect(short.ok && short.cookie?.endsAt).toBe(clock.now() + 48 * 3_600_000);
	// Taken later without a link of its own, as in a test: for who still clears up.
	const room = await rooms.get(summit);
	if (!room) throw new Error('no room');
	const late = await identity.admit({ room, role: 'wall', name: 'Hall', school: null, account: null });
	expect(late.ok && late.endsAt - clock.now()).toBe(12 * 3_600_000);
});

test('P4: taking a link back ends what was taken by it, and nothing else; a lead’s part only by a lead', async () => {
	const room = await rooms.get(summit);
	if (!room) throw new Error('no room');
	const facilitator: Actor = { role: 'facilitator', id: [...room.summit.people.list.keys()][0] ?? '' };
	const many = await link('wall', { many: true });
	for (const name of ['Hall', 'Corridor']) await acceptInvitation(parts, { token: many, name, signedIn: null });
	const other = await link('wall');
	await acceptInvitation(parts, { token: other, name: 'Canteen', signedIn: null });
	const walls = () =>
		[...room.summit.people.list.values()].filter((p) => p.role === 'wall' && p.revokedAt === null).map((p) => p.name);
	const of = (token: string) => ({ room, link: { hash: hashOf(token) }, id: chance.id });
	expect(await endedWith(of(many), facilitator)).toEqual({ ok: true, ended: 2 });
	expect(walls()).toEqual(['Canteen']);
	expect(await endedWith(of(many), facilitator)).toEqual({ ok: true, ended: 0 });
	const lead = await link('lead', { school: 'host' });
	await acceptInvitation(parts, { token: lead, name: 'Jo', signedIn: 'account-of-jo' });
	expect(await endedWith(of(lead), facilitator)).toMatchObject({ ok: false, code: 'not_allowed' });
});

test('a part needs a name, and an invitation without one is not spent', async () => {
	const token = await link('observer');
	expect(await acceptInvitation(parts, { token, name: ' \n', signedIn: null })).toMatchObject({ code: 'needs_reason' });
	expect(await links.look(token)).toMatchObject({ ok: true });
});

test('S7: nobody grants themselves a safeguarding lead’s sight, and the invitation stays for somebody else', async () => {
	const token = await link('lead', { school: 'host' });
	const refused = await acceptInvitation(parts, { token, name: 'Fay', signedIn: 'account-fay' });
	expect(refused).toEqual({ ok: false, code: 'cannot_grant_self' });
	expect(await people()).toHaveLength(1);
	const taken = await acceptInvitation(parts, { token, name: 'Lee', signedIn: 'account-lee' });
	expect(taken).toEqual({ ok: true, summit, role: 'lead', cookie: null });
	expect((await people())[1]).toEqual({ name: 'Lee', role: 'lead', school: 'host', account: 'account-lee' });
});

test('S7: a lead’s part is the account’s alone: joining makes no token, and one stored for it opens nothing', async () => {
	const stored: StoredPass[] = [];
	const kept = { ...store };
	store.append = (batch) => {
		stored.push(...batch.passes);
		return kept.append(batch);
	};
	await acceptInvitation(parts, {
		token: await link('lead', { school: 'host' }),
		name: 'Lee',
		signedIn: 'account-lee'
	});
	expect(stored).toEqual([]);
	await acceptInvitation(parts, { token: await link('observer'), name: 'Rowan', signedIn: null });
	expect(stored).toHaveLength(1);
	const room = await rooms.get(summit);
	const lee = [...(room?.summit.people.list.values() ?? [])].find(({ name }) => name === 'Lee');
	const [token, after] = ['x'.repeat(43), room?.summit.seq ?? 0];
	const pass = {
		hash: hashOf(token),
		holder: lee?.id ?? '',
		role: 'lead',
		createdAt: 1,
		endsAt: null,
		revokedAt: null
	};
	await kept.append({ summit, after, events: [], answers: [], passes: [pass], revokes: [] });
	const headers = new Headers({ cookie: `lead_${summit}=${token}` });
	expect(await store.pass({ hash: hashOf(token) })).toMatchObject({ holder: lee?.id });
	expect(await identity.who({ headers, summit, as: 'lead' })).toBeNull();
});

test('S7: every lead is told by whose invitation somebody was given a lead’s sight', async () => {
	const room = await rooms.get(summit);
	const [fay] = room?.summit.people.list.keys() ?? [];
	const token = await link('lead', { school: 'host', by: fay ?? '' });
	await acceptInvitation(parts, { token, name: 'Lee', signedIn: 'account-lee' });
	const lead = [...(room?.summit.people.list.values() ?? [])].find(({ role }) => role === 'lead');
	const watched = await room?.watch({ role: 'lead', id: lead?.id ?? '' }, [{ topic: `worries:${lead?.id}` }]);
	expect(watched).toMatchObject({ topics: [{ rows: { [`grant:${lead?.id}`]: { name: 'Lee', by: 'Fay' } } }] });
});

test('S7: a lead of a real summit needs an account, and is not let in with a name alone', async () => {
	const token = await link('lead', { school: 'host' });
	expect(await acceptInvitation(parts, { token, name: 'Lee', signedIn: null })).toMatchObject({
		code: 'not_signed_in'
	});
	expect(await links.look(token)).toMatchObject({ ok: true });
});

test('an account is made only by whoever spent the link', async () => {
	const token = await link('lead', { school: 'host' });
	let calls = 0;
	const makeAccount = async () => ({ ok: true as const, account: `account-${(calls += 1)}` });
	const answers = await Promise.all(
		['Lee', 'Mo', 'Kit'].map((name) => acceptInvitation(parts, { token, name, signedIn: null, makeAccount }))
	);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(calls).toBe(1);
	expect(await people()).toHaveLength(2);
});

test('one account may lead for two schools, and takes each part once', async () => {
	const take = async (school: string) =>
		acceptInvitation(parts, { token: await link('lead', { school }), name: 'Lee', signedIn: 'account-lee' });
	expect(await take('host')).toMatchObject({ ok: true });
	expect(await take('harbour')).toMatchObject({ ok: true });
	expect(await take('host')).toMatchObject({ ok: false, code: 'already_so' });
	const room = await rooms.get(summit);
	const mine = room && mySummit(room.summit, { account: 'account-lee', today: '2026-11-20' });
	expect(mine?.parts).toEqual(['safeguarding lead for Northbank School', 'safeguarding lead for Harbour Lane School']);
	expect(mine?.doors[0]).toEqual({ href: `/staff/${summit}/worries`, words: 'Worries' });
});

test('in a rehearsal leads and facilitators come in by link alone, whoever is signed in', async () => {
	const rehearsal = await made(true);
	const token = await link('lead', { school: 'host' }, rehearsal);
	expect(await readInvitation(parts, token)).toMatchObject({ invitation: { needsAccount: false, rehearsal: true } });
	const accepted = await acceptInvitation(parts, { token, name: 'Lee', signedIn: 'account-fay' });
	expect(accepted).toMatchObject({ ok: true, role: 'lead' });
	expect(accepted.ok && accepted.cookie?.token).toBeTruthy();
	expect((await people(rehearsal))[1]).toMatchObject({ account: null });
	expect(await people()).toHaveLength(1);
});

test('links that are not invitations, or whose summit is gone, say so', async () => {
	expect(await readInvitation(parts, await links.make({ summit: null, role: 'setup', detail: {}, hours: 1 }))).toEqual({
		ok: false,
		code: 'link_unknown'
	});
	const rehearsal = await made(true);
	const token = await link('wall', { many: true }, rehearsal);
	await rooms.discard(rehearsal);
	expect(await readInvitation(parts, token)).toMatchObject({ ok: false, code: 'link_unknown' });
});

test('L7: an invitation to lead for a school that was taken out has ended, and is not spent', async () => {
	const token = await link('lead', { school: 'harbour' });
	const room = await rooms.get(summit);
	const [fay] = room?.summit.people.list.keys() ?? [];
	const change = { schools: settings.schools.slice(0, 1) };
	await room?.do({ role: 'facilitator', id: fay ?? '' }, { id: chance.id(), type: 'setup:edit', seen: 0, change });
	const ended = { ok: false, code: 'link_ended' };
	expect(await readInvitation(parts, token)).toEqual(ended);
	expect(await acceptInvitation(parts, { token, name: 'Lee', signedIn: 'account-lee' })).toEqual(ended);
	expect(await links.look(token)).toMatchObject({ ok: true });
});

test('the first page says where a summit stands, and shows only what the account is in', async () => {
	const room = await rooms.get(summit);
	if (!room) throw new Error('no room');
	expect(mySummit(room.summit, { account: 'somebody', today: '2026-11-20' })).toBeNull();
	const seen = (today: string) => mySummit(room.summit, { account: 'account-fay', today });
	expect(seen('2026-11-25')).toMatchObject({
		state: '6 things to do before the doors can open',
		parts: ['facilitator'],
		doors: [{ words: 'Set up' }, { words: 'Run' }, { words: 'Queue' }, { words: 'Plan' }]
	});
	expect(seen('2026-11-26')?.state).toBe('The day has passed and the doors never opened');
	expect(partFault({ room, link: await linkOf('stationLead') }, 'account-fay')).toMatchObject({
		code: 'cannot_grant_self'
	});
});

async function linkOf(role: LinkRole) {
	const found = await links.look(await link(role));
	if (!found.ok) throw new Error(found.code);
	return found.link;
}

test('P4: nothing is said about an account to whoever holds no link that needs one', async () => {
	const asked = { signedIn: null };
	expect(await accountFault(parts, { token: 'guessed', ...asked })).toMatchObject({ code: 'link_unknown' });
	expect(await accountFault(parts, { token: await link('observer'), ...asked })).toMatchObject({ code: 'not_allowed' });
	expect(await accountFault(parts, { token: await link('lead', { school: 'host' }), ...asked })).toBeNull();
});

test('S7: who is signed in with a part here makes no second account by a lead’s link', async () => {
	const token = await link('lead', { school: 'host' });
	expect(await accountFault(parts, { token, signedIn: 'account-fay' })).toMatchObject({ code: 'cannot_grant_self' });
	expect(await accountFault(parts, { token, signedIn: 'account-lee' })).toBeNull();
	expect(await people()).toHaveLength(1);
});
