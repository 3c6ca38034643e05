import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserArguments, findBrowser } from './browser.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'browser-'));
	writeFileSync(join(folder, 'chromium'), '');
	chmodSync(join(folder, 'chromium'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the browser that was named is taken, and no other in its place', () => {
	expect(findBrowser({ CHROMIUM_PATH: join(folder, 'chromium'), PATH: '' })).toBe(join(folder, 'chromium'));
	expect(findBrowser({ CHROMIUM_PATH: join(folder, 'missing'), PATH: folder })).toBeNull();
});

test('an installed browser is found on the path', () => {
	expect(findBrowser({ PATH: folder })).toBe(join(folder, 'chromium'));
});

test('the browser speaks to nobody but the test', () => {
	expect(browserArguments()).toEqual(
		expect.arrayContaining(['--disable-background-networking', '--disable-component-update', '--disable-sync'])
	);
});
