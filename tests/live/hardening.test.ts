/**
 * What the server does with strangers, line by line of docs/security/hardening.md, where no other test says it: on
 * production's own entry, as a browser or a hand-written program would meet it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { readySettings, SCHOOLS } from './kit.ts';
import { prepare, Production } from './production.ts';

interface Made {
	summit: string;
	/** Cookies that prove a part. */
	facilitator: string;
	lead: string;
}

let folder: string;
let kit: Production;
let made: Made;

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'hardening-'));
	made = await prepare(folder, async (app) => {
		const person = { name: 'Sam Okoro', account: null };
		const created = await app.rooms.create({ settings: readySettings(), rehearsal: true, person });
		const room = created.ok ? await app.rooms.get(created.summit) : null;
		if (!room) throw new Error('no summit');
		const cookie = async (role: 'facilitator' | 'lead', school: string | null): Promise<string> => {
			const part = await app.identity.admit({ room, role, name: 'Jo Cole', school, account: null });
			if (!part.ok) throw new Error(part.code);
			return `${cookieName(role, room.id)}=${part.token}`;
		};
		return {
			summit: room.id,
			facilitator: await cookie('facilitator', null),
			lead: await cookie('lead', 'northbank')
		};
	});
	kit = await Production.start(folder);
});
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Sends bytes as they are, and answers everything that came back once `enough` holds or the line was closed. */
function raw(bytes: string, enough: (said: string) => boolean = () => false): Promise<string> {
	const { hostname, port } = new URL(kit.url);
	return new Promise((resolve, reject) => {
		let said = '';
		const line = connect(Number(port), hostname, () => line.write(bytes));
		line.setEncoding('utf8').on('data', (words: string) => {
			said += words;
			if (enough(said)) line.destroy();
		});
		line.on('error', reject).on('close', () => resolve(said));
	});
}

const host = (): string => new URL(kit.url).host;
const asking = (transport: string, version = 4): string =>
	`${SOCKET_PATH}/?EIO=${version}&transport=${transport}`.replace('//?', '/?');

describe('listening', () => {
	const outside = Object.values(networkInterfaces())
		.flatMap((of) => of ?? [])
		.find(({ internal, family }) => !internal && family === 'IPv4')?.address;

	test.skipIf(outside === undefined)('at this machine’s other addresses nobody answers', async () => {
		const { port } = new URL(kit.url);
		const code = await new Promise<string>((resolve) => {
			const line = connect(Number(port), outside ?? '', () => resolve('connected'));
			line.on('error', (problem: NodeJS.ErrnoException) => resolve(problem.code ?? ''));
		});
		expect(code).toBe('ECONNREFUSED');
		expect((await kit.ask('/')).status).toBe(200);
	});

	test('TRACE gives nothing back, and a header that says two lengths ends the line', async () => {
		const traced = await raw(`TRACE / HTTP/1.1\r\nHost: ${host()}\r\nX-Secret: planted\r\nConnection: close\r\n\r\n`);
		expect(traced).toMatch(/^HTTP\/1\.1 4\d\d/);
		expect(traced).not.toContain('planted');
		const doubled = await raw(
			`POST / HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled`
		);
		expect(doubled).toMatch(/^HTTP\/1\.1 400/);
		expect(doubled.match(/HTTP\/1\.1/g)).toHaveLength(1);
	});
});

