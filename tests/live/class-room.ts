/**
 * A summit under way: devices behind bad networks, bystanders on a good one, and what must be true after every fault. What
 * each device was told is compared with what a start would find in the store, and every screen with a fresh one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Patience } from '../../src/lib/live/around.ts';
import type { CommandBody, SpeakerRole } from '../../src/lib/live/protocol.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { PersonRole } from '../../src/lib/summit/people.ts';
import type { Summit } from '../../src/lib/summit/summit.ts';
import { Filter, OPEN } from './filter.ts';
import type { Voice } from './kit.ts';
import { joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit } from './kit.ts';
import { Peer, until } from './peer.ts';
import type { Part } from './peer.ts';
import { Proxy } from './proxy.ts';
import { storedIn, textsOf } from './stored.ts';

/** What each screen watches. */
const TOPICS: Partial<Record<SpeakerRole, (id: string) => string[]>> = {
	card: (id) => ['summit', 'choose', `card:${id}`],
	facilitator: () => ['summit', 'run', 'queue', 'people', 'ideas', 'wall'],
	lead: (id) => ['summit', 'run', 'queue', `worries:${id}`],
	stationLead: () => ['summit', 'run', 'queue'],
	wall: () => ['summit', 'wall']
};

let written = 0;
/** Plain words, each of them once: random ones may read like a name and then go another way (S7). */
export const words = (): string => `idea number ${written++}`;
export const idea = (text = words()): CommandBody => ({
	type: 'station:contribute',
	station: 'neighbourhood',
	step: 'one-idea',
	entry: { type: 'words' },
	words: text
});

export class ClassRoom {
	kit: Kit;
	readonly facilitator: Voice;
	readonly lead: Voice;
	/** A student on a clean network. */
	readonly bystander: Voice;
	readonly filter: Filter;
	readonly peers: Peer[] = [];
	readonly #proxies = new Map<Peer, Proxy>();
	readonly #dataDir: string;
	readonly #port: number;
	readonly #seed: number;
	readonly #summit: string;
	readonly #heardOfBystander: string[] = [];

	private constructor(q: Parts) {
		this.kit = q.kit;
		this.facilitator = q.facilitator;
		this.lead = q.lead;
		this.bystander = q.bystander;
		this.filter = q.filter;
		this.#dataDir = q.dataDir;
		this.#port = Number(new URL(q.kit.url).port);
		this.#seed = q.seed;
		this.#summit = q.summit;
	}

	static async open(seed = 1): Promise<ClassRoom> {
		const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-net-'));
		const kit = await startKit({ dataDir });
		const { room, facilitator, lead, other } = await runningSummit(kit);
		other.close();
		const bystander = await joinCard(kit, room);
		await bystander.watch('summit', `card:${bystander.id}`);
		await facilitator.watch('summit', 'run', 'queue');
		const filter = await Filter.open(Number(new URL(kit.url).port));
		return new ClassRoom({ kit, facilitator, lead, bystander, filter, dataDir, seed, summit: room.id });
	}

