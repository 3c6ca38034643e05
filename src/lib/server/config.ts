/*
 * What the person who runs the kit may set, read once from the environment. Every fault is told, each in one sentence that
 * says what to do; nothing starts half configured. The passphrase never appears in a message.
 */
import { existsSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Context } from '../summit/subject.ts';
import { describeSignInSettings, readProvider, signInSettings } from './accounts/settings.ts';
import type { ProviderSettings } from './accounts/settings.ts';
import { backupSettings, describeBackupSettings } from './backup-settings.ts';
import { describeMailSettings, mailSettings, readMail } from './mail/settings.ts';
import type { MailSettings } from './mail/settings.ts';
import { describeTileSettings, readTileService, tileSettings } from './tiles/settings.ts';
import type { TileServiceSettings } from './tiles/settings.ts';

export interface Config {
	port: number;
	host: string;
	/** Absolute paths. */
	dataDir: string;
	keyDir: string;
	keyPassphrase: string | null;
	/** The address people type, as an origin (`https://summit.example.org`), or null. */
	publicUrl: string | null;
	tlsCert: string | null;
	tlsKey: string | null;
	allowPlainHttp: boolean;
	/** Addresses and networks (`10.0.0.0/8`) of the proxies whose forwarded headers count. */
	trustedProxies: string[];
	/** Staff pass a second step after the passphrase. */
	secondFactor: boolean;
	/** The organisation's own sign-in, or null. */
	provider: ProviderSettings | null;
	logLevel: LogLevel;
	/** Where backups of the databases are kept, and for how many days; 0 makes none. Never the keys. */
	backupDir: string;
	backupDays: number;
	/** The online tile service, or null. */
	tileService: TileServiceSettings | null;
	/** The mail server that alerts go through, or null. */
	mail: MailSettings | null;
	/** This process itself speaks TLS. */
	tls: boolean;
	/** People reach the kit over TLS, its own or the proxy's: cookies are Secure. */
	secure: boolean;
	/** HOST is this machine alone. */
	loopback: boolean;
	/**
	 * S15: how devices reach the kit. `safe` = over TLS or from this machine alone; `plain` = otherwise: only rehearsals run;
	 * `plain-allowed` = otherwise, and ALLOW_PLAIN_HTTP is set: a real summit runs once a closed Wi-Fi was confirmed.
	 */
	network: Network;
	/** The values of the `Host` header that are answered, lower case, with the port unless it is the scheme's own. */
	hosts: string[];
	/** The same as origins, for the check of `Origin`. */
	origins: string[];
}

export type Network = Context['network'];
export type LogLevel = z.output<typeof logLevels>;

/** All that is wrong with the settings: `message` has one line, one sentence, for each fault. */
export class ConfigError extends Error {
	readonly code = 'config';
	readonly faults: readonly string[];

	constructor(faults: readonly string[]) {
		super(faults.join('\n'));
		this.name = 'ConfigError';
		this.faults = faults;
	}
}

const logLevels = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
	error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace or silent.'
});

const switches = { error: 'ALLOW_PLAIN_HTTP must be 0 or 1.' };

const settings = z.object({
	PORT: z
		.string()
		.default('3000')
		.refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535, {
			error: 'PORT must be a whole number from 1 to 65535.'
		})
		.transform(Number),
	HOST: z
		.string()
		.default('127.0.0.1')
		.refine((text) => isIP(text) !== 0 || text === 'localhost', {
			error: 'HOST must be an IP address of this machine, 0.0.0.0 for all of them, or localhost.'
		}),
	DATA_DIR: z.string().default('./data'),
	KEY_DIR: z.string().optional(),
	KEY_PASSPHRASE: z.string().min(12, { error: 'KEY_PASSPHRASE must have at least 12 characters.' }).optional(),
	PUBLIC_URL: z
		.string()
		.refine(isOrigin, {
			error:
				'PUBLIC_URL must be the address people type, with http:// or https:// and no path, such as https://summit.example.org.'
		})
		.transform((text) => new URL(text).origin)
		.optional(),
	TLS_CERT: existingFile('TLS_CERT', 'certificate').optional(),
	TLS_KEY: existingFile('TLS_KEY', 'certificate’s key').optional(),
	ALLOW_PLAIN_HTTP: z
		.enum(['0', '1'], switches)
		.default('0')
		.transform((text) => text === '1'),
	TRUSTED_PROXIES: z
		.string()
		.default('')
		.transform((text, context) => {
			const listed = text
				.split(',')
				.map((part) => part.trim())
				.filter(Boolean);
			for (const part of listed)
				if (!isNetwork(part))
					context.addIssue(
						`TRUSTED_PROXIES must list IP addresses or networks such as 10.0.0.0/8, and “${part}” is neither.`
					);
			return listed;
		}),
	...signInSettings,
	...backupSettings,
	...tileSettings,
	...mailSettings,
	LOG_LEVEL: logLevels.default('info')
});

