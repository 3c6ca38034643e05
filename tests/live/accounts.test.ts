/** S7, S6, L6: staff sign-in over production's own pages and sockets, with the second step on as it comes out of the box. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { PersonRole } from '../../src/lib/summit/people.ts';
import { Voice, readySettings } from './kit.ts';
import { Production, filesOf, prepare } from './production.ts';
import { Visitor } from './visitor.ts';

const ON = { SECOND_FACTOR: '1' };
const ADA = { name: 'Ada Hill', email: 'ada@example.org', passphrase: 'brass engine and roses' };
const JO = { name: 'Jo Cole', email: 'jo@example.org', passphrase: 'seven green herons by the canal' };
const KIM = { name: 'Kim Reed', email: 'kim@example.org', passphrase: 'nine slow barges pass by' };
const MINUTE = 60_000;

let folder: string;
let kit: Production;
let summit: string;
/** Ids of Ada, who facilitates, and Jo, who leads. */
let people: Record<'ada' | 'jo', string>;
const visitors: Record<'ada' | 'jo', Visitor> = { ada: null as never, jo: null as never };
const voices: Voice[] = [];

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-accounts-'));
	await prepare(
		folder,
		async (app) => {
			const ada = await app.accounts.register(ADA);
			const jo = await app.accounts.register(JO);
			await app.accounts.register(KIM);
			if (!ada.ok || !jo.ok) throw new Error('no account');
			const person = { name: ADA.name, account: ada.account.account };
			const made = await app.rooms.create({ settings: readySettings(), rehearsal: false, person });
			const room = made.ok ? await app.rooms.get(made.summit) : null;
			if (!made.ok || !room) throw new Error('no summit');
			const part = { room, role: 'lead' as const, name: JO.name, school: 'northbank', account: jo.account.account };
			const lead = await app.identity.enrol(part);
			if (!lead.ok) throw new Error(lead.code);
			summit = room.id;
			people = { ada: made.person, jo: lead.person };
		},
		ON
	);
	kit = await Production.start(folder, ON);
	visitors.ada = new Visitor(kit);
	visitors.jo = new Visitor(kit);
});
afterAll(async () => {
	for (const voice of voices) voice.close();
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** What every door of the kit says to this browser. */
async function doors(visitor: Visitor, as: PersonRole): Promise<string[]> {
	const said: string[] = [];
	for (const page of ['/staff', '/staff/account', `/staff/${summit}/run`, `/staff/${summit}/worries`]) {
		const { status, headers } = await visitor.ask(page);
		said.push(`${page} ${status} ${(headers.get('location') ?? '').split('?')[0] ?? ''}`.trim());
	}
	const links = await visitor.ask(`/staff/${summit}/links`);
	const table = await visitor.ask(`/staff/${summit}/plan/plan.csv`);
	const asks = [{ topic: 'run' }];
	const watched = await kit.live('watch', { summit, as, cookie: visitor.cookie, asks });
	const command = { id: 'pause-by-nobody', type: 'controls:pause' };
	const done = as === 'lead' ? watched : await kit.live('do', { summit, as, cookie: visitor.cookie, command });
	return [...said, `links ${links.status}`, `table ${table.status}`, `watch ${watched.status}`, `do ${done.status}`];
}
function voice(visitor: Visitor, as: PersonRole, id: string): Voice {
	const one = new Voice({ kit, room: summit, as, id, cookie: visitor.cookie });
	voices.push(one);
	return one;
}
/** As if the second step of every session had been passed this long before. */
function age(milliseconds: number): void {
	const database = new Database(path.join(folder, 'accounts.db'));
	database.prepare('update staffSession set secondStepAt = secondStepAt - ?').run(milliseconds);
	database.close();
}

test('S7: a passphrase opens no page, file, socket or command; the second step opens them all', async () => {
	const { ada } = visitors;
	expect(await ada.signIn(ADA, `/staff/${summit}/run`)).toBe(
		`/staff/second-step?next=${encodeURIComponent(`/staff/${summit}/run`)}`
	);
	const shut = await doors(ada, 'facilitator');
	expect(shut).toEqual([
		'/staff 303 /staff/sign-in',
		'/staff/account 303 /staff/sign-in',
		`/staff/${summit}/run 303 /staff/sign-in`,
		`/staff/${summit}/worries 303 /staff/sign-in`,
		'links 401',
		expect.stringMatching(/^table (303|401|403|404)$/),
		'watch 401',
		'do 401'
	]);
	const early = voice(ada, 'facilitator', people.ada);
	const refused = await new Promise<Error>((resolve) => early.socket.once('connect_error', resolve));
	expect(refused.message).toBe('not_signed_in');
	early.close();
	// The page of codes is where sign-in leads back to, and it gives nothing away either.
	expect((await ada.ask('/staff/sign-in')).headers.get('location')).toBe('/staff/second-step?next=%2Fstaff');

	const halfway = ada.cookie;
	const codes = await ada.setUp();
	expect(codes.status).toBe(200);
	expect(codes.body.match(/>[2-9a-z]{5}-[2-9a-z]{5}</g)).toHaveLength(10);
	expect(codes.headers.get('cache-control')).toContain('no-store');
	const open = await doors(ada, 'facilitator');
	expect(open).toEqual([
		'/staff 200',
		'/staff/account 200',
		`/staff/${summit}/run 200`,
		expect.stringMatching(/worries 403$/),
		'links 200',
		'table 200',
		'watch 200',
		'do 200'
	]);
	const stolen = await kit.ask('/staff', { cookie: halfway });
	expect(stolen.headers.get('location')).toContain('/staff/sign-in');
});

test('S7: later sign-ins ask for a code; a wrong one, a used one and a recovery code are told in plain words', async () => {
	const { jo } = visitors;
	await jo.signIn(JO);
	const mistyped = await jo.ask('/staff/second-step?/confirm', { form: { code: '000 000' } });
	// The page shows the offered key again: the laptop in the hall must not keep it.
	expect([mistyped.status, mistyped.headers.get('cache-control')]).toEqual([400, 'private, no-store']);
	expect(mistyped.body).toMatch(/class="key[^"]*">[A-Z2-7 ]+</);
	const shown = await jo.setUp();
	const [, recovery = ''] = />([2-9a-z]{5}-[2-9a-z]{5})</.exec(shown.body) ?? [];
	const again = new Visitor(kit);
	again.key = jo.key;
	await again.signIn(JO);
	const wrong = await again.ask('/staff/second-step?/pass', { form: { from: 'app', code: '000 000' } });
	expect([wrong.status, wrong.body.includes('That code is not right')]).toEqual([400, true]);
	expect((await again.ask('/staff')).status).toBe(303);
	const lost = await again.ask('/staff/second-step?/pass', { form: { from: 'recovery', code: recovery } });
	expect([lost.status, lost.body.includes('You have 9 left')]).toEqual([200, true]);
	expect((await again.ask('/staff')).status).toBe(200);
	const third = new Visitor(kit);
	await third.signIn(JO);
	const used = await third.ask('/staff/second-step?/pass', { form: { from: 'recovery', code: recovery } });
	expect([used.status, (await third.ask('/staff')).status]).toEqual([400, 303]);
});

test('S6: signing another browser out cuts its open screen off at once, and no other', async () => {
	const { jo } = visitors;
	const elsewhere = new Visitor(kit);
	elsewhere.key = jo.key;
	await elsewhere.signIn(JO);
	// A code of the half minute after: the one of now set the app up.
	expect(await elsewhere.send('/staff/second-step?/pass&next=/staff', { code: jo.code() })).toBe('/staff');
	const [mine, theirs, bystander] = [
		voice(jo, 'lead', people.jo),
		voice(elsewhere, 'lead', people.jo),
		voice(visitors.ada, 'facilitator', people.ada)
	];
	for (const one of [mine, theirs]) expect(await one.watch(`worries:${people.jo}`)).toMatchObject({ ok: true });
	expect(await bystander.watch('run')).toMatchObject({ ok: true });
	const page = await jo.ask('/staff/account');
	expect(page.body).toContain('This browser');
	expect(page.body).not.toMatch(/127\.0\.0\.1|undici|Mozilla/i);
	const ended = await jo.ask('/staff/account?/others', { form: {} });
	expect(ended.status).toBe(200);
	await theirs.until(() => theirs.evicted);
	expect(theirs.evicted).toBe('not_signed_in');
	expect((await elsewhere.ask('/staff')).status).toBe(303);
	expect(await mine.watch(`worries:${people.jo}`)).toMatchObject({ ok: true });
	expect([mine.evicted, bystander.evicted]).toEqual([null, null]);
});

test('S7: a lead’s part is given on a code from the last ten minutes; what is not a lead’s is not held up', async () => {
	const { ada } = visitors;
	const invite = (role: PersonRole) =>
		ada.ask(`/staff/${summit}/links`, { json: { role, school: 'harbour-lane' }, headers: { origin: kit.url } });
	age(11 * MINUTE);
	const stale = await invite('lead');
	expect([stale.status, JSON.parse(stale.body)]).toMatchObject([403, { ok: false, code: 'needs_second_step' }]);
	expect((await invite('stationLead')).status).toBe(200);
	const again = (body: unknown, origin = kit.url) =>
		ada.ask('/staff/second-step/again', { json: body, headers: { origin } });
	expect((await again({ code: ada.code() }, 'https://evil.example')).status).toBe(403);
	expect((await again({ code: '000000' })).status).toBe(400);
	expect((await again(null)).status).toBe(400);
	expect((await invite('lead')).status).toBe(403);
	expect((await kit.ask('/staff/second-step/again', { json: { code: '123456' } })).status).toBe(401);
});

test('S7: a part with an account is taken on a fresh code too, by somebody known and by somebody new', async () => {
	const app = new Database(path.join(folder, 'accounts.db'));
	app.prepare('update staffSession set secondStepAt = ? where secondStepAt is not null').run(Date.now());
	app.close();
	const { ada } = visitors;
	const link = async (): Promise<string> => {
		const json = { role: 'lead', school: 'harbour-lane' };
		const made = await ada.ask(`/staff/${summit}/links`, { json });
		return new URL((JSON.parse(made.body) as { address: string }).address).pathname;
	};
	const [forKim, forNew] = [await link(), await link()];
	const kim = new Visitor(kit);
	const { name: _, ...typed } = KIM;
	expect(await kim.send(`${forKim}?/known`, typed)).toBe(`/staff/second-step?next=${encodeURIComponent(forKim)}`);
	// A passphrase alone has not taken the part.
	expect((await kim.ask(forKim)).body).not.toContain('You’re signed in as');
	expect((await kim.setUp()).status).toBe(200);
	age(11 * MINUTE);
	expect(await kim.send(`${forKim}?/join`, {})).toBe(`/staff/second-step?next=${encodeURIComponent(forKim)}`);
	age(-11 * MINUTE);
	expect(await kim.send(`${forKim}?/join`, {})).toBe(`/staff/${summit}/worries`);
	expect((await kim.ask(`/staff/${summit}/worries`)).status).toBe(200);

	const newcomer = new Visitor(kit);
	const made = { name: 'Lee Ward', email: 'lee@example.org', passphrase: 'harbour-lane-school' };
	const weak = await newcomer.ask(`${forNew}?/make`, { form: made });
	expect([weak.status, weak.body.includes('too easy to guess')]).toEqual([400, true]);
	const strong = { ...made, passphrase: 'four quiet lamps at noon' };
	expect(await newcomer.send(`${forNew}?/make`, strong)).toBe(
		`/staff/second-step?next=${encodeURIComponent(`/staff/${summit}/worries`)}`
	);
	expect((await newcomer.ask(`/staff/${summit}/worries`)).status).toBe(303);
	await newcomer.setUp();
	expect((await newcomer.ask(`/staff/${summit}/worries`)).status).toBe(200);
});

test('L6: a class hammering the form keeps nobody out at a browser that signed in before', async () => {
	const { ada } = visitors;
	await ada.ask('/staff/sign-out', { form: {} });
	const wrong = { email: ADA.email, passphrase: 'wrong words entirely' };
	const hammer = Array.from({ length: 12 }, () => kit.ask('/staff/sign-in', { form: wrong }));
	const [mine, ...theirs] = await Promise.all([ada.signIn(ADA), ...hammer]);
	expect(theirs.map(({ status }) => status)).toEqual(Array<number>(12).fill(400));
	expect(theirs.filter(({ body }) => body.includes('several wrong tries')).length).toBeGreaterThan(0);
	expect(mine).toContain('/staff/second-step');
});

test('the list of common passphrases, and what measures them, never reach a browser', () => {
	const files = [...filesOf(path.join(import.meta.dirname, '../../build/client'))].filter(([name]) =>
		name.endsWith('.js')
	);
	expect(files.length).toBeGreaterThan(10);
	const carrying = files.filter(([, bytes]) => /zxcvbn|trustno1|iloveyou/i.test(bytes.toString('latin1')));
	expect(carrying.map(([name]) => name)).toEqual([]);
});
