/** Production's own entry on a folder and a free loopback port, measured from inside. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { serve } from '../crowd/served.ts';
import type { Served } from '../crowd/served.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** `execArgv` are further options of Node's own, such as `--cpu-prof`. Build first. */
export async function serveKit(dataDir: string, execArgv: string[] = []): Promise<Served & { url: string }> {
	const port = await freePort();
	const env = { PATH: process.env['PATH'], HOME: dataDir, DATA_DIR: dataDir, PORT: String(port), SECOND_FACTOR: '0' };
	const own = { module: path.join(ROOT, 'src/main.ts'), cwd: ROOT, env, execArgv };
	const served = await serve({ ...own, ready: 'To stop, press' });
	return { ...served, url: `http://127.0.0.1:${port}` };
}

/** A port of this machine that was free a moment ago. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // A TCP server's address is never a string.
	await new Promise((resolve) => server.close(resolve));
	return port;
}