/** For the documents: every setting, its default and its meaning, in the order of reading. */
export const describeConfig: readonly { name: keyof z.input<typeof settings>; default: string; meaning: string }[] = [
	{ name: 'PORT', default: '3000', meaning: 'The port the kit listens on.' },
	{
		name: 'HOST',
		default: '127.0.0.1',
		meaning: 'The address the kit listens on: 127.0.0.1 is this machine alone, 0.0.0.0 is everybody on its networks.'
	},
	{ name: 'DATA_DIR', default: './data', meaning: 'The folder for the database and the pictures.' },
	{
		name: 'KEY_DIR',
		default: 'DATA_DIR/keys',
		meaning: 'The folder for the keys that seal students’ words; best on another disk than the data.'
	},
	{
		name: 'KEY_PASSPHRASE',
		default: 'none',
		meaning:
			'Closes the keyring in place of a key file; without it the kit does not start, and nobody can find it out again.'
	},
	{
		name: 'PUBLIC_URL',
		default: 'none',
		meaning: 'The address people type, when it is not this machine’s own: https://summit.example.org.'
	},
	{ name: 'TLS_CERT', default: 'none', meaning: 'The file of the TLS certificate, with its chain, as PEM.' },
	{ name: 'TLS_KEY', default: 'none', meaning: 'The file of the certificate’s key, as PEM.' },
	{
		name: 'ALLOW_PLAIN_HTTP',
		default: '0',
		meaning: '1 lets a real summit run without TLS on a closed Wi-Fi, once the facilitator has confirmed it too.'
	},
	{
		name: 'TRUSTED_PROXIES',
		default: 'none',
		meaning:
			'The addresses or networks of your reverse proxies, with commas between them; anybody else’s forwarded headers are ignored.'
	},
	...describeSignInSettings,
	...describeBackupSettings,
	...describeTileSettings,
	...describeMailSettings,
	{
		name: 'LOG_LEVEL',
		default: 'info',
		meaning: 'How much is logged: fatal, error, warn, info, debug, trace or silent.'
	}
];

/**
 * Reads the settings; an empty value counts as not set. `addresses` are the machine's own. Throws ConfigError with every fault.
 */
export function readConfig(
	env: Readonly<Record<string, string | undefined>>,
	addresses: readonly string[] = machineAddresses()
): Config {
	const filled = Object.entries(env).map(([name, value]) => [name, value?.trim() ? value : undefined]);
	const read = settings.safeParse(Object.fromEntries(filled));
	const faults = read.success ? [] : read.error.issues.map(({ message }) => message);
	if (Boolean(env.TLS_CERT?.trim()) !== Boolean(env.TLS_KEY?.trim()))
		faults.push('TLS_CERT and TLS_KEY belong together: set both, or neither.');
	if (env.TLS_CERT?.trim() && env.PUBLIC_URL?.trim().startsWith('http://'))
		faults.push('PUBLIC_URL must begin with https:// when TLS_CERT is set.');
	const { service, faults: tileFaults } = read.success ? readTileService(read.data) : { service: null, faults: [] };
	const { provider, faults: providerFaults } = read.success ? readProvider(read.data) : { provider: null, faults: [] };
	const { mail, faults: mailFaults } = read.success ? readMail(read.data) : { mail: null, faults: [] };
	faults.push(...tileFaults, ...providerFaults, ...mailFaults);
	if (!read.success || faults.length > 0) throw new ConfigError(faults);
	const set = read.data;
	const dataDir = path.resolve(set.DATA_DIR);
	return {
		port: set.PORT,
		host: set.HOST,
		dataDir,
		keyDir: set.KEY_DIR === undefined ? path.join(dataDir, 'keys') : path.resolve(set.KEY_DIR),
		keyPassphrase: set.KEY_PASSPHRASE ?? null,
		publicUrl: set.PUBLIC_URL ?? null,
		tlsCert: set.TLS_CERT ?? null,
		tlsKey: set.TLS_KEY ?? null,
		allowPlainHttp: set.ALLOW_PLAIN_HTTP,
		trustedProxies: set.TRUSTED_PROXIES,
		secondFactor: set.SECOND_FACTOR,
		provider,
		logLevel: set.LOG_LEVEL,
		backupDir: set.BACKUP_DIR === undefined ? path.join(dataDir, 'backups') : path.resolve(set.BACKUP_DIR),
		backupDays: set.BACKUP_DAYS,
		tileService: service,
		mail,
		...reach(set, addresses)
	};
}

