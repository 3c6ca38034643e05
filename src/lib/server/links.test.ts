import { beforeEach, expect, test } from 'vitest';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { createLinks, rehearsalBy } from './links.ts';
import type { Links } from './links.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/port.ts';

let clock: HandClock;
let store: Store;
let links: Links;
const summit = 'summit-a';
const invitation = { summit, role: 'lead', detail: { name: 'Sam', school: 'host' }, hours: 48 } as const;

beforeEach(async () => {
	clock = handClock(1_000);
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: false, createdAt: 0 });
	links = createLinks({ store, clock });
});

test('P4: looking at a link says what it is for and changes nothing, however often', async () => {
	const token = await links.make(invitation);
	expect(token).toMatch(/^[\w-]{43}$/);
	for (let i = 0; i < 3; i += 1)
		expect(await links.look(token)).toMatchObject({
			ok: true,
			link: { summit, role: 'lead', detail: { name: 'Sam', school: 'host' }, usedAt: null, endsAt: 172_801_000 }
		});
});

test('P4: a link is used once, however many press at the same moment', async () => {
	const token = await links.make(invitation);
	const answers = await Promise.all(Array.from({ length: 10 }, () => links.use(token)));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('link_used');
	expect(await links.look(token)).toMatchObject({ ok: false, code: 'link_used' });
});

test('a link for many stays good until it ends', async () => {
	const token = await links.make({ ...invitation, role: 'wall', detail: { many: true }, hours: 1 });
	expect(await links.use(token)).toMatchObject({ ok: true });
	expect(await links.use(token)).toMatchObject({ ok: true });
	clock.advance(3_600_000);
	expect(await links.use(token)).toMatchObject({ ok: false, code: 'link_ended' });
});

test('P4: a link that ended or was taken back says so; one that never was is unknown', async () => {
	const token = await links.make(invitation);
	const other = await links.make(invitation);
	const [, second] = await links.list(summit);
	expect(await links.list(summit)).toHaveLength(2);
	const revoked = (await links.look(other)).ok ? second?.hash : undefined;
	expect(await links.revoke(revoked ?? '')).toBe(true);
	expect(await links.revoke(revoked ?? '')).toBe(false);
	const answers = await Promise.all([links.look(token), links.look(other)]);
	expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ code: 'link_ended' }]);
	clock.advance(48 * 3_600_000);
	expect(await links.look(token)).toMatchObject({ code: 'link_ended' });
	expect(await links.use(token)).toMatchObject({ code: 'link_ended' });
	for (const made of ['', 'x'.repeat(43), `${token}x`, '../../etc'])
		expect(await links.use(made)).toMatchObject({ ok: false, code: 'link_unknown' });
});

test('the store keeps a hash and never the token', async () => {
	const token = await links.make({ summit: null, role: 'setup', detail: {}, hours: 24 });
	const kept = await store.links({ summit: null });
	expect(kept).toHaveLength(1);
	expect(JSON.stringify(kept)).not.toContain(token);
	expect(await links.list(summit)).toEqual([]);
});

test('a link leads to the page for its kind', () => {
	expect(links.path({ role: 'setup', token: 't' })).toBe('/staff/set-up/t');
	expect(links.path({ role: 'wall', token: 't' })).toBe('/staff/invite/t');
});

test('only the link of a rehearsal’s own page opens it; an invitation to one part is no way to the others', async () => {
	const parts = { links, rooms: { get: async () => ({ rehearsal: true }) } };
	const detail = { rehearsal: true, many: true };
	const page = await links.make({ summit, role: 'facilitator', detail, hours: 1 });
	expect(await rehearsalBy(parts, page)).not.toBeNull();
	for (const role of ['wall', 'observer', 'stationLead', 'lead', 'setup'] as const)
		expect(await rehearsalBy(parts, await links.make({ summit, role, detail, hours: 1 }))).toBeNull();
	const one = { summit, role: 'facilitator', detail: { rehearsal: true }, hours: 1 } as const;
	expect(await rehearsalBy(parts, await links.make(one))).toBeNull();
	expect(await rehearsalBy({ links, rooms: { get: async () => ({ rehearsal: false }) } }, page)).toBeNull();
	expect(await rehearsalBy({ links, rooms: { get: async () => null } }, page)).toBeNull();
});
