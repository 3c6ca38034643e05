/**
 * What stands in a school between a class and the world, as an HTTP proxy: it knows requests and upgrades, holds every
 * answer until it is whole, turns some away, and before somebody has signed in it answers for everybody.
 */
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Rules {
	/** What becomes of a WebSocket's upgrade: turned away, closed, never answered, or let through and then deaf. */
	upgrade: 'pass' | 'forbid' | 'close' | 'ignore' | 'deafen';
	/** What becomes of every other request of a socket. */
	polling: 'pass' | 'forbid' | 'ignore';
	/** Everything is answered with 200 and a page, or with JSON of its own. */
	portal: 'none' | 'page' | 'json';
}
export const OPEN: Rules = { upgrade: 'pass', polling: 'pass', portal: 'none' };

const PAGE = '<!doctype html><title>Welcome to the guest network</title><a href="/accept">Accept and continue</a>';

export class Filter {
	readonly port: number;
	rules: Rules = OPEN;
	/** Requests and upgrades it did not let pass. */
	turned = 0;
	/** Upgrades it let pass. */
	upgraded = 0;
	/** The kit's port. */
	target: number;
	readonly #server: Server;
	readonly #agent = new Agent({ keepAlive: true });
	readonly #lines = new Set<Duplex>();

	private constructor(server: Server, target: number) {
		this.#server = server;
		this.target = target;
		// It listens on a port, so its address is no path.
		this.port = (server.address() as AddressInfo).port;
		server.on('request', (asked: IncomingMessage, answer: ServerResponse) => this.#request(asked, answer));
		server.on('upgrade', (asked: IncomingMessage, line: Duplex, head: Buffer) => this.#upgrade(asked, line, head));
	}

	static async open(target: number): Promise<Filter> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Filter(server, target);
	}

	#request(asked: IncomingMessage, answer: ServerResponse): void {
		const { polling, portal } = this.rules;
		const rule = asked.url?.startsWith('/live/socket') === true ? polling : 'pass';
		if (portal !== 'none' || rule !== 'pass') {
			this.turned += 1;
			asked.resume();
			if (portal === 'page') answer.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
			else if (portal === 'json')
				answer.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"message":"Sign in first"}');
			else if (rule === 'forbid') answer.writeHead(403, { 'content-type': 'text/html' }).end(PAGE);
			return;
		}
		const { method, url, headers } = asked;
		const on = request({ port: this.target, host: '127.0.0.1', method, path: url, headers, agent: this.#agent });
		const lost = (): void => {
			if (answer.headersSent) answer.destroy();
			else answer.writeHead(502).end();
		};
		on.on('error', lost);
		on.on('response', (found) => {
			const parts: Buffer[] = [];
			found.on('data', (part: Buffer) => parts.push(part));
			found.on('error', lost);
			found.on('end', () => {
				answer.writeHead(found.statusCode ?? 502, found.headers).end(Buffer.concat(parts));
			});
		});
		answer.on('close', () => {
			if (!answer.writableFinished) on.destroy();
		});
		asked.pipe(on);
	}

	#upgrade(asked: IncomingMessage, line: Duplex, head: Buffer): void {
		const { upgrade, portal } = this.rules;
		this.#lines.add(line);
		line.on('error', () => undefined).on('close', () => this.#lines.delete(line));
		if (upgrade !== 'pass' && upgrade !== 'deafen') this.turned += 1;
		if (upgrade === 'ignore') return;
		if (upgrade === 'close') return void line.destroy();
		if (upgrade === 'forbid') return void line.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
		if (portal !== 'none') return void line.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
		this.upgraded += 1;
		const kit = connect({ port: this.target, host: '127.0.0.1' });
		this.#lines.add(kit);
		kit.on('error', () => line.destroy()).on('close', () => line.destroy());
		line.on('close', () => kit.destroy());
		const { rawHeaders, method = 'GET', url = '/' } = asked;
		let written = `${method} ${url} HTTP/1.1\r\n`;
		for (let at = 0; at < rawHeaders.length; at += 2) written += `${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`;
		kit.write(`${written}\r\n`);
		kit.write(head);
		if (upgrade === 'pass') return void kit.pipe(line).pipe(kit);
		// The upgrade itself is answered; of what is said after it nothing comes.
		kit.once('data', (greeting: Buffer) => line.write(greeting));
		line.resume();
	}

	/** Ends every upgraded line there is. */
	cut(): void {
		for (const line of this.#lines) line.destroy();
		this.#server.closeAllConnections();
	}
	async close(): Promise<void> {
		this.cut();
		this.#agent.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
