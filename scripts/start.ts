/**
 * `npm start`: builds the app when its sources have changed, then becomes the server.
 * With `--rehearse`, a rehearsal summit with a simulated class is made once the server listens.
 */
import { ensureBuilt } from './build.ts';

if (process.argv.includes('--rehearse')) process.env['REHEARSE'] = '1';
if (process.env['npm_lifecycle_event'] !== undefined) stopWithNpm();

try {
	await ensureBuilt();
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exit(1);
}
await import('../src/main.ts');

/** A signal to npm ends npm and the shell between, but never reaches this process: so it looks whether it was left alone. */
function stopWithNpm(): void {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
	}, 500).unref();
}
