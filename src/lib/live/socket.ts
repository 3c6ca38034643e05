/**
 * The Socket.IO line. The library comes after the page has painted, so that a slow phone can read before it can send. It
 * reconnects by itself with jitter; what ends its own attempts and may pass (the kit is busy) is tried again as well.
 */
import type { Socket } from 'socket.io-client';
import type { Around } from './around.ts';
import { isGone, type Heard, type Line, type Why } from './line.ts';
import type { ClientToServer, DoAnswer, SentCommand, ServerToClient, Speaking, WatchAsk } from './protocol.ts';
import { SOCKET_PATH } from './protocol.ts';
import { createWait } from './wait.ts';

export interface SocketLine extends Line {
	isUp(): boolean;
	/** Null when no answer came within so many milliseconds: not sent, or sent and unknown. Sending it again is harmless (L2). */
	do(command: SentCommand, within: number): Promise<DoAnswer | null>;
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
		timeout: patience.open,
		// Two pages of one browser are two lines.
		forceNew: true
	});
	let later: ReturnType<typeof setTimeout> | undefined;
	let greeted = false;
	let closed = false;
	const wait = createWait(around);
	/** Questions for rows that are not answered yet; what they bring may be long, and answers to commands stand behind it. */
	let asking = 0;

	const soon = (then: () => void): void => {
		clearTimeout(later);
		if (!closed) later = setTimeout(then, 1_000 + Math.random() * 4_000);
	};
	const askAll = (): Promise<void> => watch(heard.asks());

	function watch(asks: WatchAsk[], within = wait.most()): Promise<void> {
		return new Promise((resolve) => {
			if (!greeted || asks.length === 0) return resolve();
			asking += 1;
			const asked = around.ticks();
			wire.timeout(within).emit('watch', asks, (failed: Error | null, answer) => {
				asking -= 1;
				if (failed) {
					wait.unanswered(asked);
					unanswered();
				} else if (!closed) {
					wait.answered(asked);
					heard.word(null);
					heard.watched(answer);
					// Not now (`too_fast`), and nobody else would ask again.
					if (!answer.ok && !isGone(answer.code)) soon(() => void askAll());
				}
				resolve();
			});
		});
	}

	function again(): void {
		if (closed) return;
		wire.disconnect();
		clearTimeout(later);
		wire.connect();
	}

	/** A line that is up and does not answer is dead; one that went down has told so already. */
	function unanswered(): void {
		if (wire.connected && asking === 0) again();
	}

	// Up only once greeted: until then it may be the line of another card, which took this browser over.
	wire.on('hello', (hello) => {
		heard.hello(hello);
		if (closed) return;
		greeted = true;
		heard.word(hello.now);
		void askAll();
		heard.up(true);
	});
	wire.on('disconnect', () => {
		greeted = false;
		heard.up(false);
		if (!wire.active) soon(again);
	});
	wire.on('connect_error', (error) => {
		const why = whyOf(error);
		if (why && isGone(why.code)) heard.evicted(why);
		else if (!wire.active) soon(again);
	});
	wire.on('frame', ({ topics }) => {
		heard.word(null);
		heard.rows(topics);
	});
	wire.on('beat', (now, disk) => {
		heard.word(now);
		heard.disk(disk ?? null);
	});
	// One socket too many is sent away as well, and comes back.
	wire.on('evicted', (why) => {
		if (isGone(why.code)) heard.evicted(why);
	});

	return {
		isUp: () => greeted,
		do: (command, within) =>
			new Promise((resolve) => {
				if (!greeted) return resolve(null);
				wire.timeout(within).emit('do', command, (failed: Error | null, answer) => {
					if (failed) unanswered();
					else heard.word(null);
					resolve(failed ? null : answer);
				});
			}),
		watch,
		unwatch(topics) {
			if (greeted) wire.emit('unwatch', topics, () => undefined);
		},
		again,
		close() {
			closed = true;
			greeted = false;
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
