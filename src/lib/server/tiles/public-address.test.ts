import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handClock } from '../clock.ts';
import { createTileFetcher } from './fetch-tile.ts';
import { checkedLookup, mayConnect } from './public-address.ts';
import type { Resolve } from './public-address.ts';

const PUBLIC = [
	'8.8.8.8',
	'151.101.1.1',
	'172.15.255.255',
	'172.32.0.1',
	'100.128.0.1',
	'2606:4700::1111',
	'2a02:26f0::1'
];
const OWN = [
	...['127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
	...['::1', 'fd12:3456::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:10.0.0.1']
];
const NOBODYS = [
	...['0.0.0.0', '0.1.2.3', '169.254.169.254', '169.254.0.1', '224.0.0.1', '239.255.255.255', '255.255.255.255'],
	...['::', 'fe80::1', 'fe80::1%eth0', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b::808:808', '::ffff:169.254.169.254'],
	...['::127.0.0.1', '2002:7f00:1::1', '2001::1', '2001:db8::1', '3fff::1', 'fec0::1', '', 'localhost', '1.2.3']
];

describe('M1: which addresses the kit connects to', () => {
	test.each(PUBLIC)('%s is the world’s', (address) => {
		expect(mayConnect(address, { allowPrivate: false })).toBe(true);
		expect(mayConnect(address, { allowPrivate: true })).toBe(true);
	});
	test.each(OWN)('%s only where private ones are allowed', (address) => {
		expect(mayConnect(address, { allowPrivate: false })).toBe(false);
		expect(mayConnect(address, { allowPrivate: true })).toBe(true);
	});
	test.each(NOBODYS)('%s never', (address) => {
		expect(mayConnect(address, { allowPrivate: false })).toBe(false);
		expect(mayConnect(address, { allowPrivate: true })).toBe(false);
	});
	test.each(['192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '192.0.0.8', '::ffff:8.8.8.8'])(
		'%s is nobody’s public one',
		(address) => {
			expect(mayConnect(address, { allowPrivate: false })).toBe(false);
		}
	);
});

function found(...addresses: string[]): Resolve {
	return async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

test('M1: one private address among a name’s public ones refuses the name', async () => {
	const look = (resolve: Resolve, all: boolean) =>
		new Promise((resolved) => {
			checkedLookup({ allowPrivate: false }, resolve)('tiles.example', { all }, (problem, address) => {
				resolved(problem ? problem.message : address);
			});
		});
	expect(await look(found('8.8.8.8', '10.0.0.1'), true)).toMatch(/not a public one/);
	expect(await look(found('8.8.8.8', '::1'), false)).toMatch(/not a public one/);
	expect(await look(found(), true)).toMatch(/no address/);
	expect(await look(found('8.8.8.8'), false)).toBe('8.8.8.8');
	expect(await look(found('8.8.8.8', '2606:4700::1111'), true)).toEqual([
		{ address: '8.8.8.8', family: 4 },
		{ address: '2606:4700::1111', family: 6 }
	]);
	expect(await look(() => Promise.reject(new Error('no such name')), true)).toBe('no such name');
});

describe('M1: without TILE_ALLOW_PRIVATE no connection is ever made to', () => {
	let connections = 0;
	const listener = createServer((_, response) => response.end());
	listener.on('connection', () => (connections += 1));
	beforeAll(() => new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve)));
	afterAll(() => new Promise((resolve) => listener.close(resolve)));

	const ask = async (host: string, resolve: Resolve) => {
		const { port } = listener.address() as AddressInfo; // It listens on TCP.
		const template = `http://${host}:${port}/{z}/{x}/{y}.png`;
		const service = { template, attribution: 'a', contact: 'a@example.org', maxZoom: 18, allowPrivate: false };
		const fetcher = createTileFetcher({ service, clock: handClock(0), resolve });
		const answer = await fetcher.fetch({ z: 0, x: 0, y: 0 });
		fetcher.close();
		return answer;
	};
	const refused = { ok: false, fault: 'address', after: null };

	test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1', '169.254.169.254', '2130706433', '0x7f.1', '0'])(
		'%s',
		async (host) => {
			expect(await ask(host, () => Promise.reject(new Error('never looked up')))).toEqual(refused);
			expect(connections).toBe(0);
		}
	);
	test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1', '64:ff9b::7f00:1'])(
		'a name that leads to %s',
		async (address) => {
			expect(await ask('tiles.example', found(address))).toEqual(refused);
			expect(connections).toBe(0);
		}
	);
});
