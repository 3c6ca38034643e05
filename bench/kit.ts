/** The kit under measurement: production's own entry on a prepared folder, and how phones speak to it. */
import path from 'node:path';
import type { Prepared } from './prepared.ts';
import { startServer } from './servers.ts';
import type { Server } from './servers.ts';
import { Wire } from './wire.ts';
import type { WireParts } from './wire.ts';
import { PROTOCOL, SOCKET_PATH } from '../src/lib/live/protocol.ts';
import type { SpeakerRole } from '../src/lib/live/protocol.ts';
import { NEIGHBOURHOOD } from '../src/lib/summit/templates/neighbourhood.ts';
import { ROOT } from '../scripts/sources.ts';

export const STATION = NEIGHBOURHOOD.id;

export function startKit(
	{ dataDir }: Pick<Prepared, 'dataDir'>,
	{ pinned, env = {} }: { pinned: boolean; env?: Record<string, string> }
): Promise<Server> {
	const settings = { HOME: dataDir, DATA_DIR: dataDir, SECOND_FACTOR: '0', ...env };
	return startServer({
		...{ script: path.join(ROOT, 'src/main.ts'), env: settings, ready: 'To stop, press', pinned }
	});
}

export function startFloor(
	name: 'socket-io' | 'reference',
	{ pinned, args = [], env = {} }: { pinned: boolean; args?: readonly string[]; env?: Record<string, string> }
): Promise<Server> {
	const script = path.join(import.meta.dirname, 'floors', `${name}.ts`);
	return startServer({ script, args, env, ready: 'Ready', pinned });
}

/** How somebody opens a line to the kit. */
export function lineTo(
	server: Server,
	{ summit }: Prepared,
	{ as, token }: { as: SpeakerRole; token: string }
): WireParts {
	const auth = { protocol: PROTOCOL, summit, as };
	return { url: server.url, path: SOCKET_PATH, cookie: `${as}_${summit}=${token}`, auth };
}
/** And to a floor, which asks nobody who they are. */
export function lineToFloor(server: Server): WireParts {
	return { url: server.url, path: SOCKET_PATH, cookie: '', auth: {} };
}

/** One mark, named as a device names it. The same bytes go to the kit and to a floor. */
export function mark(step: string, id: string): object {
	const entry = {
		type: 'mark',
		at: [0.41, 0.27],
		place: null,
		feeling: 'unsafe',
		when: ['evening'],
		with: [],
		why: []
	};
	return { id, type: 'station:contribute', station: STATION, step, entry };
}

/** What a student's phone watches on its first screen. */
export function watches(card: string): { topic: string }[] {
	return [{ topic: 'summit' }, { topic: `card:${card}` }, { topic: 'choose' }];
}

/** A phone of the kit: connected, and watching when `watching`. */
export async function openPhone(
	server: Server,
	prepared: Prepared,
	{ id, token }: { id: string; token: string },
	watching = true
): Promise<Wire> {
	const wire = await Wire.open(lineTo(server, prepared, { as: 'card', token }));
	if (watching) await wire.ask('watch', watches(id));
	return wire;
}
