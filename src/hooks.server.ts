/**
 * Where SvelteKit meets the app: it starts the one App, and hands it to every request.
 *
 * Nothing may open at import time: these modules are also evaluated during the build. In development this file runs
 * again after a server file was edited; the App from before must be closed first, or two would hold one store.
 */
import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { createApp, type App } from './lib/server/app.ts';
import { bodyFault } from './lib/server/body-limit.ts';
import { systemClock } from './lib/server/clock.ts';
import { readConfig } from './lib/server/config.ts';
import { pagePolicy, securityHeaders } from './lib/server/headers.ts';
import { leaveDoor, openDoor } from './lib/server/live-door.ts';
import { troubleOf } from './lib/server/disk-watch.ts';
import { createLog } from './lib/server/log.ts';
import { REFUSALS } from './lib/summit/refusals.ts';

let running: App | null = null;

export const init: ServerInit = async () => {
	if (building) return;
	const before = leaveDoor();
	before?.engine.close();
	await before?.app.close();
	running = await createApp({ config: readConfig(process.env), clock: systemClock() });
	openDoor({ engine: running.engine, app: running });
};

export const handle: Handle = async ({ event, resolve }) => {
	if (running === null) return resolve(event);
	event.locals.app = running;
	const tooLong = bodyFault({ path: event.url.pathname, headers: event.request.headers });
	if (tooLong !== null) return new Response(null, { status: tooLong, headers: { connection: 'close' } });
	const response = await resolve(event);
	const reached = { secure: event.url.protocol === 'https:', host: event.url.host };
	const policy = response.headers.get('content-security-policy');
	for (const [name, value] of Object.entries(securityHeaders(reached))) response.headers.set(name, value);
	if (policy !== null) response.headers.set('content-security-policy', pagePolicy(policy, reached));
	// SvelteKit names a page's charset in the page alone; whoever reads only the header should not have to guess.
	if (response.headers.get('content-type') === 'text/html')
		response.headers.set('content-type', 'text/html; charset=utf-8');
	// What a page says is for whoever asked. The public page sets a header of its own.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
	return response;
};

/**
 * SvelteKit would print the address of every page that is not there, and a mistyped link is an address with a token in it
 * (S1). Only what is the kit's own fault is written down, without its address. What a person can mend is said on the page.
 */
export const handleError: HandleServerError = ({ error, status }) => {
	if (status < 500 || running === null) return;
	createLog(running.config.logLevel).fault('A page could not be made.', error);
	const trouble = troubleOf(error);
	if (trouble !== null) running.disk.heard(error);
	if (trouble === 'full') return { message: REFUSALS.store_full };
	if (trouble !== null) return { message: REFUSALS.store_read_only };
};
