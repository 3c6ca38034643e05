/**
 * The socket's door: handshake, origin, limits, dispatch. Every handler goes through `on`, because an async
 * handler that throws would end the process; nothing here decides anything about a summit.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { PROTOCOL, SOCKET_PATH } from '../live/protocol.ts';
import type { ClientToServer } from '../live/protocol.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { RefusalCode } from '../summit/refusals.ts';
import type { Role } from '../summit/roles.ts';
import { beatRoom, startBeat } from './beat.ts';
import type { ClockPort } from './clock.ts';
import type { Config } from './config.ts';
import type { DiskWatch } from './disk-watch.ts';
import type { Dispatch } from './dispatch.ts';
import { createDelivery } from './delivery.ts';
import { SLICES, frameRoom } from './frames.ts';
import type { Identity } from './identity.ts';
import { SpeakingSchema } from './plain-door.ts';
import { refused } from './refused.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Live, LiveServer, Seat } from './seat.ts';

/** Sockets one card may hold at once: a phone that moves between networks leaves old ones behind for a while. */
const SOCKETS_PER_CARD = 4;
/** And one adult or wall: every tab of a long day, and no flood. */
const SOCKETS_PER_PERSON = 24;
/** Longer than a handshake takes: one that proved a session just before it ended gets no seat. */
const ENDED_KEPT = 60_000;

interface SocketsParts {
	config: Config;
	clock: ClockPort;
	rooms: Rooms;
	identity: Identity;
	dispatch: Dispatch;
	disk: Pick<DiskWatch, 'trouble' | 'onChange'>;
	fault: (what: string, error: unknown) => void;
}
export interface Sockets {
	engine: Engine;
	/** Cuts off every screen open on these sessions (`Proof.session`). */
	signedOut(sessions: readonly string[]): void;
	close(): void;
}

