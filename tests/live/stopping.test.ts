/**
 * L1, L2: production's own entry is told to stop with hundreds attached, some of whom never read, never finish, or never
 * leave. It ends well, by its own bound (`STOP_WITHIN`); what it had not answered is answered the same by the next kit.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { freePort } from './free-port.ts';
import { many, timeout } from './how-long.ts';
import { KitChild } from './kit-child.ts';
import type { Part } from './kit-process.ts';
import { Voice } from './kit.ts';
import { Production } from './production.ts';
import { storedIn, textsOf } from './stored.ts';
import { Crowd } from './writer.ts';

const CARDS = 20;
const WATCHING = many({ short: 160, long: 600 });
const SILENT = 40;
const STOPS: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT'];

beforeAll(() => ensureBuilt());

test.each(STOPS)(
	'L1, L2: %s with hundreds attached ends the kit well, and nothing is lost or doubled',
	async (signal) => {
		const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-stop-'));
		const port = await freePort();
		const first = await KitChild.start({ port, dataDir, cards: CARDS });
		const { summit, cards, facilitator } = first.started;
		await first.kill();
		if (!facilitator) throw new Error('nobody leads');

		let kit = await Production.start(dataDir, {}, port);
		// Where the test fails, nothing of it stays behind.
		onTestFinished(async () => {
			await kit.stop('SIGKILL');
		});
		const crowd = new Crowd({ url: kit.url, summit });
		onTestFinished(() => crowd.close());
		for (const card of cards) crowd.add(card);
		// Far fewer than one person may hold: on a slow machine some come twice before they are in.
		const adult = { kit, room: summit, as: 'facilitator', ...facilitator } as const;
		const screens = Array.from({ length: 8 }, () => new Voice(adult));
		await Promise.all(screens.map((screen) => screen.watch('summit', 'queue')));
		const lines = await Promise.all([
			...Array.from({ length: WATCHING }, () => opened(port, keptAlive(kit))),
			...Array.from({ length: SILENT }, (_, n) => silent(port, { summit, card: cards[n % cards.length] })),
			...Array.from({ length: 5 }, () => opened(port, slowUpload(kit, summit))),
			...Array.from({ length: 5 }, () => opened(port, 'GET / HTTP/1.1\r\nHo'))
		]);
		await crowd.answers(200);

		expect(await kit.stop(signal)).toBe(0);
		expect(kit.said).not.toContain('did not close in time');
		expect((await storedIn(dataDir)).integrity).toEqual(['ok', 'ok']);

		kit = await Production.start(dataDir, {}, port);
		await crowd.answers(100);
		await crowd.rest();
		for (const writer of crowd.writers) {
			const last = writer.acknowledged.at(-1);
			if (last) expect(await writer.send(last.command)).toEqual(last.answer);
		}
		crowd.close();
		for (const one of screens) one.close();
		for (const line of lines) line.destroy();
		expect(await kit.stop(signal)).toBe(0);
		const texts = textsOf((await storedIn(dataDir)).summits.get(summit));
		expect(crowd.refused).toEqual([]);
		expect(texts.toSorted()).toEqual(crowd.words.toSorted());
		await rm(dataDir, { recursive: true, force: true });
	},
	timeout(120_000)
);

/** A line on which `words` were said and nothing more ever is, nor read. */
function opened(port: number, words: string): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const line = connect(port, '127.0.0.1', () => {
			line.off('error', reject).on('error', () => undefined);
			line.write(words, () => resolve(line));
		});
		line.once('error', reject).pause();
	});
}

/** A page was asked for, and the line is kept for the next. */
function keptAlive({ url }: Production): string {
	return `GET /robots.txt HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`;
}

function slowUpload({ url }: Production, summit: string): string {
	const { host, origin } = new URL(url);
	const head = [`POST /staff/${summit}/pictures HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`];
	return `${[...head, 'Content-Type: image/png', 'Content-Length: 900000'].join('\r\n')}\r\n\r\nfirst bytes`;
}

/** A phone's WebSocket whose phone was switched off once it had joined: it answers nothing, and not even that it is gone. */
async function silent(port: number, { summit, card }: { summit: string; card: Part | undefined }): Promise<Socket> {
	const head = [`GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1`, `Host: 127.0.0.1:${port}`];
	const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
	const rest = [
		'Sec-WebSocket-Key: c3R1ZGVudHMgYW5kIHdhbA==',
		`Cookie: ${cookieName('card', summit)}=${card?.token ?? ''}`
	];
	const line = await opened(port, `${[...head, ...upgrade, ...rest].join('\r\n')}\r\n\r\n`);
	// It reads until the line is a WebSocket, and never again.
	await new Promise((resolve) => line.once('data', resolve).resume());
	line.pause();
	line.write(framed(`40${JSON.stringify({ protocol: PROTOCOL, summit, as: 'card' })}`));
	return line;
}

/** A short text as a WebSocket client sends it: masked, here by zeros. */
function framed(text: string): Buffer {
	const bytes = Buffer.from(text);
	const length = bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 0xff];
	return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), bytes]);
}
