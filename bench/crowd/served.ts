/** A server in a process of its own, measured from inside by `probe.ts` and otherwise as it is. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { canPin, startOwn } from './own-process.ts';
import type { OwnProcess } from './own-process.ts';
import type { Sample } from './probe.ts';

export interface Served {
	pid: number;
	pinned: boolean;
	/** Everything it said so far, on both outputs. */
	said(): string;
	/** `collected`: after its garbage was collected, for comparing memory; not while times are measured. */
	sample(how?: 'collected'): Promise<Sample>;
	/** Resolves with its exit code, whenever it ends. */
	ended: Promise<number | null>;
	/** Ends it as a person would, and resolves with its exit code. */
	stop(): Promise<number | null>;
}

interface Given extends Omit<OwnProcess, 'core' | 'output'> {
	/** The first core by default, where the machine can pin. */
	core?: number | null;
	/** It is up once it has said this. */
	ready: string;
}

const PROBE = pathToFileURL(path.join(import.meta.dirname, 'probe.ts')).href;

/** Resolves once it is up; rejects, with what it said, when it ends instead. */
export async function serve({ ready, core = canPin() ? 0 : null, execArgv = [], ...own }: Given): Promise<Served> {
	const child = startOwn({ ...own, core, output: 'pipe', execArgv: ['--import', PROBE, ...execArgv] });
	let said = '';
	let look: () => void = () => undefined;
	for (const output of [child.stdout, child.stderr]) {
		output?.on('data', (words: Buffer) => {
			said += words.toString();
			look();
		});
	}
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	await new Promise<void>((resolve, reject) => {
		look = () => (said.includes(ready) ? resolve() : undefined);
		void ended.then(() => reject(new Error(`The server ended, saying: ${said}`)));
	});
	return {
		pid: child.pid ?? 0,
		pinned: core !== null,
		said: () => said,
		sample: (how) =>
			new Promise((resolve, reject) => {
				// Sent by probe.ts.
				child.once('message', (sample) => resolve(sample as Sample));
				void ended.then(() => reject(new Error('The server has ended.')));
				if (child.connected) child.send(how === 'collected' ? 'collect' : 'sample');
			}),
		ended,
		stop() {
			child.kill('SIGTERM');
			return ended;
		}
	};
}
