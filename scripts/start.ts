/**
 * `npm start`: builds the app when its sources have changed, then becomes the server.
 * With `--rehearse`, a rehearsal summit with a simulated class is made once the server listens.
 */
import { ensureBuilt } from './build.ts';

if (process.argv.includes('--rehearse')) process.env['REHEARSE'] = '1';

try {
	await ensureBuilt();
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exit(1);
}
await import('../src/main.ts');
