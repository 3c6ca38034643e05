/**
 * Loaded before a server that is measured (`node --import`), so that the server itself stays what it is: answers what the
 * process has used so far. The delay of its event loop is counted from one question to the next.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import v8 from 'node:v8';
import vm from 'node:vm';
import { spreadOf } from './figures.ts';
import type { Spread } from './figures.ts';

export interface Sample {
	/** Milliseconds of CPU since the process began. */
	cpu: number;
	/** Milliseconds, of any one clock. */
	at: number;
	/** Bytes. */
	rss: number;
	heap: number;
	/** How much later than meant a timer of 10 ms came. */
	delay: Spread;
}

const RESOLUTION = 10;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
delays.enable();

/** Collects garbage first, so that two of them can be compared. It costs the server a moment. */
function collect(): void {
	v8.setFlagsFromString('--expose-gc');
	vm.runInNewContext('gc();gc()');
}

function sample(): Sample {
	const { user, system } = process.cpuUsage();
	const { rss, heapUsed } = process.memoryUsage();
	const whole = spreadOf(delays, 1_000_000);
	const late = (time: number): number => Math.max(0, Math.round((time - RESOLUTION) * 1_000) / 1_000);
	const { count, mean, p50, p95, p99, max } = whole;
	const delay = { count, mean: late(mean), p50: late(p50), p95: late(p95), p99: late(p99), max: late(max) };
	delays.reset();
	return { cpu: (user + system) / 1_000, at: performance.now(), rss, heap: heapUsed, delay };
}

process.on('message', (message) => {
	if (message === 'collect') collect();
	if (message === 'collect' || message === 'sample') process.send?.(sample());
});
// Whoever measures is gone: a server nobody asked for does not stay behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
