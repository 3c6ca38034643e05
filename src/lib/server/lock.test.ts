import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderTaken, takeFolder } from './lock.ts';

let dir = '';
beforeEach(() => {
	dir = mkdtempSync(path.join(os.tmpdir(), 'summit-lock-'));
});
afterEach(() => {
	rmSync(dir, { recursive: true });
});
const elsewhere = (): string => {
	const lock = path.join(import.meta.dirname, 'lock.ts');
	const script = `import { takeFolder } from ${JSON.stringify(lock)};
		try { takeFolder(process.argv[1]); console.log('taken'); } catch (error) { console.log(error.code); }`;
	return execFileSync(process.execPath, ['--input-type=module', '-e', script, dir], { encoding: 'utf8' }).trim();
};

test('a folder is one process’s until it gives it back, in this process and in another', () => {
	const release = takeFolder(dir);
	expect(() => takeFolder(dir)).toThrow(FolderTaken);
	expect(elsewhere()).toBe('store-busy');
	release();
	expect(elsewhere()).toBe('taken');
	// That process is gone, and its lock with it.
	takeFolder(dir)();
});
