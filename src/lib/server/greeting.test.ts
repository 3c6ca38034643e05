import { expect, test } from 'vitest';
import { greeting, homeAddress, type Greeting } from './greeting.ts';

const about: Greeting = {
	publicUrl: null,
	host: '127.0.0.1',
	port: 3000,
	tls: false,
	home: 'http://127.0.0.1:3000/',
	addresses: ['127.0.0.1', '192.168.1.20', 'fe80::1'],
	setupLink: null,
	qr: true
};

test('the home address is one that opens on this machine, or PUBLIC_URL', () => {
	expect(homeAddress(about)).toBe('http://127.0.0.1:3000/');
	expect(homeAddress({ ...about, host: '0.0.0.0' })).toBe('http://127.0.0.1:3000/');
	expect(homeAddress({ ...about, host: '::1', tls: true })).toBe('https://[::1]:3000/');
	expect(homeAddress({ ...about, publicUrl: 'https://summit.example.org' })).toBe('https://summit.example.org/');
});

test('on this machine alone, no other address and no code to scan is shown', () => {
	const said = greeting(about);
	expect(said).toMatch(/^Ready: http:\/\/127\.0\.0\.1:3000\/\n/);
	expect(said).not.toMatch(/192\.168|[█▀▄]/);
});

test('S15: beyond this machine the address, its code, and what TLS is needed for are shown', () => {
	const said = greeting({ ...about, host: '0.0.0.0' });
	expect(said).toContain('On this network: http://192.168.1.20:3000/');
	expect(said).toMatch(/[█▀▄]/);
	expect(said).toContain('only rehearsals run beyond this machine');
	const secured = greeting({ ...about, host: '0.0.0.0', tls: true, home: 'https://127.0.0.1:3000/' });
	expect(secured).toContain('On this network: https://192.168.1.20:3000/');
	expect(secured).not.toContain('only rehearsals');
});

test('the set-up link is shown while there is one, and how to rehearse always', () => {
	expect(greeting({ ...about, setupLink: '/setup/abc' })).toContain('http://127.0.0.1:3000/setup/abc');
	expect(greeting(about)).not.toContain('first account');
	expect(greeting(about)).toContain('npm run rehearse');
});
