/**
 * A device in a test: the very code of a page, on a network, with a cookie, a store and a clock of its own. Many stand in
 * one process.
 */
import { PATIENCE } from '../../src/lib/live/around.ts';
import type { Around, Patience, Told } from '../../src/lib/live/around.ts';
import { LiveClient } from '../../src/lib/live/client.svelte.ts';
import { PROTOCOL } from '../../src/lib/live/protocol.ts';
import type { CommandBody, DoAnswer, SpeakerRole } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { LONG } from './how-long.ts';

/** Tests in their short form see in milliseconds what takes seconds in a school. */
const HASTE: Patience = {
	...{ socket: 400, open: 1_500, answer: 600, glance: 300, stale: 500, silence: 1_500 },
	...{ look: 150, lookOfWall: 100, library: 1_000, again: [30, 150] }
};

export interface Part {
	room: string;
	as: SpeakerRole;
	id: string;
	token: string;
}
/** What was asked, and what the device was told in the end. */
export interface Said {
	body: CommandBody;
	answer: DoAnswer | null;
}

export class Peer {
	readonly part: Part;
	readonly live: LiveClient;
	/** In the order they were given. */
	readonly said: Said[] = [];
	/** Milliseconds this device's clock is wrong by. */
	skew = 0;
	reloads = 0;
	/** What the browser sends along with everything. Another tab may change it. */
	readonly #headers: { cookie: string };
	readonly #told = new Set<Told>();
	readonly #held = new Map<string, () => void>();

	constructor({ url, patience = LONG ? PATIENCE : HASTE, ...part }: Part & { url: string; patience?: Patience }) {
		this.part = part;
		this.#headers = { cookie: cookieOf(part) };
		const headers = this.#headers;
		const around: Around = {
			patience,
			socket: { uri: url, extraHeaders: headers },
			fetch: (path, init) =>
				fetch(new URL(path, url), { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } }),
			listen: (told) => {
				this.#told.add(told);
				return () => this.#told.delete(told);
			},
			date: () => Date.now() + this.skew,
			ticks: () => performance.now(),
			reload: () => (this.reloads += 1)
		};
		const speaking = { protocol: PROTOCOL, summit: part.room, as: part.as };
		this.live = new LiveClient(speaking, part.as === 'card' ? { card: part.id } : { me: part.id }, around);
		this.live.open();
	}

	/** Another tab of this browser took another part; this page does not know yet. */
	becomes(part: Part): void {
		this.#headers.cookie = cookieOf(part);
	}

	get topics(): string[] {
		return [...this.#held.keys()];
	}
	watch(...topics: string[]): this {
		for (const topic of topics) if (!this.#held.has(topic)) this.#held.set(topic, this.live.hold(topic));
		return this;
	}
	leave(topic: string): void {
		this.#held.get(topic)?.();
		this.#held.delete(topic);
	}
	rows(topic: string): Record<string, unknown> {
		const all = this.live.topic(topic).all('');
		return Object.fromEntries(all.map(({ key, row }) => [key, row]));
	}
	async do(body: CommandBody): Promise<DoAnswer> {
		const said: Said = { body, answer: null };
		this.said.push(said);
		said.answer = await this.live.do(body);
		return said.answer;
	}
	/** What the browser would tell: that the network is back, that it is gone, that somebody looks. */
	tell(what: keyof Told): void {
		for (const told of this.#told) told[what]();
	}
	close(): void {
		this.live.close();
	}
}

const cookieOf = ({ as, room, token }: Part): string => `${cookieName(as, room)}=${token}`;

/** Looks again and again: what a device holds is told to its screen alone. */
export function until(found: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (found()) resolve();
			else setTimeout(look, 10);
		};
		look();
	});
}
