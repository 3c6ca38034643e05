/**
 * The line between a device and the kit: Socket.IO, long-polling first and WebSocket where it passes, and plain requests
 * when no socket comes up at all (L5). It keeps nothing: whoever calls it holds the commands and the rows, so a line may
 * break at any moment. It sends only while it is up, because the outbox is the only buffer.
 */
import type { Around } from './around.ts';
import { isGone, type Heard, type Line } from './line.ts';
import { doPlainly, openPlain } from './plain.ts';
import type { Speaking } from './protocol.ts';
import { openSocket, type SocketLine } from './socket.ts';

/** Characters of a command that still fits a socket's message of 16,384 bytes, at three bytes a character and more. */
const LARGE = 5_000;

export function openConnection(speaking: Speaking, heard: Heard, around: Around): Omit<Line, 'again'> {
	let socket: SocketLine | null = null;
	let plain: Line | null = null;
	let patience: ReturnType<typeof setTimeout> | undefined;
	let lastWord = around.date();
	let closed = false;

	const mine: Heard = {
		...heard,
		word(now) {
			lastWord = around.date();
			heard.word(now);
		},
		evicted(why) {
			close();
			heard.evicted(why);
		}
	};

	/** Starts counting down to plain requests. */
	function waitForSocket(): void {
		clearTimeout(patience);
		patience = setTimeout(() => {
			if (!closed && !socket?.isUp()) plain ??= openPlain(speaking, mine, around);
		}, around.patience.socket);
	}

	function socketUp(is: boolean): void {
		if (is) {
			clearTimeout(patience);
			plain?.close();
			plain = null;
		} else {
			waitForSocket();
		}
		if (is || !plain) heard.up(is);
	}

	function again(): void {
		socket?.again();
		plain?.again();
	}
	const deaf = around.listen({
		back: again,
		lost: () => heard.up(false),
		seen() {
			if (around.date() - lastWord > around.patience.stale) again();
		}
	});

	function close(): void {
		closed = true;
		clearTimeout(patience);
		deaf();
		socket?.close();
		plain?.close();
		socket = plain = null;
	}

	waitForSocket();
	void openSocket(speaking, { ...mine, up: socketUp }, around).then((line) => {
		if (closed) line?.close();
		else socket = line;
	});

	const line = (): Line | null => (socket?.isUp() ? socket : plain);
	return {
		async do(command) {
			// A socket closes on a message larger than 16 KB; a station with all its lists may be.
			const large = JSON.stringify(command).length > LARGE;
			const answer = (await (large ? doPlainly(around, speaking, command) : line()?.do(command))) ?? null;
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
