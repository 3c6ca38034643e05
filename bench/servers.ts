/**
 * A server under measurement, the kit or a floor: a process of its own on the server's core, with the same Node. It says one
 * line with `Ready` in it (the kit: its greeting) once it listens, and is asked from outside what it has used.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import WebSocket from 'ws';
import { endsWithUs } from './leftovers.ts';
import { cpuOf, pinServer, residentOf } from './machine.ts';

export interface Server {
	url: string;
	pid: number;
	/** Milliseconds of the processor used so far. */
	cpu(): number;
	/** Bytes resident. */
	resident(): number;
	/** Bytes in use on and off the heap after a collection, asked through Node's inspector. */
	live(): Promise<number>;
	stop(): Promise<void>;
}

export interface ServerParts {
	/** The script and what it is told; `PORT` among `args` stands for the port. */
	script: string;
	args?: readonly string[];
	env?: Readonly<Record<string, string>>;
	ready: string;
	pinned: boolean;
}

export async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.'))
			);
		});
	});
}

export async function startServer({ script, args = [], env = {}, ready, pinned }: ServerParts): Promise<Server> {
	const port = await freePort();
	// The inspector opens only when a signal asks for it, on a port of its own.
	const command = ['--inspect-port=127.0.0.1:0', script, ...args];
	const child = spawn(process.execPath, command, {
		env: { PATH: process.env['PATH'], PORT: String(port), ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	endsWithUs(child);
	if (pinned && child.pid !== undefined) pinServer(child.pid);
	const heard = listenTo(child);
	await heard.until((said) => said.includes(ready));
	const pid = child.pid ?? 0;
	return {
		url: `http://127.0.0.1:${port}`,
		pid,
		cpu: () => cpuOf(pid),
		resident: () => residentOf(pid),
		async live() {
			process.kill(pid, 'SIGUSR1');
			await heard.until((said) => INSPECTOR.test(said));
			return liveBytes(INSPECTOR.exec(heard.said())?.[1] ?? '');
		},
		async stop() {
			const ended = new Promise((resolve) => child.once('close', resolve));
			if (child.exitCode !== null) return;
			child.kill('SIGTERM');
			await ended;
		}
	};
}

const INSPECTOR = /Debugger listening on (ws:\S+)/u;

function listenTo(child: ChildProcess): {
	said: () => string;
	until: (fits: (said: string) => boolean) => Promise<void>;
} {
	let said = '';
	const wishes = new Set<() => void>();
	let ended = false;
	const hear = (words: Buffer | string): void => {
		said += words.toString();
		for (const wish of wishes) wish();
	};
	child.stdout?.on('data', hear);
	child.stderr?.on('data', hear);
	child.once('close', () => {
		ended = true;
		hear('');
	});
	return {
		said: () => said,
		until: (fits) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					if (!fits(said) && !ended) return;
					wishes.delete(look);
					if (fits(said)) resolve();
					else reject(new Error(`A server ended, saying: ${said}`));
				};
				wishes.add(look);
				look();
			})
	};
}

/** Collects what is garbage, then asks what is left. */
async function liveBytes(address: string): Promise<number> {
	const line = new WebSocket(address);
	await new Promise((resolve, reject) => line.once('open', resolve).once('error', reject));
	const ask = (id: number, method: string, params = {}): Promise<string> =>
		new Promise((resolve) => {
			const hear = (data: Buffer): void => {
				const text = data.toString();
				if (!text.startsWith(`{"id":${id},`)) return;
				line.off('message', hear);
				resolve(text);
			};
			line.on('message', hear);
			line.send(JSON.stringify({ id, method, params }));
		});
	for (let id = 1; id < 3; id += 1) await ask(id, 'HeapProfiler.collectGarbage');
	const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
	const found = /"value":(\d+)/u.exec(await ask(3, 'Runtime.evaluate', { expression }));
	line.close();
	return Number(found?.[1] ?? NaN);
}
