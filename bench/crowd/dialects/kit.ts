/**
 * Students' phones at the kit: through the join page's own form, then what the student's page watches, then what a hand
 * would say. Everything a phone knows it has from its own page and rows.
 */
import { commandId } from '../../../src/lib/live/ids.ts';
import { PROTOCOL, SOCKET_PATH } from '../../../src/lib/live/protocol.ts';
import type { CommandBody, DoAnswer, Frame, Speaking, TopicRows, WatchAnswer } from '../../../src/lib/live/protocol.ts';
import type { RefusalCode } from '../../../src/lib/summit/refusals.ts';
import type { Band, StationSettings } from '../../../src/lib/summit/stations/settings.ts';
import type { StationRow } from '../../../src/lib/summit/topics/room.ts';
import type { Chance } from '../chance.ts';
import type { Ask, Device, Dialect, Handshake, Meaning, Said } from '../dialect.ts';
import type { Web } from '../web.ts';
import { whatAHandDoes } from './hand.ts';

export interface KitSettings {
	url: string;
	/** The key of the door's address. */
	key: string;
	schools: [string, ...string[]];
	bands: [Band, ...Band[]];
	/** `whole`: the door's page, the student's page and every file they name, as a phone loads them. `form`: only what it cannot do without. */
	pages: 'whole' | 'form';
}

/** What one card was told is kept, to be compared with the log. */
export interface CardAccount {
	card: string;
	/** Ids of acknowledged contributions. */
	contributed: string[];
	withdrawn: string[];
	agreed: boolean;
	/** Commands that were sent and have no answer yet. */
	unanswered: number;
}

/** Not answers yet (`src/lib/live/outbox.ts`). */
const AGAIN: readonly RefusalCode[] = ['too_fast', 'server_busy', 'store_full', 'store_read_only'];

export function createDialect(settings: KitSettings): Dialect {
	const devices: KitDevice[] = [];
	/** The stations as any phone last heard of them: one copy for thousands. */
	const seen: Stations = { rows: new Map(), settings: new Map() };
	return {
		url: settings.url,
		path: SOCKET_PATH,
		events: ['frame', 'hello', 'evicted'],
		device({ chance }) {
			const device = new KitDevice(settings, seen, chance);
			devices.push(device);
			return device;
		},
		plainly({ auth }, event, data) {
			const content = event === 'do' ? { command: data } : { asks: data };
			return { path: `/live/${event}`, json: { speaking: auth, ...content } };
		},
		account: (): CardAccount[] => devices.flatMap((device) => device.account() ?? [])
	};
}

interface Stations {
	rows: Map<string, StationRow>;
	settings: Map<string, StationSettings>;
}

class KitDevice implements Device {
	readonly #settings: KitSettings;
	readonly #stations: Stations;
	readonly #chance: Chance;
	readonly #band: Band;
	#cookie = '';
	#summit = '';
	#card = '';
	#agreed = false;
	readonly #held = new Map<string, { epoch: string; seq: number }>();
	readonly #contributed: string[] = [];
	readonly #withdrawn: string[] = [];
	readonly #loaded = new Set<string>();
	readonly #unanswered = new Set<string>();
	/** What stands of it, by station and step. */
	readonly #standing = new Map<string, string[]>();

	constructor(settings: KitSettings, stations: Stations, chance: Chance) {
		this.#settings = settings;
		this.#stations = stations;
		this.#chance = chance;
		this.#band = chance.pick(settings.bands);
	}

