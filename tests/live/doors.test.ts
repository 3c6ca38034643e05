/** S14, L5, L6, L7: how devices come in, and that both doors of the live connection answer alike and let no stranger speak. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import { hashOf } from '../../src/lib/server/tokens.ts';
import { REFUSALS } from '../../src/lib/summit/refusals.ts';
import { Voice, readySettings } from './kit.ts';
import { Production, cookiesOf, prepare } from './production.ts';

interface Door {
	summit: string;
	code: string;
	key: string;
	facilitator: string;
}
let folder: string;
let kit: Production;
/** One with its doors open, one with its doors shut again. */
let open: Door;
let shut: Door;
/** Cards of a summit whose doors were shut after they came in, and of one that was closed. */
let insiders: Record<'shut' | 'closed', { summit: string; key: string; cookie: string }>;
let sockets: Socket[] = [];

type App = Parameters<Parameters<typeof prepare>[1]>[0];

async function insiderOf(app: App, end: 'doors:close' | 'summit:close') {
	const { summit, key } = await doorOf(app, false);
	const joined = await app.join.join({ entrance: { key }, school: 'northbank', band: '9-11', headcount: 1 });
	const room = await app.rooms.get(summit);
	if (!joined.ok || !room) throw new Error('nobody came in');
	const [person] = [...room.summit.people.list.values()].filter(({ role }) => role === 'facilitator');
	const ended = await room.do({ role: 'facilitator', id: person?.id ?? '' }, { id: 'end-of-it', type: end });
	if (!ended.ok) throw new Error(ended.code);
	return { summit, key, cookie: `card_${summit}=${joined.token}` };
}

async function doorOf(app: App, closed: boolean): Promise<Door> {
	const made = await app.rooms.create({
		settings: readySettings(),
		rehearsal: false,
		person: { name: 'Sam', account: null }
	});
	const room = made.ok ? await app.rooms.get(made.summit) : null;
	if (!made.ok || !room) throw new Error('no summit');
	for (const school of ['northbank', 'harbour-lane']) {
		const lead = await app.identity.admit({ room, role: 'lead', name: 'Jo Cole', school, account: null });
		if (lead.ok) await room.do({ role: 'lead', id: lead.person }, { id: `answer-${school}`, type: 'people:answer' });
	}
	const facilitator = await app.identity.admit({
		room,
		role: 'facilitator',
		name: 'Alex',
		school: null,
		account: null
	});
	if (!facilitator.ok) throw new Error(facilitator.code);
	const actor = { role: 'facilitator', id: made.person } as const;
	await room.do(actor, { id: 'doors-open', type: 'doors:open', seen: 0 });
	await room.do(actor, { id: 'open-first', type: 'station:open', station: 'neighbourhood', seen: 0 });
	if (closed) await room.do(actor, { id: 'doors-shut', type: 'doors:close' });
	const { code, key } = room.summit.doors;
	return { summit: room.id, code: code ?? '', key: key ?? '', facilitator: facilitator.token };
}

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-doors-'));
	await prepare(folder, async (app) => {
		[open, shut] = [await doorOf(app, false), await doorOf(app, true)];
		insiders = { shut: await insiderOf(app, 'doors:close'), closed: await insiderOf(app, 'summit:close') };
	});
	kit = await Production.start(folder);
});
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.disconnect();
	sockets = [];
});
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

const FORM = { school: 'northbank', band: '9-11', who: 'me' };
const join = (key: string, cookie?: string) =>
	kit.ask(`/j/${key}`, { form: FORM, ...(cookie === undefined ? {} : { cookie }) });
const typed = (code: string) => kit.ask('/', { form: { code } });
const taking = async (): Promise<number> => {
	const cookie = `facilitator_${open.summit}=${open.facilitator}`;
	const { body } = await kit.live('watch', {
		summit: open.summit,
		as: 'facilitator',
		cookie,
		asks: [{ topic: 'run' }]
	});
	return (
		(JSON.parse(body) as { topics: { rows: { counts: { joined: number } } }[] }).topics[0]?.rows.counts.joined ?? -1
	);
};

