/** For a bare Socket.IO server that answers `echo` with what it was told: nothing at the door, nothing to ask. */
import { commandId } from '../../../src/lib/live/ids.ts';
import type { Dialect } from '../dialect.ts';

export interface EchoSettings {
	url: string;
	/** Characters of what is said; a mark of the kit is about 300. */
	length: number;
	event?: string;
	path?: string;
}

export function createDialect({ url, length, event = 'echo', path = '/socket.io' }: EchoSettings): Dialect {
	const body = 'x'.repeat(length);
	return {
		url,
		path,
		events: ['frame'],
		device: ({ chance }) => ({
			arrive: async () => ({ auth: {}, cookie: '' }),
			greet: async () => true,
			hear: () => 1,
			opening: () => null,
			next: () => ({ event, body: { id: commandId(Date.now(), chance.fill), body } }),
			read: () => ({ is: 'done' })
		}),
		account: () => null
	};
}
