/** A student's way in: the page behind the QR, its form, the student's page, the line, the agreement. */
import { request as httpRequest, Agent } from 'node:http';
import { openPhone } from './kit.ts';
import type { Prepared } from './prepared.ts';
import type { Server } from './servers.ts';
import type { Wire } from './wire.ts';
import { commandId } from '../src/lib/live/ids.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

interface Asked {
	status: number;
	cookies: string[];
	bytes: number;
}

/** One request as a browser sends it; the body is read and thrown away. */
export function ask(address: string, { cookie = '', form }: { cookie?: string; form?: string } = {}): Promise<Asked> {
	const { origin } = new URL(address);
	const headers = {
		...{ accept: 'text/html', cookie },
		...(form === undefined ? {} : { origin, 'content-type': 'application/x-www-form-urlencoded' })
	};
	return new Promise((resolve, reject) => {
		const asking = httpRequest(address, { agent, method: form === undefined ? 'GET' : 'POST', headers }, (answer) => {
			let bytes = 0;
			answer.on('data', (piece: Buffer) => (bytes += piece.length));
			answer.once('error', reject);
			answer.once('end', () =>
				resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], bytes })
			);
		});
		asking.once('error', reject);
		asking.end(form);
	});
}

export async function walkIn(server: Server, prepared: Prepared): Promise<Wire> {
	const door = `${server.url}/j/${prepared.key}`;
	await ask(door);
	const joined = await ask(door, { form: new URLSearchParams({ school: 'northbank', band: '9-11' }).toString() });
	const cookie = joined.cookies[0]?.split(';', 1)[0] ?? '';
	const token = cookie.slice(cookie.indexOf('=') + 1);
	if (token === '') throw new Error(`Nobody was let in (HTTP ${joined.status}).`);
	await ask(`${server.url}/s/${prepared.summit}`, { cookie });
	const line = await openPhone(server, prepared, { id: '', token }, false);
	// Whatever is answered comes after the greeting, which says who this is.
	await line.ask('watch', [{ topic: 'summit' }, { topic: 'choose' }]);
	const you = /"id":"([^"]+)"/u.exec(line.firstFrame)?.[1] ?? '';
	await line.ask('watch', [{ topic: `card:${you}` }]);
	await line.ask('do', { id: commandId(Date.now()), type: 'cards:agree' });
	return line;
}
