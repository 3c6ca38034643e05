/**
 * L7, S7: twenty thousand malformed, oversized, nested, replayed, re-ordered and forged messages by sockets, by plain requests
 * and straight onto the line, against the real process, while a small class works. The server stays up and forgets them,
 * every message that can be answered is, and what the class did comes out exactly right. The seed is fixed: a run that fails
 * fails again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type { DoAnswer } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { MineRow } from '../../src/lib/summit/topics/room.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import type { Part } from './audience.ts';
import { ASKABLE, heldBytes } from './heap.ts';
import { NESTED, forged, garbage, lots, request } from './hostile.ts';
import type { Draw, Known } from './hostile.ts';
import { Voice } from './kit.ts';
import { SETTINGS, castOf } from './planted-day.ts';
import type { Cast } from './planted-day.ts';
import { Production, prepare } from './production.ts';

const SEED = 20_261_127;
/** By each way; together more than twenty thousand. */
const MESSAGES = { sockets: 17_000, requests: 2_000, lines: 1_500 };
/** So many that none is answered as too fast before anybody looked at what it says. */
const HOSTILE = 300;
const CLASS = 5;
const WORDS = 20;
/** Bytes: room for what the kit rightly keeps of it, such as words (S4) and answers. Twenty thousand bodies are far more. */
const KEPT = 24_000_000;

