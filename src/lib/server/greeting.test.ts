import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { greeting, homeAddress } from './greeting.ts';

const ADDRESSES = ['127.0.0.1', '192.168.1.20', 'fd00::1'];

function said(env: Record<string, string>, setupLink: string | null = null): string {
	return greeting({ config: readConfig(env, ADDRESSES), setupLink, qr: true });
}

test('the home address is one that opens on this machine, or PUBLIC_URL', () => {
	expect(homeAddress(readConfig({}, ADDRESSES))).toBe('http://127.0.0.1:3000/');
	expect(homeAddress(readConfig({ HOST: '0.0.0.0' }, ADDRESSES))).toBe('http://127.0.0.1:3000/');
	expect(homeAddress({ publicUrl: null, host: '::1', port: 3000, tls: true })).toBe('https://[::1]:3000/');
	expect(homeAddress(readConfig({ PUBLIC_URL: 'https://summit.example.org' }, ADDRESSES))).toBe(
		'https://summit.example.org/'
	);
});

test('on this machine alone, no other address and no code to scan is shown', () => {
	expect(said({})).toMatch(/^Ready: http:\/\/127\.0\.0\.1:3000\/\n/);
	expect(said({})).not.toMatch(/192\.168|[█▀▄]/);
});

test('S15: beyond this machine the address, its code, and what TLS is needed for are shown', () => {
	const plain = said({ HOST: '0.0.0.0' });
	expect(plain).toContain('For other devices: http://192.168.1.20:3000/');
	expect(plain).toMatch(/[█▀▄]/);
	expect(plain).toContain('only rehearsals run beyond this machine');
	expect(said({ HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1' })).toContain('closed Wi-Fi only');
	const proxied = { PUBLIC_URL: 'http://summit.example.org' };
	expect(said(proxied)).toContain('only rehearsals run beyond this machine');
	expect(said({ ...proxied, ALLOW_PLAIN_HTTP: '1' })).toContain('closed Wi-Fi only');
});

test('S15: behind a proxy with TLS its address is shown, without a warning', () => {
	const proxied = said({ PUBLIC_URL: 'https://summit.example.org', TRUSTED_PROXIES: '127.0.0.1' });
	expect(proxied).toContain('For other devices: https://summit.example.org/');
	expect(proxied).not.toMatch(/rehearsals run|closed Wi-Fi/);
});

test('that staff sign in without a second step is said, and not where they do', () => {
	expect(said({ SECOND_FACTOR: '0' })).toContain('staff sign in with a passphrase alone');
	expect(said({})).not.toContain('SECOND_FACTOR');
});

test('the set-up link is shown while there is one, and how to rehearse always', () => {
	expect(said({}, '/setup/abc')).toContain('http://127.0.0.1:3000/setup/abc');
	expect(said({})).not.toContain('first account');
	expect(said({})).toContain('npm run rehearse');
});
