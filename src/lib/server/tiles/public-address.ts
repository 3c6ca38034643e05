/*
 * Which addresses of the network the kit may speak to when a name out there says so. A name can be made to point anywhere:
 * at this machine, at a router, at a cloud's own desk that hands out passwords. So a name's addresses are looked up once,
 * every one of them is checked, and the connection goes to an address that was checked: nobody can change it in between.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** A name's address is one the kit does not speak to. No connection was made. */
export class AddressRefused extends Error {
	readonly code = 'address-refused';
}

/** What stands for an address: every one that a name has. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

type Subnet = readonly [net: string, prefix: number];

/** Nobody's server, whoever allows it: nowhere, everybody at once, whoever is on this cable (and a cloud's own desk). */
const NEVER: readonly Subnet[] = [
	['0.0.0.0', 8],
	['169.254.0.0', 16],
	['224.0.0.0', 4],
	['240.0.0.0', 4]
];
/** This machine, and networks that are not the world's: private ones, a provider's own, those for tests and books. */
const NOT_PUBLIC: readonly Subnet[] = [
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24]
];
/** Of IPv6 only this part is the world's; the rest is this machine, private, mapped, translated (NAT64) or unused. */
const PUBLIC_6: Subnet = ['2000::', 3];
/** Parts of it that hold another address inside (Teredo, 6to4), or are for books. */
const NOT_PUBLIC_6: readonly Subnet[] = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
];
const PRIVATE_6: readonly Subnet[] = [
	['::1', 128],
	['fc00::', 7]
];

const never = listOf(NEVER, 'ipv4');
const notPublic = listOf(NOT_PUBLIC, 'ipv4');
const public6 = listOf([PUBLIC_6], 'ipv6');
const notPublic6 = listOf(NOT_PUBLIC_6, 'ipv6');
const private6 = listOf(PRIVATE_6, 'ipv6');

function listOf(subnets: readonly Subnet[], family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
	return list;
}

/**
 * Whether the kit may connect to this address. `allowPrivate` lets this machine and private networks through, for a server
 * of one's own; it never lets through addresses that are no single machine's, or link-local ones.
 */
export function mayConnect(address: string, { allowPrivate }: { allowPrivate: boolean }): boolean {
	const mapped = allowPrivate ? mappedAddress(address) : null;
	if (mapped !== null) return mayConnect(mapped, { allowPrivate });
	switch (isIP(address)) {
		case 4:
			return !never.check(address, 'ipv4') && (allowPrivate || !notPublic.check(address, 'ipv4'));
		case 6:
			if (allowPrivate && private6.check(address, 'ipv6')) return true;
			return public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
		default:
			return false;
	}
}

/** The IPv4 address that an IPv6 one stands for (`::ffff:10.0.0.1`, `::ffff:a00:1`), or null. */
function mappedAddress(address: string): string | null {
	if (isIP(address) !== 6 || !address.toLowerCase().startsWith('::ffff:')) return null;
	const rest = address.slice('::ffff:'.length);
	if (isIP(rest) === 4) return rest;
	const [high, low, ...more] = rest.split(':').map((part) => Number.parseInt(part, 16));
	if (high === undefined || low === undefined || more.length > 0) return null;
	return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** A URL's host as Node looks it up: without the brackets of an IPv6 address. */
export function bareHost(hostname: string): string {
	return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Throws AddressRefused for an address written into the URL itself: such a host is never looked up. */
export function checkLiteral(hostname: string, allowed: { allowPrivate: boolean }): void {
	const host = bareHost(hostname);
	if (isIP(host) !== 0 && !mayConnect(host, allowed)) throw new AddressRefused('This address is not a public one.');
}

const resolveAll: Resolve = (hostname) => systemLookup(hostname, { all: true, order: 'verbatim' });

/**
 * For `node:http`: looks a name up and hands on only addresses that were checked. One that may not be reached among them
 * is enough to refuse the name: an honest service has no such address.
 */
export function checkedLookup(allowed: { allowPrivate: boolean }, resolve: Resolve = resolveAll): LookupFunction {
	return (hostname, options, callback) => {
		const done = (found: Awaited<ReturnType<Resolve>>): void => {
			const first = found[0];
			if (!first) callback(new AddressRefused('This name has no address.'), '');
			else if (!found.every(({ address }) => mayConnect(address, allowed)))
				callback(new AddressRefused('This name leads to an address that is not a public one.'), '');
			else if (options.all) callback(null, found);
			else callback(null, first.address, first.family);
		};
		resolve(hostname).then(done, (problem: unknown) => {
			callback(problem instanceof Error ? problem : new Error('The name could not be looked up.'), '');
		});
	};
}
