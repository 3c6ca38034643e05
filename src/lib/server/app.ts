/**
 * The composition root: from the settings to everything that runs. Nothing opens at import time.
 */
import { Server as Engine } from 'engine.io';
import { Server as SocketServer } from 'socket.io';
import type { ClockPort } from './clock.ts';
import type { Config } from './config.ts';
import type { AppAtTheDoor } from './live-door.ts';

export interface App extends AppAtTheDoor {
	engine: Engine;
}

export interface AppParts {
	config: Config;
	clock: ClockPort;
}

/** Opens what the settings name, and answers the running app. */
export async function createApp(_parts: AppParts): Promise<App> {
	const engine = new Engine();
	const io = new SocketServer({ serveClient: false });
	io.bind(engine);
	return {
		engine,
		close: async () => undefined,
		setupLink: async () => null,
		rehearse: async () => '/'
	};
}
