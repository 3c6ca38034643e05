/**
 * The headers every answer carries, whoever gives it: a page, a static file, the live engine.
 *
 * SvelteKit's hooks never see static files or live requests, so `src/main.ts` sets these before anything else answers;
 * a page then replaces the content security policy with its own, which carries the nonces. Nothing here may ever widen
 * what `svelte.config.js` allows a page.
 */

/** Whether the browser reached us over TLS, and the host (name and port) it asked for; the host has been checked already. */
export interface Reached {
	secure: boolean;
	host: string;
}

const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer']
	.concat(['microphone', 'midi', 'payment', 'serial', 'usb', 'browsing-topics'])
	.map((feature) => `${feature}=()`)
	.join(', ');

/** One year, in seconds. Without `includeSubDomains`: the kit does not speak for its neighbours. */
const HSTS = 'max-age=31536000';

/** Headers for every answer, by lower-case name. */
export function securityHeaders(reached: Reached): Record<string, string> {
	return {
		'content-security-policy': filePolicy(reached),
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': PERMISSIONS,
		// `no-referrer` would make a browser send `Origin: null` with forms, and every form would be refused.
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		...(reached.secure ? { 'strict-transport-security': HSTS } : {})
	};
}

/**
 * A page's policy, with the live sockets of the host that was asked for. `'self'` alone leaves WebSockets out in
 * Safari before 15.4, and the iPads in schools are old.
 */
export function pagePolicy(policy: string, reached: Reached): string {
	return policy.replace(/(^|;\s*)connect-src 'self'(?=;|$)/, `$1connect-src 'self' ${socketSource(reached)}`);
}

/** For what is not a page. A service worker's own file decides what the worker may fetch, hence more than `'none'`. */
function filePolicy(reached: Reached): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		`connect-src 'self' ${socketSource(reached)}`,
		"worker-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"object-src 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'"
	].join('; ');
}

function socketSource({ secure, host }: Reached): string {
	return `${secure ? 'wss' : 'ws'}://${host}`;
}
