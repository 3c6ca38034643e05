/**
 * One socket's reading, so that whoever does not read costs nobody else anything. Little waits for a socket, however long it
 * is silent: frames pass it by, and once it has read it is sent what it lacks, as any screen that comes back (L4); its
 * questions wait until what it was sent before has left. Answers to commands are never left out: when too many of them
 * wait the line is closed, and the device comes back by itself and sends again what was not answered (L2, L7).
 */
import type { Socket } from 'socket.io';
import type { WatchAsk } from '../live/protocol.ts';

/** Packets, and characters of them, that may wait for a socket before frames pass it by and its questions wait. */
const PACKETS = 8;
const CHARACTERS = 262_144;
/** Packets and questions that may wait before its line is closed. */
const MOST = 512;

export interface SlowReader {
	/** Frames pass it by. */
	isBehind(): boolean;
	/** Rows of a topic passed it by; it has all before `ask.since`. */
	lacks(ask: Required<WatchAsk>): void;
	/** It has a topic whole, or wants it no more. True when it lacked rows of it. */
	lacksNoMore(topic: string): boolean;
	/** One question after another, each when there is room for its answer. */
	inTurn(answer: () => void | Promise<void>): Promise<void>;
	/** Nobody sits there any more: the line may go on, and seat somebody anew. */
	end(): void;
}

interface SlowReaderParts {
	conn: Pick<Socket['conn'], 'on' | 'off'>;
	/** Sends what is lacking; the topics sent are to be taken off with `lacksNoMore`. */
	catchUp: (asks: WatchAsk[]) => Promise<void>;
	/** Cuts it off. */
	close: () => void;
}

export function watchReading({ conn, catchUp, close }: SlowReaderParts): SlowReader {
	let packets = 0;
	let characters = 0;
	let questions = 0;
	let lastQuestion: Promise<void> = Promise.resolve();
	let catching = false;
	const lacking = new Map<string, WatchAsk>();
	const drained = new Set<() => void>();

	let ended = false;

	function onPacket({ data }: { data?: unknown }): void {
		packets += 1;
		if (typeof data === 'string') characters += data.length;
		closeWhenLost();
	}
	/** Everything that waited was handed to the network. */
	function onFlush(): void {
		packets = characters = 0;
	}
	function onDrain(): void {
		for (const go of drained) go();
		drained.clear();
		sendLacking();
	}
	conn.on('packetCreate', onPacket).on('flush', onFlush).on('drain', onDrain);

	/** What passed by while it was caught up is looked for again at once: nothing else may come that drains. */
	function sendLacking(): void {
		if (ended || catching || packets > 0 || lacking.size === 0) return;
		catching = true;
		void catchUp([...lacking.values()]).finally(() => {
			catching = false;
			sendLacking();
		});
	}

	function closeWhenLost(): void {
		if (packets + questions > MOST) close();
	}

	return {
		isBehind: () => packets >= PACKETS || characters > CHARACTERS,
		lacks(ask) {
			if (!lacking.has(ask.topic)) lacking.set(ask.topic, ask);
		},
		lacksNoMore: (topic) => lacking.delete(topic),
		inTurn(answer) {
			questions += 1;
			closeWhenLost();
			lastQuestion = lastQuestion
				.then(async () => {
					if (characters > CHARACTERS) await new Promise<void>((resolve) => drained.add(resolve));
					await answer();
				})
				.finally(() => (questions -= 1));
			const mine = lastQuestion;
			lastQuestion = mine.catch(() => undefined);
			return mine;
		},
		end() {
			ended = true;
			conn.off('packetCreate', onPacket).off('flush', onFlush).off('drain', onDrain);
		}
	};
}
