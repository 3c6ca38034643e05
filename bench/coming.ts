/** B4, B5, B6: two thousand phones come in, what each of them takes, and all of them coming back at once. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { ROUNDS } from './bench.ts';
import type { Bench, Ground } from './bench.ts';
import { mustBeTaken, percentile, steadily } from './drive.ts';
import type { Driven } from './drive.ts';
import { beside, plain } from './figures.ts';
import type { Figure } from './figures.ts';
import { lineToFloor, mark, openPhone, startFloor, startKit } from './kit.ts';
import { tempFolder } from './leftovers.ts';
import { prepare } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { kitRoom } from './rooms.ts';
import type { KitRoom } from './rooms.ts';
import type { Server } from './servers.ts';
import { walkIn } from './walk-in.ts';
import { Wire, openAll } from './wire.ts';
import { commandId } from '../src/lib/live/ids.ts';

const COMING = 2_000;
const MINUTE = 60;
const THERE = 100;
const RATE = 50;
const STEADY_SECONDS = 6;

/** One third of the minute: so many walk in one after another while those already there go on. */
async function third(
	kit: KitRoom,
	{ many, seconds }: { many: number; seconds: number }
): Promise<{ driven: Driven; wires: Wire[] }> {
	const { server, prepared, send } = kit;
	const wires: Wire[] = [];
	const still = steadily({ rate: RATE, seconds, send });
	const coming = steadily({
		...{ rate: many / seconds, seconds },
		async send() {
			wires.push(await walkIn(server, prepared));
			return { ok: true };
		}
	});
	const [driven] = await Promise.all([still, coming]);
	return { driven, wires };
}

interface Taken {
	/** Percent of one core that joining took. */
	cpu: number[];
	steady: number[];
	joining: number[];
	/** Bytes for one phone, in use and resident. */
	live: number[];
	resident: number[];
}

async function walkIns(ground: Ground, kit: KitRoom): Promise<Taken> {
	const { server, send } = kit;
	const taken: Taken = { cpu: [], steady: [], joining: [], live: [], resident: [] };
	await steadily({ rate: RATE, seconds: 2, send });
	for (let round = 1; round <= ROUNDS; round += 1) {
		ground.say(`third ${round} of ${ROUNDS}: steady`);
		let before = server.cpu();
		const quiet = await steadily({ rate: RATE, seconds: STEADY_SECONDS, send });
		const idle = (server.cpu() - before) / STEADY_SECONDS;
		const [live, resident] = [await server.live(), server.resident()];
		ground.say(`third ${round} of ${ROUNDS}: phones come`);
		before = server.cpu();
		const seconds = MINUTE / ROUNDS;
		const { driven, wires } = await third(kit, { many: COMING / ROUNDS, seconds });
		taken.cpu.push(((server.cpu() - before) / seconds - idle) / 10);
		for (const one of [quiet, driven]) mustBeTaken(one, 'kit');
		taken.steady.push(percentile(quiet.took, 0.99));
		taken.joining.push(percentile(driven.took, 0.99));
		taken.live.push(((await server.live()) - live) / wires.length);
		taken.resident.push((server.resident() - resident) / wires.length);
		kit.phones.push(...wires);
	}
	return taken;
}

/** The same for bare lines: bytes for one of them. */
async function bareLines({ pinned }: Ground): Promise<Pick<Taken, 'live' | 'resident'>> {
	const server = await startFloor('socket-io', { pinned });
	const taken: Pick<Taken, 'live' | 'resident'> = { live: [], resident: [] };
	const open = (many: number): Promise<Wire[]> =>
		openAll(Array.from({ length: many }), () => Wire.open(lineToFloor(server)));
	const wires = await open(THERE);
	try {
		for (let round = 0; round < ROUNDS; round += 1) {
			const [live, resident] = [await server.live(), server.resident()];
			const more = await open(Math.round(COMING / ROUNDS));
			taken.live.push(((await server.live()) - live) / more.length);
			taken.resident.push((server.resident() - resident) / more.length);
			wires.push(...more);
		}
	} finally {
		for (const wire of wires) wire.close();
		await server.stop();
	}
	return taken;
}

const inKilo = (bytes: readonly number[]): number[] => bytes.map((one) => one / 1000);

