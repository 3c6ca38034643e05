/**
 * L1, L3, L7: the disk is full, or cannot be written, while a room writes. Whoever writes is refused by a stable code and keeps
 * it; those who run the room are told while it lasts; nothing is lost, and all goes on by itself, without a new start.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { DiskTrouble } from '../../src/lib/live/protocol.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { REFUSALS } from '../../src/lib/summit/refusals.ts';
import { buildShim, onShim } from '../shim/disk.ts';
import { freePort } from './free-port.ts';
import { many, timeout } from './how-long.ts';
import { KitChild } from './kit-child.ts';
import { Voice } from './kit.ts';
import { Production, prepare } from './production.ts';
import { storedIn, textsOf } from './stored.ts';
import { Crowd } from './writer.ts';

const shim = buildShim();
const CARDS = 8;
const CASES = [
	{ kind: 'full', refused: 'store_full', told: 'full', at: 'full' },
	{ kind: 'readonly', refused: 'store_read_only', told: 'read_only', at: 'read-only' }
] as const;

let home: string;
let dataDir: string;
let switches: string;

beforeEach(({ onTestFinished: whenFinished }) => {
	home = mkdtempSync(path.join(os.tmpdir(), 'summit-trouble-'));
	dataDir = path.join(home, 'data');
	switches = path.join(home, 'switch');
	mkdirSync(dataDir);
	// The first that is asked for is done last: the kit that a test started is gone by then.
	whenFinished(() => rmSync(home, { recursive: true }));
});

/** What one screen hears with each beat: what is wrong with the disk, or null. */
class Listener {
	readonly voice: Voice;
	readonly heard: (DiskTrouble | null)[] = [];
	#wake: () => void = () => undefined;

	constructor(q: ConstructorParameters<typeof Voice>[0]) {
		this.voice = new Voice(q);
		this.voice.socket.on('beat', (_now, disk) => {
			this.heard.push(disk ?? null);
			this.#wake();
		});
		onTestFinished(() => this.voice.close());
	}
	/** Resolves at the first beat from now on that says so. */
	until(trouble: DiskTrouble | null): Promise<void> {
		const from = this.heard.length;
		return new Promise((resolve) => {
			this.#wake = () => this.heard.slice(from).includes(trouble) && resolve();
		});
	}
}

interface Scene {
	kit: KitChild;
	crowd: Crowd;
	facilitator: Listener;
	wall: Listener;
}

async function room(env: Record<string, string>): Promise<Scene> {
	const port = await freePort();
	const kit = await KitChild.start({ port, dataDir, cards: CARDS, env });
	onTestFinished(() => kit.kill());
	const { summit, cards, facilitator, wall } = kit.started;
	if (!facilitator || !wall) throw new Error('nobody leads');
	const url = `http://127.0.0.1:${port}`;
	const crowd = new Crowd({ url, summit });
	onTestFinished(() => crowd.close());
	for (const card of cards) crowd.add(card);
	const at = { kit: { url }, room: summit };
	const screens = {
		facilitator: new Listener({ ...at, as: 'facilitator', ...facilitator }),
		wall: new Listener({ ...at, as: 'wall', ...wall })
	};
	return { kit, crowd, ...screens };
}

/** Nothing waits any more, and what is stored is what was acknowledged, each once. */
async function expectAllThere({ kit, crowd }: Pick<Scene, 'kit' | 'crowd'>): Promise<void> {
	await crowd.rest();
	expect(crowd.refused).toEqual([]);
	await kit.kill();
	const { integrity, summits } = await storedIn(dataDir);
	expect(integrity).toEqual(['ok', 'ok']);
	expect(textsOf(summits.get(kit.started.summit)).toSorted()).toEqual(crowd.words.toSorted());
}

