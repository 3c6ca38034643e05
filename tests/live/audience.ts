/**
 * One audience of a running kit, and everything it can come by: every word on its socket, every topic it may ask for by
 * either door, and every page it can open.
 */
import { PERSON_ROLES } from '../../src/lib/summit/people.ts';
import { ADDRESSES, TOPIC_NAMES, parseTopic } from '../../src/lib/summit/roles.ts';
import type { TopicName } from '../../src/lib/summit/roles.ts';
import { ASKS } from './access-asks.ts';
import type { AddressAsk } from './access-asks.ts';
import type { SpeakerRole } from '../../src/lib/live/protocol.ts';
import { Voice } from './kit.ts';
import type { Production } from './production.ts';

export interface Part {
	as: SpeakerRole;
	id: string;
	token: string;
}
/** What there is to ask for: a topic or page about each of these. */
export interface Subjects {
	cards: string[];
	people: string[];
	stations: string[];
	key: string;
	/** Addresses of uploaded pictures. */
	pictures: string[];
}

/** What topics with a subject are about; all others but these are about people. */
const ABOUT: Partial<Record<TopicName, 'cards' | 'stations'>> = { card: 'cards', marks: 'stations', heat: 'stations' };

export class Audience {
	readonly name: string;
	/** Null: somebody without any part in this summit. */
	readonly voice: Voice | null;
	readonly cookie: string | undefined;
	readonly #kit: Production;
	readonly #summit: string;
	readonly #collected: string[] = [];

	constructor(q: { name: string; kit: Production; summit: string; part: Part | null; cookie?: string }) {
		const { name, kit, summit, part } = q;
		this.name = name;
		this.#kit = kit;
		this.#summit = summit;
		this.voice = part && new Voice({ kit, room: summit, ...part });
		this.cookie = this.voice?.cookie ?? q.cookie;
		this.voice?.socket.onAny((...said: unknown[]) => this.#collected.push(JSON.stringify(said)));
	}

	static topics(subjects: Subjects): string[] {
		return TOPIC_NAMES.flatMap((name) => {
			if (parseTopic(name)) return [name];
			const about = subjects[ABOUT[name] ?? 'people'].map((id) => `${name}:${id}`);
			return name === 'heat' ? [...about, ...about.map((topic) => `${topic}/when:evening`)] : about;
		});
	}

	/** Asks for every topic over the socket, a few at a time, as a curious client would. */
	async watchAll(subjects: Subjects): Promise<void> {
		const topics = Audience.topics(subjects);
		for (let from = 0; from < topics.length; from += 40)
			this.#collected.push(JSON.stringify(await this.voice?.watch(...topics.slice(from, from + 40))));
	}

	/** Every page and file there is, and every topic over plain requests. Answers what each address said. */
	async openAll(subjects: Subjects): Promise<Map<string, number>> {
		const summit = this.#summit;
		const fixed = ADDRESSES.flatMap((address) => ASKS[address]).filter(({ path }) => path.includes('ID'));
		const given = fixed.map(({ path, ...how }) => ({ path: path.replace('ID', summit), ...how }));
		const more = [`/s/${summit}?show=talk`, `/s/${summit}?show=next`, `/j/${subjects.key}?show=talk`];
		const free = [
			'/',
			'/__data.json',
			`/j/${subjects.key}`,
			`/j/${subjects.key}/__data.json`,
			'/staff',
			'/staff/__data.json'
		];
		const asks: AddressAsk[] = [...free, ...more, ...subjects.pictures].map((path) => ({ path }));
		const statuses = new Map<string, number>();
		const asked = this.cookie === undefined ? {} : { cookie: this.cookie };
		for (const { path, method } of [...asks, ...given]) {
			const how = method === undefined ? {} : { method, json: {} };
			const { status, headers, body } = await this.#kit.ask(path, { ...asked, ...how });
			statuses.set(path, status);
			this.#collected.push(JSON.stringify([...headers]), body);
		}
		const topics = Audience.topics(subjects);
		for (const as of ['card', ...PERSON_ROLES] as const) {
			for (let from = 0; from < topics.length; from += 40) {
				const asks = topics.slice(from, from + 40).map((topic) => ({ topic }));
				this.#collected.push((await this.#kit.live('watch', { summit, as, asks, ...asked })).body);
			}
		}
		return statuses;
	}

	/** Everything so far, as one text. */
	get everything(): string {
		return [...this.#collected, ...(this.voice?.heard ?? [])].join('\n');
	}
	close(): void {
		this.voice?.close();
	}
}
