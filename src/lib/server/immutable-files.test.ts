import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDoorway } from './doorway.ts';
import { answerImmutable } from './immutable-files.ts';

const SCRIPT = '/_app/immutable/phone/phone.ab12.js';
const STYLE = '/_app/immutable/assets/0.cd34.css';
const SAYS = 'export const kind = true;'.repeat(20);

let client: string;
let server: Server;

beforeEach(async () => {
	client = mkdtempSync(join(tmpdir(), 'immutable-'));
	write(SCRIPT, SAYS);
	write(`${SCRIPT}.br`, brotliCompressSync(SAYS));
	write(`${SCRIPT}.gz`, gzipSync(SAYS));
	write(STYLE, 'a{}');
	write('/_app/immutable/assets/odd.ef56.bin', 'odd');
	write('/_app/version.json', '{}');
	await open();
});

afterEach(async () => {
	await close();
	rmSync(client, { recursive: true, force: true });
});

function write(path: string, words: string | Buffer): void {
	const file = join(client, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, words);
}

async function open(most?: number): Promise<void> {
	const pages = answerImmutable(client, (_, response) => response.writeHead(404).end('SvelteKit'), most);
	const config = { hosts: ['ours'], publicUrl: null, tls: false, trustedProxies: [] };
	server = createServer(createDoorway({ config, protocolHeader: 'x-scheme', pages }).request);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

async function close(): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	const { port } = server.address() as AddressInfo; // A TCP server's address is never a string.
	return new Promise((resolve, reject) => {
		const asked = ask({ port, path, method, host: '127.0.0.1', headers: { host: 'ours', ...headers } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
			);
		});
		asked.on('error', reject).end();
	});
}

test('a built file comes with its type, its length, for a year, and with every header of the doorway', async () => {
	const { status, headers, body } = await get(SCRIPT);
	expect(status).toBe(200);
	expect(body.toString()).toBe(SAYS);
	expect(headers).toMatchObject({
		'content-type': 'text/javascript; charset=utf-8',
		'content-length': String(SAYS.length),
		'cache-control': 'public, max-age=31536000, immutable',
		vary: 'accept-encoding',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'cross-origin-resource-policy': 'same-origin'
	});
	expect(headers['content-security-policy']).toContain("default-src 'none'");
	expect(headers).not.toHaveProperty('content-encoding');
	expect((await get(`${STYLE}?v=1`)).headers['content-type']).toBe('text/css; charset=utf-8');
});

test('whoever can read a compressed copy gets the smallest, and nobody gets one they refuse', async () => {
	const given = async (accepted: string): Promise<[string | undefined, string]> => {
		const { headers, body } = await get(SCRIPT, { 'accept-encoding': accepted });
		const coding = headers['content-encoding'];
		expect(headers['content-length']).toBe(String(body.length));
		const read = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
		return [coding, read.toString()];
	};
	expect(await given('gzip, deflate, br')).toEqual(['br', SAYS]);
	expect(await given('GZIP')).toEqual(['gzip', SAYS]);
	expect(await given('br;q=0, gzip;q=0.5')).toEqual(['gzip', SAYS]);
	expect(await given('br; q=0.0')).toEqual([undefined, SAYS]);
	expect(await given('identity')).toEqual([undefined, SAYS]);
	expect((await get(STYLE, { 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding');
});

test('a tag is known again, also weakened by a proxy, and each copy has its own', async () => {
	const plain = await get(SCRIPT);
	const small = await get(SCRIPT, { 'accept-encoding': 'br' });
	const etag = plain.headers.etag ?? '';
	expect(etag).toMatch(/^"[\w-]{22}"$/);
	expect(small.headers.etag).not.toBe(etag);
	for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
		const { status, headers, body } = await get(SCRIPT, { 'if-none-match': tags });
		expect([status, body.length, headers.etag]).toEqual([304, 0, etag]);
		expect(headers['cache-control']).toContain('immutable');
		expect(headers['x-content-type-options']).toBe('nosniff');
	}
	expect((await get(SCRIPT, { 'if-none-match': small.headers.etag ?? '' })).status).toBe(200);
});

test('HEAD says what GET would, without the file', async () => {
	const { status, headers, body } = await get(SCRIPT, {}, 'HEAD');
	expect([status, headers['content-length'], body.length]).toEqual([200, String(SAYS.length), 0]);
});

test('everything else is SvelteKit’s: other methods, names, kinds, folders, and the compressed copies by name', async () => {
	expect((await get(SCRIPT, {}, 'POST')).body.toString()).toBe('SvelteKit');
	for (const path of [
		...['/', '/_app/version.json', '/_app/immutable/', '/_app/immutable/phone', '/_app/immutable/none.js'],
		...[`${SCRIPT}.br`, '/_app/immutable/assets/odd.ef56.bin', '/_app/immutable/../version.json'],
		...['/_app/immutable/phone/%70hone.ab12.js', `/${SCRIPT}`, '/__proto__', '/constructor']
	])
		expect([path, (await get(path)).body.toString()]).toEqual([path, 'SvelteKit']);
});

test('a host that is not ours is turned away from files too', async () => {
	expect((await get(SCRIPT, { host: 'evil.example' })).status).toBe(421);
});

test('a rebuild beside a running kit takes no file from under it', async () => {
	rmSync(client, { recursive: true });
	expect((await get(SCRIPT)).body.toString()).toBe(SAYS);
});

test('more than may be held stays on disk', async () => {
	await close();
	await open(10);
	expect((await get(SCRIPT)).body.toString()).toBe('SvelteKit');
});
