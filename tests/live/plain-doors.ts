/** The two plain doors of a kit that runs inside a test: the very handlers of its pages, without SvelteKit around them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { App } from '../../src/lib/server/app.ts';
import { POST as toDo } from '../../src/routes/live/do/+server.ts';
import { POST as toWatch } from '../../src/routes/live/watch/+server.ts';

/** All that these two read of their event. */
type Door = (event: { request: Request; locals: { app: App } }) => Response | Promise<Response>;
const DOORS = new Map<string, Door>([
	['/live/do', toDo as unknown as Door],
	['/live/watch', toWatch as unknown as Door]
]);

/** Answers a plain request; false when this is none. */
export function plainDoor(app: App, asked: IncomingMessage, answer: ServerResponse): boolean {
	const door = DOORS.get(asked.url ?? '');
	if (!door || asked.method !== 'POST') return false;
	void (async () => {
		const headers = Object.entries(asked.headers).map(([name, value]): [string, string] => [name, String(value)]);
		const request = new Request(`http://127.0.0.1${asked.url}`, { method: 'POST', headers, body: await text(asked) });
		const response = await door({ request, locals: { app } });
		const body = Buffer.from(await response.arrayBuffer());
		answer.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
	})().catch(() => answer.destroy());
	return true;
}
