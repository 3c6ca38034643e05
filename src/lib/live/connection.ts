/**
 * The line between a device and the kit: Socket.IO, long-polling first and WebSocket where it passes, and plain requests
 * where no socket carries an answer (L5). It keeps nothing: whoever calls it holds the commands and the rows, so a line may
 * break at any moment. It sends only while it is up, because the outbox is the only buffer.
 */
import { moment, since, type Around } from './around.ts';
import { isGone, type Heard, type Line } from './line.ts';
import { doPlainly, openPlain } from './plain.ts';
import type { DoAnswer, SentCommand, Speaking } from './protocol.ts';
import { openSocket, type SocketLine } from './socket.ts';

/** Characters of a command that still fits a socket's message of 16,384 bytes, at three bytes a character and more. */
const LARGE = 5_000;

export function openConnection(speaking: Speaking, heard: Heard, around: Around): Omit<Line, 'again'> {
	const { patience } = around;
	let socket: SocketLine | null = null;
	let plain: Line | null = null;
	/** Counts down to plain requests. */
	let patient: ReturnType<typeof setTimeout> | undefined;
	let dialling: ReturnType<typeof setTimeout> | true | undefined;
	/** The socket came up and went down again without one answer: such a one may go on like that for ever. */
	let doubted = false;
	let said: boolean | null = null;
	let lastWord = moment(around);
	let closed = false;

	const line = (): Line | null => (socket?.isUp() ? socket : plain);

	/** Only changes are told: that one more plain request was answered is no news. */
	function tell(is: boolean): void {
		if (closed || said === is) return;
		said = is;
		heard.up(is);
	}

	const mine: Heard = {
		...heard,
		word(now) {
			lastWord = moment(around);
			heard.word(now);
			// The browser may have called this device offline while the kit, in the same room or on this machine, is heard.
			tell(true);
		},
		up: tell,
		evicted(why) {
			close();
			heard.evicted(why);
		}
	};
	const ofSocket: Heard = {
		...mine,
		up(is) {
			if (is) {
				// Rows of the first answer may be long on their way; asking for them twice would double it.
				if (!doubted) waitFor(patience.answer);
				tell(true);
				if (heard.asks().length === 0) answered();
			} else {
				doubted ||= patient !== undefined;
				if (patient === undefined) waitFor(patience.socket);
				if (!plain) tell(false);
			}
		},
		watched(answer) {
			answered();
			heard.watched(answer);
		}
	};

	/** The socket carries both ways. */
	function answered(): void {
		doubted = false;
		clearTimeout(patient);
		patient = undefined;
		plain?.close();
		plain = null;
	}
	function waitFor(milliseconds: number): void {
		clearTimeout(patient);
		patient = setTimeout(() => {
			plain ??= openPlain(speaking, mine, around);
		}, milliseconds);
	}

	/** The library itself may be what the network swallowed. */
	async function dial(): Promise<void> {
		if (dialling === true) return;
		clearTimeout(dialling);
		dialling = true;
		const found = await openSocket(speaking, ofSocket, around);
		if (closed) return found?.close();
		socket = found;
		dialling = found ? true : setTimeout(() => void dial(), patience.library);
	}

	function again(): void {
		if (socket) socket.again();
		else void dial();
		plain?.again();
	}
	/** An answer, or that there is none, says whether the line lives. */
	function tryLine(): void {
		const now = line();
		if (now) void now.watch(heard.asks(), patience.glance);
		else again();
	}
	const deaf = around.listen({
		back: again,
		lost() {
			tell(false);
			tryLine();
		},
		seen() {
			if (since(around, lastWord) > patience.stale) tryLine();
		}
	});

	function close(): void {
		closed = true;
		clearTimeout(patient);
		if (dialling !== true) clearTimeout(dialling);
		deaf();
		socket?.close();
		plain?.close();
		socket = plain = null;
	}

	/** What got no answer by the socket goes once more by a plain request: a filter may let one pass and not the other. */
	async function send(command: SentCommand): Promise<DoAnswer | null> {
		const large = JSON.stringify(command).length > LARGE;
		const now = line();
		if (!now && !large) return null;
		const answer = large ? null : ((await now?.do(command)) ?? null);
		if (answer || closed || (!large && now === plain)) return answer;
		return doPlainly(around, speaking, { command, word: (now) => mine.word(now) });
	}

	waitFor(patience.socket);
	void dial();

	return {
		async do(command) {
			const answer = await send(command);
			if (answer && !answer.ok && isGone(answer.code)) {
				mine.evicted({ code: answer.code, words: answer.words });
				return null;
			}
			return answer;
		},
		watch: async (asks) => line()?.watch(asks),
		unwatch: (topics) => line()?.unwatch(topics),
		close
	};
}
