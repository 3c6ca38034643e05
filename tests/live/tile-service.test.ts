/**
 * M1: a tile service that misbehaves in every way harms nobody: the tile is not shown, the facilitator is told, and the
 * next tile is asked for as if nothing had been. Real connections; time is moved by hand.
 */
import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { handClock } from '../../src/lib/server/clock.ts';
import type { HandClock } from '../../src/lib/server/clock.ts';
import { createTileFetcher, FETCH_TIME, TILE_BYTES } from '../../src/lib/server/tiles/fetch-tile.ts';
import type { TileFetcher } from '../../src/lib/server/tiles/fetch-tile.ts';
import type { Resolve } from '../../src/lib/server/tiles/public-address.ts';
import { createTileService } from '../../src/lib/server/tiles/service.ts';
import { startTileServer, tilePicture } from './tile-server.ts';
import type { TileServer } from './tile-server.ts';

const ONE = { z: 3, x: 1, y: 2 };
const OTHER = { z: 3, x: 2, y: 2 };

let server: TileServer;
let clock: HandClock;
let fetcher: TileFetcher;

function fetcherFor(template: string, resolve?: Resolve): TileFetcher {
	const service = { template, attribution: 'A', contact: 'maps@school.example', maxZoom: 18, allowPrivate: true };
	return createTileFetcher({ service, clock, ...(resolve ? { resolve } : {}) });
}

beforeEach(async () => {
	server = await startTileServer();
	clock = handClock(1_000_000);
	fetcher = fetcherFor(server.template);
});
afterEach(async () => {
	fetcher.close();
	await server.close();
});

