/**
 * S8: each control acts on every connected screen at once, ahead of everything else that waits to be sent; one press takes
 * it back; the log says who did it. In the room: a wall, two phones, two consoles, a lead and an observer.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandBody, TopicRows } from '../../src/lib/live/protocol.ts';
import type { Room } from '../../src/lib/server/room.ts';
import type { MarkEntry } from '../../src/lib/summit/stations/entries.ts';
import type { CardsRow } from '../../src/lib/summit/topics/cards.ts';
import type { CardRow, ControlsRow, MineRow, StationRow, WallRows } from '../../src/lib/summit/topics/room.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import { joinAs, joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

const STATION = 'neighbourhood';
let kit: Kit;
let room: Room;
let facilitator: Voice;
let helper: Voice;
let lead: Voice;
let other: Voice;
let wall: Voice;
let observer: Voice;
let phone: Voice;
let bystander: Voice;
let everybody: Voice[] = [];

beforeEach(async () => {
	kit = await startKit();
	({ room, facilitator, lead, other } = await runningSummit(kit));
	helper = await joinAs(kit, room, 'stationLead');
	wall = await joinAs(kit, room, 'wall');
	observer = await joinAs(kit, room, 'observer');
	phone = await joinCard(kit, room);
	bystander = await joinCard(kit, room);
	everybody = [facilitator, helper, lead, other, wall, observer, phone, bystander];
	for (const voice of [phone, bystander]) await voice.watch('summit', `card:${voice.id}`, 'choose');
	for (const voice of [wall, observer]) await voice.watch('summit', 'wall', `heat:${STATION}`);
	for (const voice of [facilitator, helper, lead, other]) await voice.watch('summit', 'run', 'queue', 'wall');
	for (const voice of [facilitator, lead]) await voice.watch(`marks:${STATION}`);
	await lead.watch('cards');
});
afterEach(async () => {
	for (const voice of everybody) voice.close();
	await kit.close();
});

const controls = (voice: Voice) => voice.row<ControlsRow>('summit', 'controls');
const station = (voice: Voice) => voice.row<StationRow>('summit', `station:${STATION}`);
const doors = (voice: Voice) => voice.row<WallRows['doors']>('wall', 'doors');
const mine = (voice: Voice) => voice.row<MineRow>(`card:${voice.id}`, `mine:${STATION}`);
const marksSeen = (voice: Voice) => Object.keys(voice.rows(`marks:${STATION}`)).length;
const events = async () => {
	const log = await kit.app.store.read({ summit: room.id, after: 0, limit: 10_000 });
	return log.map(({ type, actor }) => [type, actor]);
};
const step = () => room.summit.stations.get(STATION)?.settings.steps.find(({ type }) => type === 'marks')?.id ?? '';
const pin = (x: number, words?: string): CommandBody => {
	const entry: MarkEntry = { type: 'mark', at: [x, 0.4], place: null, feeling: 'safe', when: [], with: [], why: [] };
	const said = words === undefined ? {} : { words };
	return { type: 'station:contribute', station: STATION, step: step(), entry, ...said };
};

/** What one screen is sent from now on, in order: topic and keys. */
function sentTo(voice: Voice): string[] {
	const sent: string[] = [];
	voice.socket.on('frame', ({ topics }: { topics: TopicRows[] }) => {
		for (const { topic, rows } of topics) for (const key of Object.keys(rows)) sent.push(`${topic}/${key}`);
	});
	return sent;
}

