/** L1, L2: `npm run load` finds what is lost or doubled, says so, and ends with what a script can act on. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compare } from '../../bench/load/compare.ts';
import type { Stored } from '../../bench/load/compare.ts';
import type { Findings } from '../../bench/load/findings.ts';
import { readFlags } from '../../bench/load/flags.ts';
import { ensureBuilt } from '../../scripts/build.ts';
import { many, timeout } from './how-long.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Ran {
	code: number | string;
	said: string;
	/** What was left in its folder for temporary things, beside what was asked for. */
	left: string[];
	json: string;
}

/** Runs it with a folder for temporary things of its own. `interruptAt`: once it says this, as with Ctrl+C. */
async function run(args: string[], interruptAt?: string): Promise<Ran> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'summit-load-test-'));
	const file = path.join(folder, 'found.json');
	const entry = [path.join(ROOT, 'bench/load/run.ts'), ...args, '--json', file];
	let interrupted = false;
	const ran = await new Promise<Omit<Ran, 'left' | 'json'>>((resolve) => {
		const env = { ...process.env, TMPDIR: folder };
		const child = execFile(process.execPath, entry, { cwd: ROOT, env }, (problem, said, complained) => {
			resolve({ code: problem?.code ?? 0, said: said + complained });
		});
		child.stderr?.on('data', (words: Buffer | string) => {
			if (interrupted || interruptAt === undefined || !words.toString().includes(interruptAt)) return;
			interrupted = true;
			child.kill('SIGINT');
		});
	});
	const json = await readFile(file, 'utf8').catch(() => '');
	const left = (await readdir(folder)).filter((name) => name !== 'found.json' && name.startsWith('summit-load-'));
	await rm(folder, { recursive: true, force: true });
	return { ...ran, left, json };
}

beforeAll(ensureBuilt, timeout(240_000));

const PHONES = many({ short: 30, long: 100 });

test(
	'L1, L2, L6: a small room joins through its own form, contributes, reconnects and is read; nothing is lost or doubled',
	async () => {
		const minutes = many({ short: 0.1, long: 2 });
		const { code, said, left, json } = await run(['--phones', String(PHONES), '--minutes', String(minutes)]);
		expect(said).toContain('Lost: 0. Doubled: 0.');
		expect(code).toBe(0);
		expect(left).toEqual([]);
		// Written by findings.ts.
		const found = JSON.parse(json) as Findings;
		expect(found).toMatchObject({ phones: PHONES, joined: PHONES, lost: 0, doubled: 0, unanswered: 0, notOnWall: 0 });
		expect(found.join.count).toBe(PHONES);
		const phases = found.phases.map(({ name }) => name);
		expect(phases).toEqual(['join', 'calm', 'peak', 'calm again']);
		// Everybody agreed, and then something was said.
		expect(found.phases[0]?.said).toBe(PHONES);
		const refused = found.phases.flatMap((phase) => Object.values(phase.refused)).reduce((a, b) => a + b, 0);
		const acknowledged = found.phases.reduce((total, phase) => total + phase.acknowledgement.count, 0);
		const given = found.phases.reduce((total, phase) => total + phase.said, 0);
		expect(acknowledged + refused).toBe(given);
		expect(given).toBeGreaterThan(PHONES);
	},
	timeout(120_000)
);

test(
	'interrupted in the middle, it ends its server and takes its folder away',
	async () => {
		const { code, left, json } = await run(['--phones', '5', '--minutes', '1'], 'The doors are open');
		expect(code).toBe(130);
		expect(left).toEqual([]);
		expect(json).toBe('');
	},
	timeout(120_000)
);

test(
	'what cannot be run is said in plain words, all at once, and ends with 2',
	{ timeout: timeout(60_000) },
	async () => {
		const { code, said } = await run(['--phones', 'many', '--minutes', '0']);
		expect(code).toBe(2);
		expect(said).toContain('--phones must be a whole number');
		expect(said).toContain('--minutes must be a number');
		const unknown = readFlags(['--phone', '3']);
		expect(unknown.ok).toBe(false);
		const files = readFlags(['--phones', '10000'], 1_024);
		expect(files.ok ? '' : files.wrong.join(' ')).toContain('This machine lets one process hold 1024 files open');
		expect(readFlags(['--phones', '10000'], 20_000).ok).toBe(true);
	}
);

const CARD = { card: 'card-1', contributed: ['one', 'two'], withdrawn: ['one'], agreed: true, unanswered: 0 };
function storedOf(change: Partial<Stored> = {}): Stored {
	return {
		contributed: new Map([['card-1', ['one', 'two']]]),
		withdrawn: new Set(['one']),
		agreed: new Map([['card-1', 1]]),
		shown: new Map([['text-1', 1]]),
		...change
	};
}

test('L1: what was acknowledged and is not in the log is counted as lost, of every kind', () => {
	expect(compare(storedOf(), [CARD], ['text-1'])).toEqual({ lost: 0, doubled: 0 });
	const one = new Map([['card-1', ['two']]]);
	expect(compare(storedOf({ contributed: one }), [CARD], [])).toEqual({ lost: 1, doubled: 0 });
	expect(compare(storedOf({ withdrawn: new Set() }), [CARD], [])).toEqual({ lost: 1, doubled: 0 });
	expect(compare(storedOf({ agreed: new Map() }), [CARD], [])).toEqual({ lost: 1, doubled: 0 });
	expect(compare(storedOf({ shown: new Map() }), [CARD], ['text-1'])).toEqual({ lost: 1, doubled: 0 });
});

test('L2: what is in the log more often than it was said is counted as doubled; what still waits for its answer is not', () => {
	const more = storedOf({ contributed: new Map([['card-1', ['one', 'two', 'three']]]) });
	expect(compare(more, [CARD], [])).toEqual({ lost: 0, doubled: 1 });
	expect(compare(more, [{ ...CARD, unanswered: 1 }], [])).toEqual({ lost: 0, doubled: 0 });
	expect(compare(storedOf({ agreed: new Map([['card-1', 2]]) }), [CARD], [])).toEqual({ lost: 0, doubled: 1 });
	expect(compare(storedOf({ shown: new Map([['text-1', 2]]) }), [CARD], ['text-1'])).toEqual({ lost: 0, doubled: 1 });
	const twice = storedOf({ contributed: new Map([['card-1', ['one', 'two', 'two']]]) });
	expect(compare(twice, [CARD], [])).toEqual({ lost: 0, doubled: 1 });
});