export function createSockets({ config, clock, rooms, identity, dispatch, disk, fault }: SocketsParts): Sockets {
	// Pages from elsewhere may not speak for a cookie held here. Programs send no Origin and bring their own cookie.
	const origins = new Set(config.origins);
	const fits = (request: IncomingMessage): boolean => {
		const { origin } = request.headers;
		return origin === undefined || origins.has(origin);
	};
	const engine = new Engine({
		maxHttpBufferSize: 16_384,
		perMessageDeflate: false,
		httpCompression: false,
		pingInterval: 10_000,
		pingTimeout: 10_000,
		upgradeTimeout: 5_000,
		allowEIO3: false,
		allowRequest: (request, answer) => answer(fits(request) ? null : 'origin', fits(request))
	});
	// `allowRequest` is not asked again for requests that carry a session id.
	engine.use((request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
		if (fits(request)) next();
		else if (typeof response.writeHead === 'function') response.writeHead(403).end();
		else next(new Error('origin'));
	});
	const io: LiveServer = new Server({
		path: SOCKET_PATH,
		serveClient: false,
		connectTimeout: 5_000
	});
	io.bind(engine);
	const delivery = createDelivery({ io, clock, fault });

	const seats = new Map<string, Set<Live>>();
	const stops = new Map<string, () => void>();
	const ended = new Set<string>();

	io.use((socket, next) => {
		void seatFor(socket).then(
			(code) => next(code === null ? undefined : refusal(code)),
			(error: unknown) => {
				fault('A handshake failed.', error);
				next(refusal('server_busy'));
			}
		);
	});

	/** Who this is, from its cookies; null when it has a seat now, else why not. */
	async function seatFor(socket: Live): Promise<RefusalCode | null> {
		const parsed = SpeakingSchema.safeParse(socket.handshake.auth);
		if (!parsed.success) return 'malformed';
		const { protocol, summit, as } = parsed.data;
		if (protocol !== PROTOCOL) return 'old_protocol';
		const room = await rooms.get(summit);
		if (!room) return 'unknown_summit';
		const proof = await identity.prove({ headers: cookiesOf(socket), summit, as });
		if (!proof) return 'not_signed_in';
		const { actor, session, endsAt } = proof;
		const held = seats.get(`${summit} ${actor.id}`)?.size ?? 0;
		if (held >= most(as)) return 'too_fast';
		socket.data.seat = { actor, room, slice: Math.floor(Math.random() * SLICES), session, endsAt };
		return null;
	}

	/** A session ends by itself too: asked again then, because another tab may have made it last longer. */
	function untilItEnds(socket: Live, { actor, room, endsAt }: Pick<Seat, 'actor' | 'room' | 'endsAt'>): void {
		const { role, id } = actor;
		if (endsAt === null || role === 'newcomer' || role === 'kit') return;
		const headers = cookiesOf(socket);
		const stop = clock.after(endsAt - clock.now(), () => {
			void identity.prove({ headers, summit: room.id, as: role, quietly: true }).then(
				(proof) => {
					if (socket.disconnected) return;
					if (proof?.actor.id === id) untilItEnds(socket, { actor, room, endsAt: proof.endsAt });
					else evict([socket], 'not_signed_in');
				},
				(error: unknown) => {
					fault('Whether a session has ended could not be read.', error);
					evict([socket], 'not_signed_in');
				}
			);
		});
		socket.on('disconnect', stop);
	}

	io.on('connection', (socket) => {
		const { seat } = socket.data;
		if (!seat) return;
		const { actor, room, slice } = seat;
		const mine = `${room.id} ${actor.id}`;
		const held = seats.get(mine) ?? new Set<Live>();
		// Asked again here: proving who it is took a while, and several handshakes may have passed meanwhile.
		if (held.size >= most(actor.role)) return evict([socket], 'too_fast');
		if (room.summit.people.list.get(actor.id)?.revokedAt || ended.has(seat.session))
			return evict([socket], 'not_signed_in');
		seats.set(mine, held.add(socket));
		socket.on('disconnect', () => {
			held.delete(socket);
			delivery.left(socket);
			if (held.size === 0) seats.delete(mine);
		});
		void socket.join(beatRoom(actor.role) ?? []);
		untilItEnds(socket, seat);

		on(socket, 'do', async (command, answer) => {
			// Whatever a client calls its id: turning something that is not text into text may throw.
			const named = typeof command === 'object' && command !== null && 'id' in command ? command.id : '';
			const id = typeof named === 'string' ? named.slice(0, 64) : '';
			try {
				answer(await dispatch.do({ room, actor, command }));
			} catch (error) {
				fault('A command could not be answered.', error);
				answer(refused(id, { code: 'server_busy' }));
			}
		});
		const reader = delivery.seated(socket, seat);
		on(socket, 'watch', (asks, answer) =>
			reader.inTurn(async () => {
				const result = await dispatch.watch({ room, actor, asks });
				// Joined in the same turn as the answer: nothing can change in between.
				for (const found of result.ok ? result.topics : []) {
					if (!('rows' in found)) continue;
					reader.lacksNoMore(found.topic);
					void socket.join(frameRoom(room.id, found.topic, slice));
				}
				answer(result);
			})
		);
		// In turn too: it may take back a question that still waits for its answer.
		on(socket, 'unwatch', (topics, answer) =>
			reader.inTurn(() => {
				for (const topic of Array.isArray(topics) ? topics : []) {
					if (typeof topic !== 'string') continue;
					reader.lacksNoMore(topic);
					void socket.leave(frameRoom(room.id, topic, slice));
				}
				answer({ ok: true });
			})
		);

		const person = room.summit.people.list.get(actor.id);
		const as = actor.role === 'newcomer' || actor.role === 'kit' ? null : actor.role;
		if (as === null) return;
		socket.emit('hello', {
			protocol: PROTOCOL,
			now: clock.now(),
			you: { role: as, id: actor.id, name: person?.name ?? null },
			summit: room.id,
			rehearsal: room.rehearsal
		});
	});

	/** One wrapper for every message: without an answer function it is not a question, and throws nobody off (L7). */
	function on<E extends keyof ClientToServer>(
		socket: Live,
		name: E,
		handle: (data: unknown, answer: Parameters<ClientToServer[E]>[1]) => void | Promise<void>
	): void {
		const listener = (data: unknown, answer: unknown): void => {
			if (typeof answer !== 'function') return;
			// Socket.IO made this function from the client's request; its argument is serialised, never run.
			const reply = answer as Parameters<ClientToServer[E]>[1];
			void Promise.resolve()
				.then(() => handle(data, reply))
				.catch((error: unknown) => fault(`The message "${name}" could not be handled.`, error));
		};
		// The listener takes what any client may send, which is wider than the typed signature.
		socket.on(name, listener as never);
	}

	function evict(sockets: Iterable<Live>, code: RefusalCode): void {
		for (const socket of sockets) {
			socket.emit('evicted', { code, words: REFUSALS[code] });
			socket.disconnect();
		}
	}

	function cardsIn(room: Room): Live[] {
		const held = [...seats].filter(([key]) => key.startsWith(`${room.id} `)).flatMap(([, sockets]) => [...sockets]);
		return held.filter(({ data }) => data.seat?.actor.role === 'card');
	}

	rooms.onOpen((room) => {
		const stop = delivery.framesOf(room);
		const unhear = room.onChange(({ events }) => {
			for (const event of events) {
				// S13: a card that was erased is none any more.
				if (event.type === 'summit:redacted') evict(cardsIn(room), 'not_signed_in');
				if (event.type === 'people:revoked')
					evict([...(seats.get(`${room.id} ${event.person}`) ?? [])], 'not_signed_in');
			}
		});
		stops.set(room.id, () => {
			stop();
			unhear();
		});
	});
	rooms.onDiscard((summit) => {
		stops.get(summit)?.();
		stops.delete(summit);
		const gone = [...seats].filter(([key]) => key.startsWith(`${summit} `)).flatMap(([, sockets]) => [...sockets]);
		evict(gone, 'unknown_summit');
	});

	const stopBeat = startBeat({ clock, disk, emit: (rooms, ...said) => delivery.beat(rooms, ...said) });

	return {
		engine,
		signedOut(sessions) {
			for (const session of sessions) {
				ended.add(session);
				clock.after(ENDED_KEPT, () => ended.delete(session));
			}
			const open = [...seats.values()].flatMap((held) => [...held]);
			const over = open.filter(({ data }) => data.seat && sessions.includes(data.seat.session));
			evict(over, 'not_signed_in');
		},
		close() {
			stopBeat();
			for (const stop of stops.values()) stop();
			engine.close();
		}
	};
}

function most(role: Role): number {
	return role === 'card' ? SOCKETS_PER_CARD : SOCKETS_PER_PERSON;
}

function cookiesOf(socket: Live): Headers {
	return new Headers({ cookie: socket.handshake.headers.cookie ?? '' });
}
function refusal(code: RefusalCode): Error & { data: { code: RefusalCode; words: string } } {
	return Object.assign(new Error(code), { data: { code, words: REFUSALS[code] } });
}