/** True for the peers named in `trustedProxies`; an IPv4 address is recognised in its IPv6 dress (`::ffff:10.0.0.1`) too. */
export function trustedPeers(trustedProxies: readonly string[]): (address: string) => boolean {
	const list = new BlockList();
	for (const entry of trustedProxies) {
		const [address = '', prefix] = entry.split('/');
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		if (prefix === undefined) list.addAddress(address, family);
		else list.addSubnet(address, Number(prefix), family);
	}
	return (peer) => {
		const address = peer.replace(/^::ffff:(?=\d+\.)/i, '');
		const version = isIP(address);
		return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
	};
}

type Reach = Pick<Config, 'tls' | 'secure' | 'loopback' | 'network' | 'hosts' | 'origins'>;

function reach(set: z.output<typeof settings>, addresses: readonly string[]): Reach {
	const tls = set.TLS_CERT !== undefined;
	const loopback = isLoopback(set.HOST);
	const url = set.PUBLIC_URL === undefined ? null : new URL(set.PUBLIC_URL);
	const secure = url ? url.protocol === 'https:' : tls;
	const beyond = !loopback || (url !== null && !isLoopback(url.hostname));
	const names = ['localhost', '127.0.0.1', '::1'];
	// A real summit behind a TLS proxy must not be reachable round it, over plain HTTP at the machine's own addresses (S15).
	const roundTheProxy = secure && !tls && !set.ALLOW_PLAIN_HTTP;
	if (loopback) names.push(set.HOST);
	else if (!roundTheProxy) names.push(set.HOST, ...addresses);
	const own = names
		.filter((name) => name !== '0.0.0.0' && name !== '::')
		.map((name) => new URL(`${tls ? 'https' : 'http'}://${isIP(name) === 6 ? `[${name}]` : name}:${set.PORT}`));
	const all = url ? [url, ...own] : own;
	// Where plain HTTP is allowed, the machine's own addresses are answered beside a TLS proxy too.
	const plainly = beyond && (!secure || (!loopback && !tls && set.ALLOW_PLAIN_HTTP));
	return {
		tls,
		secure,
		loopback,
		network: !plainly ? 'safe' : set.ALLOW_PLAIN_HTTP ? 'plain-allowed' : 'plain',
		hosts: [...new Set(all.map(({ host }) => host))],
		origins: [...new Set(all.map(({ origin }) => origin))]
	};
}

function isLoopback(name: string): boolean {
	return name === 'localhost' || name === '::1' || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** Link-local IPv6 addresses are left out: a browser cannot name them. */
function machineAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((of) => of ?? [])
		.map(({ address }) => address)
		.filter((address) => !address.toLowerCase().startsWith('fe80:'));
}

function existingFile(name: string, what: string) {
	return z
		.string()
		.refine(existsSync, { error: `${name} must be the path of the ${what}, and there is no such file.` })
		.transform((file) => path.resolve(file));
}

function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password, pathname, search, hash } = new URL(text);
	return /^https?:$/.test(protocol) && pathname === '/' && username + password + search + hash === '';
}

function isNetwork(text: string): boolean {
	const [address = '', prefix, ...rest] = text.split('/');
	const version = isIP(address);
	if (version === 0 || rest.length > 0) return false;
	return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
