/**
 * One phone's line to a server, as thin as a line can be: Engine.IO 4 and Socket.IO 4 over a WebSocket, spoken by hand. Kit
 * and floor are measured with the same line, and it costs less than what it measures, so that the load's core is never
 * what holds a figure back. (`npm run load` drives real socket.io clients.)
 */
import WebSocket from 'ws';

export interface WireParts {
	url: string;
	/** Where the server's engine listens. */
	path: string;
	cookie: string;
	auth: Readonly<Record<string, unknown>>;
}

const CLOSED = { ok: false, code: 'the line closed' };

export class Wire {
	/** Messages the server sent by itself: how many, the first, the last. */
	frames = 0;
	firstFrame = '';
	lastFrame = '';
	/** Called with each of them, as text: `42[name,…]`. */
	onFrame: ((text: string) => void) | null = null;
	readonly #line: WebSocket;
	readonly #waiting = new Map<number, (answer: unknown) => void>();
	#next = 0;
	#opened: { resolve: () => void; reject: (why: Error) => void } | null = null;

	private constructor({ url, path, cookie }: WireParts) {
		const address = `${url.replace('http', 'ws')}${path}/?EIO=4&transport=websocket`;
		this.#line = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false });
	}

	static open(parts: WireParts): Promise<Wire> {
		const wire = new Wire(parts);
		const line = wire.#line;
		return new Promise((resolve, reject) => {
			wire.#opened = { resolve: () => resolve(wire), reject };
			line.on('message', (data: Buffer) => wire.#hear(data.toString(), parts.auth));
			line.on('error', reject);
			line.on('close', () => wire.#closed());
		});
	}

	/** Whatever was still asked is told so: a bench that waits for ever measures nothing. */
	#closed(): void {
		this.#opened?.reject(new Error('The line closed before it was open.'));
		for (const answered of this.#waiting.values()) answered(CLOSED);
		this.#waiting.clear();
	}

	#hear(text: string, auth: WireParts['auth']): void {
		if (text.startsWith('42')) {
			this.frames += 1;
			if (this.frames === 1) this.firstFrame = text;
			this.lastFrame = text;
			this.onFrame?.(text);
		} else if (text.startsWith('43')) {
			const from = text.indexOf('[');
			const number = Number(text.slice(2, from));
			const answered = this.#waiting.get(number);
			this.#waiting.delete(number);
			// Written by the server under measurement, as the list of an acknowledgement's arguments.
			answered?.((JSON.parse(text.slice(from)) as unknown[])[0]);
		} else if (text === '2') this.#line.send('3');
		else if (text.startsWith('0')) this.#line.send(`40${JSON.stringify(auth)}`);
		else if (text.startsWith('40')) {
			this.#opened?.resolve();
			this.#opened = null;
		} else if (text.startsWith('44')) this.#opened?.reject(new Error(`Refused at the door: ${text}`));
	}

	/** Says something and waits for the answer, which is a refusal when the line closes first. */
	ask(name: string, content: unknown): Promise<unknown> {
		if (this.#line.readyState !== WebSocket.OPEN) return Promise.resolve(CLOSED);
		const number = this.#next++;
		return new Promise((resolve) => {
			this.#waiting.set(number, resolve);
			this.#line.send(`42${number}${JSON.stringify([name, content])}`);
		});
	}

	/** Stops reading: what the server sends from now on stays with it, or in the system's buffers. */
	stopReading(): void {
		this.#line.pause();
	}
	close(): void {
		this.#line.terminate();
	}
}

/** Opens so many at a time. */
export async function openAll<T>(list: readonly T[], open: (one: T) => Promise<Wire>, atOnce = 50): Promise<Wire[]> {
	const wires: Wire[] = [];
	for (let at = 0; at < list.length; at += atOnce)
		wires.push(...(await Promise.all(list.slice(at, at + atOnce).map(open))));
	return wires;
}
