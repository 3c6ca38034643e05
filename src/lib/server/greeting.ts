/**
 * What the terminal says once the server listens: where it is, how to get in, and what will not work as it is set up.
 * Printed once; never written to a log, since the set-up link opens the whole kit.
 */
import { isIPv4 } from 'node:net';
import { renderUnicodeCompact } from 'uqr';
import type { Config } from './config.ts';

export interface Greeting {
	config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls' | 'loopback' | 'network' | 'origins' | 'secondFactor'>;
	/** Opens the first account; a whole address or a path. `null` once it was used. */
	setupLink: string | null;
	/** Whether the output is a terminal that can show a QR code. */
	qr: boolean;
}

/** The address to open on this machine, or `PUBLIC_URL` where there is one. Ends with a slash. */
export function homeAddress({
	publicUrl,
	host,
	port,
	tls
}: Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls'>): string {
	if (publicUrl !== null) return new URL(publicUrl).href;
	const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
	return new URL(`${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`).href;
}

/** The whole greeting. Its first line is always `Ready: ` and the home address. */
export function greeting({ config, setupLink, qr }: Greeting): string {
	const home = homeAddress(config);
	const lines = [`Ready: ${home}`];
	const others = addressesForOthers(config);
	for (const address of others) lines.push(`For other devices: ${address}`);
	const [first] = others;
	if (qr && first !== undefined) lines.push('', renderUnicodeCompact(first, { border: 2 }));
	if (config.network === 'plain')
		lines.push(
			'',
			'Without TLS only rehearsals run beyond this machine. Set TLS_CERT and TLS_KEY, or PUBLIC_URL to a proxy.'
		);
	else if (config.network === 'plain-allowed')
		lines.push('', 'Plain HTTP is allowed. Use it on a closed Wi-Fi only; each facilitator is asked to confirm that.');
	if (!config.secondFactor)
		lines.push('', 'SECOND_FACTOR is 0: staff sign in with a passphrase alone, and whoever learns one is let in.');
	if (setupLink !== null)
		lines.push('', 'Set up the first account with this link. It works once:', `  ${new URL(setupLink, home).href}`);
	lines.push(
		'',
		'To see a whole summit with a simulated class, stop this and run: npm run rehearse',
		'To stop, press Ctrl+C.'
	);
	return lines.join('\n');
}

/** One address that works on another device where there is one: for what is mailed. Ends with a slash. */
export function addressForOthers(config: Greeting['config']): string {
	return addressesForOthers(config)[0] ?? homeAddress(config);
}

/** What other devices can open: `PUBLIC_URL`, or this machine's IPv4 addresses (nobody types the other kind). */
function addressesForOthers({ publicUrl, loopback, origins }: Greeting['config']): string[] {
	if (publicUrl !== null) return [new URL(publicUrl).href];
	if (loopback) return [];
	return origins
		.map((origin) => new URL(origin))
		.filter(({ hostname }) => isIPv4(hostname) && !hostname.startsWith('127.'))
		.map(({ href }) => href);
}
