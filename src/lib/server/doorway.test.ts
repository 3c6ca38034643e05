import { Server as Engine } from 'engine.io';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDoorway, type DoorwayParts } from './doorway.ts';
import { leaveDoor, openDoor } from './live-door.ts';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

let server: Server;
let port: number;
let engine: Engine;

beforeEach(async () => {
	await open({});
});

async function open(config: Partial<DoorwayParts['config']>): Promise<void> {
	const doorway = createDoorway({
		config: { hosts: ['ours'], publicUrl: null, tls: false, trustedProxies: [], ...config },
		protocolHeader: 'x-scheme',
		pages: (request, response) => response.end(JSON.stringify(request.headers))
	});
	server = createServer(doorway.request).on('upgrade', doorway.upgrade);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo); // A TCP server's address is never a string.
	engine = new Engine();
	openDoor({ engine, app: { close: async () => undefined, setupLink: async () => null, rehearse: async () => '' } });
}

afterEach(close);

async function close(): Promise<void> {
	leaveDoor();
	engine.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

async function reopen(config: Partial<DoorwayParts['config']>): Promise<void> {
	await close();
	await open(config);
}

function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = ask({ port, path, host: '127.0.0.1', headers: { host: 'ours', ...headers } }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (part: string) => (body += part));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
		});
		asked.on('error', reject).end();
	});
}

/** Sends an upgrade by hand and answers the first line that comes back. */
function upgrade(path: string, host: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const key = 'dGhlIHNhbXBsZSBub25jZQ==';
		const socket = connect(port, '127.0.0.1', () =>
			socket.write(
				`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
					`Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`
			)
		);
		socket.once('error', reject).once('data', (words) => {
			resolve(words.toString().split('\r\n', 1)[0] ?? '');
			socket.destroy();
		});
	});
}

test('a host that is not ours gets plain words and nothing else', async () => {
	const { status, body, headers } = await get('/', { host: 'evil.example' });
	expect(status).toBe(421);
	expect(body).toMatch(/does not answer to the name/);
	expect(headers['content-type']).toMatch(/^text\/plain/);
	expect((await get('/live/socket/?EIO=4&transport=polling', { host: 'evil.example' })).status).toBe(421);
});

test('forwarded headers of somebody unknown never reach a page, and nobody chooses the scheme from outside', async () => {
	const { body } = await get('/', { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https', 'x-scheme': 'https' });
	expect(JSON.parse(body)).not.toHaveProperty('x-forwarded-for');
	expect(JSON.parse(body)).not.toHaveProperty('x-forwarded-proto');
	expect(JSON.parse(body)).toHaveProperty('x-scheme', 'http');
});

test('a trusted proxy’s word about TLS is taken', async () => {
	await reopen({ trustedProxies: ['127.0.0.1'] });
	const { body, headers } = await get('/', { 'x-forwarded-proto': 'https' });
	expect(JSON.parse(body)).toHaveProperty('x-scheme', 'https');
	expect(headers).toHaveProperty('strict-transport-security');
});

test('a proxy nobody named is taken at the word of PUBLIC_URL, under that host alone', async () => {
	await reopen({ hosts: ['ours', 'localhost'], publicUrl: 'https://ours' });
	expect(JSON.parse((await get('/')).body)).toHaveProperty('x-scheme', 'https');
	expect(JSON.parse((await get('/', { host: 'localhost' })).body)).toHaveProperty('x-scheme', 'http');
});

test('a host is ours whatever its letters’ case, and a longer one that begins like ours is not', async () => {
	expect((await get('/', { host: 'OURS' })).status).toBe(200);
	for (const host of ['ours.evil.example', 'ours:81', 'ours,evil.example', 'evil@ours'])
		expect((await get('/', { host })).status).toBe(421);
});

test('live requests go to the engine, with the security headers on', async () => {
	const { status, body, headers } = await get('/live/socket/?EIO=4&transport=polling');
	expect(status).toBe(200);
	expect(body).toMatch(/^0\{"sid"/);
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['cache-control']).toBe('no-store');
});

test('while no app is at the door, live requests are told to come again', async () => {
	leaveDoor();
	expect((await get('/live/socket/?EIO=4&transport=polling')).status).toBe(503);
});

test('an upgrade reaches the engine only on its own path and under a host of ours', async () => {
	expect(await upgrade('/live/socket/?EIO=4&transport=websocket', 'ours')).toContain('101');
	expect(await upgrade('/live/socket/?EIO=4&transport=websocket', 'evil.example')).toContain('421');
	expect(await upgrade('/elsewhere', 'ours')).toContain('404');
});

test('a body that comes drop by drop is given up, and one that is whole is answered', async () => {
	await close();
	const doorway = createDoorway({
		config: { hosts: ['ours'], publicUrl: null, tls: false, trustedProxies: [] },
		protocolHeader: 'x-scheme',
		pages: (request, response) => void request.resume().on('end', () => response.end('read')),
		timeFor: (path) => (path === '/slow' ? 60_000 : 50)
	});
	server = createServer(doorway.request);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo); // A TCP server's address is never a string.
	const begin = (path: string) => {
		const line = connect(port, '127.0.0.1').on('error', () => undefined);
		line.write(`POST ${path} HTTP/1.1\r\nHost: ours\r\nContent-Length: 4\r\n\r\nab`);
		return line;
	};
	const patient = begin('/slow?x=1');
	const hurried = begin('/form');
	await new Promise((resolve) => hurried.once('close', resolve));
	const answer = new Promise<string>((resolve) => patient.once('data', (data) => resolve(data.toString())));
	patient.write('cd');
	expect(await answer).toMatch(/^HTTP\/1.1 200/);
	patient.destroy();
});
