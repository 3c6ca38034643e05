import { describe, expect, test } from 'vitest';
import { forwardedSecure, hostKeeper, proxyKeeper, stripForwarded } from './hosts.ts';

describe('the host that was asked for', () => {
	const ours = hostKeeper({
		publicUrl: 'https://Summit.example.org/',
		listeningOn: '0.0.0.0',
		addresses: () => ['192.168.1.20', 'fe80::1']
	});

	test.each([
		'localhost',
		'localhost:3000',
		'127.0.0.1:3000',
		'[::1]:3000',
		'summit.example.org',
		'SUMMIT.example.org:443'
	])('%s is ours', (host) => expect(ours(host)).toBe(true));
	test.each(['192.168.1.20:3000', '[fe80::1]:3000'])('an address of this machine is ours: %s', (host) =>
		expect(ours(host)).toBe(true)
	);
	test.each([
		undefined,
		'',
		'evil.example',
		'localhost.evil.example',
		'summit.example.org.evil.example',
		'192.168.1.21',
		'0.0.0.0',
		'evil@localhost',
		'localhost/evil',
		'localhost, evil.example',
		'localhost:99999999'
	])('%s is not ours', (host) => expect(ours(host)).toBe(false));

	test('a laptop that changed its Wi-Fi is found at its new address without a restart', () => {
		let addresses = ['192.168.1.20'];
		const keeper = hostKeeper({ publicUrl: null, listeningOn: '0.0.0.0', addresses: () => addresses });
		expect(keeper('10.0.0.7:3000')).toBe(false);
		addresses = ['10.0.0.7'];
		expect(keeper('10.0.0.7:3000')).toBe(true);
	});
});

describe('the word of a proxy', () => {
	test('counts only from an address or network that was named', () => {
		const trusted = proxyKeeper(['127.0.0.1', '10.1.0.0/16', 'fd00::/8']);
		for (const peer of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.200.3', 'fd00::5']) expect(trusted(peer)).toBe(true);
		for (const peer of ['127.0.0.2', '10.2.0.1', '::1', 'fe80::1', '', undefined]) expect(trusted(peer)).toBe(false);
	});

	test('counts from nobody when nobody was named', () => {
		expect(proxyKeeper([])('127.0.0.1')).toBe(false);
	});

	test('is taken off whole, and nothing else is', () => {
		const headers = {
			host: 'localhost',
			cookie: 'a=b',
			forwarded: 'for=1.2.3.4',
			'x-forwarded-for': '1.2.3.4',
			'x-forwarded-host': 'evil.example',
			'x-forwarded-proto': 'https',
			'x-real-ip': '1.2.3.4'
		};
		stripForwarded(headers);
		expect(headers).toEqual({ host: 'localhost', cookie: 'a=b' });
	});

	test('about TLS is the nearest proxy’s, not the one a browser made up', () => {
		expect(forwardedSecure({ 'x-forwarded-proto': 'https' })).toBe(true);
		expect(forwardedSecure({ 'x-forwarded-proto': 'https, http' })).toBe(false);
		expect(forwardedSecure({})).toBe(false);
	});
});
