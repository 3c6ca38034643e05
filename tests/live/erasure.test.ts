/** S13: what is erased is in no file and opens with no key, in no copy that was made before; what is held can be read. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackups } from '../../src/lib/server/backups.ts';
import { handClock } from '../../src/lib/server/clock.ts';
import type { HandClock } from '../../src/lib/server/clock.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { startOf } from '../../src/lib/summit/days.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import type { LoggedEvent } from '../../src/lib/summit/summit.ts';
import { picture } from '../../src/lib/summit/testing.ts';
import { parseTopic } from '../../src/lib/summit/roles.ts';
import type { WorryRow } from '../../src/lib/summit/topics/leads.ts';
import { keysOf, rowOf } from '../../src/lib/summit/topics.ts';
import {
	allFiles,
	ciphertexts,
	keysIn,
	must,
	opened,
	plantDay,
	plantedIn,
	plantedInText,
	signPlan
} from './erasure-day.ts';
import type { Planted } from './erasure-day.ts';
import { joinAs, joinCard, makeSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

const START = startOf('2027-01-15') + 12 * 3_600_000;
const NAME = 'Student Safety Summit';

/** Resolves at the next event of this type. */
function next(room: Room, type: LoggedEvent['type']): Promise<void> {
	return new Promise((resolve) => {
		const stop = room.onChange(({ events }) => {
			if (!events.some((event) => event.type === type)) return;
			stop();
			resolve();
		});
	});
}

async function openSummit(kit: Kit): Promise<{ room: Room; facilitator: Actor; lead: Actor; leadVoice: Voice }> {
	const { room, facilitator: id } = await makeSummit(kit);
	const facilitator: Actor = { role: 'facilitator', id };
	const leadVoice = await joinAs(kit, room, 'lead', { name: 'Jo Cole', school: 'northbank' });
	const other = await joinAs(kit, room, 'lead', { name: 'Amir Hassan', school: 'harbour-lane' });
	for (const voice of [leadVoice, other]) await voice.must({ type: 'people:answer' });
	other.close();
	await must(room, facilitator, { type: 'doors:open', seen: 0 });
	await must(room, facilitator, { type: 'station:open', station: 'neighbourhood', seen: 0 });
	await must(room, facilitator, { type: 'station:reveal', station: 'neighbourhood', seen: 1 });
	return { room, facilitator, lead: { role: 'lead', id: leadVoice.id }, leadVoice };
}

/** Everything any audience is sent now, and that no row throws. */
function everyRow(room: Room): string {
	const { summit } = room;
	const people = [...summit.people.list.keys()];
	const names = [
		'summit',
		'choose',
		'wall',
		'run',
		'queue',
		'late',
		'lists',
		'cards',
		'people',
		'setup',
		'ideas',
		'plan'
	];
	const own = people.flatMap((id) => [`alarm:${id}`, `worries:${id}`, `data:${id}`, `owner:${id}`]);
	const stations = [...summit.stations.keys()].flatMap((id) => [`marks:${id}`, `heat:${id}`]);
	return [...names, ...own, ...stations]
		.map((name) => parseTopic(name))
		.flatMap((topic) => (topic ? keysOf(summit, topic).map((key) => JSON.stringify(rowOf(summit, topic, key))) : []))
		.join('\n');
}

