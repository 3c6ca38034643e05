/** The plain-request twin of `do` (L5): the same body, the same dispatcher, the same answers. */
import type { RequestHandler } from './$types';
import { plainRequest } from '$lib/server/plain-door.ts';

export const POST: RequestHandler = (event) =>
	plainRequest(event, 'command', ({ room, actor, content }) =>
		event.locals.app.dispatch.do({ room, actor, command: content })
	);