interface Knock {
	origin?: string;
	cookie?: string;
	auth?: object;
	transports?: string[];
}
/** What a handshake ends in: `in`, or the code it was refused with, or what the engine said. */
function knock({ origin, cookie, auth, transports = ['polling', 'websocket'] }: Knock): Promise<string> {
	const extraHeaders = { ...(origin === undefined ? {} : { origin }), ...(cookie === undefined ? {} : { cookie }) };
	const socket = io(kit.url, {
		path: SOCKET_PATH,
		auth: auth ?? {},
		extraHeaders,
		transports,
		forceNew: true,
		reconnection: false
	});
	sockets.push(socket);
	return new Promise((resolve) => {
		socket.on('hello', () => resolve('in'));
		socket.on('evicted', ({ code }: { code: string }) => resolve(code));
		socket.on('connect_error', (error: Error & { data?: { code: string } }) =>
			resolve(error.data?.code ?? error.message)
		);
	});
}

test('S14, L7: wrong codes and codes of shut doors are answered alike, in plain words', async () => {
	for (const code of ['000000', shut.code]) {
		const answer = await typed(code);
		expect(answer.status).toBe(404);
		expect(answer.body).toContain('That code does not open a summit');
	}
	for (const code of ['', '12', 'abc def', '1234567']) expect((await typed(code)).status).toBe(400);
	const withKey = await kit.ask(`/j/${shut.key}`);
	expect(withKey.body).toContain(REFUSALS.doors_shut);
	const before = await join(shut.key);
	expect(before.status).toBe(404);
	expect(before.headers.getSetCookie()).toEqual([]);
});

test('L6: a flood of wrong codes slows wrong codes only: the right code and the right key come in beside it', async () => {
	const order: string[] = [];
	const flood = Promise.all(Array.from({ length: 90 }, (_, at) => typed(String(900_000 + at)))).then((answers) => {
		order.push('flood');
		return answers;
	});
	const right = await typed(` ${open.code.slice(0, 3)} ${open.code.slice(3)}`);
	const first = await join(open.key);
	order.push('right');
	expect(right.headers.get('location')).toBe(`/j/${open.key}`);
	expect(first.headers.get('location')).toBe(`/s/${open.summit}`);
	const wrong = await flood;
	expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([404]));
	expect(order).toEqual(['right', 'flood']);
});

test('L6: three hundred devices behind one address join at once, each with a card of its own', async () => {
	const before = await taking();
	const joined = await Promise.all(Array.from({ length: 300 }, () => join(open.key)));
	expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([303]));
	expect(new Set(joined.map(cookiesOf)).size).toBe(300);
	expect(await taking()).toBe(before + 300);
});

test('S1: a device that has a card keeps it, whatever it presses', async () => {
	const cookie = cookiesOf(await join(open.key));
	const before = await taking();
	for (const again of [await join(open.key, cookie), await kit.ask(`/j/${open.key}`, { cookie })]) {
		expect(again.status).toBe(303);
		expect(again.headers.get('location')).toBe(`/s/${open.summit}`);
		expect(again.headers.getSetCookie()).toEqual([]);
	}
	expect(await taking()).toBe(before);
});

