/**
 * From frames to sockets: each frame is encoded once for a sub-room and passes by whoever does not read, who is sent what
 * they lack once they have (L4).
 */
import type { Frame, ServerToClient, WatchAsk } from '../live/protocol.ts';
import type { ClockPort } from './clock.ts';
import { frameRoom, sendFrames } from './frames.ts';
import type { Room } from './room.ts';
import type { Live, LiveServer, Seat } from './seat.ts';
import { watchReading } from './slow-reader.ts';
import type { SlowReader } from './slow-reader.ts';

export interface Delivery {
	/** From now on it is looked after how this socket reads. */
	seated(socket: Live, seat: Seat): SlowReader;
	left(socket: Live): void;
	/** Starts sending a room's frames; the function it answers stops it. */
	framesOf(room: Room): () => void;
	/** A beat to everybody in these Socket.IO rooms who reads. */
	beat(rooms: readonly string[], ...said: Parameters<ServerToClient['beat']>): void;
}

interface DeliveryParts {
	io: LiveServer;
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function createDelivery({ io, clock, fault }: DeliveryParts): Delivery {
	/** By the socket's id. */
	const readers = new Map<string, SlowReader>();

	/** It has read: it gets the rows that passed it by, and further frames from the same turn on. */
	async function catchUp(socket: Live, { room, actor, slice }: Seat, asks: WatchAsk[]): Promise<void> {
		try {
			const result = await room.watch(actor, asks);
			const found = result.ok ? result.topics.filter(({ topic }) => readers.get(socket.id)?.lacksNoMore(topic)) : [];
			const topics = found.filter((one) => 'rows' in one);
			for (const { topic } of topics) void socket.join(frameRoom(room.id, topic, slice));
			if (topics.length > 0) socket.emit('frame', { topics });
		} catch (error) {
			fault('What a screen lacks could not be read.', error);
			socket.conn.close(true);
		}
	}

	/** Whoever does not read leaves the sub-room until it has: what waits for it is never more than a few packets. */
	function passBy(to: string, frame: Frame, since: number): void {
		for (const id of io.sockets.adapter.rooms.get(to) ?? []) {
			const reader = readers.get(id);
			if (!reader?.isBehind()) continue;
			for (const { topic, epoch } of frame.topics) reader.lacks({ topic, epoch, since });
			void io.sockets.sockets.get(id)?.leave(to);
		}
	}

	return {
		seated(socket, seat) {
			const reader = watchReading({
				conn: socket.conn,
				catchUp: (asks) => catchUp(socket, seat, asks),
				close: () => socket.conn.close(true)
			});
			readers.set(socket.id, reader);
			return reader;
		},
		left(socket) {
			readers.get(socket.id)?.end();
			readers.delete(socket.id);
		},
		framesOf: (room) =>
			sendFrames({
				room,
				clock,
				send(to, frame, since) {
					if (!io.sockets.adapter.rooms.has(to)) return false;
					passBy(to, frame, since);
					io.to(to).emit('frame', frame);
					return true;
				},
				nextTurn: (fn) => void setImmediate(fn)
			}),
		beat(rooms, ...said) {
			for (const id of rooms.flatMap((name) => [...(io.sockets.adapter.rooms.get(name) ?? [])]))
				if (!readers.get(id)?.isBehind()) io.sockets.sockets.get(id)?.emit('beat', ...said);
		}
	};
}
