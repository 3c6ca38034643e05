/**
 * Processes of their own for a server and a crowd, so that neither takes the other's time: the server on the first core,
 * the crowd on the second where the machine can pin them (`taskset`), each allowed as many open files as the machine lets it have.
 */
import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import os from 'node:os';

export interface OwnProcess {
	module: string;
	args?: string[];
	/** Node's own options. */
	execArgv?: string[];
	env?: NodeJS.ProcessEnv;
	/** 0 is the first; null leaves it to the machine. */
	core: number | null;
	/** What it says goes to whoever started it, unless it is kept to be read. */
	output?: 'inherit' | 'pipe';
	cwd?: string;
}

/** Whether this machine has a second core and can pin a process to it. */
export function canPin(): boolean {
	if (os.cpus().length < 2) return false;
	try {
		execFileSync('taskset', ['-c', '1', 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** The most files one process may hold open here; Infinity where nobody says. */
export function mostOpenFiles(): number {
	try {
		const said = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
		return said === 'unlimited' ? Infinity : Number(said);
	} catch {
		return Infinity;
	}
}

export function startOwn({ module, args = [], execArgv = [], env, core, output, cwd }: OwnProcess): ChildProcess {
	const stdio = output === 'pipe' ? ('pipe' as const) : ('inherit' as const);
	const options = {
		stdio: ['ignore', stdio, output === 'pipe' ? 'pipe' : 'inherit', 'ipc'] as (
			'ignore' | 'inherit' | 'pipe' | 'ipc'
		)[],
		...(env === undefined ? {} : { env }),
		...(cwd === undefined ? {} : { cwd })
	};
	if (process.platform === 'win32') return fork(module, args, { ...options, execArgv });
	// The shell becomes the process itself, so that its number and its channel stay the same.
	const pinned = core === null ? '' : `taskset -c ${core} `;
	const script = `ulimit -n "$(ulimit -Hn)" 2>/dev/null; exec ${pinned}"$0" "$@"`;
	return fork(module, args, { ...options, execPath: 'sh', execArgv: ['-c', script, process.execPath, ...execArgv] });
}