	async arrive(web: Web): Promise<Handshake> {
		const door = `/j/${this.#settings.key}`;
		// A card that was taken is kept, whatever went wrong after it.
		if (this.#cookie === '') {
			if (this.#settings.pages === 'whole') await this.#files(web, (await web(door)).body);
			const form = { school: this.#chance.pick(this.#settings.schools), band: this.#band };
			const joined = await web(door, { form });
			const summit = /^\/s\/([\w-]+)/.exec(joined.location ?? '')?.[1];
			if (joined.status !== 303 || summit === undefined) throw new Error(`the door answered ${joined.status}`);
			this.#cookie = joined.cookies;
			this.#summit = summit;
		}
		const page = await web(`/s/${this.#summit}`, { cookie: this.#cookie });
		const card = /\bcard:"?([\w-]{8,40})/.exec(page.body)?.[1];
		if (page.status !== 200 || card === undefined) throw new Error(`the student's page answered ${page.status}`);
		this.#card = card;
		if (this.#settings.pages === 'whole') await this.#files(web, page.body);
		const speaking: Speaking = { protocol: PROTOCOL, summit: this.#summit, as: 'card' };
		return { auth: { ...speaking }, cookie: this.#cookie };
	}

	/** The files a page names: a phone's first visit. The second page's are mostly the same ones. */
	async #files(web: Web, page: string): Promise<void> {
		const named = new Set(page.match(/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? []);
		for (const file of named) {
			if (this.#loaded.has(file)) continue;
			this.#loaded.add(file);
			await web(`/${file}`);
		}
	}

	async greet(ask: Ask): Promise<boolean> {
		const asks = ['summit', `card:${this.#card}`, 'choose'].map((topic) => {
			const held = this.#held.get(topic);
			return held ? { topic, epoch: held.epoch, since: held.seq } : { topic };
		});
		// Answered by the kit in this shape.
		const answer = (await ask('watch', asks)) as WatchAnswer | null;
		if (answer === null || !answer.ok) return false;
		for (const found of answer.topics) if ('rows' in found) this.#take(found);
		return true;
	}

	hear(event: string, data: unknown): number {
		if (event !== 'frame') return 0;
		const { topics } = data as Frame; // Sent by the kit.
		let rows = 0;
		for (const topic of topics) {
			rows += Object.keys(topic.rows).length;
			this.#take(topic);
		}
		return rows;
	}
	#take({ topic, epoch, seq, rows }: TopicRows): void {
		const held = this.#held.get(topic);
		if (held?.epoch === epoch) held.seq = Math.max(held.seq, seq);
		else this.#held.set(topic, { epoch, seq });
		if (topic !== 'summit') return;
		for (const [key, row] of Object.entries(rows)) {
			// Rows of this topic are what `summitRow` makes of it.
			if (key.startsWith('station:')) this.#stations.rows.set(key.slice(8), row as StationRow);
			if (key.startsWith('settings:') && row !== null)
				this.#stations.settings.set(key.slice(9), row as StationSettings);
		}
	}

	opening(): Said {
		return this.#say({ type: 'cards:agree' });
	}
	next(): Said | null {
		const open = [...this.#stations.settings.values()].filter(
			({ id }) => this.#stations.rows.get(id)?.status === 'open'
		);
		const standing = (station: string, step: string): string[] => this.#standing.get(`${station} ${step}`) ?? [];
		const body = whatAHandDoes({ open, band: this.#band, chance: this.#chance, standing });
		return body && this.#say(body);
	}
	#say(body: CommandBody): Said {
		const id = commandId(Date.now(), this.#chance.fill);
		this.#unanswered.add(id);
		return { event: 'do', body: { ...body, id } };
	}

	read(said: Said, answer: unknown): Meaning {
		const told = answer as DoAnswer; // Answered by the kit in this shape.
		if (!told.ok && AGAIN.includes(told.code)) return { is: 'again', code: told.code };
		const body = said.body as CommandBody & { id: string }; // Made by `#say`.
		this.#unanswered.delete(body.id);
		if (!told.ok) return { is: 'refused', code: told.code };
		if (body.type === 'cards:agree') this.#agreed = true;
		if (body.type === 'station:contribute') {
			const id = String(told.answer['contribution']);
			this.#contributed.push(id);
			const name = `${body.station} ${body.step}`;
			if (body.entry.type === 'mark') this.#standing.set(name, [...(this.#standing.get(name) ?? []), id]);
		}
		if (body.type === 'station:withdraw') {
			this.#withdrawn.push(body.contribution);
			for (const [name, ids] of this.#standing)
				this.#standing.set(
					name,
					ids.filter((one) => one !== body.contribution)
				);
		}
		return { is: 'done' };
	}

	account(): CardAccount | null {
		if (this.#card === '') return null;
		const [contributed, withdrawn] = [this.#contributed, this.#withdrawn];
		return { card: this.#card, contributed, withdrawn, agreed: this.#agreed, unanswered: this.#unanswered.size };
	}
}
