/**
 * The live door: the one place where the process that listens and the app it serves find each other.
 *
 * The app is built inside SvelteKit's server bundle; the listening server (`src/main.ts`, or Vite in development)
 * lives outside of it and must never import the bundle's modules a second time. So the app leaves its engine and
 * itself on one named symbol of `globalThis`, and only this file knows the symbol.
 */
import type { Server as Engine } from 'engine.io';
import { SOCKET_PATH } from '../live/protocol.ts';

/** What the listening process may ask of the app. The app itself can do far more; nothing else passes this door. */
export interface AppAtTheDoor {
	/** Stops timers and closes the store. Called once the engine is closed. */
	close(): Promise<void>;
	/** The one-time link to set up the first account, or `null` once somebody has used it. */
	setupLink(): Promise<string | null>;
	/** Makes a rehearsal summit and answers the address of its one page of links. */
	rehearse(): Promise<string>;
}

export interface LiveDoor {
	engine: Engine;
	app: AppAtTheDoor;
}

const KEY = Symbol.for('student-safety-summit.live-door');

/** Puts an app at the door; the one that stood there before is answered, so that the caller can close it. */
export function openDoor(door: LiveDoor): LiveDoor | null {
	const before = findDoor();
	Reflect.set(globalThis, KEY, door);
	return before;
}

/** The app now at the door, or `null` while none has started. */
export function findDoor(): LiveDoor | null {
	// Only `openDoor` writes this symbol, always with a whole door.
	return (Reflect.get(globalThis, KEY) as LiveDoor | undefined) ?? null;
}

/** Takes the app away from the door and answers it. */
export function leaveDoor(): LiveDoor | null {
	const before = findDoor();
	Reflect.deleteProperty(globalThis, KEY);
	return before;
}

/** Whether a request's target (path and query, as Node gives it) belongs to the live engine. */
export function isLivePath(target: string | undefined): boolean {
	const path = (target ?? '').split('?', 1)[0] ?? '';
	return path === SOCKET_PATH || path.startsWith(`${SOCKET_PATH}/`);
}