test('S8: pausing and blanking reach all eight screens, ahead of what waited, and one press each takes them back', async () => {
	const orders = everybody.map(sentTo);
	const version = () => room.summit.controls.version;
	// Something that waits its turn for every console and phone, stored just before the press.
	const before = phone.must(pin(0.3, 'the marigold lamp'));
	const press = facilitator.must({ type: 'controls:pause' });
	await Promise.all([before, press]);
	for (const voice of everybody) await voice.until(() => controls(voice)?.paused);
	await helper.until(() => Object.keys(helper.rows('queue')).length === 1);
	await phone.until(() => mine(phone)?.marks.length === 1);
	for (const [at, sent] of orders.entries()) expect(sent[0], String(at)).toBe('summit/controls');
	expect(await phone.do(pin(0.5))).toMatchObject({ ok: false, code: 'paused' });
	expect(await helper.do({ type: 'controls:resume', seen: version() - 1 })).toMatchObject({
		code: 'changed_meanwhile'
	});
	await helper.must({ type: 'controls:resume', seen: version() });
	for (const voice of everybody) await voice.until(() => controls(voice)?.paused === false);
	await helper.must({ type: 'controls:blank' });
	for (const voice of everybody) await voice.until(() => controls(voice)?.blanked);
	await lead.must({ type: 'controls:unblank', seen: version() });
	for (const voice of everybody) await voice.until(() => controls(voice)?.blanked === false);
	expect(await events()).toEqual(
		expect.arrayContaining([
			['controls:paused', `facilitator:${facilitator.id}`],
			['controls:resumed', `stationLead:${helper.id}`],
			['controls:blanked', `stationLead:${helper.id}`],
			['controls:unblanked', `lead:${lead.id}`]
		])
	);
});

test('S8: a frozen station and shut doors reach every screen they concern, and come back by one press', async () => {
	await helper.must({ type: 'station:pause', station: STATION });
	for (const voice of everybody) await voice.until(() => station(voice)?.status === 'paused');
	await helper.must({
		type: 'station:resume',
		station: STATION,
		seen: room.summit.stations.get(STATION)?.version ?? 0
	});
	for (const voice of everybody) await voice.until(() => station(voice)?.status === 'open');

	const { code, key } = room.summit.doors;
	const screens = [wall, observer, facilitator, helper, lead, other];
	await helper.must({ type: 'doors:close' });
	for (const voice of screens) await voice.until(() => doors(voice)?.open === false);
	expect(
		await kit.app.join.join({ entrance: { key: key ?? '' }, school: 'northbank', band: '9-11', headcount: 1 })
	).toMatchObject({
		code: 'doors_shut'
	});
	await facilitator.must({ type: 'doors:open', seen: room.summit.doors.version });
	for (const voice of screens) await voice.until(() => doors(voice)?.open);
	expect(doors(wall)).toEqual({ open: true, knock: false, code, key });
	await facilitator.must({ type: 'doors:renew', seen: room.summit.doors.version });
	await wall.until(() => doors(wall)?.code !== code && doors(wall)?.key !== key);
	expect(await kit.app.join.find({ key: key ?? '' })).toMatchObject({ code: 'code_unknown' });
});

test('S8: clearing a drawing and stopping a card act on its phone and on consoles, undone by one press; the bystander keeps theirs', async () => {
	await phone.must(pin(0.3));
	await bystander.must(pin(0.6));
	for (const voice of [facilitator, lead]) await voice.until(() => marksSeen(voice) === 2);
	await lead.must({ type: 'cards:wipe', card: phone.id });
	await phone.until(() => mine(phone)?.marks.length === 0 && mine(phone)?.cleared.length === 1);
	for (const voice of [facilitator, lead]) await voice.until(() => marksSeen(voice) === 1);
	await lead.until(() => lead.row<CardsRow>('cards', phone.id)?.cleared === 1);
	await other.must({ type: 'cards:unwipe', card: phone.id });
	await phone.until(() => mine(phone)?.marks.length === 1 && mine(phone)?.cleared.length === 0);
	for (const voice of [facilitator, lead]) await voice.until(() => marksSeen(voice) === 2);

	await lead.must({ type: 'cards:remove', card: phone.id });
	await phone.until(() => phone.row<CardRow>(`card:${phone.id}`, 'card')?.removed);
	for (const voice of [wall, observer])
		await voice.until(() => voice.row<{ count: number }>('summit', 'taking-part')?.count === 1);
	await phone.must({ type: 'talk:ask', how: 'come', aboutAdult: false });
	await other.must({ type: 'cards:restore', card: phone.id });
	await phone.until(() => phone.row<CardRow>(`card:${phone.id}`, 'card')?.removed === false);
	expect(mine(bystander)).toMatchObject({ marks: [{ step: step() }], cleared: [] });
	for (const voice of [wall, observer, bystander, facilitator, helper])
		expect(voice.heard.join('\n')).not.toContain(phone.id);
	expect(await facilitator.do({ type: 'cards:wipe', card: phone.id })).toMatchObject({ code: 'not_allowed' });
});

