/** What the server knows of one open socket: who sits there, in which summit. */
import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../live/protocol.ts';
import type { Actor } from '../summit/subject.ts';
import type { Room } from './room.ts';

export interface Seat {
	actor: Actor;
	room: Room;
	/** Which of a topic's sub-rooms it hears. */
	slice: number;
	/** What it proved itself with, to be cut off when that ends. */
	session: string;
	/** When that session ends by itself, as far as is known. */
	endsAt: number | null;
}

type Kept = { seat?: Seat };
export type Live = Socket<ClientToServer, ServerToClient, Record<string, never>, Kept>;
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Kept>;
