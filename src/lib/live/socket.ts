/**
 * The Socket.IO line. The library comes after the page has painted, so that a slow phone can read before it can send. It
 * reconnects by itself with jitter; a refusal at the door that may pass (the kit is busy) is tried again as well.
 */
import type { Socket } from 'socket.io-client';
import type { Around } from './around.ts';
import { isGone, type Heard, type Line, type Why } from './line.ts';
import type { ClientToServer, ServerToClient, Speaking, WatchAsk } from './protocol.ts';
import { SOCKET_PATH } from './protocol.ts';

export interface SocketLine extends Line {
	isUp(): boolean;
}

const load = () => import('socket.io-client').catch(() => null);

/** Null when the library itself cannot be loaded; plain requests then carry everything. */
export async function openSocket(speaking: Speaking, heard: Heard, around: Around): Promise<SocketLine | null> {
	const library = await load();
	if (!library) return null;
	const { patience, socket } = around;
	const { uri, ...more } = socket;
	const wire: Socket<ServerToClient, ClientToServer> = library.io(uri, {
		...more,
		path: SOCKET_PATH,
		auth: { ...speaking },
		withCredentials: true,
		transports: ['polling', 'websocket'],
		reconnectionDelay: patience.again[0],
		reconnectionDelayMax: patience.again[1],
		randomizationFactor: 0.6,
		timeout: patience.socket,
		// Two pages of one browser are two lines.
		forceNew: true
	});
	let later: ReturnType<typeof setTimeout> | undefined;
	let closed = false;

	function watch(asks: WatchAsk[]): Promise<void> {
		return new Promise((resolve) => {
			if (!wire.connected || asks.length === 0) return resolve();
			wire.timeout(patience.answer).emit('watch', asks, (failed: Error | null, answer) => {
				if (failed) unanswered();
				else if (!closed) {
					heard.word(null);
					heard.watched(answer);
				}
				resolve();
			});
		});
	}

	function again(): void {
		if (closed) return;
		clearTimeout(later);
		wire.disconnect();
		wire.connect();
	}

	/** A line that is up and does not answer is dead; one that went down has told so already. */
	function unanswered(): void {
		if (wire.connected) again();
	}

	wire.on('connect', () => {
		heard.word(null);
		void watch(heard.asks());
		heard.up(true);
	});
	wire.on('disconnect', () => heard.up(false));
	wire.on('connect_error', (error) => {
		const why = whyOf(error);
		if (why && isGone(why.code)) heard.evicted(why);
		// A refusal at the door ends the library's own attempts.
		else if (!wire.active) later = setTimeout(again, 1_000 + Math.random() * 4_000);
	});
	wire.on('hello', (hello) => {
		heard.word(hello.now);
		heard.hello(hello);
	});
	wire.on('frame', ({ topics }) => {
		heard.word(null);
		heard.rows(topics);
	});
	wire.on('beat', (now) => heard.word(now));
	wire.on('evicted', (why) => heard.evicted(why));

	return {
		isUp: () => wire.connected,
		do: (command) =>
			new Promise((resolve) => {
				if (!wire.connected) return resolve(null);
				wire.timeout(patience.answer).emit('do', command, (failed: Error | null, answer) => {
					if (failed) unanswered();
					else heard.word(null);
					resolve(failed ? null : answer);
				});
			}),
		watch,
		unwatch(topics) {
			if (wire.connected) wire.emit('unwatch', topics, () => undefined);
		},
		again,
		close() {
			closed = true;
			clearTimeout(later);
			wire.disconnect();
		}
	};
}

/** The refusal a handshake was answered with, if it was one of the kit's own. */
function whyOf(error: Error): Why | null {
	const data: unknown = Reflect.get(error, 'data');
	if (typeof data !== 'object' || data === null) return null;
	// Made by the server's handshake, always as a code of its list with its words.
	const { code, words } = data as Partial<Why>;
	return code !== undefined && words !== undefined ? { code, words } : null;
}
