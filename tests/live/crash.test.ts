import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type { ClientToServer, DoAnswer, ServerToClient } from '../../src/lib/live/protocol.ts';
import { createFold } from '../../src/lib/server/fold.ts';
import { openKeyring } from '../../src/lib/server/keyring.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { NEIGHBOURHOOD } from '../../src/lib/summit/templates/neighbourhood.ts';
import { freePort } from './free-port.ts';
import type { Started } from './kit-process.ts';

const CARDS = 30;
const EACH = 12;
const PROCESS = path.join(import.meta.dirname, 'kit-process.ts');

async function start(port: number, dataDir: string): Promise<{ child: ChildProcess; started: Started }> {
	const child = spawn(process.execPath, [PROCESS, String(port), dataDir, String(CARDS)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const lines = createInterface({ input: child.stdout });
	const line = await new Promise<string>((resolve, reject) => {
		lines.once('line', resolve);
		child.once('exit', (code) => reject(new Error(`the kit ended with ${code}`)));
	});
	// Printed by kit-process.ts.
	return { child, started: JSON.parse(line) as Started };
}

async function kill(child: ChildProcess): Promise<void> {
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await ended;
}

/** Plain words: random ones may read like a name or a disclosure and then go another way (S7). */
let written = 0;

/** A phone: one command at a time, kept until it is answered, sent again with the same id after a reconnection. */
class Phone {
	readonly acknowledged = new Set<string>();
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	readonly #onAnswer: () => void;
	#waiting: { id: string; words: string } | null = null;
	#left = EACH;

	constructor({ url, summit, token, onAnswer }: { url: string; summit: string; token: string; onAnswer: () => void }) {
		this.#onAnswer = onAnswer;
		this.#socket = io(url, {
			path: SOCKET_PATH,
			auth: { protocol: PROTOCOL, summit, as: 'card' },
			extraHeaders: { cookie: `card_${summit}=${token}` },
			forceNew: true,
			reconnectionDelay: 50,
			reconnectionDelayMax: 300
		});
		this.#socket.on('connect', () => this.#send());
	}
	#send(): void {
		if (this.#waiting === null) {
			if (this.#left === 0) return;
			this.#left -= 1;
			this.#waiting = { id: chance.id(), words: `idea number ${written++}` };
		}
		const sent = this.#waiting;
		const step = NEIGHBOURHOOD.steps.find((one) => one.type === 'words')?.id ?? '';
		const body = {
			id: sent.id,
			type: 'station:contribute',
			station: 'neighbourhood',
			step,
			entry: { type: 'words' },
			words: sent.words
		};
		this.#socket.emit('do', body, (answer: DoAnswer) => {
			if (this.#waiting !== sent) return;
			this.#waiting = null;
			if (answer.ok) this.acknowledged.add(sent.words);
			else throw new Error(answer.code);
			this.#onAnswer();
			this.#send();
		});
	}
	close(): void {
		this.#socket.disconnect();
	}
}

test('L1, L3: killed in the middle of thirty students and started again: everything acknowledged is there once, every phone carries on', async () => {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-crash-'));
	const port = await freePort();
	const first = await start(port, dataDir);
	const { summit, cards } = first.started;
	const phones: Phone[] = [];
	let answered = 0;
	let wake: () => void = () => undefined;
	const reached = (count: number): Promise<void> =>
		new Promise((resolve) => {
			wake = () => answered >= count && resolve();
			wake();
		});
	for (const { token } of cards) {
		phones.push(
			new Phone({
				url: `http://127.0.0.1:${port}`,
				summit,
				token,
				onAnswer: () => {
					answered += 1;
					wake();
				}
			})
		);
	}
	await reached(Math.floor((CARDS * EACH) / 3));
	await kill(first.child);
	const second = await start(port, dataDir);
	await reached(CARDS * EACH);
	await kill(second.child);
	for (const phone of phones) phone.close();

	const store = await openSqlite(path.join(dataDir, 'summit.db'));
	const keyring = await openKeyring({ dir: path.join(dataDir, 'keys') });
	const [record] = await store.summits();
	if (!record) throw new Error('no summit');
	const folded = await createFold({ record, store, keyring }).read();
	const stored = [...folded.queue.items.values()].map((item) => item.text);
	await store.close();
	const acknowledged = phones.flatMap((phone) => [...phone.acknowledged]);
	expect(acknowledged).toHaveLength(CARDS * EACH);
	expect(new Set(stored).size).toBe(stored.length);
	expect(new Set(stored)).toEqual(new Set(acknowledged));
	await rm(dataDir, { recursive: true, force: true });
});
