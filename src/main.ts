/**
 * Production's entry: `node src/main.ts`, after a build.
 *
 * It owns the listening socket and nothing else: the app lives in SvelteKit's server bundle and is met at the live door.
 * Everything that could be set wrongly is read and checked before the app starts, and answered in plain words.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { UPLOAD_BYTES, UPLOAD_TIME } from './lib/server/body-limit.ts';
import { readConfig, type Config } from './lib/server/config.ts';
import { createDoorway, type RequestHandler } from './lib/server/doorway.ts';
import { greeting, homeAddress } from './lib/server/greeting.ts';
import { answerImmutable } from './lib/server/immutable-files.ts';
import { findDoor } from './lib/server/live-door.ts';
import { traceOf } from './lib/server/log.ts';
import { stopOnSignal } from './lib/server/stop.ts';

/**
 * Connections that may wait to be taken. A room scans its code at once, and after a restart every phone comes back at once:
 * while the loop is busy with some of them, the others wait here. Where the queue is full the system drops them without a word,
 * and each tries again only after a second, then two, then four. Node's own number is 511; the system cuts this one to its own
 * limit (Linux: `net.core.somaxconn`, 4096).
 */
const BACKLOG = 4096;

class StartError extends Error {}
/** Codes of what the person who runs the kit can mend; the message says how. The store's and the keyring's among them. */
const FOR_A_PERSON: ReadonlySet<unknown> = new Set([
	...['config', 'keyring-unusable', 'keys-missing', 'keyring-damaged'],
	...['store-unusable', 'store-read-only', 'store-full', 'store-busy']
]);

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const protocolHeader = `x-${randomBytes(12).toString('hex')}`;
	settleEnvironment(protocolHeader);
	const pages = answerImmutable(fileURLToPath(new URL('../build/client/', import.meta.url)), await loadPages());
	const doorway = createDoorway({ config, protocolHeader, pages });
	const server = openServer(config, doorway.request);
	server.on('upgrade', doorway.upgrade);
	stopOnSignal(server);
	outliveRebuild();
	await listen(server, config);
	await greet(config);
}

function openServer({ tlsCert, tlsKey }: Config, onRequest: RequestHandler): Server {
	// An upload's time; the doorway gives every other body less.
	const limits = { headersTimeout: 10_000, requestTimeout: UPLOAD_TIME };
	if (tlsCert === null || tlsKey === null) return createHttpServer(limits, onRequest);
	try {
		return createHttpsServer({ ...limits, cert: readFileSync(tlsCert), key: readFileSync(tlsKey) }, onRequest);
	} catch (problem) {
		const why = problem instanceof Error ? problem.message : String(problem);
		throw new StartError(`TLS_CERT and TLS_KEY could not be used as a certificate and its key: ${why}.`);
	}
}

/** What SvelteKit's handler reads from the environment while it is imported. */
function settleEnvironment(protocolHeader: string): void {
	// One fixed origin would refuse forms from every other address the kit answers to; the doorway checks the host.
	for (const name of ['ORIGIN', 'HOST_HEADER', 'PORT_HEADER', 'ADDRESS_HEADER', 'XFF_DEPTH'])
		Reflect.deleteProperty(process.env, name);
	process.env['NODE_ENV'] = 'production';
	// adapter-node takes every request for https unless a header says otherwise.
	process.env['PROTOCOL_HEADER'] = protocolHeader;
	// One limit for every address, so it is a map package's; `hooks.server.ts` holds every other body to a form's length.
	process.env['BODY_SIZE_LIMIT'] = String(UPLOAD_BYTES);
}

/** Importing the handler starts the app (`init` in `hooks.server.ts`). */
async function loadPages(): Promise<RequestHandler> {
	const address = new URL('../build/handler.js', import.meta.url);
	let built: unknown;
	try {
		built = await import(address.href);
	} catch (problem) {
		if (problem instanceof Error && 'code' in problem && problem.code === 'ERR_MODULE_NOT_FOUND' && 'url' in problem)
			if (problem.url === address.href)
				throw new StartError('The app is not built yet. Run "npm start", or "npm run build" first.');
		throw problem;
	}
	const { handler } = built as { handler: RequestHandler }; // adapter-node's documented export; the bundle has no types.
	return handler;
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (problem: NodeJS.ErrnoException) => {
			if (problem.code === 'EADDRINUSE')
				reject(new StartError(`Port ${port} is taken by another program. Set PORT to a free one.`));
			else if (problem.code === 'EACCES')
				reject(new StartError(`This user may not listen on port ${port}. Set PORT to 1024 or above.`));
			else if (problem.code === 'EADDRNOTAVAIL')
				reject(new StartError(`HOST is ${host}, which is not an address of this machine.`));
			else reject(problem);
		});
		server.listen({ host, port, backlog: BACKLOG }, resolve);
	});
}

async function greet(config: Config): Promise<void> {
	const app = findDoor()?.app;
	const setupLink = (await app?.setupLink()) ?? null;
	console.log(greeting({ config, setupLink, qr: process.stdout.isTTY }));
	if (process.env['REHEARSE'] === '1' && app !== undefined) {
		console.log('\nMaking a rehearsal summit with a simulated class.');
		console.log(`Rehearsal: ${new URL(await app.rehearse(), homeAddress(config)).href}`);
	}
}

/**
 * What never changes is held in memory (`immutable-files.ts`), but icons and cards' animals SvelteKit's file server streams from
 * `build/`, without hearing a stream's errors. Somebody who builds anew beside a running kit takes these from under it; that
 * costs the one request, never the summit. Everything else ends the process, as ever.
 */
function outliveRebuild(): void {
	const built = fileURLToPath(new URL('../build/', import.meta.url));
	process.on('uncaughtException', (problem: NodeJS.ErrnoException) => {
		if (problem.code === 'ENOENT' && problem.syscall === 'open' && problem.path?.startsWith(built)) {
			console.error('The app was built anew while it runs. Start it again when the room can spare it.');
			return;
		}
		console.error(traceOf(problem));
		process.exit(1);
	});
}

try {
	await main();
} catch (problem) {
	// What somebody can mend (settings, a file, a key) needs a sentence; anything else is ours, and needs its trace.
	// Told apart by code: the app's own bundle has classes of its own.
	const plain =
		problem instanceof Error && (problem instanceof StartError || FOR_A_PERSON.has(Reflect.get(problem, 'code')));
	console.error(plain ? problem.message : traceOf(problem));
	process.exit(1);
}
