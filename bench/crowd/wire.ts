/**
 * The line between one phone of the crowd and a server: Socket.IO with the options of `src/lib/live/socket.ts`, or plain
 * requests every few seconds, as `src/lib/live/plain.ts` sends them. It keeps nothing: the phone says again what was not answered.
 */
import { io } from 'socket.io-client';
import type { Ask, Dialect, Handshake } from './dialect.ts';
import type { PhoneAgent, Web } from './web.ts';

/** `phone`: long-polling first and then WebSocket, as browsers do. `plain`: no socket at all. */
export type Way = 'phone' | 'websocket' | 'polling' | 'plain';

export interface Wire {
	isUp(): boolean;
	ask: Ask;
	/** The network breaks; the line comes back by itself. */
	drop(): void;
	close(): void;
}

export interface WireParts {
	dialect: Dialect;
	handshake: Handshake;
	way: Way;
	agent: PhoneAgent;
	web: Web;
	/** 0 ≤ n < 1. */
	draw: () => number;
	heard: {
		/** Commands can go out, or cannot. */
		up(is: boolean): void;
		event(name: string, data: unknown): void;
		/** Plain requests: time to ask again. False when no answer came. */
		round(): Promise<boolean>;
	};
}

/** Milliseconds an answer may take before the line is taken for dead. */
const ANSWER = 10_000;
/** Milliseconds between two looks by plain requests. */
const EVERY = 3_000;

const TRANSPORTS: Record<Exclude<Way, 'plain'>, ('polling' | 'websocket')[]> = {
	phone: ['polling', 'websocket'],
	websocket: ['websocket'],
	polling: ['polling']
};

export function openWire(parts: WireParts): Wire {
	return parts.way === 'plain' ? openPlain(parts) : openSocket(parts, TRANSPORTS[parts.way]);
}

function openSocket(parts: WireParts, transports: ('polling' | 'websocket')[]): Wire {
	const { dialect, handshake, agent, heard, draw } = parts;
	const wire = io(dialect.url, {
		path: dialect.path,
		auth: handshake.auth,
		...(handshake.cookie === '' ? {} : { extraHeaders: { cookie: handshake.cookie } }),
		transports,
		// The type says text, for browsers; in Node it is handed to `http.request` and to `ws`.
		agent: agent as never,
		reconnectionDelay: 500,
		reconnectionDelayMax: 5_000,
		randomizationFactor: 0.6,
		timeout: 8_000,
		forceNew: true
	});
	let later: ReturnType<typeof setTimeout> | undefined;
	let closed = false;
	function again(): void {
		if (closed) return;
		clearTimeout(later);
		wire.disconnect();
		wire.connect();
	}
	wire.on('connect', () => heard.up(true));
	wire.on('disconnect', () => heard.up(false));
	wire.on('connect_error', () => {
		// A refusal at the door ends the library's own attempts.
		if (!wire.active) later = setTimeout(again, 1_000 + draw() * 4_000);
	});
	for (const name of dialect.events) wire.on(name, (data: unknown) => heard.event(name, data));
	return {
		isUp: () => wire.connected,
		ask: (event, data) =>
			new Promise((resolve) => {
				if (!wire.connected) return resolve(null);
				wire.timeout(ANSWER).emit(event, data, (failed: Error | null, answer: unknown) => {
					// A line that is up and does not answer is dead.
					if (failed && wire.connected) again();
					resolve(failed ? null : answer);
				});
			}),
		drop: () => agent.cut(),
		close() {
			closed = true;
			clearTimeout(later);
			wire.disconnect();
		}
	};
}

function openPlain({ dialect, handshake, agent, web, heard, draw }: WireParts): Wire {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let closed = false;
	let up = false;
	async function ask(event: string, data: unknown): Promise<unknown> {
		const to = dialect.plainly?.(handshake, event, data);
		if (!to) return null;
		const got = await web(to.path, { json: to.json, cookie: handshake.cookie }).catch(() => null);
		if (got === null || got.body === '') return null;
		try {
			return JSON.parse(got.body);
		} catch {
			return null;
		}
	}
	async function round(): Promise<void> {
		const is = await heard.round();
		if (closed) return;
		if (is !== up) {
			up = is;
			heard.up(is);
		}
		timer = setTimeout(() => void round(), EVERY * (0.8 + 0.4 * draw()));
	}
	timer = setTimeout(() => void round(), 0);
	return {
		isUp: () => up,
		ask,
		drop: () => agent.cut(),
		close() {
			closed = true;
			clearTimeout(timer);
		}
	};
}
