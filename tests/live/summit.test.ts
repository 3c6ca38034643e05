import { afterEach, beforeEach, expect, test } from 'vitest';
import { chance } from '../../src/lib/server/tokens.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import type { WorryRow } from '../../src/lib/summit/topics/leads.ts';
import type { TalkRow } from '../../src/lib/summit/topics/room.ts';
import { joinAs, joinCard, makeSummit, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

let kit: Kit;
const voices: Voice[] = [];
const heardBy = (voice: Voice): string => voice.heard.join('\n');

beforeEach(async () => {
	kit = await startKit();
});
afterEach(async () => {
	for (const voice of voices.splice(0)) voice.close();
	await kit.close();
});

function step(
	room: { summit: { stations: ReadonlyMap<string, { settings: { steps: { id: string; type: string }[] } }> } },
	type: string
): string {
	const found = room.summit.stations.get('neighbourhood')?.settings.steps.find((one) => one.type === type);
	if (!found) throw new Error(`no step of type ${type}`);
	return found.id;
}

test('S2: words reach the wall only after an adult approved them and five seconds passed; bystanders see nothing before', async () => {
	const { room, facilitator, lead } = await runningSummit(kit);
	const wall = await joinAs(kit, room, 'wall');
	const observer = await joinAs(kit, room, 'observer');
	const student = await joinCard(kit, room);
	const bystander = await joinCard(kit, room);
	voices.push(facilitator, lead, wall, observer, student, bystander);
	await wall.watch('summit', 'wall');
	await observer.watch('summit', 'wall');
	await bystander.watch('summit', 'choose', `card:${bystander.id}`);
	await facilitator.watch('queue', 'run', 'wall');

	const words = 'the marigold lamp by the park is broken';
	await student.must({
		type: 'station:contribute',
		station: 'neighbourhood',
		step: step(room, 'words'),
		entry: { type: 'words' },
		words
	});
	const item = await facilitator.until(() => Object.values(facilitator.rows('queue')).at(0) as QueueRow | undefined);
	expect(item.text).toBe(words);
	await facilitator.must({ type: 'words:show', item: item.id, seen: item.version });
	const held = await facilitator.until(() => {
		const row = facilitator.row<QueueRow>('queue', item.id);
		return row?.state === 'held' && row;
	});
	expect(held.settlesAt).not.toBeNull();
	expect(heardBy(wall)).not.toContain('marigold');
	await wall.until(() => heardBy(wall).includes('marigold'));
	expect(Date.now()).toBeGreaterThanOrEqual(held.settlesAt ?? Infinity);
	expect(heardBy(bystander)).not.toContain('marigold');
	expect(heardBy(wall)).not.toContain(student.id);
	await observer.until(() => heardBy(observer).includes('marigold'));
});

test('S3, L7: two people deciding on one text: the second is told who was first, and nothing changes', async () => {
	const { room, facilitator } = await runningSummit(kit);
	const first = await joinAs(kit, room, 'stationLead', { name: 'Robin' });
	const student = await joinCard(kit, room);
	voices.push(facilitator, first, student);
	await first.watch('queue');
	await student.must({
		type: 'station:contribute',
		station: 'neighbourhood',
		step: step(room, 'words'),
		entry: { type: 'words' },
		words: 'more lamps'
	});
	const item = await first.until(() => Object.values(first.rows('queue')).at(0) as QueueRow | undefined);
	const answers = await Promise.all([
		first.do({ type: 'words:keep', item: item.id, seen: item.version, reason: 'unclear' }),
		facilitator.do({ type: 'words:show', item: item.id, seen: item.version })
	]);
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	const refusal = answers.find((answer) => !answer.ok);
	expect(refusal).toMatchObject({ code: 'already_decided' });
});

test('S5, S7: Talk to someone reaches the lead of that school, not a facilitator, and the device is told when it is read', async () => {
	const { room, facilitator, lead, other } = await runningSummit(kit);
	const student = await joinCard(kit, room, 'northbank');
	voices.push(facilitator, lead, other, student);
	await lead.watch(`worries:${lead.id}`);
	await other.watch(`worries:${other.id}`);
	await facilitator.watch('run', 'queue', 'people', 'ideas');
	expect(await facilitator.watch(`worries:${lead.id}`)).toMatchObject({ topics: [{ refused: 'not_allowed' }] });
	await student.watch(`card:${student.id}`);
	await student.must({ type: 'talk:ask', how: 'come', aboutAdult: false, words: 'please can we talk, marigold' });
	const worry = await lead.until(
		() =>
			Object.entries(lead.rows(`worries:${lead.id}`)).find(([key]) => key.startsWith('worry:'))?.[1] as
				WorryRow | undefined
	);
	expect(worry).toMatchObject({ kind: 'talk', state: 'new', text: null, hasText: true });
	await lead.must({ type: 'worry:see', worry: worry.id });
	await lead.until(() => lead.row<WorryRow>(`worries:${lead.id}`, `worry:${worry.id}`)?.text?.includes('marigold'));
	const read = await student.until(() => {
		const row = student.row<TalkRow>(`card:${student.id}`, `talk:${worry.id}`);
		return row?.readAt !== null && row;
	});
	expect(read.readBy).toBe('safeguarding lead');
	expect(heardBy(facilitator)).not.toContain('marigold');
	expect(heardBy(other)).not.toContain('marigold');
	expect(heardBy(student)).not.toContain('marigold');
});

test('L2: the same command twice is stored once and answered the same; another card learns nothing from its id', async () => {
	const { room, facilitator } = await runningSummit(kit);
	const student = await joinCard(kit, room);
	const stranger = await joinCard(kit, room);
	voices.push(facilitator, student, stranger);
	const body = {
		id: chance.id(),
		type: 'station:contribute',
		station: 'neighbourhood',
		step: step(room, 'words'),
		entry: { type: 'words' },
		words: 'once'
	} as const;
	const [first, second] = await Promise.all([student.do(body), student.do(body)]);
	expect(second).toEqual(first);
	expect(await student.do(body)).toEqual(first);
	expect(room.summit.queue.items.size).toBe(1);
	const theirs = await stranger.do({ ...body, words: 'mine' });
	expect(theirs.ok && first.ok && theirs.answer['contribution'] !== first.answer['contribution']).toBe(true);
	expect(room.summit.queue.items.size).toBe(2);
});

test('S8, L4: pause reaches every screen, and one that comes back sees exactly what a fresh one sees', async () => {
	const { room, facilitator } = await runningSummit(kit);
	const wall = await joinAs(kit, room, 'wall');
	const student = await joinCard(kit, room);
	voices.push(facilitator, wall, student);
	for (const voice of [wall, student]) await voice.watch('summit');
	wall.socket.io.engine.close();
	await facilitator.must({ type: 'controls:pause' });
	await student.until(() => student.row<{ paused: boolean }>('summit', 'controls')?.paused);
	await facilitator.must({ type: 'station:pause', station: 'neighbourhood' });
	await wall.until(() => wall.row<{ paused: boolean }>('summit', 'controls')?.paused);
	await wall.until(() => wall.row<{ status: string }>('summit', 'station:neighbourhood')?.status === 'paused');
	const fresh = await joinAs(kit, room, 'wall');
	voices.push(fresh);
	await fresh.watch('summit');
	await wall.until(() => JSON.stringify(wall.rows('summit')) === JSON.stringify(fresh.rows('summit')));
	const late = await student.do({
		type: 'station:contribute',
		station: 'neighbourhood',
		step: step(room, 'words'),
		entry: { type: 'words' },
		words: 'kept though paused'
	});
	expect(late).toMatchObject({ ok: true, answer: { late: true } });
});

test('S14, L7: doors stay shut with what is missing named; unknown commands and roles are refused with a code', async () => {
	const { room } = await makeSummit(kit);
	const facilitator = await joinAs(kit, room, 'facilitator', { name: 'Alex Morgan' });
	voices.push(facilitator);
	const shut = await facilitator.do({ type: 'doors:open', seen: 0 });
	expect(shut).toMatchObject({ ok: false, code: 'not_ready' });
	expect(await facilitator.do({ type: 'plan:sign', seen: 0 })).toMatchObject({ code: 'not_allowed' });
	const odd = await new Promise((resolve) =>
		facilitator.socket.emit('do', { id: 'x'.repeat(12), type: 'nothing:here' }, resolve)
	);
	expect(odd).toMatchObject({ ok: false, code: 'unknown_command' });
	const bent = await new Promise((resolve) =>
		facilitator.socket.emit('do', { id: 'x'.repeat(12), type: 'doors:close', extra: 1 }, resolve)
	);
	expect(bent).toMatchObject({ ok: false, code: 'malformed' });
	for (const rubbish of [null, 1, 'x', [], { id: 1 }, { __proto__: { id: 'x' } }]) {
		const answer = await new Promise((resolve) => facilitator.socket.emit('do', rubbish, resolve));
		expect(answer).toMatchObject({ ok: false, code: 'malformed' });
	}
	// Without an answer function there is nobody to answer; the kit goes on for everybody.
	facilitator.socket.emit('do', { id: 'y'.repeat(12), type: 'doors:close' }, undefined as never);
	expect(await facilitator.do({ type: 'doors:close' })).toMatchObject({ code: 'already_so' });
});

test('S7, S12: a revoked link is cut off at once and cannot come back', async () => {
	const { room, facilitator } = await runningSummit(kit);
	const helper = await joinAs(kit, room, 'stationLead', { name: 'Robin' });
	voices.push(facilitator, helper);
	await helper.watch('queue');
	await facilitator.must({ type: 'people:revoke', person: helper.id });
	await helper.until(() => helper.evicted);
	expect(helper.evicted).toBe('not_signed_in');
	const headers = new Headers({ cookie: helper.cookie });
	expect(await kit.app.identity.who({ headers, summit: room.id, as: 'stationLead' })).toBeNull();
});