	async room(): Promise<Room> {
		const room = await this.kit.app.rooms.get(this.#summit);
		if (!room) throw new Error('The summit is not there');
		return room;
	}
	/** The network a device stands in. */
	of(peer: Peer): Proxy {
		const proxy = this.#proxies.get(peer);
		if (!proxy) throw new Error('No such device');
		return proxy;
	}

	/** A student's device. `behind` says whether what a school puts between is in its way. */
	async card({ behind = 'air', patience }: Stand = {}): Promise<Peer> {
		const room = await this.room();
		const entrance = { key: room.summit.doors.key ?? '' };
		const joined = await this.kit.app.join.join({ entrance, school: 'northbank', band: '9-11', headcount: 1 });
		if (!joined.ok) throw new Error(joined.code);
		const { card: id, token } = joined;
		await room.do({ role: 'card', id }, { id: chance.id(), type: 'cards:agree' });
		return this.#stand({ room: room.id, as: 'card', id, token }, { behind, patience });
	}
	async adult(role: PersonRole, { behind = 'air', patience }: Stand = {}): Promise<Peer> {
		const room = await this.room();
		const school = role === 'lead' ? 'northbank' : null;
		const admitted = await this.kit.app.identity.admit({ room, role, name: `A ${role}`, school, account: null });
		if (!admitted.ok) throw new Error(admitted.code);
		const { person: id, token } = admitted;
		return this.#stand({ room: room.id, as: role, id, token }, { behind, patience });
	}
	async #stand(part: Part, { behind, patience }: Stand): Promise<Peer> {
		const port = behind === 'filter' ? this.filter.port : this.#port;
		const proxy = await Proxy.open(port, this.#seed * 1_009 + this.peers.length);
		const peer = new Peer({ ...part, url: proxy.url, ...(patience ? { patience } : {}) });
		this.#proxies.set(peer, proxy);
		this.peers.push(peer);
		return peer.watch(...(TOPICS[part.as]?.(part.id) ?? []));
	}

	/** The kit ends, as by its own stop, and begins again on the same port and store. */
	async restart(during?: () => Promise<void>): Promise<void> {
		await this.kit.close();
		await during?.();
		this.kit = await startKit({ dataDir: this.#dataDir, port: this.#port });
	}

	/** Whoever has a good network notices nothing: asked, answered, and shown to the facilitator. */
	async bystand(): Promise<void> {
		const text = words();
		this.#heardOfBystander.push(text);
		await this.bystander.must(idea(text));
		await this.facilitator.until(() =>
			Object.values(this.facilitator.rows('queue')).some((row) => textOf(row) === text)
		);
	}

	/** Every network is good again. Resolves once nothing waits anywhere and every screen equals a fresh one (L3, L4). */
	async settle(): Promise<void> {
		this.filter.rules = OPEN;
		for (const proxy of this.#proxies.values()) proxy.heal();
		for (const peer of this.peers) {
			await until(() => peer.live.waiting === 0 && peer.said.every(({ answer }) => answer !== null));
		}
		for (const peer of this.peers) await this.#equal(peer);
	}
	/** The rows a device gets that asks with nothing in its hands, against those that went through everything. */
	async #equal(peer: Peer): Promise<void> {
		const { as, id } = peer.part;
		const asks = peer.topics.map((topic) => ({ topic }));
		const fresh = async (): Promise<Record<string, unknown>> => {
			const answer = await (await this.room()).watch({ role: as, id }, asks);
			const found = answer.ok ? answer.topics.filter((one) => 'rows' in one) : [];
			return Object.fromEntries(found.map(({ topic, rows }) => [topic, standing(rows)]));
		};
		const held = (): Record<string, unknown> =>
			Object.fromEntries(peer.topics.map((topic) => [topic, standing(peer.rows(topic))]));
		for (let shown = await fresh(); !isDeepStrictEqual(held(), shown); shown = await fresh()) await turn();
	}

	/** Settles, ends the kit, and compares the store with what every device was told: each word once, none more. */
	async end(): Promise<Summit> {
		await this.settle();
		await this.bystand();
		for (const voice of [this.facilitator, this.lead, this.bystander]) voice.close();
		for (const peer of this.peers) peer.close();
		for (const proxy of this.#proxies.values()) await proxy.close();
		await this.filter.close();
		await this.kit.close();
		const summit = (await storedIn(this.#dataDir)).summits.get(this.#summit);
		if (!summit) throw new Error('The summit is not stored');
		await rm(this.#dataDir, { recursive: true, force: true });
		const said = this.peers.flatMap((peer) => peer.said);
		const texts = said.flatMap(({ body, answer }) =>
			body.type === 'station:contribute' && answer?.ok && body.words !== undefined ? [body.words] : []
		);
		expect(textsOf(summit).toSorted()).toEqual([...texts, ...this.#heardOfBystander].toSorted());
		return summit;
	}
}

interface Parts {
	kit: Kit;
	facilitator: Voice;
	lead: Voice;
	bystander: Voice;
	filter: Filter;
	dataDir: string;
	seed: number;
	summit: string;
}
export interface Stand {
	/** Nothing but air between the device and the kit, or what a school puts there. */
	behind?: 'air' | 'filter';
	patience?: Patience | undefined;
}

const textOf = (row: unknown): unknown => (row as { text?: unknown } | null)?.text;
const standing = (rows: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(rows).filter(([, row]) => row !== null));
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
