/**
 * The doorway: what happens to every request and upgrade before the app sees it.
 *
 * In order: the scheme is settled, forwarded headers that nobody vouches for come off, a `Host` that is not ours is turned
 * away, and the security headers go on. Then live requests go to the engine and all others to SvelteKit. An upgrade that
 * is not for the engine is closed.
 *
 * The check of `Host` is what stops DNS rebinding: a stranger's page can point its own name at this machine, and a browser
 * would then let that page speak to the kit as if it were the kit's own.
 */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { bodyTime } from './body-limit.ts';
import { trustedPeers, type Config } from './config.ts';
import { forwardedSecure, stripForwarded } from './forwarded.ts';
import { securityHeaders } from './headers.ts';
import { findDoor, isLivePath } from './live-door.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface DoorwayParts {
	config: Pick<Config, 'hosts' | 'publicUrl' | 'tls' | 'trustedProxies'>;
	/** The private header that tells SvelteKit the scheme. Overwritten on every request, so that nobody outside can set it. */
	protocolHeader: string;
	/** SvelteKit's own handler. */
	pages: RequestHandler;
	/** Milliseconds that a body sent to a path may take to arrive. */
	timeFor?: (path: string) => number;
}

export interface Doorway {
	request: RequestHandler;
	upgrade: (request: IncomingMessage, line: Duplex, head: Buffer) => void;
}

const WRONG_HOST =
	'This server does not answer to the name you asked for. Use an address it printed when it started, or set PUBLIC_URL to ' +
	'this one. If this machine has changed its network since, start the server again.\n';
const STARTING = 'The server is still starting. Please try again in a moment.\n';

export function createDoorway({ config, protocolHeader, pages, timeFor = bodyTime }: DoorwayParts): Doorway {
	const hosts = new Set(config.hosts);
	const isTrustedProxy = trustedPeers(config.trustedProxies);
	const publicUrl = config.publicUrl === null ? null : new URL(config.publicUrl);

	/** The `Host` that was asked for, in lower case, or `null` when it is not ours. */
	function ourHost(request: IncomingMessage): string | null {
		const host = request.headers.host?.toLowerCase();
		return host !== undefined && hosts.has(host) ? host : null;
	}

	/** Settles the scheme, takes off what nobody vouches for, and answers whether the browser came over TLS. */
	function settle(request: IncomingMessage): boolean {
		const { headers } = request;
		const vouched = isTrustedProxy(request.socket.remoteAddress ?? '');
		// A proxy that was not named cannot be asked, but whoever set PUBLIC_URL has said what it does.
		const promised = publicUrl?.protocol === 'https:' && headers.host?.toLowerCase() === publicUrl.host;
		const secure = config.tls || (vouched ? forwardedSecure(headers) : promised);
		if (!vouched) stripForwarded(headers);
		headers[protocolHeader] = secure ? 'https' : 'http';
		return secure;
	}

	return {
		request: (request, response): void => {
			const secure = settle(request);
			const host = ourHost(request);
			if (host === null) return refuse(response, { status: 421, words: WRONG_HOST });
			hurry(request, timeFor);
			for (const [name, value] of Object.entries(securityHeaders({ secure, host }))) response.setHeader(name, value);
			if (!isLivePath(request.url)) return pages(request, response);
			const door = findDoor();
			if (door === null) return refuse(response, { status: 503, words: STARTING });
			response.setHeader('cache-control', 'no-store');
			door.engine.handleRequest(request, response);
		},

		upgrade: (request, line, head): void => {
			settle(request);
			if (ourHost(request) === null) return hangUp(line, 421);
			if (!isLivePath(request.url)) return hangUp(line, 404);
			const door = findDoor();
			if (door === null) return hangUp(line, 503);
			door.engine.handleUpgrade(request, line, head);
		}
	};
}

/** Whoever sends a body drop by drop holds a connection open: it is closed when its time is over. */
function hurry(request: IncomingMessage, timeFor: (path: string) => number): void {
	const { headers, url = '' } = request;
	if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
	const timer = setTimeout(() => request.destroy(), timeFor(url.split('?', 1)[0] ?? url)).unref();
	request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

function refuse(response: ServerResponse, { status, words }: { status: number; words: string }): void {
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		connection: 'close'
	});
	response.end(words);
}

function hangUp(line: Duplex, status: number): void {
	const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
	// A peer that is gone already is no reason to fall over.
	line.on('error', () => undefined);
	line.end(answer, () => line.destroy());
}
