/**
 * A whole kit in this process, on a free loopback port, and people speaking to it through real sockets. Waiting is always
 * for something heard, never for time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type {
	ClientToServer,
	CommandBody,
	DoAnswer,
	ServerToClient,
	SpeakerRole,
	TopicRows,
	WatchAnswer,
	WatchAsk
} from '../../src/lib/live/protocol.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import type { ClockPort } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { PersonRole } from '../../src/lib/summit/people.ts';
import type { Settings } from '../../src/lib/summit/stations/settings.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { standardTemplate } from '../../src/lib/summit/templates/standard.ts';
import { receiver } from '../../src/lib/summit/testing.ts';
import { freePort } from './free-port.ts';
import { plainDoor } from './plain-doors.ts';

export interface Kit {
	app: App;
	url: string;
	dataDir: string;
	close(): Promise<void>;
}

export async function startKit({
	dataDir,
	port,
	clock = systemClock(),
	env = {}
}: { dataDir?: string; port?: number; clock?: ClockPort; env?: Record<string, string> } = {}): Promise<Kit> {
	const listens = port ?? (await freePort());
	const home = dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'summit-')));
	const config = readConfig({ PORT: String(listens), DATA_DIR: home, SECOND_FACTOR: '0', ...env });
	const app = await createApp({ config, clock });
	const server = createServer((request, response) => {
		if (!plainDoor(app, request, response)) app.engine.handleRequest(request, response);
	});
	server.on('upgrade', (request, line, head) => app.engine.handleUpgrade(request, line, head));
	await new Promise<void>((resolve) => server.listen(listens, '127.0.0.1', resolve));
	return {
		app,
		url: `http://127.0.0.1:${listens}`,
		dataDir: home,
		async close() {
			app.engine.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await app.close();
			if (dataDir === undefined) await rm(home, { recursive: true, force: true });
		}
	};
}

export const SCHOOLS = [
	{ id: 'northbank', name: 'Northbank School' },
	{ id: 'harbour-lane', name: 'Harbour Lane School' }
];

export function readySettings(change: Partial<Settings> = {}): Settings {
	const template = standardTemplate({ date: '2027-01-15', nextUpdate: '2027-01-29', helpPack: HELP_UK });
	const schools = change.schools ?? SCHOOLS;
	const allegations = schools.map(({ id }) => receiver(id));
	return { ...template, schools, allegations, quietRoom: 'Library, back door', ...change };
}

/** A summit on this kit and its facilitator's id; nothing opened yet. */
export async function makeSummit(kit: Kit, settings = readySettings()): Promise<{ room: Room; facilitator: string }> {
	const person = { name: 'Sam Okoro', account: null };
	const made = await kit.app.rooms.create({ settings, rehearsal: false, person });
	if (!made.ok) throw new Error(made.code);
	const room = await kit.app.rooms.get(made.summit);
	if (!room) throw new Error('The summit is not there');
	return { room, facilitator: made.person };
}

/** One device or adult on a real socket, with the rows it has heard. */
export class Voice {
	readonly socket: Socket<ServerToClient, ClientToServer>;
	readonly id: string;
	readonly cookie: string;
	readonly topics = new Map<string, { epoch: string; seq: number; rows: Map<string, unknown> }>();
	/** Every frame and answer as text, for searching what this audience could ever read. */
	readonly heard: string[] = [];
	evicted: string | null = null;
	readonly #wishes = new Set<() => void>();

