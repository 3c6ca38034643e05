import { expect, test } from 'vitest';
import { fromElsewhere } from './from-elsewhere.ts';

const url = new URL('https://summit.example.org/staff/s/links');
const from = (origin?: string) =>
	fromElsewhere({ request: new Request(url, origin ? { headers: { origin } } : {}), url });

test('a request is let in from the kit’s own page alone: no other site, port or scheme, and none that hides its origin', () => {
	expect(from('https://summit.example.org')).toBe(false);
	const others = ['https://evil.example', 'https://summit.example.org:8443', 'http://summit.example.org', 'null'];
	expect([...others, 'https://summit.example.org.evil.example', undefined].map(from)).toEqual(Array(6).fill(true));
});
