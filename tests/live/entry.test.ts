/**
 * Production's entry, as it is really started: a process of its own, with its own data folder, on a free port.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/sources.ts';
import { freePort } from './free-port.ts';

interface Entry {
	child: ChildProcessWithoutNullStreams;
	port: number;
	/** Everything said so far, on both outputs. */
	said(): string;
	/** Resolves with the exit code. */
	ended: Promise<number | null>;
	/** Resolves once it has said these words; rejects when it ends without them. */
	until(words: string): Promise<void>;
}

let folder: string;

beforeAll(ensureBuilt);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'entry-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function start(settings: Record<string, string> = {}): Promise<Entry> {
	const port = await freePort();
	const env = { PATH: process.env['PATH'], HOME: folder, DATA_DIR: folder, PORT: String(port), ...settings };
	const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env });
	let said = '';
	const heard = (words: Buffer): void => void (said += words.toString());
	child.stdout.on('data', heard);
	child.stderr.on('data', heard);
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	function until(words: string): Promise<void> {
		return new Promise((resolve, reject) => {
			const look = (): void => (said.includes(words) ? resolve() : undefined);
			child.stdout.on('data', look);
			void ended.then(() => reject(new Error(`It ended, saying: ${said}`)));
			look();
		});
	}
	return { child, port, said: () => said, ended, until };
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

function ask(
	port: number,
	path: string,
	options: { method?: string; headers?: Record<string, string>; body?: string } = {}
) {
	return new Promise<Answer>((resolve, reject) => {
		const { method = 'GET', headers = {}, body: words } = options;
		const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (part: string) => (body += part));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
		});
		asked.on('error', reject).end(words);
	});
}

describe('listening', () => {
	let entry: Entry;
	beforeAll(async () => {
		const own = mkdtempSync(join(tmpdir(), 'entry-'));
		entry = await start({ DATA_DIR: own, ORIGIN: 'https://somewhere.example' });
		void entry.ended.then(() => rmSync(own, { recursive: true, force: true }));
		await entry.until('Ready: ');
	});
	afterAll(async () => {
		entry.child.kill('SIGTERM');
		await entry.ended;
	});

	test('it says where it is and how to rehearse', async () => {
		await entry.until('npm run rehearse');
		expect(entry.said()).toContain(`Ready: http://127.0.0.1:${entry.port}/`);
	});

	test('a page carries the security headers, nonces, and the sockets of the host that was asked for', async () => {
		const { status, headers, body } = await ask(entry.port, '/staff/sign-in');
		expect(status).toBe(200);
		const policy = String(headers['content-security-policy']);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${entry.port}`);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
		// One style attribute, by its hash and for attributes only.
		expect(policy).toMatch(/style-src-attr 'unsafe-hashes' 'sha256-[^']+'/);
		const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
		expect(nonce).toBeDefined();
		for (const [, said] of body.matchAll(/<script[^>]*? nonce="([^"]+)"/g)) expect(said).toBe(nonce);
		expect(headers).toMatchObject({
			'referrer-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'private, no-store'
		});
		expect(headers['permissions-policy']).toContain('geolocation=()');
		expect(headers).not.toHaveProperty('strict-transport-security');
	});

	test('a static file carries them too', async () => {
		const { body } = await ask(entry.port, '/');
		const file = /\/?(_app\/immutable\/[^"' ]+\.css)/.exec(body)?.[1];
		const { status, headers } = await ask(entry.port, `/${file ?? ''}`);
		expect(status).toBe(200);
		expect(headers['cache-control']).toContain('immutable');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['permissions-policy']).toContain('camera=()');
	});

	test('a host that is not ours is turned away, from pages, files and sockets', async () => {
		const headers = { host: 'evil.example' };
		for (const path of ['/', '/robots.txt', '/live/socket/?EIO=4&transport=polling']) {
			const { status, body } = await ask(entry.port, path, { headers });
			expect(status).toBe(421);
			expect(body).toMatch(/does not answer to the name/);
		}
	});

	test('over plain HTTP a form of our own passes the origin check, and a stranger’s does not', async () => {
		const form = (origin: string) =>
			ask(entry.port, '/', {
				method: 'POST',
				headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
				body: 'a=b'
			});
		expect((await form(`http://127.0.0.1:${entry.port}`)).status).not.toBe(403);
		expect((await form('http://evil.example')).status).toBe(403);
		expect((await form('null')).status).toBe(403);
	});

	test('an upgrade that is not for the live engine is closed', async () => {
		const first = await new Promise<string>((resolve, reject) => {
			const socket = connect(entry.port, '127.0.0.1', () =>
				socket.write(
					`GET /chat HTTP/1.1\r\nHost: 127.0.0.1:${entry.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
						'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'
				)
			);
			let said = '';
			socket.on('data', (words) => (said += words.toString()));
			socket.once('error', reject).once('close', () => resolve(said));
		});
		expect(first).toMatch(/^HTTP\/1\.1 404/);
	});
});

describe('stopping', () => {
	test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in good time with clients attached', async (signal) => {
		const entry = await start();
		await entry.until('Ready: ');
		const idle = connect(entry.port, '127.0.0.1');
		await new Promise((resolve) => idle.once('connect', resolve));
		const gone = new Promise<void>((resolve) => idle.on('error', () => undefined).once('close', () => resolve()));
		const live = new WebSocket(`ws://127.0.0.1:${entry.port}/live/socket/?EIO=4&transport=websocket`);
		const settled = new Promise<void>((resolve) => {
			live.onmessage = () => resolve();
			live.onerror = () => resolve();
		});
		await settled;
		const asked = performance.now();
		entry.child.kill(signal);
		expect(await entry.ended).toBe(0);
		expect(performance.now() - asked).toBeLessThan(5_000);
		await gone;
	});
});

describe('settings that cannot be', () => {
	test('are answered with one clear sentence, and nothing starts', async () => {
		const entry = await start({ PORT: 'many' });
		expect(await entry.ended).toBe(1);
		expect(entry.said()).toContain('PORT');
		expect(entry.said().trim().split('\n')).toHaveLength(1);
		expect(entry.said()).not.toMatch(/\bat .*:\d+/);
	});

	test('a taken port is named', async () => {
		const first = await start();
		await first.until('Ready: ');
		const elsewhere = mkdtempSync(join(tmpdir(), 'entry-second-'));
		const second = await start({ PORT: String(first.port), DATA_DIR: elsewhere });
		expect(await second.ended).toBe(1);
		expect(second.said()).toContain(`Port ${first.port} is taken`);
		first.child.kill('SIGTERM');
		await first.ended;
		rmSync(elsewhere, { recursive: true, force: true });
	});

	test('two kits on one folder: the second is told, and the first goes on', async () => {
		const first = await start();
		await first.until('Ready: ');
		const second = await start();
		expect(await second.ended).toBe(1);
		expect(second.said()).toContain('Another kit is running');
		expect(await (await fetch(`http://127.0.0.1:${first.port}/`)).text()).toContain('<html');
		first.child.kill('SIGTERM');
		await first.ended;
	});
});
