/** The plain-request twin of `watch` (L5): asked every few seconds by a device whose sockets cannot pass. */
import type { RequestHandler } from './$types';
import { plainRequest } from '$lib/server/plain-door.ts';

export const POST: RequestHandler = (event) =>
	plainRequest(event, 'asks', ({ room, actor, content }) =>
		event.locals.app.dispatch.watch({ room, actor, asks: content })
	);
