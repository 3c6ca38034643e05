import { expect, test } from 'vitest';
import { bodyFault, bodyTime, FORM_BYTES } from './body-limit.ts';

function fault(path: string, headers: Record<string, string>) {
	return bodyFault({ path, headers: new Headers(headers) });
}

test('a form is as long as a form; a picture or a map package may be longer', () => {
	const long = { 'content-length': String(FORM_BYTES + 1) };
	expect(fault('/staff', long)).toBe(413);
	expect(fault('/live/do', long)).toBe(413);
	expect(fault('/staff/abc/pictures', long)).toBeNull();
	expect(fault('/staff/abc/packages', long)).toBeNull();
	expect(fault('/staff/abc/packages/def/frame', long)).toBe(413);
	expect(fault('/staff/abc/pictures/more', long)).toBe(413);
	expect(fault('/staff', { 'content-length': String(FORM_BYTES) })).toBeNull();
	expect(fault('/staff', {})).toBeNull();
});

test('an upload may take long to arrive, and nothing else may', () => {
	expect(bodyTime('/staff/abc/packages')).toBeGreaterThan(600_000);
	expect(bodyTime('/staff/abc/pictures')).toBe(180_000);
	for (const path of ['/staff', '/live/do', '/staff/abc/pictures/x/straighten']) expect(bodyTime(path)).toBe(30_000);
});

test('a body of no stated length is for uploads only', () => {
	expect(fault('/staff', { 'transfer-encoding': 'chunked' })).toBe(411);
	expect(fault('/staff/abc/pictures', { 'transfer-encoding': 'chunked' })).toBeNull();
});
