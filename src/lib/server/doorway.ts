/**
 * The doorway: what happens to every request and upgrade before the app sees it.
 *
 * In order: the security headers go on, the scheme is settled, forwarded headers that nobody vouches for come off, and a
 * `Host` that is not ours is turned away. Then live requests go to the engine and all others to SvelteKit. An upgrade
 * that is not for the engine is closed.
 */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from './headers.ts';
import { forwardedSecure, stripForwarded } from './hosts.ts';
import { findDoor, isLivePath } from './live-door.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface DoorwayParts {
	/** Whether this process speaks TLS itself. */
	tls: boolean;
	/** The private header that tells SvelteKit the scheme. Overwritten on every request, so that nobody outside can set it. */
	protocolHeader: string;
	isOurHost: (host: string | undefined) => boolean;
	isTrustedProxy: (peer: string | undefined) => boolean;
	/** SvelteKit's own handler. */
	pages: RequestHandler;
}

export interface Doorway {
	request: RequestHandler;
	upgrade: (request: IncomingMessage, line: Duplex, head: Buffer) => void;
}

const WRONG_HOST =
	'This server does not answer to the name you asked for. Use the address it printed when it started, or set PUBLIC_URL to this one.\n';
const STARTING = 'The server is still starting. Please try again in a moment.\n';

export function createDoorway({ tls, protocolHeader, isOurHost, isTrustedProxy, pages }: DoorwayParts): Doorway {
	/** Settles the scheme, takes off what nobody vouches for, and answers whether the browser came over TLS. */
	function settle(request: IncomingMessage): boolean {
		const vouched = isTrustedProxy(request.socket.remoteAddress);
		const secure = tls || (vouched && forwardedSecure(request.headers));
		if (!vouched) stripForwarded(request.headers);
		request.headers[protocolHeader] = secure ? 'https' : 'http';
		return secure;
	}

	return {
		request: (request, response): void => {
			const secure = settle(request);
			const { host } = request.headers;
			if (host === undefined || !isOurHost(host)) return refuse(response, { status: 421, words: WRONG_HOST });
			for (const [name, value] of Object.entries(securityHeaders({ secure, host }))) response.setHeader(name, value);
			if (!isLivePath(request.url)) return pages(request, response);
			const door = findDoor();
			if (door === null) return refuse(response, { status: 503, words: STARTING });
			response.setHeader('cache-control', 'no-store');
			door.engine.handleRequest(request, response);
		},

		upgrade: (request, line, head): void => {
			settle(request);
			if (!isOurHost(request.headers.host)) return hangUp(line, 421);
			const door = isLivePath(request.url) ? findDoor() : null;
			if (door === null) return hangUp(line, isLivePath(request.url) ? 503 : 404);
			door.engine.handleUpgrade(request, line, head);
		}
	};
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
	// A peer that is gone already is no reason to fall over.
	line.on('error', () => undefined);
	const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
	line.end(answer, () => line.destroy());
}