test('S1, L6: a card’s token is in one HttpOnly cookie alone, and the kit keeps its hash', async () => {
	const joined = await join(open.key);
	const [line = '', ...more] = joined.headers.getSetCookie();
	expect(more).toEqual([]);
	const token = /^card_[^=]+=([\w-]{43});/.exec(line)?.[1] ?? '';
	for (const part of ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Max-Age=7776000']) expect(line).toContain(part);
	expect(line).not.toContain('Domain');
	const cookie = `card_${open.summit}=${token}`;
	const page = await kit.ask(`/s/${open.summit}`, { cookie });
	expect(page.status).toBe(200);
	expect(`${joined.body}${page.body}${joined.headers.get('location')}${kit.said}`).not.toContain(token);
	const kept = Buffer.concat(
		readdirSync(folder)
			.filter((name) => name.startsWith('summit.db'))
			.map((name) => readFileSync(path.join(folder, name)))
	);
	expect(kept.includes(token)).toBe(false);
	expect(kept.includes(hashOf(token))).toBe(true);
	expect((await kit.ask(`/s/${open.summit}`, { cookie: `card_${open.summit}=${'x'.repeat(43)}` })).status).toBe(303);
});

test('S5: a device that has a card comes back to it by the old door: shut, closed, or with another code', async () => {
	const cookie = cookiesOf(await join(open.key));
	const back = `href="/s/${open.summit}"`;
	// A key that opens nothing any more, and the page where codes are typed, offer the way back.
	for (const address of [`/j/${'x'.repeat(22)}`, '/']) {
		expect((await kit.ask(address, { cookie })).body, address).toContain(back);
		expect((await kit.ask(address)).body, address).not.toContain('Go back to my card');
	}
	expect((await kit.ask('/', { form: { code: '000000' }, cookie })).body).toContain(back);

	for (const insider of Object.values(insiders))
		for (const again of [
			await kit.ask(`/j/${insider.key}`, { cookie: insider.cookie }),
			await join(insider.key, insider.cookie)
		]) {
			expect(again.status).toBe(303);
			expect(again.headers.get('location')).toBe(`/s/${insider.summit}`);
		}
	expect((await kit.ask(`/j/${insiders.closed.key}`)).body).toContain(REFUSALS.summit_closed);
});

test('L5: plain requests are answered as the socket is, word for word', async () => {
	const { summit } = open;
	const [, token = ''] = cookiesOf(await join(open.key)).split('=');
	const cookie = `card_${summit}=${token}`;
	const voice = new Voice({ kit, room: summit, as: 'card', id: 'unknown', token });
	sockets.push(voice.socket);
	const plain = async (door: 'do' | 'watch', content: object): Promise<unknown> => {
		const { body } = await kit.live(door, { summit, as: 'card', cookie, ...content });
		const { now, ...answer } = JSON.parse(body) as { now: number };
		expect(now).toBeGreaterThan(0);
		return answer;
	};
	const raw = (command: unknown) => new Promise((resolve) => voice.socket.emit('do', command, resolve));
	const agreed = { id: 'agree-by-socket', type: 'cards:agree' };
	const answer = await raw(agreed);
	expect(answer).toMatchObject({ ok: true });
	const where = { station: 'neighbourhood', step: 'one-idea' };
	for (const command of [
		agreed,
		{ ...agreed, id: 'agree-once-more' },
		{ id: 'refused-role', type: 'plan:sign', seen: 0 },
		{ id: 'no-such-thing', type: 'nothing:here' },
		{ id: 'too-much-in-it', type: 'cards:agree', as: 'lead' },
		{ id: 'unknown-choice', type: 'station:contribute', ...where, entry: { type: 'choices', choices: ['x'] } },
		{ id: 7, type: 'cards:agree' },
		null
	])
		expect(await plain('do', { command })).toEqual(await raw(command));
	const asks = [{ topic: 'summit' }, { topic: 'queue' }, { topic: 'nonsense' }, { topic: `card:${summit}` }];
	expect(await plain('watch', { asks })).toEqual(await voice.watch(...asks));
	expect(await plain('watch', { asks: 'everything' })).toEqual({
		ok: false,
		code: 'malformed',
		words: REFUSALS.malformed
	});
	// An id means the same thing at both doors (L2).
	expect(await plain('do', { command: agreed })).toEqual(answer);
});

test('L2, L3: what one card’s page still holds is not taken for another card that joined in this browser since', async () => {
	const { summit } = open;
	const cookie = cookiesOf(await join(open.key));
	const command = { id: 'agreed-on-the-page-before', type: 'cards:agree' };
	const ask = { summit, as: 'card', cookie, command } as const;
	const turned = await kit.live('do', { ...ask, me: 'the-card-before' });
	expect(turned.status).toBe(401);
	expect(JSON.parse(turned.body)).toMatchObject({ ok: false, code: 'not_signed_in' });
	// The card whose cookie it is has agreed to nothing by it, and its own page is heard.
	const { body } = await kit.ask(`/s/${summit}`, { cookie });
	const me = /'card':'([^']+)'/.exec(body)?.[1] ?? '';
	expect(me).not.toBe('');
	expect(body).toContain("'agreed':false");
	expect(JSON.parse((await kit.live('do', { ...ask, me })).body)).toMatchObject({ ok: true });
});

