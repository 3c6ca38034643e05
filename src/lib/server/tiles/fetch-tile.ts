/*
 * One tile of an online service, fetched with as little trust as may be: only from an address that was checked, without
 * following it anywhere else, for so long and so many bytes, and only if what came is a picture of the size of a tile,
 * whatever it says it is. The kit says who it is and who runs it, and nothing about whoever is looking at the map.
 */
import http from 'node:http';
import https from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ClockPort } from '../clock.ts';
import { pictureHeader } from '../pictures/kinds.ts';
import type { TileAt } from '../store/port.ts';
import { AddressRefused, bareHost, checkedLookup, checkLiteral } from './public-address.ts';
import type { Resolve } from './public-address.ts';
import type { TileServiceSettings } from './settings.ts';
import { userAgent } from './user-agent.ts';

/** Why there is no tile. `missing`: the service has none there. The others are faults of the service, or between it and us. */
export type Fault = 'missing' | 'busy' | 'away' | 'denied' | 'unfit' | 'address';

/** Seconds. `maxAge`: how long the service lets it be kept; `after`: when it wants to be asked again. Null: it does not say. */
export type Fetched =
	| { ok: true; type: string; bytes: Uint8Array; maxAge: number | null }
	| { ok: false; fault: Fault; after: number | null };

export interface TileFetcher {
	fetch(at: TileAt): Promise<Fetched>;
	close(): void;
}

/** Milliseconds for a tile as a whole, name, connection and body. */
export const FETCH_TIME = 8_000;
/** Bytes of a tile at most. */
export const TILE_BYTES = 1_000_000;
/** Requests to the service at once. */
export const AT_ONCE = 2;

export function createTileFetcher({
	service,
	clock,
	resolve
}: {
	service: TileServiceSettings;
	clock: ClockPort;
	/** Tests bring their own. */
	resolve?: Resolve;
}): TileFetcher {
	const tls = service.template.startsWith('https:');
	// Connections are the kit's own: no proxy, no cookie and no cache of anybody else is on them.
	const agent = new (tls ? https : http).Agent({ keepAlive: true, maxSockets: AT_ONCE, timeout: 30_000 });
	const lookup = checkedLookup(service, resolve);
	const headers = { accept: 'image/webp,image/png,image/jpeg', 'user-agent': userAgent(service.contact) };

	function ask(url: URL): Promise<Fetched> {
		return new Promise((resolved) => {
			const request = (tls ? https : http).get(url, { agent, lookup, headers });
			const stop = clock.after(FETCH_TIME, () => request.destroy(new Error('It took too long.')));
			const end = (found: Fetched): void => {
				stop();
				resolved(found);
				// Whatever more is on its way is not wanted; after a whole body the connection stays for the next tile.
				if (!found.ok) request.destroy();
			};
			request.on('error', (problem) => end(no(problem instanceof AddressRefused ? 'address' : 'away')));
			request.on('response', (response) => void read(response).then(end, () => end(no('away'))));
		});
	}

	return {
		async fetch({ z, x, y }) {
			const filled = { z, x, y };
			const url = new URL(service.template.replace(/\{([zxy])\}/g, (_, name: 'z' | 'x' | 'y') => String(filled[name])));
			try {
				checkLiteral(bareHost(url.hostname), service);
			} catch {
				return no('address');
			}
			return ask(url);
		},
		close: () => agent.destroy()
	};
}

function no(fault: Fault, after: number | null = null): Fetched {
	return { ok: false, fault, after };
}

async function read(response: IncomingMessage): Promise<Fetched> {
	const { statusCode: status = 0, headers } = response;
	if (status === 404 || status === 410 || status === 204) return no('missing');
	if (status === 401 || status === 403) return no('denied', retryAfter(headers));
	if (status === 429) return no('busy', retryAfter(headers));
	if (status >= 500) return no('away', retryAfter(headers));
	// A redirect too: a service that has moved is for whoever configures it, and a Wi-Fi's welcome page is no map.
	if (status !== 200) return no('unfit');
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of response as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > TILE_BYTES) return no('unfit');
		parts.push(part);
	}
	if (!response.complete) return no('away');
	const bytes = new Uint8Array(Buffer.concat(parts));
	const header = pictureHeader(bytes);
	if (header === null || header.width !== header.height || (header.width !== 256 && header.width !== 512))
		return no('unfit');
	return { ok: true, type: `image/${header.kind}`, bytes, maxAge: maxAge(headers) };
}

/** Seconds until it wants to be asked again: a number, or a date. */
function retryAfter(headers: IncomingHttpHeaders): number | null {
	const said = headers['retry-after']?.trim() ?? '';
	if (/^\d{1,9}$/.test(said)) return Number(said);
	const [at, now] = [Date.parse(said), Date.parse(headers.date ?? '')];
	return Number.isNaN(at) || Number.isNaN(now) ? null : Math.max(0, (at - now) / 1000);
}

function maxAge(headers: IncomingHttpHeaders): number | null {
	const said = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
	if (said !== undefined) return Number(said);
	const [until, now] = [Date.parse(headers.expires ?? ''), Date.parse(headers.date ?? '')];
	return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, (until - now) / 1000);
}
