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
import { createWait } from './wait.ts';

/** Characters of a command that still fits a socket's message of 16,384 bytes, at three bytes a character and more. */
const LARGE = 5_000;

export interface Connection extends Pick<Line, 'watch' | 'unwatch' | 'close'> {
	/** As of a line, for as long as it takes. */
	do(command: SentCommand): Promise<DoAnswer | null>;
}

export function openConnection(speaking: Speaking, heard: Heard, around: Around): Connection {
	const { patience } = around;
	const wait = createWait(around);
	let socket: SocketLine | null = null;
	let plain: Line | null = null;
	/** Counts down to plain requests. */
	let patient: ReturnType<typeof setTimeout> | undefined;
	let silent: ReturnType<typeof setTimeout> | undefined;
	let dialling: ReturnType<typeof setTimeout> | true | undefined;
	/** The socket came up and went down again without one answer: such a one may go on like that for ever. */
	let doubted = false;
	let said: boolean | null = null;
	/** Ended when a line comes up: a plain request that began before may hang in the network that was. */
	let life = new AbortController();
	let lastWord = moment(around);
	let closed = false;

	const line = (): Line | null => (socket?.isUp() ? socket : plain);

	/** Only changes are told: that one more plain request was answered is no news. */
	function tell(is: boolean): void {
		if (closed || said === is) return;
		said = is;
		if (is) {
			life.abort();
			life = new AbortController();
		}
		heard.up(is);
	}

	const mine: Heard = {
		...heard,
		word(now) {
			lastWord = moment(around);
			clearTimeout(silent);
			if (speaking.as !== 'card' && !closed) silent = setTimeout(tryLine, patience.silence);
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
		clearTimeout(silent);
		if (dialling !== true) clearTimeout(dialling);
		deaf();
		socket?.close();
		plain?.close();
		socket = plain = null;
	}

	const plainly = (command: SentCommand): Promise<DoAnswer | null> =>
		doPlainly(around, speaking, { command, within: wait.most(), stop: life.signal, word: (now) => mine.word(now) });

	/**
	 * What got no answer by the socket goes once more by a plain request: a filter may let one pass and not the other. What was
	 * under way by a plain request when a line came up goes once more by that.
	 */
	async function send(command: SentCommand): Promise<DoAnswer | null> {
		const large = JSON.stringify(command).length > LARGE;
		const over = (): Promise<DoAnswer | null> =>
			!large && socket?.isUp() ? socket.do(command, wait.most()) : plainly(command);
		if (!line() && !large) return null;
		const bySocket = socket?.isUp() === true && !large;
		const { signal } = life;
		const answer = await over();
		if (answer || closed) return answer;
		if (bySocket) return plainly(command);
		return signal.aborted ? over() : null;
	}

	waitFor(patience.socket);
	void dial();

	return {
		async do(command) {
			const asked = around.ticks();
			const sent = line() !== null;
			const answer = await send(command);
			if (answer) wait.answered(asked);
			else if (sent) wait.unanswered(asked);
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