test('L7: a card’s message over 16 KB, one too deep and one that is no JSON are refused, and the kit goes on', async () => {
	const { summit } = open;
	const cookie = cookiesOf(await join(open.key));
	const large = { id: 'x'.repeat(17_000), type: 'cards:agree' };
	const over = await kit.live('do', { summit, as: 'card', cookie, command: large });
	expect([over.status, JSON.parse(over.body)]).toMatchObject([413, { ok: false, code: 'too_large' }]);
	const nested: unknown = JSON.parse('['.repeat(3_000) + ']'.repeat(3_000));
	const deep = await kit.live('do', {
		summit,
		as: 'card',
		cookie,
		command: { id: 'very-deep', type: 'cards:agree', nested }
	});
	expect([deep.status, JSON.parse(deep.body)]).toMatchObject([200, { ok: false, code: 'malformed' }]);
	const headers = { 'content-type': 'text/plain' };
	const plain = await kit.ask('/live/do', { method: 'POST', json: {}, headers, cookie });
	expect(plain.status).toBeGreaterThanOrEqual(400);
	expect((await kit.ask('/live/do', { json: 'nonsense', cookie })).status).toBe(400);

	const socket = io(kit.url, {
		path: SOCKET_PATH,
		auth: { protocol: PROTOCOL, summit, as: 'card' },
		extraHeaders: { cookie },
		reconnection: false,
		forceNew: true
	});
	sockets.push(socket);
	const closed = new Promise((resolve) => socket.on('disconnect', resolve));
	await new Promise((resolve) => socket.on('hello', resolve));
	socket.emit('do', large);
	await closed;
	expect(await knock({ cookie, auth: { protocol: PROTOCOL, summit, as: 'card' } })).toBe('in');
});

test('L5, L7: strangers, old pages, unknown summits and other sites are turned away by both doors', async () => {
	const { summit } = open;
	const cookie = cookiesOf(await join(open.key));
	const auth = { protocol: PROTOCOL, summit, as: 'card' };
	const plain = async (speaking: object, more: { cookie?: string; headers?: Record<string, string> } = { cookie }) =>
		(
			JSON.parse((await kit.ask('/live/watch', { json: { speaking, asks: [{ topic: 'summit' }] }, ...more })).body) as {
				code?: string;
			}
		).code;
	for (const [bad, code] of [
		[{ ...auth, protocol: PROTOCOL + 1 }, 'old_protocol'],
		[{ ...auth, summit: 'nowhere' }, 'unknown_summit'],
		[{ ...auth, as: 'lead' }, 'not_signed_in'],
		[{ ...auth, as: 'kit' }, 'malformed']
	] as const) {
		expect(await knock({ cookie, auth: bad })).toBe(code);
		expect(await plain(bad)).toBe(code);
	}
	expect(await knock({ auth })).toBe('not_signed_in');
	expect(await plain(auth, {})).toBe('not_signed_in');
	for (const transports of [['polling'], ['websocket']]) {
		expect(await knock({ cookie, auth, transports, origin: 'https://evil.example' }), transports[0]).not.toBe('in');
		expect(await knock({ cookie, auth, transports, origin: kit.url }), transports[0]).toBe('in');
	}
});

test('L6: one card holds at most four sockets and one person twenty-four, however many come at once', async () => {
	const cookie = cookiesOf(await join(open.key));
	const auth = { protocol: PROTOCOL, summit: open.summit, as: 'card' };
	const ends = await Promise.all(Array.from({ length: 9 }, () => knock({ cookie, auth })));
	expect(ends.filter((end) => end === 'in')).toHaveLength(4);
	expect(ends.filter((end) => end === 'too_fast')).toHaveLength(5);
	const other = cookiesOf(await join(open.key));
	expect(await knock({ cookie: other, auth })).toBe('in');
	// An adult has many tabs, and not without end.
	const adult = {
		cookie: `facilitator_${open.summit}=${open.facilitator}`,
		auth: { ...auth, as: 'facilitator' },
		transports: ['websocket']
	};
	const tabs = await Promise.all(Array.from({ length: 26 }, () => knock(adult)));
	expect(tabs.filter((end) => end === 'in')).toHaveLength(24);
	expect(tabs.filter((end) => end === 'too_fast')).toHaveLength(2);
});
