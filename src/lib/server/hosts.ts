/**
 * Which host a request asked for, and whose word about it counts.
 *
 * A page on somebody else's site can point its own name at this machine (DNS rebinding) and then speak to the kit with
 * the browser's blessing; so a request is answered only when its `Host` is one of ours. And headers that claim where a
 * request came from are believed only from a proxy that was named; from everybody else they are taken off before
 * anything can read them.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** A header that a proxy writes and anybody can forge. */
const FORWARDED =
	/^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip)$/;

export interface HostList {
	/** `PUBLIC_URL`, or `null` where none was set. */
	publicUrl: string | null;
	/** The host the server was told to listen on, which may be a name of this machine. */
	listeningOn: string;
	/** This machine's own addresses. Asked again when an unknown address comes: a laptop changes its Wi-Fi. */
	addresses: () => string[];
}

/** Answers whether a `Host` header names this server. Ports are not compared: a proxy may have changed them. */
export function hostKeeper({ publicUrl, listeningOn, addresses }: HostList): (host: string | undefined) => boolean {
	const names = new Set(['localhost', '127.0.0.1', '::1']);
	if (publicUrl !== null) names.add(bareName(new URL(publicUrl).hostname));
	if (listeningOn !== '0.0.0.0' && listeningOn !== '::') names.add(bareName(listeningOn));
	return (host) => {
		const name = nameOf(host);
		if (name === null) return false;
		return names.has(name) || (isIP(name) !== 0 && addresses().includes(name));
	};
}

/** Answers whether a peer's address is one of the trusted proxies (addresses, or networks such as `10.0.0.0/8`). */
export function proxyKeeper(trusted: readonly string[]): (peer: string | undefined) => boolean {
	const list = new BlockList();
	for (const entry of trusted) {
		const [address = '', prefix] = entry.split('/');
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		if (prefix === undefined) list.addAddress(address, family);
		else list.addSubnet(address, Number(prefix), family);
	}
	return (peer) => {
		const address = (peer ?? '').replace(/^::ffff:(?=\d+\.)/, '');
		const family = isIP(address);
		return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
	};
}

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

/** The name in a `Host` header, without its port; `null` when it is not a plain host and port. */
function nameOf(host: string | undefined): string | null {
	const parts = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(host ?? '');
	return parts?.[1] === undefined ? null : bareName(parts[1]);
}

function bareName(name: string): string {
	return name.toLowerCase().replace(/^\[|\]$/g, '');
}
