/** P4: owners' links over production's own pages and a real socket. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { OwnerRow } from '../../src/lib/summit/topics/owner.ts';
import type { ActionRow } from '../../src/lib/summit/topics/plan.ts';
import { Voice, readySettings } from './kit.ts';
import { Production, cookiesOf, prepare } from './production.ts';

let folder: string;
let kit: Production;
let summit: string;
let facilitator: string;
let lead: string;
let helper: string;
let actions: string[];

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-owners-'));
	({ summit, facilitator, lead, helper, actions } = await prepare(folder, async (app) => {
		const settings = readySettings();
		const made = await app.rooms.create({ settings, rehearsal: false, person: { name: 'Sam', account: null } });
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!room || !made.ok) throw new Error('no summit');
		const part = async (role: 'facilitator' | 'lead' | 'stationLead') => {
			const school = role === 'lead' ? 'northbank' : null;
			const admitted = await app.identity.admit({ room, role, name: `A ${role}`, school, account: null });
			if (!admitted.ok) throw new Error(admitted.code);
			return `${role}_${room.id}=${admitted.token}`;
		};
		const [theme = ''] = room.summit.ideas.themes.keys();
		const owner = { name: 'Pat Reed', role: 'Site manager', organisation: 'Host school' };
		const actions: string[] = [];
		for (const what of ['Put up lamps', 'Paint the benches']) {
			const told = `Students are told: ${what}`;
			const answer = await room.do(
				{ role: 'facilitator', id: made.person },
				{
					...{ id: `add-action-${what.length}`, type: 'action:add', theme, ideas: [], what, changes: 'place' },
					...{ fairBecause: '', owner, due: '2027-01-30', told }
				}
			);
			if (answer.ok) actions.push(String(answer.answer['action']));
		}
		return {
			...{ summit: room.id, actions },
			facilitator: await part('facilitator'),
			lead: await part('lead'),
			helper: await part('stationLead')
		};
	}));
	kit = await Production.start(folder);
});
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

const owners = (json: object, cookie: string, method = 'POST') =>
	kit.ask(`/staff/${summit}/owners`, { method, json, cookie });
async function linkFor(action = actions[0], cookie = facilitator): Promise<string> {
	const made = await owners({ action }, cookie);
	return new URL((JSON.parse(made.body) as { address: string }).address).pathname;
}
const open = async (link: string) => cookiesOf(await kit.ask(`${link}?/join`, { form: { name: 'Pat Reed' } }));
const page = (cookie?: string) => kit.ask(`/owner/${summit}`, cookie === undefined ? {} : { cookie });
const press = (what: string, form: Record<string, string>, cookie: string) =>
	kit.ask(`/owner/${summit}?/${what}`, { form, cookie });
async function planned(action = actions[0]): Promise<ActionRow> {
	const { body } = await kit.live('watch', { summit, as: 'lead', cookie: lead, asks: [{ topic: 'plan' }] });
	const rows = (JSON.parse(body) as { topics: { rows: Record<string, ActionRow> }[] }).topics[0]?.rows ?? {};
	const found = rows[`action:${action ?? ''}`];
	if (!found) throw new Error('no such action');
	return found;
}
const NOTHING = 'Nothing is asked of you here';

test('P4: an owner opens a link, which changes nothing, sees one action, and answers by a button', async () => {
	const link = await linkFor();
	for (const method of ['GET', 'HEAD', 'GET']) {
		const looked = await kit.ask(link, { method });
		expect([looked.status, looked.headers.getSetCookie()]).toEqual([200, []]);
	}
	expect((await planned()).asked).toBe('asked');
	const cookie = await open(link);
	const seen = await page(cookie);
	expect(seen.body).toContain('Put up lamps');
	for (const hidden of ['Paint the benches', 'A facilitator', 'A lead', link.split('/').at(-1) ?? '-'])
		expect(seen.body).not.toContain(hidden);
	for (const method of ['GET', 'HEAD']) await kit.ask(`/owner/${summit}`, { method, cookie });
	expect((await planned()).asked).toBe('asked');
	await press('accept', { seen: '0' }, cookie);
	expect(await planned()).toMatchObject({ asked: 'accepted', reply: { by: 'Pat Reed' } });
	await press('progress', { progress: 'started', note: 'Ordered' }, cookie);
	await press('redate', { date: '2027-03-01', reason: 'Frost' }, cookie);
	expect(await planned()).toMatchObject({ progress: 'started', wish: { date: '2027-03-01', note: 'Frost' } });
	const short = await press('decline', { reason: 'x' }, cookie);
	expect(short.status).toBe(400);
	await press('decline', { reason: 'There is no money' }, cookie);
	expect(await planned()).toMatchObject({ asked: 'cannot', reply: { note: 'There is no money' } });
	expect(await planned(actions[1])).toMatchObject({ asked: 'not-asked', progress: 'not-started', reply: null });
	const table = await kit.ask(`/staff/${summit}/plan/plan.csv`, { cookie: lead });
	expect(table.body).toContain('Cannot');
});

test('P4: the link opens again elsewhere for the same person, and a new one, or taking it back, cuts off at once', async () => {
	const link = await linkFor(actions[1], lead);
	const [first, second] = [await open(link), await open(link)];
	expect(first).not.toBe(second);
	await press('accept', { seen: '0' }, second);
	expect((await page(first)).body).toContain('You have accepted this');
	const people = await kit.live('watch', { summit, as: 'lead', cookie: lead, asks: [{ topic: 'people' }] });
	const rows = (
		JSON.parse(people.body) as { topics: { rows: Record<string, { id: string; role: string; revoked: boolean }> }[] }
	).topics[0]?.rows;
	const living = Object.values(rows ?? {}).filter(({ role, revoked }) => role === 'owner' && !revoked);
	expect(living).toHaveLength(2);
	const id = living.at(-1)?.id ?? '';
	const voices = [first, second].map((cookie) => new Voice({ kit, room: summit, as: 'owner', id, cookie }));
	for (const voice of voices) {
		await voice.watch(`owner:${id}`);
		expect(voice.row<OwnerRow>(`owner:${id}`, 'action')?.what).toBe('Paint the benches');
		expect(await voice.watch('plan', 'summit', 'wall')).toMatchObject({
			topics: Array.from({ length: 3 }, () => ({ refused: 'not_allowed' }))
		});
	}
	const next = await linkFor(actions[1]);
	for (const voice of voices) {
		await voice.until(() => voice.evicted);
		expect((await page(voice.cookie)).body).toContain(NOTHING);
		expect((await press('decline', { reason: 'No money' }, voice.cookie)).status).toBe(401);
		voice.close();
	}
	expect((await kit.ask(link)).body).toContain('This link has ended');
	expect((await kit.ask(`${link}?/join`, { form: { name: 'Pat' } })).headers.getSetCookie()).toEqual([]);
	const third = await open(next);
	expect((await page(third)).body).toContain('Paint the benches');
	expect((await owners({ action: actions[1] }, facilitator, 'DELETE')).status).toBe(200);
	expect((await page(third)).body).toContain(NOTHING);
	expect((await planned(actions[1])).asked).toBe('not-asked');
});

test('P4: only planners make such a link; nobody else has the page, and an owner no file of the summit', async () => {
	expect((await owners({ action: actions[0] }, helper)).status).toBe(401);
	expect((await owners({ action: 'nothing-01' }, facilitator)).status).toBe(404);
	const origin = { origin: 'https://elsewhere.example' };
	const foreign = await kit.ask(`/staff/${summit}/owners`, {
		json: { action: actions[0] },
		cookie: facilitator,
		headers: origin
	});
	expect(foreign.status).toBe(403);
	for (const cookie of [undefined, facilitator, helper]) expect((await page(cookie)).body).toContain(NOTHING);
	const cookie = await open(await linkFor());
	for (const address of ['plan/plan.csv', 'plan/plan.json', 'maps/neighbourhood/heat', 'links'])
		expect((await kit.ask(`/staff/${summit}/${address}`, { cookie })).status, address).toBeGreaterThanOrEqual(400);
	for (const address of [`/staff/${summit}/plan`, `/observe/${summit}`, `/wall/${summit}`])
		expect((await kit.ask(address, { cookie })).status, address).toBe(303);
});
