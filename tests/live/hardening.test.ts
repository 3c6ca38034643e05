/**
 * What the server does with strangers, line by line of docs/security/hardening.md, where no other test says it: on
 * production's own entry, as a browser or a hand-written program would meet it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { readySettings } from './kit.ts';
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
