/**
 * A device that stops reading while it goes on answering the server's pings, which no real client does: the line stays up and
 * nothing leaves it. Over a WebSocket it pauses; by long-polling it asks for nothing more.
 */
import { WebSocket } from 'ws';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type { Frame, SpeakerRole, WatchAnswer } from '../../src/lib/live/protocol.ts';

export type By = 'websocket' | 'polling';
interface Part {
	url: string;
	summit: string;
	as: SpeakerRole;
	cookie: string;
}

export class StillReader {
	/** The engine's name for this line. */
	sid = '';
	closed = false;
	readonly answers = new Map<number, unknown>();
	readonly rows = new Map<string, Map<string, unknown>>();
	#heard: () => void = () => undefined;
	#asked = 0;
	#connected = false;
	#send: (packet: string) => void = () => undefined;
	#pause: () => void = () => undefined;
	#resume: () => void = () => undefined;
	#leave: () => void = () => this.#end();

	static async open(part: Part, by: By): Promise<StillReader> {
		const reader = new StillReader();
		if (by === 'websocket') reader.#overWebSocket(part);
		else reader.#byPolling(part);
		await reader.until(() => reader.sid !== '');
		reader.#send(`40${JSON.stringify({ protocol: PROTOCOL, summit: part.summit, as: part.as })}`);
		await reader.until(() => reader.#connected);
		return reader;
	}

	#overWebSocket({ url, cookie }: Part): void {
		const address = `${url.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`;
		const line = new WebSocket(address, { headers: { cookie } });
		line.on('message', (data: Buffer) => this.#hear(data.toString()));
		line.on('close', () => this.#end());
		line.on('error', () => undefined);
		this.#send = (packet) => line.send(packet);
		this.#pause = () => line.pause();
		this.#resume = () => line.resume();
		this.#leave = () => line.terminate();
	}

	#byPolling({ url, cookie }: Part): void {
		let paused = false;
		const address = () => `${url}${SOCKET_PATH}/?EIO=4&transport=polling${this.sid === '' ? '' : `&sid=${this.sid}`}`;
		const poll = async (): Promise<void> => {
			while (!paused && !this.closed) {
				const answer = await fetch(address(), { headers: { cookie } });
				if (!answer.ok) {
					this.#end();
					return;
				}
				for (const packet of (await answer.text()).split('\x1e')) this.#hear(packet);
			}
		};
		void poll().catch(() => this.#end());
		let posting: Promise<unknown> = this.until(() => this.sid !== '');
		this.#send = (packet) => {
			const post = () => fetch(address(), { method: 'POST', headers: { cookie }, body: packet });
			posting = posting.then(post).then(
				(answer) => answer.ok || this.#end(),
				() => this.#end()
			);
		};
		this.#pause = () => (paused = true);
		this.#resume = () => {
			paused = false;
			void poll().catch(() => this.#end());
		};
	}

	#end(): void {
		this.closed = true;
		this.#heard();
	}

	#hear(packet: string): void {
		if (packet === '2') this.#send('3');
		if (packet.startsWith('0')) this.sid = (JSON.parse(packet.slice(1)) as { sid: string }).sid;
		if (packet.startsWith('40')) this.#connected = true;
		if (packet.startsWith('42["frame"'))
			(JSON.parse(packet.slice(2)) as [string, Frame])[1].topics.forEach(this.#apply);
		if (packet.startsWith('43')) {
			const at = packet.indexOf('[');
			const [answer] = JSON.parse(packet.slice(at)) as [WatchAnswer];
			this.answers.set(Number(packet.slice(2, at)), answer);
			if ('topics' in answer) for (const found of answer.topics) if ('rows' in found) this.#apply(found);
		}
		this.#heard();
	}

	readonly #apply = ({ topic, replace, rows }: Frame['topics'][number]): void => {
		const held = replace ? new Map<string, unknown>() : (this.rows.get(topic) ?? new Map<string, unknown>());
		for (const [key, row] of Object.entries(rows)) {
			if (row === null) held.delete(key);
			else held.set(key, row);
		}
		this.rows.set(topic, held);
	};

	/** Sends without waiting; the answer's number in `answers`. */
	ask(name: 'do' | 'watch', data: unknown): number {
		const number = this.#asked;
		this.#asked += 1;
		this.#send(`42${number}${JSON.stringify([name, data])}`);
		return number;
	}
	/** What a client says by itself when it hears a ping. */
	pong(): void {
		this.#send('3');
	}
	stopReading(): void {
		this.#pause();
	}
	readOn(): void {
		this.#resume();
	}
	/** Cuts the line without a word. */
	leave(): void {
		this.#leave();
	}
	until(found: () => boolean): Promise<void> {
		return new Promise((resolve) => {
			const before = this.#heard;
			this.#heard = () => {
				before();
				if (found()) resolve();
			};
			if (found()) resolve();
		});
	}
}
