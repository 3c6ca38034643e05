/*
 * Ends this process, a disposable child, when it holds more memory than it may. A thread of its own looks, because a
 * decoder or a query that never returns holds the main one, and libraries take their memory outside Node's own limit.
 */
import { Worker } from 'node:worker_threads';

const LOOK = `
	const { workerData } = require('node:worker_threads');
	setInterval(() => {
		if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
	}, 25);
`;

/** `most` is bytes. */
export function watchMemory(most: number): void {
	new Worker(LOOK, { eval: true, workerData: most }).unref();
}
