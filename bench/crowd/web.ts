/**
 * A phone's own connections: an agent of its own, as a browser has, that counts the bytes of every connection it opens
 * (pages, long-polling and WebSocket alike) and can cut them all off, as a network does.
 */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { NetConnectOpts, Socket } from 'node:net';

/** Bytes on the wire, headers included, seen from the phones: `up` is sent by them. */
export interface Bytes {
	up: number;
	down: number;
}

/** Counts for a whole crowd. */
export class Meter {
	readonly #open = new Set<Socket>();
	#closed: Bytes = { up: 0, down: 0 };

	add(socket: Socket): void {
		this.#open.add(socket);
		socket.once('close', () => {
			this.#open.delete(socket);
			this.#closed.up += socket.bytesWritten;
			this.#closed.down += socket.bytesRead;
		});
	}
	read(): Bytes {
		const total = { ...this.#closed };
		for (const socket of this.#open) {
			total.up += socket.bytesWritten;
			total.down += socket.bytesRead;
		}
		return total;
	}
}

/** Phones behind one address, as a school's are: it has 28,000 ports, and a closed connection holds one for a minute. */
const BEHIND_ONE = 2_000;

export class PhoneAgent extends Agent {
	readonly #meter: Meter;
	readonly #open = new Set<Socket>();
	readonly #localAddress: string | undefined;

	constructor(meter: Meter, number: number) {
		super({ keepAlive: true });
		this.#meter = meter;
		// Only Linux answers to all of 127.0.0.0/8.
		const address = `127.0.0.${1 + Math.floor(number / BEHIND_ONE)}`;
		this.#localAddress = process.platform === 'linux' ? address : undefined;
	}
	override createConnection(options: NetConnectOpts): Socket {
		const own = this.#localAddress === undefined ? {} : { localAddress: this.#localAddress };
		const socket = connect({ ...options, ...own });
		this.#meter.add(socket);
		this.#open.add(socket);
		socket.once('close', () => this.#open.delete(socket));
		return socket;
	}
	/** The network is gone: nothing is said on any connection any more. */
	cut(): void {
		for (const socket of this.#open) socket.destroy();
	}
}

export interface Got {
	status: number;
	location: string | null;
	/** As the next request sends them. */
	cookies: string;
	body: string;
}
export interface Get {
	method?: 'GET' | 'POST';
	cookie?: string;
	form?: Record<string, string>;
	json?: unknown;
}
/** One request of this phone. Redirects are not followed. */
export type Web = (path: string, get?: Get) => Promise<Got>;

/** Milliseconds a request may take. */
const PATIENCE = 30_000;

export function webOf(home: string, agent: PhoneAgent): Web {
	const { origin } = new URL(home);
	return (path, { method, cookie = '', form, json } = {}) => {
		const body = form ? new URLSearchParams(form).toString() : json === undefined ? null : JSON.stringify(json);
		const headers: Record<string, string> = {
			accept: json === undefined ? 'text/html' : 'application/json',
			'accept-encoding': 'gzip, br',
			...(cookie === '' ? {} : { cookie }),
			...(body === null ? {} : { origin, 'content-length': String(Buffer.byteLength(body)) }),
			...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
			...(json === undefined ? {} : { 'content-type': 'application/json' })
		};
		return new Promise((resolve, reject) => {
			const asked = request(new URL(path, home), {
				...{ agent, headers, timeout: PATIENCE },
				method: method ?? (body === null ? 'GET' : 'POST')
			});
			asked.once('timeout', () => asked.destroy(new Error('no answer')));
			asked.once('error', reject);
			asked.once('response', (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.once('error', reject);
				response.once('end', () => {
					const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0] ?? '').join('; ');
					const packed = response.headers['content-encoding'] !== undefined;
					resolve({
						status: response.statusCode ?? 0,
						location: response.headers.location ?? null,
						cookies,
						// What is packed is only counted.
						body: packed ? '' : Buffer.concat(parts).toString()
					});
				});
			});
			asked.end(body ?? undefined);
		});
	};
}