let folder: string;
let kit: Production;
let cast: Cast;
const hostile: Part[] = [];
const bystanders: Part[] = [];
const voices: Voice[] = [];

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-fuzz-'));
	cast = await castOf(folder);
	await prepare(folder, async (app) => {
		for (let count = 0; count < HOSTILE + CLASS; count += 1) {
			const joined = await app.join.join({
				...{ entrance: { key: cast.key }, school: 'northbank', band: '9-11', headcount: 1 }
			});
			if (!joined.ok) throw new Error(joined.code);
			const { card: id, room } = joined;
			await room.do({ role: 'card', id }, { id: chance.id(), type: 'cards:agree' });
			(count < HOSTILE ? hostile : bystanders).push({ as: 'card', id, token: joined.token });
		}
		const room = await app.rooms.get(cast.summit);
		const opened = { id: chance.id(), type: 'station:open' as const, station: 'neighbourhood', seen: 0 };
		await room?.do({ role: 'facilitator', id: cast.parts.facilitator.id }, opened);
	});
	kit = await Production.start(folder, ASKABLE);
}, 120_000);
afterAll(async () => {
	for (const voice of voices) voice.close();
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

function voiceOf(part: Part): Voice {
	const voice = new Voice({ kit, room: cast.summit, ...part });
	voices.push(voice);
	return voice;
}
const cookieOf = ({ as, token }: Part): string => `${cookieName(as, cast.summit)}=${token}`;

const steps = SETTINGS.stations.find(({ id }) => id === 'neighbourhood')?.steps ?? [];
const WORDS_STEP = steps.find(({ type }) => type === 'words')?.id ?? '';

/** Resolves with null when the line goes away, and with it whatever was still to be answered on it. */
const lineGone = ({ socket }: Voice): Promise<null> =>
	new Promise((resolve) => socket.once('disconnect', () => resolve(null)));

/** As a device does it: what was not answered before the line went away is sent again (L2, L3). */
async function surely(voice: Voice, command: Parameters<Voice['do']>[0]): Promise<DoAnswer> {
	for (;;) {
		const answer = await Promise.race([voice.do(command), lineGone(voice)]);
		if (answer) return answer;
	}
}

/** One student at work: what they wrote, what they took back, in order, with every message sent twice (L2). */
async function work(voice: Voice, name: string): Promise<{ texts: string[]; left: string[] }> {
	const texts: string[] = [];
	const left: string[] = [];
	for (let count = 0; count < WORDS; count += 1) {
		const words = `a bench for ${name}, number ${count}`;
		const body = { type: 'station:contribute', station: 'neighbourhood', step: WORDS_STEP, entry: { type: 'words' } };
		const command = { ...body, id: chance.id(), words } as Parameters<Voice['do']>[0];
		const [first, second] = [await surely(voice, command), await surely(voice, command)];
		if (!first.ok) throw new Error(`${name}: ${first.code}`);
		expect(second).toEqual(first);
		texts.push(words);
		left.push(String(first.answer['contribution']));
	}
	const gone = left.splice(3, 1)[0] ?? '';
	await surely(voice, { id: chance.id(), type: 'station:withdraw', station: 'neighbourhood', contribution: gone });
	return { texts, left };
}

/** Sends by sockets, some hundred at a time; resolves with every answer, once all that can be answered are: null where the line went away. */
async function bySockets(
	draw: Draw,
	{ speakers, known }: { speakers: Voice[]; known: Known }
): Promise<(DoAnswer | null)[]> {
	const answered: Promise<DoAnswer | null>[] = [];
	const gone = new Map(speakers.map((speaker) => [speaker, lineGone(speaker)]));
	const sent: unknown[] = [];
	for (let count = 0; count < MESSAGES.sockets; count += 1) {
		// This process has pings to answer as well.
		if (count % 500 === 0) await Promise.all(answered.slice(-500));
		const speaker = speakers[draw(speakers.length)];
		if (!speaker) continue;
		// Straight to the wire: these are not shapes the typed socket would let through.
		const emit = speaker.socket.emit.bind(speaker.socket) as (event: string, ...rest: unknown[]) => void;
		// One in six is somebody's message of before, again and out of order.
		const message = draw(6) === 0 && sent.length > 0 ? sent[draw(sent.length)] : forged(draw, known);
		sent.push(message);
		const event = ['do', 'do', 'do', 'do', 'do', 'watch', 'unwatch', 'frame', 'beat', '__proto__'][draw(10)] ?? 'do';
		const answers = event === 'do' || event === 'watch' || event === 'unwatch';
		const wrong: unknown[][] = [[], ['not a function'], [NESTED, null], [{}]];
		if (!answers || draw(10) === 0) emit(event, message, ...(wrong[draw(4)] ?? []));
		else {
			const answer = new Promise<DoAnswer>((resolve) => emit(event, message, resolve));
			answered.push(Promise.race([answer, gone.get(speaker) ?? answer]));
		}
	}
	return Promise.all(answered);
}

/** Sends by plain requests, twenty at a time; answers how each was answered. */
async function byRequests(draw: Draw, known: Known): Promise<number[]> {
	const statuses: number[] = [];
	while (statuses.length < MESSAGES.requests) {
		const some = Array.from({ length: 20 }, async () => {
			const part = hostile[draw(hostile.length)];
			const [address, init] = request(draw, {
				...{ summit: cast.summit, cookie: part ? cookieOf(part) : '', message: forged(draw, known) }
			});
			const answer = await fetch(new URL(address, kit.url), init);
			await answer.arrayBuffer();
			return answer.status;
		});
		statuses.push(...(await Promise.all(some)));
	}
	return statuses;
}

/** Straight onto lines below the library, each closed when the kit has had enough of it or of us. */
async function byLines(draw: Draw): Promise<void> {
	const url = `${kit.url.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`;
	for (let opened = 0; opened < 50; opened += 1) {
		// The runtime's own takes headers beside what browsers know; a page of the kit's own would send this one.
		const line = new WebSocket(url, { headers: { origin: kit.url } } as never);
		await new Promise((resolve, reject) => {
			line.onopen = resolve;
			line.onerror = () => reject(new Error('No line could be opened'));
		});
		line.onerror = null;
		for (let count = 0; count < MESSAGES.lines / 50 && line.readyState === WebSocket.OPEN; count += 1)
			line.send(garbage(draw));
		if (opened % 2 === 0) line.send('x'.repeat(20_000));
		line.close();
	}
	const port = Number(new URL(kit.url).port);
	for (const bytes of [
		'GET / HTTP/1.1\r\n\r\n',
		'x\r\n\r\n',
		`GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
		'\u0000'
	]) {
		const raw = connect(port, '127.0.0.1');
		await new Promise<void>((resolve) => {
			raw.on('error', () => resolve()).on('close', () => resolve());
			raw.on('data', () => raw.end());
			raw.end(bytes);
		});
	}
}

test('L7, L2, S7: a fuzzed room stays up, answers all it can, forgets, and a class at work comes out exactly right', async () => {
	const draw = lots(SEED);
	const facilitator = voiceOf(cast.parts.facilitator);
	const watched = voiceOf(cast.parts.lead);
	await watched.watch('summit');
	const students = bystanders.map(voiceOf);
	const asked = await students[0]?.must({ type: 'talk:ask', how: 'come', aboutAdult: false });
	const first = await work(students[0] ?? facilitator, 'warming up');
	await facilitator.watch('queue');
	const item = Object.values(facilitator.rows('queue') as Record<string, QueueRow>)[0]?.id ?? '';
	const known: Known = {
		...{ card: bystanders[0]?.id ?? '', person: cast.parts.lead.id, step: WORDS_STEP, item },
		...{ worry: String(asked?.['worry']), contribution: first.left[0] ?? '' }
	};
	const speakers = [...hostile, cast.parts.observer, cast.parts.wall].map(voiceOf);
	for (const { socket } of speakers)
		if (!socket.connected) await new Promise<void>((resolve) => socket.once('connect', resolve));
	const before = await heldBytes(kit);

	const working = Promise.all(students.map((voice, index) => work(voice, `student ${index}`)));
	const [answered, statuses] = await Promise.all([
		bySockets(draw, { speakers, known }),
		byRequests(lots(SEED + 1), known),
		byLines(lots(SEED + 2))
	]);
	const worked = await working;

	const answers = answered.filter((answer) => answer !== null);
	expect(answered.length).toBeGreaterThan(MESSAGES.sockets / 2);
	// A busy machine may lose a line or two; that is not the kit's silence.
	expect(answers.length).toBeGreaterThan(answered.length * 0.95);
	for (const answer of answers) expect(answer).toHaveProperty('ok');
	const heard = JSON.stringify(answers);
	for (const leak of ['a bench', 'undefined', 'server_busy', cast.parts.lead.token]) expect(heard).not.toContain(leak);
	// Looked at one by one, and not turned away together.
	expect(answers.filter((answer) => !answer.ok && answer.code === 'too_fast').length).toBeLessThan(answers.length / 10);
	expect(statuses.filter((status) => status >= 500)).toEqual([]);

	await facilitator.watch('queue', 'summit', 'people');
	const texts = Object.values(facilitator.rows('queue') as Record<string, QueueRow>).map(({ text }) => text);
	const benches = texts.filter((text) => text.startsWith('a bench'));
	expect(benches.sort()).toEqual([...first.texts, ...worked.flatMap((one) => one.texts)].sort());
	for (const [index, voice] of students.entries()) {
		await voice.watch(`card:${voice.id}`);
		const mine = voice.row<MineRow>(`card:${voice.id}`, 'mine:neighbourhood');
		const left = [...(index === 0 ? first.left : []), ...(worked[index]?.left ?? [])];
		expect(mine?.marks.map(({ id }) => id)).toEqual(left);
		expect(voice.socket.connected).toBe(true);
	}
	expect(Object.keys(facilitator.rows('people'))).toHaveLength(8);
	expect(facilitator.row('summit', 'controls')).toMatchObject({ paused: false, version: 0 });
	// A fresh screen sees what the one that stayed does (L4).
	const fresh = voiceOf(cast.parts.lead);
	await fresh.watch('summit');
	await watched.watch('summit');
	expect(watched.rows('summit')).toEqual(fresh.rows('summit'));

	for (const voice of speakers) voice.close();
	await fresh.watch('summit');
	expect((await heldBytes(kit)) - before).toBeLessThan(KEPT);
	expect(await facilitator.must({ type: 'controls:pause' })).toEqual({});
	await fresh.until(() => fresh.row<{ paused: boolean }>('summit', 'controls')?.paused);
	// Nothing of it was a fault of the kit's own.
	expect(kit.said.split('\n').filter((line) => /"level":(50|60)|Error|Unhandled/.test(line))).toEqual([]);
}, 180_000);
