/**
 * What the terminal says once the server listens: where it is, how to get in, and what will not work as it is set up.
 * Printed once; never written to a log, since the set-up link opens the whole kit.
 */
import { isIPv4 } from 'node:net';
import { renderUnicodeCompact } from 'uqr';

export interface Listening {
	publicUrl: string | null;
	host: string;
	port: number;
	/** Whether this process speaks TLS itself. */
	tls: boolean;
}

export interface Greeting extends Listening {
	/** From `homeAddress`. */
	home: string;
	/** This machine's own addresses. */
	addresses: string[];
	setupLink: string | null;
	/** Whether the output is a terminal that can show a QR code. */
	qr: boolean;
}

const LOOPBACK = /^(localhost|127\..*|::1)$/;

/** The address to open on this machine, or `PUBLIC_URL` where there is one. */
export function homeAddress({ publicUrl, host, port, tls }: Listening): string {
	if (publicUrl !== null) return new URL(publicUrl).href;
	const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
	return new URL(`${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`).href;
}

/** The whole greeting, as lines. The first always begins with `Ready: ` and the home address. */
export function greeting(about: Greeting): string {
	const lines = [`Ready: ${about.home}`];
	if (!LOOPBACK.test(about.host)) lines.push(...beyondThisMachine(about));
	if (about.setupLink !== null)
		lines.push(
			'',
			'Set up the first account with this link. It works once:',
			`  ${new URL(about.setupLink, about.home).href}`
		);
	lines.push(
		'',
		'To see a whole summit with a simulated class, stop this and run: npm run rehearse',
		'To stop, press Ctrl+C.'
	);
	return lines.join('\n');
}

function beyondThisMachine(about: Greeting): string[] {
	const lines: string[] = [];
	const others = about.publicUrl === null ? reachable(about) : [about.home];
	for (const address of others) lines.push(`On this network: ${address}`);
	const [first] = others;
	if (about.qr && first !== undefined) lines.push('', renderUnicodeCompact(first, { border: 2 }));
	if (!about.home.startsWith('https:'))
		lines.push(
			'',
			'Without TLS only rehearsals run beyond this machine. Set TLS_CERT and TLS_KEY, or PUBLIC_URL behind a proxy.'
		);
	return lines;
}

/** The addresses other devices can open. IPv4 only: nobody types the other kind. */
function reachable({ host, port, tls, addresses }: Greeting): string[] {
	const everywhere = host === '0.0.0.0' || host === '::';
	return addresses
		.filter((address) => isIPv4(address) && !LOOPBACK.test(address) && (everywhere || address === host))
		.map((address) => homeAddress({ publicUrl: null, host: address, port, tls }));
}
