/** B7: what a phone downloads, as `npm run budget` counts it. B11: what it costs the server to write a page out. */
import path from 'node:path';
import { ROUNDS } from './bench.ts';
import type { Bench, Ground } from './bench.ts';
import { closely } from './drive.ts';
import { beside, plain } from './figures.ts';
import { buildBarePage } from './floors/bare-page.ts';
import { startKit } from './kit.ts';
import { tempFolder } from './leftovers.ts';
import { prepare } from './prepared.ts';
import { startServer } from './servers.ts';
import type { Server } from './servers.ts';
import { ask } from './walk-in.ts';
import { weighAll } from '../scripts/budget.ts';

export const b7: Bench = async () => {
	const figures = (await weighAll()).map(({ name, bytes, budget }) =>
		plain({ budget: 'B7', measure: `${name}, gzip`, unit: 'KB', limit: budget / 1000 }, [bytes / 1000])
	);
	return { figures, curves: [], notes: [] };
};

const CONNECTIONS = 4;
const SECONDS = 3;

interface Page {
	name: string;
	server: Server;
	address: string;
	cookie: string;
}

/** Milliseconds of the processor for one page, asked for again and again. */
async function cost({ server, address, cookie }: Page, seconds: number): Promise<number> {
	const before = server.cpu();
	const driven = await closely({
		...{ many: CONNECTIONS, seconds },
		async send() {
			const { status } = await ask(address, { cookie });
			return status === 200 ? { ok: true } : { ok: false, code: `HTTP ${status}` };
		}
	});
	if (driven.refused.size > 0) throw new Error(`${address} was not answered with 200.`);
	return (server.cpu() - before) / driven.took.length;
}

async function pagesOf({ pinned, say }: Ground, folder: string): Promise<{ pages: Page[]; end: () => Promise<void> }> {
	say('building a bare page');
	const script = await buildBarePage(path.join(folder, 'bare'));
	const bare = await startServer({ script, ready: 'Ready', pinned });
	const prepared = await prepare({ dataDir: path.join(folder, 'kit'), cards: 1 });
	const kit = await startKit(prepared, { pinned });
	const card = `card_${prepared.summit}=${prepared.cards[0]?.token ?? ''}`;
	const page = (name: string, address: string, cookie = ''): Page => ({
		name,
		server: kit,
		address: `${kit.url}${address}`,
		cookie
	});
	const pages = [
		{ name: 'bare SvelteKit page', server: bare, address: bare.url, cookie: '' },
		page('typing the code, /', '/'),
		page('joining, /j', `/j/${prepared.key}`),
		page('a student’s page, /s', `/s/${prepared.summit}`, card)
	];
	const end = async (): Promise<void> => {
		for (const server of [bare, kit]) await server.stop();
	};
	return { pages, end };
}

export const b11: Bench = async (ground) => {
	const { folder, end } = tempFolder();
	const { pages, end: stop } = await pagesOf(ground, folder);
	const costs: number[][] = pages.map(() => []);
	const bytes: number[] = [];
	try {
		for (const page of pages) bytes.push((await ask(page.address, page)).bytes);
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const [at, page] of pages.entries()) {
				ground.say(`${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}: ${page.name}`);
				const one = await cost(page, round === 0 ? 2 : SECONDS);
				if (round > 0) costs[at]?.push(one);
			}
		}
	} finally {
		await stop();
		end();
	}
	const floor = { name: 'bare SvelteKit page', measured: costs[0] ?? [] };
	const figures = pages.slice(1).map(({ name }, at) => {
		const said = { budget: 'B11', measure: `server CPU for ${name}`, unit: 'ms', limit: 1.5 };
		return beside(said, costs[at + 1] ?? [], floor);
	});
	const sizes = pages.map(({ name }, at) => `${name}: ${(bytes[at] ?? 0).toLocaleString('en')}`);
	return { figures, curves: [], notes: [`B11: bytes of each page’s HTML: ${sizes.join('; ')}.`] };
};