test('S8, S12: whoever reads a text stops and clears its writer without hearing which card that is', async () => {
	await phone.must(pin(0.3, 'rude words'));
	const item = await helper.until(() => Object.values(helper.rows('queue')).at(0) as QueueRow | undefined);
	await helper.must({ type: 'author:stop', item: item.id });
	await helper.must({ type: 'author:wipe', item: item.id });
	await phone.until(() => phone.row<CardRow>(`card:${phone.id}`, 'card')?.removed && mine(phone)?.cleared.length === 1);
	await facilitator.until(() => {
		const row = facilitator.row<QueueRow>('queue', item.id);
		return row?.stopped && row.cleared && marksSeen(facilitator) === 0;
	});
	await lead.until(() => lead.row<CardsRow>('cards', phone.id)?.removed);
	await facilitator.must({ type: 'author:restore', item: item.id });
	await facilitator.must({ type: 'author:unwipe', item: item.id });
	await phone.until(
		() => phone.row<CardRow>(`card:${phone.id}`, 'card')?.removed === false && mine(phone)?.marks.length === 1
	);
	for (const voice of [helper, facilitator, wall, observer, bystander])
		expect(voice.heard.join('\n')).not.toContain(phone.id);
	expect(await events()).toContainEqual(['cards:removed', `stationLead:${helper.id}`]);
	expect(await observer.do({ type: 'author:stop', item: item.id })).toMatchObject({ code: 'not_allowed' });
	expect(await helper.watch('cards')).toMatchObject({ topics: [{ refused: 'not_allowed' }] });
});

test('S8, L4: a screen that was cut off comes back to what was pressed meanwhile', async () => {
	for (const voice of [wall, phone]) voice.socket.io.engine.close();
	await facilitator.must({ type: 'controls:pause' });
	await facilitator.must({ type: 'doors:close' });
	for (const voice of [wall, phone]) await voice.until(() => controls(voice)?.paused);
	await wall.until(() => doors(wall)?.open === false);
	const fresh = await joinAs(kit, room, 'wall');
	everybody.push(fresh);
	await fresh.watch('summit', 'wall');
	for (const topic of ['summit', 'wall'])
		await wall.until(() => JSON.stringify(wall.rows(topic)) === JSON.stringify(fresh.rows(topic)));
});

test('S8, S14: who knocks hears of the room and of no picture of it, and is let in by one press, on every screen', async () => {
	await facilitator.must({ type: 'doors:knock', seen: room.summit.doors.version });
	await wall.until(() => doors(wall)?.knock);
	const knocks = await joinCard(kit, room);
	everybody.push(knocks);
	await knocks.watch('summit', `card:${knocks.id}`);
	expect(await knocks.watch(`heat:${STATION}`)).toMatchObject({ topics: [{ refused: 'not_admitted' }] });
	expect(knocks.row<CardRow>(`card:${knocks.id}`, 'card')).toMatchObject({ admitted: false, agreed: true });
	const waiting = (voice: Voice) => voice.row<{ knocking: { cards: number } }>('run', 'doors')?.knocking.cards;
	for (const voice of [facilitator, helper, lead]) await voice.until(() => waiting(voice) === 1);
	expect(await knocks.do(pin(0.4))).toMatchObject({ ok: false, code: 'not_admitted' });
	await knocks.must({ type: 'talk:ask', how: 'come', aboutAdult: false });
	expect(
		await kit.app.identity.who({ headers: new Headers({ cookie: knocks.cookie }), summit: room.id, as: 'card' })
	).not.toBeNull();
	await helper.must({ type: 'doors:admit', most: 1 });
	await knocks.until(() => knocks.row<CardRow>(`card:${knocks.id}`, 'card')?.admitted);
	for (const voice of [facilitator, helper, lead]) await voice.until(() => waiting(voice) === 0);
	for (const voice of [wall, bystander])
		await voice.until(() => voice.row<{ count: number }>('summit', 'taking-part')?.count === 3);
	await knocks.must(pin(0.4));
	expect(await knocks.watch(`heat:${STATION}`)).not.toMatchObject({ topics: [{ refused: 'not_admitted' }] });
});
