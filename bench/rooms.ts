/** A server with phones on it, ready to be driven: the kit, or a floor with as many lines. */
import path from 'node:path';
import type { Ground } from './bench.ts';
import type { Send } from './drive.ts';
import { lineToFloor, mark, openPhone, startFloor, startKit } from './kit.ts';
import { tempFolder } from './leftovers.ts';
import { PER_STEP, prepare } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import type { Server } from './servers.ts';
import { slowDisk } from './slow-disk.ts';
import { Wire, openAll } from './wire.ts';
import { commandId } from '../src/lib/live/ids.ts';

export interface Room {
	name: string;
	server: Server;
	phones: Wire[];
	/** A new mark of the phone whose turn it is. */
	send: Send;
	end: () => Promise<void>;
}
export interface KitRoom extends Room {
	prepared: Prepared;
}

/** Each phone fills one step after another, as far as a step may be filled. */
export function sender(phones: readonly Wire[], steps: readonly string[]): Send {
	const sent = phones.map(() => 0);
	return (at) => {
		const turn = at % phones.length;
		const before = sent[turn] ?? 0;
		sent[turn] = before + 1;
		const step = steps[Math.floor(before / PER_STEP) % steps.length] ?? '';
		return phones[turn]?.ask('do', mark(step, commandId(Date.now()))) ?? Promise.resolve(null);
	};
}

interface KitRoomParts {
	phones: number;
	marks?: number;
	revealed?: boolean;
	/** On a disk whose every fsync takes longer. */
	slow?: boolean;
	/** Whether its phones watch what a student's first screen watches. */
	watching?: boolean;
}

export async function kitRoom({ pinned }: Ground, parts: KitRoomParts): Promise<KitRoom> {
	const { phones, marks = 0, revealed = false, slow = false, watching = true } = parts;
	const { folder, end } = tempFolder();
	const prepared = await prepare({ dataDir: folder, cards: phones, marks, revealed });
	const server = await startKit(prepared, { pinned, env: slow ? slowDisk(folder) : {} });
	const wires = await openAll(prepared.cards, (card) => openPhone(server, prepared, card, watching));
	return {
		...{ name: 'kit', server, phones: wires, prepared, send: sender(wires, prepared.steps) },
		end: () => leave(wires, server, end)
	};
}

interface FloorParts {
	kind: 'socket-io' | 'reference';
	phones: number;
	slow?: boolean;
	/** A commit for every message, instead of one for all that wait. */
	each?: boolean;
}

export async function floorRoom(
	{ pinned }: Ground,
	{ kind, phones, slow = false, each = false }: FloorParts
): Promise<Room> {
	const { folder, end } = tempFolder();
	const env = { ...(slow ? slowDisk(folder) : {}), ...(each ? { EACH: '1' } : {}) };
	const server = await startFloor(kind, { pinned, args: [path.join(folder, 'log.db')], env });
	const wires = await openAll(Array.from({ length: phones }), () => Wire.open(lineToFloor(server)));
	const send = sender(wires, ['first-marks']);
	return { name: kind, server, phones: wires, send, end: () => leave(wires, server, end) };
}

async function leave(wires: readonly Wire[], server: Server, end: () => void): Promise<void> {
	for (const wire of wires) wire.close();
	await server.stop();
	end();
}
