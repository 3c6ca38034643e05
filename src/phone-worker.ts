/// <reference lib="webworker" />
/**
 * The service worker of students' pages, and of nothing else. It keeps the built files that those pages need and one shell
 * without anybody in it, and shows that shell where the network gives no page; whose page it is, the shell finds on the
 * device. It keeps nothing that the kit says to one person, and a page that can be had is always had from the kit.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** Written before this file by `routes/s/worker.js`: another build, another worker. */
declare const KIT: { version: string; files: readonly string[] };

const SHELL = '/s/shell';
const NAME = `phone ${KIT.version}`;
/** Milliseconds a network may take over a page before the shell is shown. */
const PATIENCE = 8_000;
/** What a proxy says of a kit that is down. */
const DOWN = [502, 503, 504];

worker.addEventListener('install', (event) => {
	event.waitUntil(keep().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
	event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(page(request, event));
	else if (pathname.startsWith('/_app/immutable/')) event.respondWith(file(request));
});

/** All or nothing: a worker that could not keep everything is no worker yet. */
async function keep(): Promise<void> {
	const shell = await fetch(SHELL, { credentials: 'omit', cache: 'no-store' });
	if (!shell.ok) throw new Error('There is no shell.');
	const html = await shell.clone().text();
	// Styles and scripts the shell itself names; the rest is fetched when a station opens.
	const named = [...html.matchAll(/(?:href|src)="(\/_app\/immutable\/[^"]+)"/g)].flatMap(
		([, address]) => address ?? []
	);
	// Made anew, because caches stand in the order they were made, and a build that was replaced may come back.
	await caches.delete(NAME);
	const cache = await caches.open(NAME);
	await cache.addAll([...new Set([...named, ...KIT.files])]);
	// Last: a cache with a shell is whole.
	await cache.put(SHELL, shell);
}

/**
 * A page of the build before may still be open, and fetch what it has not fetched yet: the last whole one stays. A build that
 * could not be kept, because the network went or the kit was renewed again, must not take its place.
 */
async function forgetOld(): Promise<void> {
	const names = (await caches.keys()).filter((name) => name.startsWith('phone '));
	const before = names.slice(0, Math.max(0, names.indexOf(NAME)));
	const whole = await Promise.all(before.map(isWhole));
	const last = before.filter((_, index) => whole[index]).at(-1);
	await Promise.all(before.filter((name) => name !== last).map((name) => caches.delete(name)));
}
async function isWhole(name: string): Promise<boolean> {
	const cache = await caches.open(name);
	return (await cache.match(SHELL, { ignoreVary: true })) !== undefined;
}

async function file(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(request: Request, event: FetchEvent): Promise<Response> {
	const asked = fetch(request);
	// A page that comes too late to be shown must not end the worker.
	event.waitUntil(asked.catch(() => undefined));
	const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
	const got = await Promise.race([asked, late]).catch(() => null);
	if (got && !DOWN.includes(got.status)) return got;
	const cache = await caches.open(NAME);
	return (await cache.match(SHELL, { ignoreVary: true })) ?? got ?? asked;
}
