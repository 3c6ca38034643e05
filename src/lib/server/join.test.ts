import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage, FACILITATOR } from '../summit/testing.ts';
import { evolve } from '../summit/evolve.ts';
import { decide } from '../summit/summit.ts';
import type { Command } from '../summit/summit.ts';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { createJoin } from './join.ts';
import type { Join } from './join.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { chance } from './tokens.ts';

let clock: HandClock;
let join: Join;
let stage: Stage;
let over: Stage;
const waits: Promise<unknown>[] = [];

/** As much of a room as the door asks of it. */
function roomOf({ summit }: Stage, id: string): Room {
	const room = {
		id,
		summit,
		do: async (actor: Parameters<Room['do']>[0], command: Command) => {
			const context = { ...chance, actor, now: clock.now(), read: () => [], network: 'safe' } as const;
			const decision = decide(summit, command, context);
			if (!decision.ok) return { id: command.id, words: '', ...decision };
			for (const event of decision.events)
				evolve(summit, { ...event, seq: summit.seq + 1, at: clock.now(), actor: `${actor.role}:${actor.id}` });
			return { ok: true, id: command.id, answer: { ...decision.answer } };
		}
	};
	return room as unknown as Room;
}

beforeEach(() => {
	clock = handClock(1_000_000);
	stage = Stage.open(0);
	over = Stage.open(0);
	// Both stages draw alike; this one's code and key must be others.
	over.must(FACILITATOR, { type: 'doors:renew', seen: over.summit.doors.version });
	over.must(FACILITATOR, { type: 'summit:close' });
	const rooms = new Map([
		['open', roomOf(stage, 'open')],
		['over', roomOf(over, 'over')]
	]);
	const asked = { list: async () => [...rooms.values()], get: async (id: string) => rooms.get(id) ?? null };
	join = createJoin({ rooms: asked as unknown as Rooms, clock });
});
afterEach(async () => {
	clock.advance(10_000);
	await Promise.all(waits.splice(0));
});

const right = () => stage.summit.doors.code ?? '';
const key = () => stage.summit.doors.key ?? '';
const form = { school: 'north', band: '9-11', headcount: 1 } as const;
const wrong = (at: number) => String(100_000 + ((Number(right()) - 100_000 + at + 1) % 900_000));

/** So many wrong codes at once; what was answered without waiting. */
async function flood(count: number): Promise<string[]> {
	const answered: string[] = [];
	for (let at = 0; at < count; at += 1)
		waits.push(join.find({ code: wrong(at) }).then((answer) => answered.push(answer.ok ? 'in' : answer.code)));
	// Everything that answers without time passing has answered once a question asked later has.
	await join.find({ key: key() });
	await new Promise(setImmediate);
	return answered;
}

test('L6: sixty wrong codes are answered at once, two hundred more wait, and beyond them no line is held', async () => {
	const answered = await flood(300);
	expect(answered.filter((code) => code === 'code_unknown')).toHaveLength(60);
	expect(answered.filter((code) => code === 'code_busy')).toHaveLength(40);
	expect(answered).not.toContain('in');
	clock.advance(2_000);
	await Promise.all(waits);
	expect(answered.filter((code) => code === 'code_unknown')).toHaveLength(260);
	// One a second comes back.
	clock.advance(238_000);
	expect(await flood(5)).toHaveLength(0);
	clock.advance(65_000);
	expect(await flood(60)).toHaveLength(60);
});

test('L6: during a flood a right code is answered at once, and so is a key, right or wrong, which counts for nothing', async () => {
	await flood(500);
	expect(await join.find({ code: ` ${right().slice(0, 3)} ${right().slice(3)} ` })).toMatchObject({
		ok: true,
		key: key(),
		knocks: false
	});
	for (let at = 0; at < 300; at += 1)
		expect(await join.find({ key: 'x'.repeat(22) })).toMatchObject({ code: 'code_unknown' });
	expect(await join.join({ entrance: { key: key() }, ...form })).toMatchObject({ ok: true });
	expect(await join.find({ code: right() })).toMatchObject({ knocks: false });
});

test('L6, S14: once codes are guessed by the hundred a right one lets nobody in unseen: it knocks, once, and shows no key', async () => {
	await flood(700);
	const found = await join.find({ code: right() });
	if (!found.ok) throw new Error(found.code);
	expect(found.knocks).toBe(true);
	expect(found.key).not.toBe(key());
	expect((await join.behind(found.key))?.id).toBe('open');
	const both = await Promise.all([0, 1].map(() => join.join({ entrance: { key: found.key }, ...form })));
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	const [card] = stage.summit.cards.list.values();
	expect(card?.admittedAt).toBeNull();
	expect(await join.find({ key: found.key })).toMatchObject({ code: 'code_unknown' });
	// The square on the wall is 128 bits and lets in as ever.
	expect(await join.join({ entrance: { key: key() }, ...form })).toMatchObject({ ok: true });
	expect([...stage.summit.cards.list.values()].map(({ admittedAt }) => admittedAt !== null)).toEqual([false, true]);
	const later = await join.find({ code: right() });
	clock.advance(600_000);
	expect(await join.find({ key: later.ok ? later.key : '' })).toMatchObject({ code: 'code_unknown' });
	clock.advance(700_000);
	expect(await join.find({ code: right() })).toMatchObject({ knocks: false, key: key() });
});

test('S14: a code of shut doors, or of a summit that is over, is a wrong one; a key says why', async () => {
	expect(await join.find({ code: over.summit.doors.code ?? '' })).toMatchObject({ code: 'code_unknown' });
	expect(await join.find({ key: over.summit.doors.key ?? '' })).toMatchObject({ code: 'summit_closed' });
	const code = right();
	stage.must(FACILITATOR, { type: 'doors:close' });
	expect(await join.find({ code })).toMatchObject({ code: 'code_unknown' });
	expect(await join.find({ key: key() })).toMatchObject({ code: 'doors_shut' });
	expect(await join.find({ code: '' })).toMatchObject({ code: 'code_unknown' });
});
