/**
 * Production's own entry as a process on a folder that may already hold a summit, and what a browser would ask it: pages,
 * forms, plain live requests. Nothing here follows a redirect, so that a test sees each answer as it is.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROTOCOL } from '../../src/lib/live/protocol.ts';
import type { SpeakerRole } from '../../src/lib/live/protocol.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { freePort } from './free-port.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Asked {
	status: number;
	headers: Headers;
	body: string;
}

export class Production {
	readonly url: string;
	/** Everything said so far, on both outputs. */
	said = '';
	/** Resolves with the exit code. */
	readonly ended: Promise<number | null>;
	readonly #child: ReturnType<typeof spawn>;

	private constructor(port: number, env: Record<string, string>) {
		this.url = `http://127.0.0.1:${port}`;
		const own = { PATH: process.env['PATH'], HOME: env['DATA_DIR'], PORT: String(port), SECOND_FACTOR: '0', ...env };
		const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts')], { cwd: ROOT, env: own });
		this.#child = child;
		child.stdout.on('data', (words: Buffer) => (this.said += words.toString()));
		child.stderr.on('data', (words: Buffer) => (this.said += words.toString()));
		this.ended = new Promise((resolve) => child.once('close', resolve));
	}

	/**
	 * Resolves once it listens; rejects, with what it said, when it ends instead. Build first. `env` are further settings; with
	 * a `port`, it takes the place of a kit that devices know already.
	 */
	static async start(dataDir: string, env: Record<string, string> = {}, port?: number): Promise<Production> {
		const production = new Production(port ?? (await freePort()), { DATA_DIR: dataDir, ...env });
		await production.until('To stop, press');
		return production;
	}
	/** A start that is meant to fail: what it said, and its exit code. */
	static async fail(dataDir: string, env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
		const production = new Production(await freePort(), { DATA_DIR: dataDir, ...env });
		production.#child.stdout?.on('data', () => {
			if (production.said.includes('Ready: ')) production.#child.kill('SIGTERM');
		});
		return { code: await production.ended, said: production.said };
	}

	until(words: string): Promise<void> {
		return new Promise((resolve, reject) => {
			const look = (): void => (this.said.includes(words) ? resolve() : undefined);
			this.#child.stdout?.on('data', look);
			void this.ended.then(() => reject(new Error(`It ended, saying: ${this.said}`)));
			look();
		});
	}
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
		this.#child.kill(signal);
		return this.ended;
	}

	/** One request as a browser holding `cookie` would send it. A form is sent with this kit's own Origin. */
	async ask(
		address: string,
		asked: {
			method?: string;
			cookie?: string;
			form?: Record<string, string>;
			json?: unknown;
			headers?: Record<string, string>;
		} = {}
	): Promise<Asked> {
		const { cookie, form, json, headers = {} } = asked;
		const sent = {
			// What a browser asks for: to anything else a form's answer is JSON.
			...(json === undefined ? { accept: 'text/html' } : {}),
			...(cookie === undefined ? {} : { cookie }),
			...(form || json !== undefined ? { origin: this.url } : {}),
			...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
			...headers
		};
		const body = form ? new URLSearchParams(form).toString() : json === undefined ? null : JSON.stringify(json);
		const method = asked.method ?? (body === null ? 'GET' : 'POST');
		const response = await fetch(new URL(address, this.url), { method, headers: sent, body, redirect: 'manual' });
		return { status: response.status, headers: response.headers, body: await response.text() };
	}
	/** `POST /live/do` or `/live/watch`. */
	live(
		door: 'do' | 'watch',
		{
			summit,
			as,
			me,
			cookie,
			...content
		}: { summit: string; as: SpeakerRole; me?: string; cookie?: string; command?: unknown; asks?: unknown }
	): Promise<Asked> {
		const json = { speaking: { protocol: PROTOCOL, summit, as, me }, ...content };
		return this.ask(`/live/${door}`, { json, ...(cookie === undefined ? {} : { cookie }) });
	}
}

/** The cookies an answer sets, as the next request sends them. */
export function cookiesOf({ headers }: Asked): string {
	return headers
		.getSetCookie()
		.map((line) => line.split(';', 1)[0])
		.join('; ');
}

/** Opens the kit on `dataDir` in this process, lets `work` prepare it, and closes it again. */
export async function prepare<T>(
	dataDir: string,
	work: (app: App) => Promise<T>,
	env: Record<string, string> = {}
): Promise<T> {
	const app = await createApp({
		config: readConfig({ DATA_DIR: dataDir, SECOND_FACTOR: '0', ...env }),
		clock: systemClock()
	});
	try {
		return await work(app);
	} finally {
		app.engine.close();
		await app.close();
	}
}

/** Every file below a folder, by its path from there. */
export function filesOf(folder: string): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isFile()) files.set(path.relative(folder, file), readFileSync(file));
	}
	return files;
}
/** The same as one line a file, for comparing. */
export function fingerprints(folder: string): string[] {
	return [...filesOf(folder)]
		.map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
		.sort();
}