/** B4 and B6 are one run: the phones whose joining is measured are those whose memory is. */
export const b6: Bench = async (ground) => {
	const kit = await kitRoom(ground, { phones: THERE });
	const taken = await walkIns(ground, kit).finally(() => kit.end());
	ground.say('bare lines');
	const bare = await bareLines(ground);
	const joins = `${COMING.toLocaleString('en')} joins within ${MINUTE} s`;
	const name = 'bare Socket.IO';
	const figures: Figure[] = [
		...[
			beside(
				{
					budget: 'B4',
					measure: `memory in use for a joined phone, at ${COMING.toLocaleString('en')}`,
					unit: 'KB',
					limit: 2
				},
				inKilo(taken.live),
				{ name, measured: inKilo(bare.live) }
			),
			beside(
				{ budget: 'B4', measure: 'the same as the system counts it', unit: 'KB', limit: 2 },
				inKilo(taken.resident),
				{
					...{ name, measured: inKilo(bare.resident) }
				}
			)
		],
		plain({ budget: 'B6', measure: `${joins}, pages and all: of one core`, unit: '%', limit: 30 }, taken.cpu),
		beside(
			{ budget: 'B6', measure: `acknowledgement p99 of others during ${joins}`, unit: 'ms', limit: 2 },
			taken.joining,
			{
				...{ name: 'steady state', measured: taken.steady }
			}
		)
	];
	return { figures, curves: [], notes: [] };
};

const BACK = 2_000;
const AT_ONCE = 200;

/** How a phone's line is opened anew, and the room it belongs to. */
interface Returning {
	name: string;
	server: Server;
	file: string;
	stored: (db: Database.Database) => number;
	open: (at: number) => Promise<Wire>;
	end: () => Promise<void>;
}

/** Everybody sends one mark, loses the line before the answer, comes back and sends it again. Seconds until all know. */
async function allBack({ open }: Returning, steps: readonly string[], round: number): Promise<number> {
	const numbers = Array.from({ length: BACK }, (_, at) => at);
	const lines = await openAll(numbers, open, AT_ONCE);
	const sent = numbers.map(() => mark(steps[round] ?? '', commandId(Date.now())));
	for (const [at, line] of lines.entries()) {
		void line.ask('do', sent[at]);
		line.close();
	}
	const began = performance.now();
	const back = await openAll(
		numbers,
		async (at) => {
			const line = await open(at);
			const answer = await line.ask('do', sent[at]);
			if (typeof answer !== 'object' || answer === null || Reflect.get(answer, 'ok') !== true)
				throw new Error(`Not taken after coming back: ${JSON.stringify(answer)}`);
			return line;
		},
		AT_ONCE
	);
	const took = (performance.now() - began) / 1000;
	for (const line of back) line.close();
	return took;
}

async function returningKit({ pinned }: Ground, folder: string): Promise<{ returning: Returning; prepared: Prepared }> {
	const prepared = await prepare({ dataDir: path.join(folder, 'kit'), cards: BACK });
	const server = await startKit(prepared, { pinned });
	const open = (at: number): Promise<Wire> => {
		const card = prepared.cards[at];
		if (!card) throw new Error('There is no such card.');
		return openPhone(server, prepared, card);
	};
	const stored = (db: Database.Database): number =>
		Number(db.prepare("select count(*) from event where type = 'station:contributed'").pluck().get());
	const file = path.join(prepared.dataDir, 'summit.db');
	return { prepared, returning: { name: 'kit', server, file, stored, open, end: () => server.stop() } };
}

async function returningFloor({ pinned }: Ground, folder: string): Promise<Returning> {
	const file = path.join(folder, 'log.db');
	const server = await startFloor('reference', { pinned, args: [file] });
	const stored = (db: Database.Database): number => Number(db.prepare('select count(*) from log').pluck().get());
	return {
		name: 'reference',
		server,
		file,
		stored,
		open: () => Wire.open(lineToFloor(server)),
		end: () => server.stop()
	};
}

export const b5: Bench = async (ground) => {
	const { folder, end } = tempFolder();
	const { returning, prepared } = await returningKit(ground, folder);
	const both = [returning, await returningFloor(ground, folder)];
	const seconds: number[][] = both.map(() => []);
	try {
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const [at, one] of both.entries()) {
				ground.say(`round ${round + 1} of ${ROUNDS}: ${one.name}`);
				seconds[at]?.push(await allBack(one, prepared.steps, round));
			}
		}
	} finally {
		for (const one of both) await one.end();
	}
	const notes = both.map(({ name, file, stored }) => {
		const db = new Database(file, { readonly: true });
		const count = stored(db);
		db.close();
		const wrong = count - BACK * ROUNDS;
		return `B5: ${name}: ${count.toLocaleString('en')} stored of ${(BACK * ROUNDS).toLocaleString('en')} sent twice; ${wrong === 0 ? 'none lost, none doubled' : `${wrong} too many`}.`;
	});
	end();
	const measure = `${BACK.toLocaleString('en')} phones come back and get one acknowledgement each`;
	const [kit = [], floor = []] = seconds;
	const figure = beside({ budget: 'B5', measure, unit: 's', limit: 2 }, kit, {
		name: 'group-commit reference',
		measured: floor
	});
	return { figures: [figure], curves: [], notes };
};