	/** Proves itself with a part's `token`, or with an account's whole `cookie`. */
	constructor({
		kit,
		room,
		as,
		id,
		token = '',
		cookie = `${cookieName(as, room)}=${token}`
	}: {
		kit: { url: string };
		room: string;
		as: SpeakerRole;
		id: string;
		token?: string;
		cookie?: string;
	}) {
		this.id = id;
		this.cookie = cookie;
		this.socket = io(kit.url, {
			path: SOCKET_PATH,
			auth: { protocol: PROTOCOL, summit: room, as },
			extraHeaders: { cookie: this.cookie },
			forceNew: true,
			reconnectionDelay: 50,
			reconnectionDelayMax: 200
		});
		this.socket.on('frame', ({ topics }) => topics.forEach((rows) => this.#hear(rows)));
		this.socket.on('evicted', ({ code }) => {
			this.evicted = code;
			this.#tell();
		});
		this.socket.io.on('reconnect', () => {
			const asks = [...this.topics].map(([topic, { epoch, seq }]) => ({ topic, epoch, since: seq }));
			if (asks.length > 0) void this.watch(...asks);
		});
	}

	#hear({ topic, epoch, seq, replace, rows }: TopicRows): void {
		this.heard.push(JSON.stringify(rows));
		const known = this.topics.get(topic);
		const held = replace || !known ? new Map<string, unknown>() : known.rows;
		for (const [key, row] of Object.entries(rows)) {
			if (row === null) held.delete(key);
			else held.set(key, row);
		}
		this.topics.set(topic, { epoch, seq, rows: held });
		this.#tell();
	}
	#tell(): void {
		for (const wish of this.#wishes) wish();
	}

	do(body: CommandBody & { id?: string }): Promise<DoAnswer> {
		return new Promise((resolve) => this.socket.emit('do', { id: chance.id(), ...body }, resolve));
	}
	/** As `do`, and fails the test when it is refused. */
	async must(body: CommandBody): Promise<Record<string, unknown>> {
		const answer = await this.do(body);
		if (!answer.ok) throw new Error(`${body.type}: ${answer.code} ${JSON.stringify(answer.detail ?? '')}`);
		return answer.answer;
	}
	async watch(...asks: (string | WatchAsk)[]): Promise<WatchAnswer> {
		const list = asks.map((ask) => (typeof ask === 'string' ? { topic: ask } : ask));
		const answer = await new Promise<WatchAnswer>((resolve) => this.socket.emit('watch', list, resolve));
		if (answer.ok) for (const found of answer.topics) if ('rows' in found) this.#hear(found);
		return answer;
	}
	/** A row as last heard. The caller names its shape, which is what the topic's file says. */
	row<T>(topic: string, key: string, missing?: T): T | undefined {
		return (this.topics.get(topic)?.rows.get(key) as T | undefined) ?? missing;
	}
	rows(topic: string): Record<string, unknown> {
		return Object.fromEntries(this.topics.get(topic)?.rows ?? []);
	}
	/** Resolves as soon as `found` answers something, looking again at every word heard. */
	until<T>(found: () => T | undefined | null | false): Promise<T> {
		return new Promise((resolve) => {
			const look = (): void => {
				const value = found();
				if (value === undefined || value === null || value === false) return;
				this.#wishes.delete(look);
				resolve(value);
			};
			this.#wishes.add(look);
			look();
		});
	}
	close(): void {
		this.socket.disconnect();
	}
}

export async function joinAs(
	kit: Kit,
	room: Room,
	role: PersonRole,
	{ name = `A ${role}`, school = null }: { name?: string; school?: string | null } = {}
): Promise<Voice> {
	const admitted = await kit.app.identity.admit({ room, role, name, school, account: null });
	if (!admitted.ok) throw new Error(admitted.code);
	return new Voice({ kit, room: room.id, as: role, id: admitted.person, token: admitted.token });
}

export async function joinCard(kit: Kit, room: Room, school = 'northbank'): Promise<Voice> {
	const key = room.summit.doors.key ?? '';
	const joined = await kit.app.join.join({ entrance: { key }, school, band: '9-11', headcount: 1 });
	if (!joined.ok) throw new Error(joined.code);
	const voice = new Voice({ kit, room: room.id, as: 'card', id: joined.card, token: joined.token });
	await voice.must({ type: 'cards:agree' });
	return voice;
}

/** A summit with leads of both schools, doors open, and the first station open. */
export async function runningSummit(kit: Kit): Promise<{ room: Room; facilitator: Voice; lead: Voice; other: Voice }> {
	const { room } = await makeSummit(kit);
	const facilitator = await joinAs(kit, room, 'facilitator', { name: 'Alex Morgan' });
	const lead = await joinAs(kit, room, 'lead', { name: 'Jo Cole', school: 'northbank' });
	const other = await joinAs(kit, room, 'lead', { name: 'Amir Hassan', school: 'harbour-lane' });
	await lead.must({ type: 'people:answer' });
	await other.must({ type: 'people:answer' });
	await facilitator.must({ type: 'doors:open', seen: 0 });
	await facilitator.must({ type: 'station:open', station: 'neighbourhood', seen: 0 });
	return { room, facilitator, lead, other };
}
