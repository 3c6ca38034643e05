/**
 * What the figures were measured on, and what else the machine was doing meanwhile. The server runs on one core and the
 * load on another where the system lets a process be pinned (`taskset`, on Linux); where not, the results say so.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

const SERVER_CORE = 0;
const LOAD_CORE = 1;

const loadNow = (): number => Number((os.loadavg()[0] ?? 0).toFixed(2));

function pin(pid: number, core: number): boolean {
	return spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]).status === 0;
}
/** Pins this process, every thread of it, to the load's core; false where that cannot be done. */
export function pinLoad(): boolean {
	return os.cpus().length > 1 && pin(process.pid, LOAD_CORE);
}
/** Pins a process that has just begun to the server's core: threads to come inherit it. */
export function pinServer(pid: number): void {
	if (!pin(pid, SERVER_CORE)) throw new Error('A server could not be pinned to its core.');
}

export interface Machine {
	node: string;
	processor: string;
	cores: number;
	/** Whether server and load had a core each. */
	pinned: boolean;
	day: string;
	/** Load average over one minute when it began, and when it ended. */
	load: [number, number];
	/** Seconds it took. */
	took: number;
}

/** Begins a measurement; the function it answers ends it. */
export function watchMachine(pinned: boolean): () => Machine {
	const before = loadNow();
	const started = performance.now();
	return () => ({
		node: process.version,
		processor: os.cpus()[0]?.model ?? 'unknown',
		cores: os.cpus().length,
		pinned,
		day: new Date().toISOString().slice(0, 10),
		load: [before, loadNow()],
		took: Math.round((performance.now() - started) / 1000)
	});
}

/** Milliseconds of the processor a process has used so far, all its threads. Only Linux tells. */
export function cpuOf(pid: number): number {
	const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The second field is the program's name in brackets, and may hold blanks; the clock ticks are hundredths.
	const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Bytes of memory a process holds. */
export function residentOf(pid: number): number {
	const found = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(found?.[1] ?? NaN) * 1024;
}
