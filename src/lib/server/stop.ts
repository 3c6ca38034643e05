/**
 * Stopping on SIGTERM or SIGINT, whoever is connected. Requests under way are given a moment to finish; every live line is
 * closed so that devices come back by themselves; what was not answered stays on its device, which asks again and is answered
 * the same (L2). Lines that will not close are cut: one that never reads must not keep a kit from stopping, nor make it look
 * as if it had failed.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { findDoor } from './live-door.ts';

/** Milliseconds from the signal until the process is gone, whoever is still connected. */
const STOP_WITHIN = 4_500;
/** Milliseconds that requests under way are given to finish. */
const FINISH_WITHIN = 1_500;

export function stopOnSignal(server: Server): void {
	const lines = new Set<Socket>();
	// The server's own list forgets a line once it was upgraded, and then waits for it without end.
	server.on('connection', (line) => {
		lines.add(line);
		line.once('close', () => lines.delete(line));
	});
	let stopping = false;
	async function stop(): Promise<void> {
		if (stopping) return;
		stopping = true;
		setTimeout(() => {
			console.error('The server did not close in time and was ended.');
			process.exit(1);
		}, STOP_WITHIN).unref();
		const finished = new Promise<void>((resolve) => server.close(() => resolve()));
		const door = findDoor();
		// Closing the engine, and not the sockets one by one, is what makes devices come back by themselves.
		door?.engine.close();
		setTimeout(() => {
			for (const line of lines) line.destroy();
		}, FINISH_WITHIN).unref();
		await finished;
		await door?.app.close();
		process.exit(0);
	}
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}
