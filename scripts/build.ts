/**
 * Builds the app into `build/`. With `--if-stale`, or through `ensureBuilt`, only when the sources have changed since.
 *
 * One build at a time: two of them write to the same folders. A second caller waits for the first and usually finds
 * its work done.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fingerprint, ROOT } from './sources.ts';

const BUILD = join(ROOT, 'build');
const STAMP = join(BUILD, 'fingerprint');
const LOCK = join(ROOT, '.svelte-kit', 'building');

/** Whether `build/` is missing, or was made from other sources than these. */
function isStale(): boolean {
	if (!existsSync(join(BUILD, 'handler.js')) || !existsSync(STAMP)) return true;
	return readFileSync(STAMP, 'utf8') !== fingerprint();
}

/** Builds when needed. Throws, with the builder's own output, when the build fails. */
export async function ensureBuilt(): Promise<void> {
	if (isStale()) await oneAtATime(async () => (isStale() ? build() : undefined));
}

/** Builds, whatever is there. */
export async function build(): Promise<void> {
	const started = performance.now();
	console.log('Building the app. This takes about a minute the first time.');
	const stamp = fingerprint();
	rmSync(STAMP, { force: true });
	await runVite();
	writeFileSync(STAMP, stamp);
	console.log(`Built in ${Math.round((performance.now() - started) / 1000)} seconds.`);
}

async function runVite(): Promise<void> {
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	// Vite makes a development bundle when it inherits `NODE_ENV=test` from a test run.
	const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, env });
	const said: Buffer[] = [];
	child.stdout.on('data', (words: Buffer) => said.push(words));
	child.stderr.on('data', (words: Buffer) => said.push(words));
	const stopTicking = tick();
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	}).finally(stopTicking);
	if (code !== 0) throw new Error(`The build failed.\n${Buffer.concat(said).toString()}`);
}

/** On a terminal, shows that time is passing; answers what ends it. */
function tick(): () => void {
	if (!process.stdout.isTTY) return () => undefined;
	let seconds = 0;
	const timer = setInterval(() => process.stdout.write(`\r  ${++seconds} s`), 1000);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r          \r');
	};
}

async function oneAtATime(work: () => Promise<void>): Promise<void> {
	mkdirSync(join(ROOT, '.svelte-kit'), { recursive: true });
	while (!takeLock()) await wait(200);
	try {
		await work();
	} finally {
		rmSync(LOCK, { force: true });
	}
}

function takeLock(): boolean {
	try {
		writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		if (!isRunning(lockHolder())) rmSync(LOCK, { force: true });
		return false;
	}
}

function lockHolder(): number {
	try {
		return Number(readFileSync(LOCK, 'utf8')) || process.pid;
	} catch {
		return process.pid;
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

if (process.argv[1] === import.meta.filename) {
	try {
		await (process.argv.includes('--if-stale') ? ensureBuilt() : oneAtATime(build));
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exitCode = 1;
	}
}
