import { expect, test } from 'vitest';
import { forwardedSecure, stripForwarded } from './forwarded.ts';

test('forwarded headers are taken off whole, and nothing else is', () => {
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

test('what is believed about TLS is the nearest proxy’s word, not the one a browser made up', () => {
	expect(forwardedSecure({ 'x-forwarded-proto': 'https' })).toBe(true);
	expect(forwardedSecure({ 'x-forwarded-proto': 'https, http' })).toBe(false);
	expect(forwardedSecure({})).toBe(false);
});