test('M1: the kit says who it is and who runs it, and nothing about whoever looks', async () => {
	expect(await fetcher.fetch(ONE)).toMatchObject({ ok: true, type: 'image/png', maxAge: 604_800 });
	const [asked] = server.asked;
	expect(asked?.path).toBe('/3/1/2.png?key=secret-key');
	expect(asked?.headers['user-agent']).toMatch(/^StudentSafetySummit\/\d+\.\d+\.\d+ \(maps@school\.example\)$/);
	expect(Object.keys(asked?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
});

test('M1: a name is looked up once for a connection, and the connection goes to the address that was checked', async () => {
	let looked = 0;
	const named = fetcherFor(`http://tiles.example:${server.port}/{z}/{x}/{y}`, async () => {
		looked += 1;
		// Whoever looked it up again would be led elsewhere.
		return [{ address: looked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
	});
	expect(await named.fetch(ONE)).toMatchObject({ ok: true });
	expect([looked, server.asked.length, server.asked[0]?.headers.host]).toEqual([1, 1, `tiles.example:${server.port}`]);
	named.close();
});

const answer =
	(status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): RequestListener =>
	(_, response) =>
		void response.writeHead(status, headers).end(body);
const png = { 'content-type': 'image/png' };
const elsewhere: RequestListener = (_, response) =>
	void response.writeHead(302, { location: `http://127.0.0.1:${server.port}/3/9/9.png` }).end();
const endless: RequestListener = (_, response) => {
	response.writeHead(200, png);
	const more = (): void => {
		while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue;
	};
	response.on('drain', more);
	more();
};
const cutShort: RequestListener = (_, response) => {
	response.writeHead(200, { ...png, 'content-length': '5000' });
	response.write(Buffer.alloc(10), () => response.destroy());
};

describe('M1: refused, and the tile beside it is served', () => {
	test.each<[string, RequestListener, string, number]>([
		[
			'a page that says it is a picture',
			answer(200, png, '<!doctype html><title>Welcome to our Wi-Fi</title>'),
			'unfit',
			60
		],
		[
			'a drawing',
			answer(200, { 'content-type': 'image/svg+xml' }, '<svg xmlns="http://www.w3.org/2000/svg"/>'),
			'unfit',
			60
		],
		['nothing', answer(200, png), 'unfit', 60],
		['a redirect', elsewhere, 'unfit', 60],
		['another status', answer(418), 'unfit', 60],
		['a body without an end', endless, 'unfit', 60],
		[
			'a compressed one',
			answer(200, { ...png, 'content-encoding': 'gzip' }, new Uint8Array([31, 139, 8])),
			'unfit',
			60
		],
		['busy, with a time', answer(429, { 'retry-after': '77' }), 'busy', 77],
		['busy, without one', answer(429), 'busy', 5],
		['a fault', answer(500), 'away', 5],
		['a fault, with a time', answer(503, { 'retry-after': '30' }), 'away', 30],
		['no entry', answer(403), 'denied', 5],
		['a connection that closes', (request) => void request.destroy(), 'away', 5],
		['a body cut short', cutShort, 'away', 5],
		['no answer a browser would understand', (request) => void request.socket.end('what?\r\n\r\n'), 'away', 5]
	])('%s', async (_, misbehave, fault, after) => {
		const service = createTileService({ clock, fetcher });
		server.misbehave = misbehave;
		expect(await service.tile(ONE)).toEqual({ ok: false, why: 'away', after });
		expect(service.state()).toMatchObject({ ok: false, since: clock.now() });
		expect(server.asked).toHaveLength(1);
		server.misbehave = null;
		if (fault !== 'unfit') clock.advance(after * 1_000);
		expect(await service.tile(OTHER)).toMatchObject({ ok: true, tile: OTHER });
		expect(service.state()).toMatchObject({ ok: true });
	});

	test.each([
		[255, 255],
		[512, 256],
		[1024, 1024]
	])('a picture of %s by %s pixels', async (width, height) => {
		const picture = await tilePicture(width, height);
		server.misbehave = answer(200, png, picture);
		expect(await fetcher.fetch(ONE)).toEqual({ ok: false, fault: 'unfit', after: null });
	});
	test('a twice as fine one is taken', async () => {
		server.misbehave = answer(200, png, await tilePicture(512));
		expect(await fetcher.fetch(ONE)).toMatchObject({ ok: true });
	});
});

test('M1: a body without an end is read no further than a tile may be', async () => {
	let sent = 0;
	const closed = new Promise((resolve) => {
		server.misbehave = (request, response) => {
			response.on('close', resolve);
			const write = response.write.bind(response);
			response.write = (part: Buffer) => {
				sent += part.length;
				return write(part);
			};
			endless(request, response);
		};
	});
	expect(await fetcher.fetch(ONE)).toMatchObject({ fault: 'unfit' });
	await closed;
	// What lies in the buffers of both ends comes on top.
	expect(sent).toBeLessThan(TILE_BYTES + 16_000_000);
});

test.each<[string, RequestListener]>([
	['that says nothing', () => undefined],
	['that stops in the middle', (_, response) => void response.writeHead(200, png).write(Buffer.alloc(10))]
])(
	'M1: a service %s is given up when its time is over; the tile beside it is served meanwhile',
	async (_, misbehave) => {
		const service = createTileService({ clock, fetcher });
		let gone: Promise<unknown> = Promise.resolve();
		const began = new Promise<void>((resolve) => {
			server.misbehave = (request, response) => {
				gone = new Promise((left) => response.on('close', left));
				misbehave(request, response);
				resolve();
			};
		});
		const slow = service.tile(ONE);
		await began;
		server.misbehave = null;
		expect(await service.tile(OTHER)).toMatchObject({ ok: true });
		clock.advance(FETCH_TIME);
		expect(await slow).toEqual({ ok: false, why: 'away', after: 5 });
		await gone;
		expect(service.state().words).toMatch(/does not answer/);
	}
);

test('M1: a service that is not there at all', async () => {
	await server.close();
	expect(await fetcher.fetch(ONE)).toEqual({ ok: false, fault: 'away', after: null });
	server = await startTileServer();
});

test('M1: a tile the service does not have is no fault of it', async () => {
	const service = createTileService({ clock, fetcher });
	server.misbehave = answer(404, { 'content-type': 'text/html' }, 'Not here');
	expect(await service.tile(ONE)).toEqual({ ok: false, why: 'missing' });
	expect(service.state()).toMatchObject({ ok: true });
});
