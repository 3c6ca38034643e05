import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './sources.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'sources-'));
	mkdirSync(join(root, 'src'));
	writeFileSync(join(root, 'src', 'a.ts'), 'export const a = 1;');
	writeFileSync(join(root, 'package.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

test('a changed, added or renamed source makes a build stale', () => {
	const seen = new Set([fingerprint(root)]);
	writeFileSync(join(root, 'src', 'a.ts'), 'export const a = 2;');
	seen.add(fingerprint(root));
	writeFileSync(join(root, 'src', 'b.ts'), '');
	seen.add(fingerprint(root));
	writeFileSync(join(root, 'package.json'), '{"type":"module"}');
	seen.add(fingerprint(root));
	expect(seen.size).toBe(4);
});

test('a touched file, a test, or a file the build never reads does not', () => {
	const before = fingerprint(root);
	utimesSync(join(root, 'src', 'a.ts'), 1, 1);
	writeFileSync(join(root, 'src', 'a.test.ts'), 'test');
	writeFileSync(join(root, 'README.md'), 'words');
	expect(fingerprint(root)).toBe(before);
});
