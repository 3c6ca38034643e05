/**
 * L1: the power fails under a kit while students write. A kill cannot show what that loses, because what was written outlives
 * the process; so every write and sync is logged, and folders are laid out as the disk would be found after a cut: at the end
 * of the log, and at moments before it that lots choose. The control is the same kit with `synchronous=NORMAL`, which loses
 * what it acknowledged: where it does not, this test cannot fail, and fails for that. Skipped where the shim cannot be built.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { hashOf } from '../../src/lib/server/tokens.ts';
import { buildShim, onShim, readDiskLog } from '../shim/disk.ts';
import { freePort } from './free-port.ts';
import { lots } from './hostile.ts';
import { many, timeout } from './how-long.ts';
import { KitChild } from './kit-child.ts';
import type { Order } from './kit-process.ts';
import { storedIn, textsOf } from './stored.ts';
import { Crowd } from './writer.ts';

const CARDS = 12;
const ROUNDS = many({ short: 2, long: 60 });
/** Moments of each round, besides its end, at which the power is cut. */
const CUTS = many({ short: 5, long: 12 });
const ORDERS: readonly Order[] = ['join', 'checkpoint', 'erase', 'rehearsal'];
const NORMAL = path.join(import.meta.dirname, '..', 'shim', 'normal-sync.ts');

const shim = buildShim();
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const withShim = test.skipIf(shim === null);

interface Lost {
	cut: string;
	/** Texts acknowledged by then and not found, or what else is wrong with the folder. */
	what: string[];
}

withShim(
	`L1: ${ROUNDS} power cuts on one store lose nothing that was acknowledged (SEED=${seed})`,
	async () => {
		expect(await cutAndLook({ rounds: ROUNDS, flags: [] })).toEqual([]);
	},
	timeout(120_000)
);

withShim(
	`L1: the control with synchronous=NORMAL loses what it acknowledged (SEED=${seed})`,
	async () => {
		const lost = await cutAndLook({ rounds: 1, flags: ['--import', NORMAL] });
		expect(lost.flatMap(({ what }) => what).filter((words) => words.startsWith('idea number'))).not.toEqual([]);
	},
	timeout(60_000)
);

withShim(
	`L1: whenever the power fails while a kit starts for the first time, the next start finds its way (SEED=${seed})`,
	async () => {
		const draw = lots(seed);
		const home = mkdtempSync(path.join(os.tmpdir(), 'summit-first-'));
		onTestFinished(() => rmSync(home, { recursive: true }));
		const [folder, log] = [path.join(home, 'disk'), path.join(home, 'log')];
		mkdirSync(folder);
		// Two folders that are not there yet: whoever starts a kit may name any.
		const places = (disk: string) => ({
			DATA_DIR: path.join(disk, 'kit', 'data'),
			KEY_DIR: path.join(disk, 'safe', 'keys')
		});
		const { DATA_DIR: dataDir, KEY_DIR } = places(folder);
		const env = { ...onShim({ shim: shim ?? '', folder, log }), KEY_DIR };
		const kit = await KitChild.start({ port: await freePort(), dataDir, cards: 1, env });
		await kit.kill();
		const disk = readDiskLog(log);
		const end = disk.ends.at(-1) ?? 0;
		const cuts = many({ short: 25, long: 400 });
		const failed: string[] = [];
		for (let number = 0; number <= cuts; number += 1) {
			const cut = number === cuts ? end : (disk.ends[draw(disk.ends.length)] ?? end);
			const into = path.join(home, 'cut');
			rmSync(into, { recursive: true, force: true });
			disk.cutAt({ cut, into, draw });
			const summits = await startOn(places(into)).catch((problem: unknown) => String(problem));
			const wanted = cut === end ? [kit.started.summit] : summits;
			if (typeof summits === 'string' || String(summits) !== String(wanted))
				failed.push(`byte ${cut}: ${String(summits)}`);
		}
		expect(failed).toEqual([]);
	},
	timeout(60_000)
);

/** The ids of the summits that a kit finds there. */
async function startOn(env: Record<string, string>): Promise<string[]> {
	const app = await createApp({ config: readConfig({ SECOND_FACTOR: '0', ...env }), clock: systemClock() });
	const found = await app.rooms.list();
	app.engine.close();
	await app.close();
	return found.map(({ id }) => id);
}

async function cutAndLook({ rounds, flags }: { rounds: number; flags: string[] }): Promise<Lost[]> {
	const draw = lots(seed);
	const home = mkdtempSync(path.join(os.tmpdir(), 'summit-power-'));
	const port = await freePort();
	const lost: Lost[] = [];
	/** Texts of rounds that are over, which every later disk must hold. */
	let before: string[] = [];
	const joined: string[] = [];
	let dataDir = path.join(home, 'first');
	mkdirSync(dataDir);
	let summit = '';
	let crowd: Crowd | null = null;

	for (let round = 0; round < rounds; round += 1) {
		const log = path.join(home, `log-${round}`);
		const env = onShim({ shim: shim ?? '', folder: dataDir, log });
		const kit = await KitChild.start({ port, dataDir, cards: CARDS, env, flags });
		/** How long the log was when each text was acknowledged: a cut behind that must not lose it. */
		const heard = new Map<string, number>();
		if (crowd === null) {
			summit = kit.started.summit;
			crowd = new Crowd({ url: `http://127.0.0.1:${port}`, summit });
			for (const card of kit.started.cards) crowd.add(card);
		}
		crowd.onHeard = (words) => heard.set(words, statSync(log).size);
		await crowd.answers(60 + draw(100));
		kit.order(ORDERS[round % ORDERS.length] ?? 'join');
		await crowd.answers(60 + draw(100));
		await kit.kill();
		for (const done of kit.done) if (done.done === 'join') joined.push(done.card.token);

		const disk = readDiskLog(log);
		const next = path.join(home, `round-${round}`);
		const end = disk.ends.at(-1) ?? 0;
		const late = disk.ends.filter((at) => at >= Math.min(...heard.values()));
		const cuts = Array.from({ length: CUTS }, () => late[draw(late.length)] ?? end);
		for (const cut of [...cuts, end]) {
			const into = cut === end ? next : path.join(home, 'cut');
			rmSync(into, { recursive: true, force: true });
			disk.cutAt({ cut, into, draw });
			const told = [...before, ...[...heard].filter(([, size]) => size <= cut).map(([words]) => words)];
			const what = await wrongIn(into, { summit, told, joined: cut === end ? joined : [] });
			if (what.length > 0) lost.push({ cut: `round ${round}, byte ${cut} of ${end}`, what });
		}
		before = [...before, ...heard.keys()];
		rmSync(log);
		rmSync(dataDir, { recursive: true });
		dataDir = next;
	}
	crowd?.close();
	rmSync(home, { recursive: true });
	return lost;
}

async function wrongIn(dataDir: string, q: { summit: string; told: string[]; joined: string[] }): Promise<string[]> {
	try {
		const { integrity, summits, passes } = await storedIn(dataDir);
		const texts = textsOf(summits.get(q.summit));
		const found = new Set(texts);
		return [
			...integrity.filter((said) => said !== 'ok'),
			...(found.size === texts.length ? [] : ['a text stands there twice']),
			...q.told.filter((words) => !found.has(words)),
			...q.joined.filter((token) => !passes.has(hashOf(token)))
		];
	} catch (problem) {
		// A folder that cannot be read holds nothing of what was told: without syncs the very tables may be gone.
		return [problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem), ...q.told];
	}
}