describe('headers', () => {
	test('a page’s policy is exactly this one', async () => {
		const { headers } = await kit.ask('/staff/sign-in');
		const policy = (headers.get('content-security-policy') ?? '').replaceAll(/'nonce-[^']+'/g, "'nonce'");
		// A page without a style of its own needs no nonce for one.
		const directives = policy
			.split(';')
			.map((directive) => directive.trim().replace("style-src 'self' 'nonce'", "style-src 'self'"));
		expect(directives.sort()).toEqual(
			[
				"default-src 'none'",
				"script-src 'self' 'nonce'",
				"style-src 'self'",
				"style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='",
				"img-src 'self' data: blob:",
				"font-src 'self'",
				`connect-src 'self' ws://${host()}`,
				"worker-src 'self'",
				"manifest-src 'self'",
				"base-uri 'none'",
				"object-src 'none'",
				"form-action 'self'",
				"frame-ancestors 'none'"
			].sort()
		);
	});

	test('S1, S2: plans, queues and files are kept by no browser and no proxy', async () => {
		const { summit, facilitator, lead } = made;
		const staff = `/staff/${summit}`;
		const asked: [address: string, cookie: string][] = [
			[`${staff}/queue`, facilitator],
			[`${staff}/plan`, facilitator],
			[`${staff}/plan/print`, facilitator],
			[`${staff}/plan/plan.csv`, facilitator],
			[`${staff}/plan/plan.json`, facilitator],
			[`${staff}/worries`, lead]
		];
		for (const [address, cookie] of asked) {
			const { status, headers } = await kit.ask(address, { cookie });
			expect([address, status, headers.get('cache-control')]).toEqual([address, 200, 'private, no-store']);
		}
	});

	test('what is text says in which characters it is written, and what is data says that it is', async () => {
		for (const [address, type] of [
			['/', 'text/html; charset=utf-8'],
			['/staff/sign-in', 'text/html; charset=utf-8'],
			['/no/such/page', 'text/html; charset=utf-8'],
			[`/staff/${made.summit}/plan/plan.csv`, 'text/csv; charset=utf-8'],
			[`/staff/${made.summit}/links`, 'application/json']
		] as const) {
			const { headers } = await kit.ask(address, { cookie: made.facilitator });
			expect([address, headers.get('content-type')]).toEqual([address, type]);
		}
	});

	test('no answer lets another site read it', async () => {
		for (const address of ['/', '/staff/sign-in', asking('polling'), '/live/do']) {
			const { headers } = await kit.ask(address, { headers: { origin: 'https://evil.example' } });
			expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
		}
	});
});

