import { Server as Engine } from 'engine.io';
import { afterEach, expect, test } from 'vitest';
import { findDoor, isLivePath, leaveDoor, openDoor, type LiveDoor } from './live-door.ts';

function aDoor(): LiveDoor {
	return {
		engine: new Engine(),
		app: { close: async () => undefined, setupLink: async () => null, rehearse: async () => 'http://localhost/' }
	};
}

afterEach(() => void leaveDoor());

test('whoever listens finds the app that opened the door last, and the one before is handed back to be closed', () => {
	expect(findDoor()).toBeNull();
	const first = aDoor();
	const second = aDoor();
	expect(openDoor(first)).toBeNull();
	expect(openDoor(second)).toBe(first);
	expect(findDoor()).toBe(second);
	expect(leaveDoor()).toBe(second);
	expect(findDoor()).toBeNull();
});

test.each(['/live/socket', '/live/socket/', '/live/socket/?EIO=4&transport=websocket', '/live/socket?EIO=4'])(
	'%s belongs to the engine',
	(target) => expect(isLivePath(target)).toBe(true)
);
test.each([undefined, '/', '/live', '/live/do', '/live/sockets', '/x?/live/socket', 'http://evil/live/socket'])(
	'%s does not',
	(target) => expect(isLivePath(target)).toBe(false)
);