describe('erasing a summit of thousands of words', () => {
	let [dataDir, copies] = ['', ''];
	let kit: Kit;
	let clock: HandClock;
	let room: Room;
	let planted: Planted;
	let leadVoice: Voice;
	let card: Voice;
	let bystander: { room: Room; planted: Planted };
	let reader: Database.Database;
	const file = (dir: string) => path.join(dir, 'summit.db');

	beforeAll(async () => {
		dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-erase-'));
		copies = await mkdtemp(path.join(os.tmpdir(), 'summit-copies-'));
		clock = handClock(START);
		kit = await startKit({ dataDir, clock });
		const opening = await openSummit(kit);
		({ room, leadVoice } = opening);
		planted = await plantDay(room, { ...opening, each: 100 });
		clock.advance(6_000);
		await room.read(() => undefined);
		await signPlan(room, planted);
		card = await joinCard(kit, room);
		const other = await openSummit(kit);
		bystander = { room: other.room, planted: await plantDay(other.room, { ...other, each: 2 }) };
		other.leadVoice.close();
		await leadVoice.watch(`worries:${leadVoice.id}`, `data:${leadVoice.id}`, 'ideas', 'wall', 'summit');
		const hold = { reason: 'safeguarding', note: 'zebranoteofahold', until: '2027-12-01' } as const;
		await leadVoice.must({ type: 'retention:hold', worry: planted.worry, ...hold });
		const dir = path.join(dataDir, 'backups');
		const files = ['summit.db', 'accounts.db'].map((name) => path.join(dataDir, name));
		await createBackups({ dir, days: 7, files, clock, fault: () => undefined }).make();
		await mkdir(path.join(copies, 'wal'));
		for (const end of ['', '-wal', '-shm'])
			await cp(`${file(dataDir)}${end}`, `${file(path.join(copies, 'wal'))}${end}`);
		await cp(dir, path.join(copies, 'backup'), { recursive: true });
	});
	afterAll(async () => {
		leadVoice.close();
		card.close();
		await kit.close();
		for (const dir of [dataDir, copies]) await rm(dir, { recursive: true, force: true });
	});

	const old = async () => {
		const [backup = ''] = [...(await allFiles(path.join(copies, 'backup'))).keys()].filter((one) =>
			path.basename(one).startsWith('summit-')
		);
		return [...ciphertexts(file(path.join(copies, 'wal'))), ...ciphertexts(backup)];
	};
	const ofRoom = async () => (await old()).filter(({ summit }) => summit === room.id);

	test('S13: before it, the means to look find what there is: old copies open, planted words are found', async () => {
		const read = opened(await ofRoom(), keysIn(await allFiles(dataDir)).slice(0, 12)).join('\n');
		expect(planted.words.length).toBeGreaterThan(2_000);
		expect(planted.words.filter((word) => !read.includes(word))).toEqual([]);
		expect(planted.positions.some((position) => read.includes(position))).toBe(true);
		expect(plantedIn(new Map([['a', Buffer.from(`x${planted.held}`, 'utf16le').subarray(1)]]))).toEqual([planted.held]);
		expect(leadVoice.rows('ideas')).not.toEqual({});
	});

	test('S13: with an open reader in the way there is no receipt, and the screen says so', async () => {
		reader = new Database(file(dataDir), { readonly: true });
		reader.exec('begin');
		reader.prepare('select count(*) from event').get();
		const stalled = next(room, 'retention:stalled');
		await leadVoice.must({ type: 'retention:erase-now', reason: 'finished', confirm: NAME });
		await stalled;
		clock.advance(200);
		await leadVoice.until(() => leadVoice.row<{ state: string }>(`data:${leadVoice.id}`, 'data')?.state === 'stalled');
		expect(room.summit.retention.receipts).toEqual([]);
		expect(leadVoice.row<{ erasedAt: number | null }>('summit', 'about')?.erasedAt).toBeNull();
		await card.until(() => card.evicted);
		expect(card.evicted).toBe('not_signed_in');
	});

	test('S13: once the reader has left there is a receipt, and it says what it cannot reach', async () => {
		const receipt = next(room, 'retention:erased');
		reader.close();
		clock.advance(1_000);
		await receipt;
		clock.advance(200);
		await leadVoice.until(() => leadVoice.row<{ state: string }>(`data:${leadVoice.id}`, 'data')?.state === 'erased');
		const [given] = room.summit.retention.receipts;
		expect(given?.backups).toBeGreaterThanOrEqual(2);
		expect(given?.cannotReach).toEqual(expect.arrayContaining(['copies', 'prints', 'snapshots']));
	});

	test('S13: no file holds a word or a position, and no old copy opens with any key there is', async () => {
		const files = await allFiles(dataDir);
		expect(plantedIn(files)).toEqual([]);
		const keys = keysIn(files);
		const mine = await ofRoom();
		const some = mine.filter((_, n) => n % 900 === 0 || n > mine.length - 3);
		const many = mine.filter((_, n) => n % 8 === 0);
		expect(opened(many, keys.slice(0, 12))).toEqual([]);
		expect(opened(some, keys)).toEqual([]);
		// Nor does any file hold an old sealed text any more: not the database, its journal, or a backup.
		const lying = mine
			.filter((_, n) => n % 50 === 0)
			.filter(({ sealed }) => [...files.values()].some((bytes) => bytes.includes(sealed)));
		expect(lying.map(({ event }) => event)).toEqual([]);
		const others = (await old()).filter(({ summit }) => summit === bystander.room.id);
		expect(opened(others, keys.slice(0, 12))).toHaveLength(others.length);
	});

	test('S13: the held text can be read, its neighbour of the same card cannot, and no card’s doing is left', () => {
		const row = leadVoice.row<WorryRow>(`worries:${leadVoice.id}`, `worry:${planted.worry}`);
		expect(row?.text).toBe(planted.held);
		expect(everyRow(room)).not.toContain(planted.neighbour);
		expect([...room.summit.worries.list.keys()]).toEqual([planted.worry]);
		expect(room.summit.cards.list.size).toBe(1);
		const db = new Database(file(dataDir), { readonly: true });
		const left = db.prepare(
			"select type from event where summit = ? and (actor like 'card:%' or actor like 'newcomer:%')"
		);
		expect(left.all(room.id)).toEqual([{ type: 'cards:joined' }, { type: 'talk:asked' }]);
		const passes = db.prepare("select count(*) as passes from pass where summit = ? and role = 'card'");
		expect(passes.get(room.id)).toEqual({ passes: 0 });
		db.close();
	});

	test('S13: released figures, the backing and the plan still stand on every screen; no student’s word does', () => {
		const rows = everyRow(room);
		expect(plantedInText(rows)).toEqual([planted.held, 'zebranoteofahold']);
		const wall = leadVoice.rows('wall') as Record<string, { cards?: number; thin?: boolean; actions?: string[] }>;
		expect(wall['release:neighbourhood']?.cards).toBe(10);
		const heat = parseTopic('heat:neighbourhood');
		expect(heat && keysOf(room.summit, heat).map((key) => rowOf(room.summit, heat, key))).not.toEqual([]);
		const answer = Object.entries(wall).find(([key]) => key.startsWith('answer:'))?.[1];
		expect(answer).toMatchObject({ thin: false, actions: ['Lamps are coming.'] });
		expect(leadVoice.row('wall', 'backing')).toMatchObject({ ideas: [{ words: 'Light the path', cards: 10 }] });
		expect(Object.keys(wall).filter((key) => key.startsWith('idea:'))).toEqual([]);
	});

	test('S13: notes on the plan go on after it, and the distilled log folds to the state that stands', async () => {
		const [action = ''] = room.summit.plan.actions.keys();
		const note = { progress: 'done', note: 'They shine' } as const;
		await must(room, planted.facilitator, { type: 'action:progress', action, ...note });
		const folded = await kit.app.rooms.foldOf(room.id)?.read();
		expect(picture(folded)).toBe(picture(room.summit));
		expect(folded?.plan.actions.get(action)?.history.map((step) => step.note)).toEqual(['', 'They shine']);
	});

	test('S13: the summit beside it has lost nothing', () => {
		const texts = [...bystander.room.summit.queue.items.values()].map(({ text }) => text).join('\n');
		expect(bystander.planted.words.some((word) => texts.includes(word))).toBe(true);
		expect(bystander.room.summit.worries.list.get(bystander.planted.worry)?.text).toBe(bystander.planted.held);
		expect(bystander.room.summit.retention.frozen).toBeNull();
	});

	test('S13: when its lead lets the held text go, it is erased too, and notes since stay', async () => {
		const receipt = next(room, 'retention:erased');
		const [hold = ''] = room.summit.retention.holds.keys();
		await leadVoice.must({ type: 'retention:let-go', hold });
		clock.advance(3_600_000);
		await receipt;
		expect(plantedIn(await allFiles(dataDir))).toEqual([]);
		expect(room.summit.worries.list.size).toBe(0);
		const [action = ''] = room.summit.plan.actions.keys();
		expect(room.summit.plan.actions.get(action)?.history.at(-1)?.note).toBe('They shine');
		expect(room.summit.retention.receipts).toHaveLength(2);
	});
});

