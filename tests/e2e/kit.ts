/**
 * Production's own entry as a process, for browser tests: a free port, a folder of its own, and the set-up link it prints.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../live/free-port.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export class KitProcess {
	readonly url: string;
	readonly dataDir: string;
	/** The one-time set-up link, on an empty store. */
	setupLink: string | null = null;
	/** The rehearsal's page, when it was started with one. */
	rehearsal: string | null = null;
	/** Everything it printed. */
	printed = '';
	readonly #port: number;
	readonly #env: Record<string, string>;
	#child: ChildProcess | null = null;

	private constructor(port: number, dataDir: string, env: Record<string, string>) {
		this.#port = port;
		this.#env = env;
		this.dataDir = dataDir;
		this.url = `http://127.0.0.1:${port}`;
	}

	/** `name`: what devices call its machine, where that is not its address. */
	static async start(env: Record<string, string> = {}, name?: string): Promise<KitProcess> {
		const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-e2e-'));
		const port = await freePort();
		const kit = new KitProcess(port, dataDir, name ? { ...env, PUBLIC_URL: `http://${name}:${port}` } : env);
		await kit.open();
		return kit;
	}

	/**
	 * Starts the process again on the same folder and port, with further settings for as long as it runs, and from another
	 * build of the kit where `root` names one.
	 */
	async open(more: Record<string, string> = {}, root = ROOT): Promise<void> {
		const env = {
			...process.env,
			SECOND_FACTOR: '0',
			...this.#env,
			...more,
			PORT: String(this.#port),
			DATA_DIR: this.dataDir
		};
		const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
			cwd: root,
			env,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#child = child;
		child.stderr.on('data', (part: Buffer) => (this.printed += part.toString()));
		const lines = createInterface({ input: child.stdout });
		await new Promise<void>((resolve, reject) => {
			child.once('exit', (code) => reject(new Error(`the kit ended with ${code}: ${this.printed}`)));
			lines.on('line', (line) => {
				this.printed += `${line}\n`;
				const link = /\S+(\/staff\/set-up\/\S+)/.exec(line)?.[1];
				// Tests reach it at its address, whatever its name is.
				if (link) this.setupLink ??= `${this.url}${link}`;
				this.rehearsal ??= /^Rehearsal: (\S+)/.exec(line)?.[1] ?? null;
				const last = this.#env['REHEARSE'] === '1' ? 'Rehearsal: ' : 'To stop, press';
				if (line.startsWith(last)) resolve();
			});
		});
	}

	/** Stands still, as a machine does that has too much to do, and goes on. */
	pause(): void {
		this.#child?.kill('SIGSTOP');
	}
	goOn(): void {
		this.#child?.kill('SIGCONT');
	}

	async end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('close', resolve));
		child.kill(signal);
		await ended;
	}

	async close(): Promise<void> {
		await this.end('SIGTERM');
		await rm(this.dataDir, { recursive: true, force: true });
	}
}
