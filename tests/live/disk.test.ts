/** L1: the disk that tests cut the power of forgets what was not synced, and keeps what was; where it cannot be built, this is skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildShim, onShim, readDiskLog } from '../shim/disk.ts';
import { lots } from './hostile.ts';

const shim = buildShim();
const onLinux = test.skipIf(shim === null);
let home: string;
let folder: string;

beforeEach(() => {
	home = mkdtempSync(path.join(os.tmpdir(), 'summit-disk-'));
	folder = path.join(home, 'data');
	mkdirSync(folder);
	writeFileSync(path.join(folder, 'old'), 'old');
});
afterEach(() => rmSync(home, { recursive: true }));

/** Runs a few lines of Node on such a disk, in the folder; answers what they print. */
function run(lines: string, switches?: string): string {
	const log = path.join(home, 'log');
	const env = onShim({ shim: shim ?? '', folder, log, ...(switches === undefined ? {} : { switches }) });
	const code = `import fs from 'node:fs'; const at = (name) => ${JSON.stringify(`${folder}/`)} + name; ${lines}`;
	const args = ['--input-type=module', '-e', code];
	return execFileSync(process.execPath, args, { env: { ...process.env, ...env } }).toString();
}
/** The folder after a cut at the end, as each of a hundred lots finds it. */
function found(): Set<string> {
	const disk = readDiskLog(path.join(home, 'log'));
	const states = new Set<string>();
	for (let seed = 0; seed < 100; seed += 1) {
		const into = path.join(home, `cut-${seed}`);
		disk.cutAt({ cut: Infinity, into, draw: lots(seed) });
		const files = readdirSync(into).sort();
		states.add(files.map((name) => `${name}=${readFileSync(path.join(into, name), 'utf8')}`).join(' '));
	}
	return states;
}

onLinux('L1: what was synced, with its folder, is found after a power cut, whatever the lot', () => {
	run(`const file = fs.openSync(at('new'), 'w'); fs.writeSync(file, 'whole'); fs.fsyncSync(file);
		fs.fsyncSync(fs.openSync(at(''), 'r'));`);
	expect(found()).toEqual(new Set(['new=whole old=old']));
});

onLinux('L1: what was not synced may be gone, whole or in part, and so may a name', () => {
	run(`const file = fs.openSync(at('new'), 'w'); fs.writeSync(file, 'half');
		fs.fsyncSync(fs.openSync(at(''), 'r')); fs.writeSync(file, 'more'); fs.renameSync(at('old'), at('older'));`);
	const half = ['new=', 'new=half', 'new=halfmore', 'new=\0\0\0\0more'];
	const ends = ['old=old', 'older=old'];
	expect(found()).toEqual(new Set(half.flatMap((start) => ends.map((end) => `${start} ${end}`))));
});

onLinux('L1: a file replaced without a sync of its own may be found empty under its name', () => {
	run(
		`fs.writeFileSync(at('draft'), 'new'); fs.renameSync(at('draft'), at('old')); fs.fsyncSync(fs.openSync(at(''), 'r'));`
	);
	expect(found()).toEqual(new Set(['old=', 'old=new']));
});

onLinux('L7: while its switch is there the disk is full, or read-only, and afterwards it is neither', () => {
	const switches = path.join(home, 'switch');
	const attempt = `const one = () => { try { fs.writeFileSync(at('new'), 'x'); return 'done'; } catch (e) { return e.code; } };`;
	const answers = ['full', 'readonly'].map((kind) =>
		run(
			`${attempt} const on = ${JSON.stringify(`${switches}.${kind}`)};
			const before = one(); fs.writeFileSync(on, ''); const during = one(); fs.rmSync(on); console.log(before, during, one());`,
			switches
		).trim()
	);
	expect(answers).toEqual(['done ENOSPC done', 'done EROFS done']);
	expect(existsSync(`${switches}.full`)).toBe(false);
});