test('S13: what fell due while the kit was off is erased when it starts, signed or not', async () => {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-due-'));
	const before = await startKit({ dataDir, clock: handClock(START) });
	const { room, ...people } = await openSummit(before);
	await plantDay(room, { ...people, each: 4 });
	people.leadVoice.close();
	await before.close();
	const early = await startKit({ dataDir, clock: handClock(startOf('2027-01-15') + 89 * 86_400_000) });
	const still = await early.app.rooms.get(room.id);
	await early.close();
	expect(still?.summit.retention.frozen).toBeNull();
	const late = await startKit({ dataDir, clock: handClock(startOf('2027-01-15') + 90 * 86_400_000) });
	const gone = await late.app.rooms.get(room.id);
	if (!gone) throw new Error('The summit is not there');
	if (gone.summit.retention.receipts.length === 0) await next(gone, 'retention:erased');
	expect(plantedInText(everyRow(gone))).toEqual([]);
	expect(gone.summit.setup.closedAt).not.toBeNull();
	await late.close();
	await rm(dataDir, { recursive: true, force: true });
});

test('S13: a backup is put back as the README says; one from before an erasure brings no words back', async () => {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-restore-'));
	const kept = `${dataDir}-kept`;
	const kit = await startKit({ dataDir, clock: handClock(START) });
	const { room, leadVoice, ...people } = await openSummit(kit);
	const planted = await plantDay(room, { ...people, each: 3 });
	const files = ['summit.db', 'accounts.db'].map((name) => path.join(dataDir, name));
	const backups = createBackups({ dir: kept, days: 7, files, clock: handClock(START), fault: () => undefined });
	const made = await backups.make();
	const putBack = async (): Promise<Room> => {
		for (const [at, file] of files.entries()) {
			for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
			await cp(made[at] ?? '', file);
		}
		const again = await startKit({ dataDir, clock: handClock(START) });
		const found = await again.app.rooms.get(room.id);
		await again.close();
		if (!found) throw new Error('The summit is not there');
		return found;
	};
	leadVoice.close();
	await kit.close();
	expect((await putBack()).summit.worries.list.get(planted.worry)?.text).toBe(planted.held);
	const second = await startKit({ dataDir, clock: handClock(START + 91 * 86_400_000) });
	const due = await second.app.rooms.get(room.id);
	if (due && due.summit.retention.receipts.length === 0) await next(due, 'retention:erased');
	await second.close();
	const back = await putBack();
	expect(back.summit.retention.receipts).toEqual([]);
	expect(plantedInText(everyRow(back))).toEqual([]);
	for (const dir of [dataDir, kept]) await rm(dir, { recursive: true, force: true });
});
