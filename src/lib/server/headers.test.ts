import { expect, test } from 'vitest';
import { pagePolicy, securityHeaders } from './headers.ts';

const plain = { secure: false, host: '127.0.0.1:3000' };
const tls = { secure: true, host: 'summit.example.org' };

test('every answer forbids framing, sniffing, and the device’s camera, microphone and position', () => {
	const headers = securityHeaders(plain);
	expect(headers['content-security-policy']).toContain("default-src 'none'");
	expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBe('same-origin');
	expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	expect(headers['cross-origin-resource-policy']).toBe('same-origin');
	for (const feature of ['geolocation', 'camera', 'microphone'])
		expect(headers['permissions-policy']).toContain(`${feature}=()`);
});

test('only an answer over TLS tells the browser to stay on TLS', () => {
	expect(securityHeaders(plain)).not.toHaveProperty('strict-transport-security');
	expect(securityHeaders(tls)['strict-transport-security']).toMatch(/^max-age=\d{8}/);
});

test('no policy allows inline or evaluated scripts', () => {
	expect(securityHeaders(tls)['content-security-policy']).not.toMatch(/unsafe/);
});

test('a page may open sockets to the host it came from, and to no other', () => {
	const policy = "default-src 'none'; script-src 'self' 'nonce-abc'; connect-src 'self'; base-uri 'none'";
	expect(pagePolicy(policy, plain)).toBe(
		"default-src 'none'; script-src 'self' 'nonce-abc'; connect-src 'self' ws://127.0.0.1:3000; base-uri 'none'"
	);
	expect(pagePolicy(policy, tls)).toContain("connect-src 'self' wss://summit.example.org;");
	expect(pagePolicy("connect-src 'self'", tls)).toBe("connect-src 'self' wss://summit.example.org");
});