describe.skipIf(shim === null)('on a disk with switches', () => {
	test.each(CASES)(
		'L1, L3, L7: a disk that is $at under a writing room',
		async ({ kind, refused, told }) => {
			const { kit, crowd, facilitator, wall } = await room(onShim({ shim: shim ?? '', folder: dataDir, switches }));
			for (let time = 0; time < many({ short: 1, long: 10 }); time += 1) {
				await crowd.answers(40);
				writeFileSync(`${switches}.${kind}`, '');
				await facilitator.until(told);
				const stored = crowd.words.length;
				const command = {
					id: chance.id(),
					type: 'talk:ask',
					how: 'come',
					aboutAdult: false,
					words: 'not yet'
				} as const;
				const [phone] = crowd.writers;
				expect(await phone?.send(command)).toMatchObject({ ok: false, code: refused });
				// The journal cannot go into the database, a student cannot join, and no key is made for another summit.
				expect(await kit.carryOut('join')).toMatchObject({ done: 'nothing' });
				expect(await kit.carryOut('erase')).toMatchObject({ done: 'nothing', code: 'keyring-unusable' });
				expect(crowd.words).toHaveLength(stored);
				rmSync(`${switches}.${kind}`);
				await facilitator.until(null);
				await crowd.answers(40);
				expect(await phone?.send(command)).toMatchObject({ ok: true });
				expect(await kit.carryOut('checkpoint')).toEqual({ done: 'checkpoint' });
				expect(await kit.carryOut('erase')).toMatchObject({ done: 'erase' });
			}
			// A wall goes on hearing that the kit is there, and nothing of its disk.
			expect(wall.heard.length).toBeGreaterThan(0);
			expect(new Set(wall.heard)).toEqual(new Set([null]));
			await expectAllThere({ kit, crowd });
		},
		timeout(90_000)
	);

	test(
		'L7: it goes away by itself where nobody writes any more',
		async () => {
			const { crowd, facilitator } = await room(onShim({ shim: shim ?? '', folder: dataDir, switches }));
			await crowd.answers(20);
			writeFileSync(`${switches}.full`, '');
			await facilitator.until('full');
			crowd.close();
			rmSync(`${switches}.full`);
			await facilitator.until(null);
		},
		timeout(60_000)
	);

	describe('production', () => {
		beforeAll(() => ensureBuilt());

		test(
			'L5, L7: over plain requests those who run the room are told too, and nobody else; a page says it in words',
			async () => {
				const child = await KitChild.start({ port: await freePort(), dataDir, cards: 1 });
				const { summit, cards, facilitator } = child.started;
				await child.kill();
				const account = { name: 'Sam Okoro', email: 'sam@example.org', passphrase: 'heron lamp quiet bridge' };
				await prepare(dataDir, (app) => app.accounts.register(account));
				const kit = await Production.start(dataDir, onShim({ shim: shim ?? '', folder: dataDir, switches }));
				onTestFinished(async () => {
					await kit.stop('SIGKILL');
				});
				const cookie = `facilitator_${summit}=${facilitator?.token ?? ''}`;
				const card = `card_${summit}=${cards[0]?.token ?? ''}`;
				const asks = [{ topic: 'summit' }];
				const disk = async (as: 'facilitator' | 'card', proof: string): Promise<unknown> => {
					const { body } = await kit.live('watch', { summit, as, asks, cookie: proof });
					return (JSON.parse(body) as { ok: boolean; disk?: unknown }).disk;
				};
				expect(await disk('facilitator', cookie)).toBeUndefined();
				writeFileSync(`${switches}.full`, '');
				const command = { id: chance.id(), type: 'talk:ask', how: 'come', aboutAdult: false, words: 'not yet' };
				const refused = await kit.live('do', { summit, as: 'card', command, cookie: card });
				expect(JSON.parse(refused.body)).toMatchObject({ ok: false, code: 'store_full', words: REFUSALS.store_full });
				expect(await disk('facilitator', cookie)).toBe('full');
				expect(await disk('card', card)).toBeUndefined();
				const { email, passphrase } = account;
				const signIn = await kit.ask('/staff/sign-in', { form: { email, passphrase } });
				expect(signIn.status).toBe(500);
				expect(signIn.body).toContain(REFUSALS.store_full);
				rmSync(`${switches}.full`);
				expect((await kit.ask('/staff/sign-in', { form: { email, passphrase } })).status).toBe(303);
				const answer = await kit.live('do', { summit, as: 'card', command, cookie: card });
				expect(JSON.parse(answer.body)).toMatchObject({ ok: true });
				expect(await disk('facilitator', cookie)).toBeUndefined();
			},
			timeout(90_000)
		);

		test.each(CASES)(
			'L7: at the start a disk that is $at is said in one sentence',
			async ({ kind }) => {
				const env = onShim({ shim: shim ?? '', folder: dataDir, switches });
				writeFileSync(`${switches}.${kind}`, '');
				const empty = await Production.fail(dataDir, env);
				expect(empty.code).toBe(1);
				expect(empty.said.trim().split('\n')).toHaveLength(1);
				expect(empty.said).toMatch(kind === 'full' ? /make room on the disk/ : /give the kit the right to write/);
			},
			timeout(60_000)
		);
	});
});

describe.skipIf(!mayMount())('on a disk that is really full', () => {
	test(
		'L1, L3, L7: three megabytes, until some are freed',
		async () => {
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dataDir]);
			onTestFinished(() => void execFileSync('umount', ['-l', dataDir]));
			writeFileSync(path.join(dataDir, 'ballast'), Buffer.alloc(1_500_000));
			const { kit, crowd, facilitator } = await room({});
			await facilitator.until('full');
			rmSync(path.join(dataDir, 'ballast'));
			await facilitator.until(null);
			await crowd.answers(20);
			await expectAllThere({ kit, crowd });
		},
		timeout(90_000)
	);
});

/** Whether this is a Linux whose root may mount. */
function mayMount(): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
	const folder = mkdtempSync(path.join(os.tmpdir(), 'summit-mount-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
		execFileSync('umount', [folder], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	} finally {
		rmSync(folder, { recursive: true });
	}
}
