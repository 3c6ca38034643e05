/**
 * Headers in which a proxy says where a request came from. Anybody can write them, so they are believed only from a proxy
 * that was named; from everybody else they are taken off before anything can read them.
 */
import type { IncomingHttpHeaders } from 'node:http';

const FORWARDED =
	/^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip)$/;

/** Takes every forwarded header off. */
export function stripForwarded(headers: IncomingHttpHeaders): void {
	for (const name of Object.keys(headers)) if (FORWARDED.test(name)) Reflect.deleteProperty(headers, name);
}

/** Whether a trusted proxy says that the browser reached it over TLS. The last word is the nearest proxy's. */
export function forwardedSecure(headers: IncomingHttpHeaders): boolean {
	const said = headers['x-forwarded-proto'];
	const last = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').at(-1) ?? '';
	return last.trim().toLowerCase() === 'https';
}