describe('the socket’s door', () => {
	test('an older protocol is not spoken, and no client is handed out', async () => {
		expect((await kit.ask(asking('polling', 3))).status).toBe(400);
		expect((await kit.ask(`${SOCKET_PATH}/socket.io.js`)).status).toBe(400);
		expect((await kit.ask(asking('polling'))).status).toBe(200);
	});

	test('another site is turned away from a connection that is open already, by its number', async () => {
		const opened = await kit.ask(asking('polling'));
		const { sid } = JSON.parse(opened.body.slice(1)) as { sid: string };
		expect(sid).toMatch(/.{16}/);
		const again = `${asking('polling')}&sid=${encodeURIComponent(sid)}`;
		const stranger = { headers: { origin: 'https://evil.example' } };
		expect((await kit.ask(again, stranger)).status).toBe(403);
		expect((await kit.ask(again, { method: 'POST', ...stranger })).status).toBe(403);
	});

	test('nothing is compressed for whoever asks for it: it costs four times the work', async () => {
		const key = 'dGhlIHNhbXBsZSBub25jZQ==';
		const answer = await raw(
			`GET ${asking('websocket')} HTTP/1.1\r\nHost: ${host()}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
				`Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n`,
			(said) => said.includes('\r\n\r\n')
		);
		expect(answer).toMatch(/^HTTP\/1\.1 101/);
		expect(answer.toLowerCase()).not.toContain('permessage-deflate');
		const polled = await kit.ask(asking('polling'), { headers: { 'accept-encoding': 'gzip' } });
		expect(polled.headers.get('content-encoding')).toBeNull();
	});

	test('L7: a message without an answer function, or with something else in its place, disturbs nobody', async () => {
		const { summit, facilitator } = made;
		const open = () =>
			io(kit.url, {
				path: SOCKET_PATH,
				auth: { protocol: PROTOCOL, summit, as: 'facilitator' },
				extraHeaders: { cookie: facilitator },
				forceNew: true,
				reconnection: false
			});
		const [rude, bystander] = [open(), open()];
		try {
			await Promise.all([rude, bystander].map((socket) => new Promise((resolve) => socket.once('hello', resolve))));
			const pause = { id: 'without-answer', type: 'controls:pause' };
			for (const event of ['do', 'watch', 'unwatch', 'nothing:here']) {
				rude.emit(event);
				rude.emit(event, pause);
				rude.emit(event, pause, 'not a function');
				rude.emit(event, pause, { call: 1 }, null);
			}
			const asks = [{ topic: 'summit' }];
			expect(((await rude.emitWithAck('watch', asks)) as { ok: boolean }).ok).toBe(true);
			const watched = (await bystander.emitWithAck('watch', asks)) as { ok: boolean };
			expect(watched.ok).toBe(true);
			// And none of them was done: what nobody waits for an answer to is not a question.
			expect(JSON.stringify(watched)).toContain('"paused":false');
		} finally {
			rude.close();
			bystander.close();
		}
	});
});

test('nobody makes an account from outside: the library’s own addresses are not there', async () => {
	for (const address of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
		const json = { name: 'Eve', email: 'eve@example.org', password: 'correct horse battery' };
		expect((await kit.ask(address, { json })).status).toBe(404);
	}
});

describe('behind a proxy that speaks TLS', () => {
	const PROXIED = { host: 'summit.example.org', 'x-forwarded-proto': 'https' };
	let own: string;
	let proxied: Production;
	let door: string;
	let invitation: string;

	beforeAll(async () => {
		own = mkdtempSync(path.join(tmpdir(), 'hardening-'));
		[door, invitation] = await prepare(own, async (app) => {
			const person = { name: 'Sam Okoro', account: null };
			const created = await app.rooms.create({ settings: readySettings(), rehearsal: false, person });
			const room = created.ok ? await app.rooms.get(created.summit) : null;
			if (!created.ok || !room) throw new Error('no summit');
			for (const { id } of SCHOOLS) {
				const lead = await app.identity.admit({ room, role: 'lead', name: 'Jo Cole', school: id, account: null });
				if (!lead.ok) throw new Error(lead.code);
				await room.do({ role: 'lead', id: lead.person }, { id: `answer-${id}`, type: 'people:answer' });
			}
			const opened = { id: 'doors-open', type: 'doors:open', seen: 0 } as const;
			await room.do({ role: 'facilitator', id: created.person }, opened);
			const token = await app.links.make({ summit: room.id, role: 'stationLead', detail: {}, hours: 24 });
			return [`/j/${room.summit.doors.key ?? ''}`, app.links.path({ role: 'stationLead', token })];
		});
		proxied = await Production.start(own, { PUBLIC_URL: 'https://summit.example.org', TRUSTED_PROXIES: '127.0.0.1' });
	});
	afterAll(async () => {
		await proxied.stop();
		rmSync(own, { recursive: true, force: true });
	});

	/** A form as the proxy hands it on; answers the cookies it sets. `fetch` would not let a test choose the host. */
	function send(address: string, form: Record<string, string>): Promise<string[]> {
		const headers = { ...PROXIED, origin: 'https://summit.example.org', accept: 'text/html' };
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		return new Promise((resolve, reject) => {
			const asked = request(new URL(address, proxied.url), { method: 'POST', headers: { ...headers, ...type } });
			asked.on('response', (response) => {
				response.resume().on('end', () => resolve(response.headers['set-cookie'] ?? []));
			});
			asked.on('error', reject).end(new URLSearchParams(form).toString());
		});
	}

	test('S1: a card’s cookie and a part’s are for TLS alone, out of scripts’ reach, and sent by no other site', async () => {
		const card = await send(door, { school: 'northbank', band: '9-11', who: 'me' });
		const part = await send(`${invitation}?/join`, { name: 'Kim Adeyemi' });
		for (const [cookies, name] of [
			[card, /^card_/],
			[part, /^stationLead_/]
		] as const) {
			expect(cookies).toHaveLength(1);
			const [pair = '', ...attributes] = (cookies[0] ?? '').split('; ');
			expect(pair).toMatch(name);
			expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']));
			expect(attributes.filter((attribute) => attribute.startsWith('Domain'))).toEqual([]);
			// 32 random bytes: nothing in it can be guessed or read.
			expect(pair.split('=')[1]).toMatch(/^[\w-]{43}$/);
		}
	});

	test('S15: the browser is told to stay on TLS, and its socket is one over TLS', async () => {
		const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
			const asked = request(new URL('/', proxied.url), { headers: PROXIED });
			asked.on('response', (response) => response.resume().on('end', () => resolve(response.headers)));
			asked.on('error', reject).end();
		});
		expect(headers['strict-transport-security']).toBe('max-age=31536000');
		expect(headers['content-security-policy']).toContain("connect-src 'self' wss://summit.example.org;");
	});
});
