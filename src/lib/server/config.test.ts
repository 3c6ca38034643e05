import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, describeConfig, readConfig, trustedPeers } from './config.ts';

const here = fileURLToPath(import.meta.url);
const tls = { TLS_CERT: here, TLS_KEY: here };
const addresses = ['127.0.0.1', '192.168.7.20', '2001:db8::7'];
const read = (env: Record<string, string> = {}) => readConfig(env, addresses);

function faults(env: Record<string, string>): readonly string[] {
	try {
		read(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.faults;
		throw error;
	}
	return [];
}

test('nothing set is this machine alone, over plain HTTP', () => {
	expect(read()).toEqual({
		port: 3000,
		host: '127.0.0.1',
		dataDir: path.resolve('data'),
		keyDir: path.resolve('data/keys'),
		keyPassphrase: null,
		publicUrl: null,
		tlsCert: null,
		tlsKey: null,
		allowPlainHttp: false,
		trustedProxies: [],
		secondFactor: true,
		provider: null,
		logLevel: 'info',
		backupDir: path.resolve('data/backups'),
		backupDays: 7,
		tileService: null,
		mail: null,
		tls: false,
		secure: false,
		loopback: true,
		network: 'safe',
		hosts: ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'],
		origins: ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']
	});
});

test('an empty value counts as not set, and foreign variables are no matter', () => {
	const env = { PORT: '', HOST: ' ', TLS_CERT: '', PUBLIC_URL: '', LOG_LEVEL: '', TRUSTED_PROXIES: '', PATH: '/bin' };
	expect(read(env)).toEqual(read());
});

test('what is set is read', () => {
	const config = read({
		PORT: '443',
		HOST: '0.0.0.0',
		DATA_DIR: '/srv/summit',
		KEY_DIR: '/srv/keys',
		KEY_PASSPHRASE: 'four quiet lamps at noon',
		PUBLIC_URL: 'https://Summit.Example.org/',
		...tls,
		ALLOW_PLAIN_HTTP: '1',
		TRUSTED_PROXIES: '10.0.0.0/8, ::1',
		LOG_LEVEL: 'debug'
	});
	expect(config).toMatchObject({
		port: 443,
		dataDir: path.resolve('/srv/summit'),
		keyDir: path.resolve('/srv/keys'),
		keyPassphrase: 'four quiet lamps at noon',
		publicUrl: 'https://summit.example.org',
		tlsCert: here,
		tls: true,
		allowPlainHttp: true,
		trustedProxies: ['10.0.0.0/8', '::1'],
		logLevel: 'debug'
	});
	expect(config.hosts).toEqual([
		'summit.example.org',
		'localhost',
		'127.0.0.1',
		'[::1]',
		'192.168.7.20',
		'[2001:db8::7]'
	]);
	expect(config.origins.every((origin) => origin.startsWith('https://'))).toBe(true);
});

describe('a bad value is refused in one sentence', () => {
	test.each([
		['PORT', ['0', '65536', '80.5', 'http', '-1', '0x50']],
		['HOST', ['summit.example.org', '300.1.1.1', 'http://localhost']],
		['KEY_PASSPHRASE', ['short']],
		[
			'PUBLIC_URL',
			[
				'summit.example.org',
				'ftp://summit.example.org',
				'https://a:b@summit.example.org',
				'https://summit.example.org/kit',
				'https://summit.example.org/?a',
				'javascript:alert(1)'
			]
		],
		['ALLOW_PLAIN_HTTP', ['true', 'yes', '2']],
		['TRUSTED_PROXIES', ['proxy.local', '10.0.0.0/33', '10.0.0.0/', '::/129', '10.0.0.1/8/8']],
		['LOG_LEVEL', ['loud', 'INFO']]
	])('%s', (name, values) => {
		for (const value of values) {
			const told = faults({ [name]: value });
			expect(told, value).toHaveLength(1);
			expect(told[0], value).toMatch(new RegExp(`^${name} must .+\\.$`));
		}
	});

	test('TLS files that are not there', () => {
		expect(faults({ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: here })).toEqual([
			'TLS_CERT must be the path of the certificate, and there is no such file.'
		]);
	});

	test('half of a TLS pair', () => {
		const together = ['TLS_CERT and TLS_KEY belong together: set both, or neither.'];
		expect(faults({ TLS_CERT: here })).toEqual(together);
		expect(faults({ TLS_KEY: here })).toEqual(together);
	});

	test('a plain public address over TLS', () => {
		expect(faults({ ...tls, PUBLIC_URL: 'http://summit.example.org' })).toHaveLength(1);
	});
});

test('every fault is told at once, and the passphrase is not repeated', () => {
	const env = { PORT: 'x', LOG_LEVEL: 'x', TLS_KEY: '/nowhere', KEY_PASSPHRASE: 'lamps', TRUSTED_PROXIES: 'a, b' };
	const told = faults(env);
	expect(told).toHaveLength(7);
	expect(told.join('\n')).not.toContain('lamps');
	expect(() => read(env)).toThrow(told.join('\n'));
});

describe('S15: beyond this machine without TLS only rehearsals run', () => {
	test.each([
		['this machine alone', {}, 'safe'],
		['this machine by name', { HOST: 'localhost' }, 'safe'],
		['all networks', { HOST: '0.0.0.0' }, 'plain'],
		['all networks, IPv6', { HOST: '::' }, 'plain'],
		['one address', { HOST: '192.168.7.20' }, 'plain'],
		['all networks, own TLS', { HOST: '0.0.0.0', ...tls }, 'safe'],
		['all networks, a TLS proxy', { HOST: '0.0.0.0', PUBLIC_URL: 'https://summit.example.org' }, 'safe'],
		['all networks, a plain public address', { HOST: '0.0.0.0', PUBLIC_URL: 'http://summit.example.org' }, 'plain'],
		['a TLS proxy on this machine', { PUBLIC_URL: 'https://summit.example.org' }, 'safe'],
		['a plain proxy on this machine', { PUBLIC_URL: 'http://summit.example.org' }, 'plain'],
		['this machine as public address', { PUBLIC_URL: 'http://localhost:3000' }, 'safe'],
		['plain HTTP allowed', { HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1' }, 'plain-allowed'],
		['plain HTTP not allowed', { HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '0' }, 'plain'],
		['a plain proxy, allowed', { PUBLIC_URL: 'http://summit.example.org', ALLOW_PLAIN_HTTP: '1' }, 'plain-allowed'],
		['plain HTTP allowed and not needed', { ALLOW_PLAIN_HTTP: '1' }, 'safe'],
		['own TLS, plain HTTP allowed', { HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1', ...tls }, 'safe'],
		[
			'a TLS proxy, and round it plain HTTP allowed',
			{ HOST: '0.0.0.0', PUBLIC_URL: 'https://summit.example.org', ALLOW_PLAIN_HTTP: '1' },
			'plain-allowed'
		]
	])('%s', (_, env, network) => {
		expect(read(env).network).toBe(network);
	});

	test('the machine’s own addresses are answered when it listens on them', () => {
		expect(read({ HOST: '0.0.0.0' }).hosts).toContain('192.168.7.20:3000');
		expect(read({ HOST: '0.0.0.0' }).hosts).not.toContain('0.0.0.0:3000');
		expect(read({ HOST: '10.1.1.1' }).origins).toContain('http://10.1.1.1:3000');
		expect(read().hosts).not.toContain('192.168.7.20:3000');
	});

	test('nobody gets round a TLS proxy over plain HTTP, unless that is allowed', () => {
		const behind = { HOST: '0.0.0.0', PUBLIC_URL: 'https://summit.example.org' };
		expect(read(behind).hosts).toEqual(['summit.example.org', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000']);
		expect(read({ ...behind, ALLOW_PLAIN_HTTP: '1' }).hosts).toContain('192.168.7.20:3000');
	});
});

test('the trusted proxies are recognised, in either dress, and nobody else', () => {
	const trusted = trustedPeers(['10.0.0.0/8', '192.168.7.1', '2001:db8::/32']);
	for (const peer of ['10.9.8.7', '::ffff:10.9.8.7', '192.168.7.1', '2001:db8::5']) expect(trusted(peer)).toBe(true);
	for (const peer of ['11.0.0.1', '192.168.7.2', '2001:db9::5', '', 'localhost']) expect(trusted(peer)).toBe(false);
	expect(trustedPeers([])('127.0.0.1')).toBe(false);
});

test('the described settings are the ones that are read', () => {
	const bad = { PORT: 'x', HOST: 'x', KEY_PASSPHRASE: 'x', PUBLIC_URL: 'x', TLS_CERT: '/x', TLS_KEY: '/x' };
	const named = describeConfig.map(({ name }) => name);
	expect(named).toHaveLength(25);
	for (const fault of faults({ ...bad, ALLOW_PLAIN_HTTP: 'x', TRUSTED_PROXIES: 'x', LOG_LEVEL: 'x' }))
		expect(named.some((name) => fault.startsWith(name))).toBe(true);
});

test('the machine’s own addresses are found', () => {
	expect(readConfig({ HOST: '0.0.0.0' }).hosts).toContain('127.0.0.1:3000');
});
