/**
 * L4, L7: a device that does not read costs nobody else anything. Little waits for it, others hear everything, and once it
 * reads, or comes back, it holds exactly what a fresh screen holds.
 */
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { many, timeout } from './how-long.ts';
import { joinAs, joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';
import { StillReader } from './still-reader.ts';
import type { By } from './still-reader.ts';

/** Packets that wait for one socket at most: those after which frames pass it by, and what it lacks. */
const WAITING = 10;
/**
 * Each sends everybody the whole topic of the summit, about 45 KB. Over a WebSocket together they must be more than the
 * system itself keeps for a line that nobody reads.
 */
const EDITS = { websocket: many({ short: 300, long: 3_000 }), polling: many({ short: 60, long: 600 }) };

const LONG_TEXT = 'We look after each other today. '.repeat(35);

let kit: Kit;
let room: Room;
let facilitator: Voice;
/** The test has ended, if only by taking too long: nobody looks any more. */
let over = false;

beforeEach(async () => {
	over = false;
	kit = await startKit();
	({ room, facilitator } = await runningSummit(kit));
}, 60_000);
afterEach(async () => {
	over = true;
	facilitator.close();
	await kit.close();
});

/** What the engine holds for one line. */
function waitingFor(sid: string): { packets: number } | null {
	// Its types hide the buffer, which is what this test is about.
	const clients = kit.app.engine as unknown as { clients: Record<string, { writeBuffer: unknown[] } | undefined> };
	const line = clients.clients[sid];
	return line ? { packets: line.writeBuffer.length } : null;
}

async function edit(count: number): Promise<void> {
	const by = { role: 'facilitator' as const, id: facilitator.id };
	const change = { quietRoom: `Library, door ${count}`, welfare: Array.from({ length: 16 }, () => LONG_TEXT) };
	const seen = room.summit.setup.version;
	const answer = await room.do(by, { id: chance.id(), type: 'setup:edit', seen, change });
	if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
}

async function stillOne(by: By): Promise<{ still: StillReader; card: Voice }> {
	const card = await joinCard(kit, room);
	const still = await StillReader.open({ url: kit.url, summit: room.id, as: 'card', cookie: card.cookie }, by);
	const topics = ['summit', `card:${card.id}`];
	const number = still.ask(
		'watch',
		topics.map((topic) => ({ topic }))
	);
	await still.until(() => still.answers.has(number));
	return { still, card };
}

/** The room goes on; at each step something is asked. */
async function goOn(steps: number, look: (step: number) => void | Promise<void>): Promise<void> {
	for (let step = 0; step < steps; step += 1) {
		await edit(step);
		await look(step);
	}
}

test.each(['websocket', 'polling'] as const)(
	'L4: whoever stops reading (%s) is passed by, and lacks nothing once it reads',
	async (by) => {
		const { still, card } = await stillOne(by);
		const wall = await joinAs(kit, room, 'wall');
		await wall.watch('summit');
		await card.watch('summit', `card:${card.id}`);
		still.stopReading();
		let most = 0;
		await goOn(EDITS[by], async (step) => {
			most = Math.max(most, waitingFor(still.sid)?.packets ?? 0);
			if (step % 50 === 0) still.pong();
			// Others are answered and hear everything meanwhile.
			if (step % 50 === 0)
				await card.must({
					type: 'station:contribute',
					station: 'neighbourhood',
					step: 'one-idea',
					entry: { type: 'words' },
					words: `Lamps on the path, please ${step}`
				});
		});
		const last = `Library, door ${EDITS[by] - 1}`;
		const quietRoom = (voice: Voice) => voice.row<{ quietRoom: string }>('summit', 'about')?.quietRoom;
		await Promise.all([wall.until(() => quietRoom(wall) === last), card.until(() => quietRoom(card) === last)]);
		// That it was passed by at all is what makes the rest worth anything.
		expect(most).toBeGreaterThan(2);
		expect(most).toBeLessThanOrEqual(WAITING);
		expect(waitingFor(still.sid)).not.toBeNull();

		still.readOn();
		const held = (topic: string): unknown => Object.fromEntries(still.rows.get(topic) ?? []);
		await still.until(() => JSON.stringify(held('summit')).includes(last));
		for (const topic of ['summit', `card:${card.id}`]) {
			await card.watch(topic);
			// A frame of it may still be on its way; one that never comes ends the test by its time.
			await still.until(() => isDeepStrictEqual(held(topic), card.rows(topic)));
		}
		// It hears what comes from now on, as before.
		await edit(EDITS[by]);
		await still.until(() => JSON.stringify(held('summit')).includes(`door ${EDITS[by]}`));
		expect(still.closed).toBe(false);
		still.leave();
		wall.close();
		card.close();
	},
	timeout(60_000)
);

test.each(['websocket', 'polling'] as const)(
	'L2, L7: when too many answers wait (%s) the line is closed, and the device comes back and sends again',
	async (by) => {
		const { still, card } = await stillOne(by);
		still.stopReading();
		await goOn(EDITS[by], (step) => (step % 50 === 0 ? still.pong() : undefined));
		const command = {
			...{ id: 'first-of-many-0001', type: 'station:contribute', station: 'neighbourhood', step: 'one-idea' },
			...{ entry: { type: 'words' }, words: 'A crossing by the school' }
		};
		still.ask('do', command);
		for (let count = 0; count < 600; count += 1) still.ask('do', { id: `nothing-${count}`, type: 'nothing' });
		// It goes on answering pings, so that silence is not what ends the line.
		const alive = setInterval(() => still.pong(), 5_000);
		await new Promise<void>((resolve) => {
			const look = (): void => (over || waitingFor(still.sid) === null ? resolve() : void setImmediate(look));
			look();
		});
		clearInterval(alive);
		const again = await StillReader.open({ url: kit.url, summit: room.id, as: 'card', cookie: card.cookie }, by);
		const number = again.ask('do', command);
		await again.until(() => again.answers.has(number));
		expect(again.answers.get(number)).toMatchObject({ ok: true, id: command.id });
		const kept = [...room.summit.queue.items.values()].filter(({ text }) => text === command.words);
		expect(kept).toHaveLength(1);
		still.leave();
		again.leave();
		card.close();
	},
	timeout(60_000)
);
