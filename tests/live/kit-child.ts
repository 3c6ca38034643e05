/** The test's end of `kit-process.ts`: starts it, gives it orders, kills it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Done, Order, Started } from './kit-process.ts';

const PROCESS = path.join(import.meta.dirname, 'kit-process.ts');

export class KitChild {
	readonly started: Started;
	/** What was ordered and is done: whoever was told so may count on it (L1). */
	readonly done: Done[] = [];
	readonly #child: ChildProcess;
	readonly #ended: Promise<unknown>;
	#onDone: () => void = () => undefined;

	private constructor(child: ChildProcess, started: Started) {
		this.#child = child;
		this.#ended = new Promise((resolve) => child.once('close', resolve));
		this.started = started;
	}

	/** Resolves once it listens. `env` are further variables, `flags` are Node's own. */
	static async start(q: {
		port: number;
		dataDir: string;
		cards: number;
		env?: Record<string, string>;
		flags?: string[];
	}): Promise<KitChild> {
		const { port, dataDir, cards, env = {}, flags = [] } = q;
		const child = spawn(process.execPath, [...flags, PROCESS, String(port), dataDir, String(cards)], {
			stdio: ['pipe', 'pipe', 'inherit'],
			env: { ...process.env, ...env }
		});
		const lines = createInterface({ input: child.stdout });
		const line = await new Promise<string>((resolve, reject) => {
			lines.once('line', resolve);
			child.once('exit', (code) => reject(new Error(`the kit ended with ${String(code)}`)));
		});
		// Both shapes are printed by kit-process.ts.
		const kit = new KitChild(child, JSON.parse(line) as Started);
		lines.on('line', (done) => {
			kit.done.push(JSON.parse(done) as Done);
			kit.#onDone();
		});
		// Killed while something is ordered: nobody reads it any more.
		child.stdin.on('error', () => undefined);
		return kit;
	}

	order(order: Order): void {
		this.#child.stdin?.write(`${order}\n`);
	}
	/** The same, and what came of it. */
	carryOut(order: Order): Promise<Done | undefined> {
		const before = this.done.length;
		this.order(order);
		return new Promise((resolve) => {
			this.#onDone = () => resolve(this.done[before]);
		});
	}
	async kill(): Promise<void> {
		this.#child.kill('SIGKILL');
		await this.#ended;
	}
}
