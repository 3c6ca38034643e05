/** S13, L1: a kit that cannot use its folder says why in one sentence, ends with 1, and leaves every file as it was. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { readySettings } from './kit.ts';
import { Production, fingerprints, prepare } from './production.ts';

/** A folder as a kit leaves it, with one summit; every test breaks a copy of it. */
let sound: string;
let summit: string;
let card: string;
let folder: string;

beforeAll(async () => {
	await ensureBuilt();
	sound = mkdtempSync(path.join(tmpdir(), 'summit-sound-'));
	const made = await prepare(sound, async (app) => {
		const rehearsal = { settings: readySettings(), rehearsal: true, person: { name: 'Sam Okoro', account: null } };
		const created = await app.rooms.create(rehearsal);
		const room = created.ok ? await app.rooms.get(created.summit) : null;
		if (!created.ok || !room) throw new Error('no summit');
		const admit = { room, role: 'lead', name: 'Jo Cole', account: null } as const;
		const facilitator = { role: 'facilitator', id: created.person } as const;
		for (const school of ['northbank', 'harbour-lane']) {
			const lead = await app.identity.admit({ ...admit, school });
			if (lead.ok) await room.do({ role: 'lead', id: lead.person }, { id: `answer-${school}`, type: 'people:answer' });
		}
		await room.do(facilitator, { id: 'doors-open', type: 'doors:open', seen: 0 });
		const entrance = { key: room.summit.doors.key ?? '' };
		const joined = await app.join.join({ entrance, school: 'northbank', band: '9-11', headcount: 1 });
		if (!joined.ok) throw new Error(joined.code);
		const words = 'the heron lamp is broken';
		const how = { how: 'come', aboutAdult: false, words } as const;
		await room.do({ role: 'card', id: joined.card }, { id: 'ask-to-talk', type: 'talk:ask', ...how });
		return { summit: room.id, token: joined.token };
	});
	({ summit } = made);
	card = `card_${summit}=${made.token}`;
	// Accounts are made at the first start; so is everything else a start adds.
	const first = await Production.start(sound);
	await first.stop();
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'summit-start-'));
	cpSync(sound, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inside = (name: string): string => path.join(folder, name);

async function expectRefused(sentence: RegExp): Promise<void> {
	const before = fingerprints(folder);
	const { code, said } = await Production.fail(folder);
	expect(code).toBe(1);
	expect(said).toMatch(sentence);
	expect(said.trim().split('\n')).toHaveLength(1);
	expect(said).not.toMatch(/\bat .*:\d+|Error\b/);
	// Looking at a database, even only to read it, leaves an empty journal and its index beside it.
	const looked = /-wal e3b0c44298fc1c14|-shm /;
	expect(fingerprints(folder).filter((line) => !looked.test(line))).toEqual(before);
}

test.each(['summit.db', 'accounts.db'])('L1: %s that is no database', async (name) => {
	writeFileSync(inside(name), 'somebody saved a letter here '.repeat(500));
	await expectRefused(/is not a database: move it away/);
});

test.each(['summit.db', 'accounts.db'])('L1: %s with a damaged page', async (name) => {
	const bytes = readFileSync(inside(name));
	bytes.fill(0xa5, 4096 + 8, 3 * 4096);
	writeFileSync(inside(name), bytes);
	await expectRefused(/is damaged: stop the kit, keep a copy/);
});

test('L1: a database from a newer version', async () => {
	const database = new Database(inside('summit.db'));
	database.pragma('user_version = 999');
	database.close();
	await expectRefused(/was written by a newer version of the kit/);
});

test.each(['summit.db', 'accounts.db'])('L1: a folder where %s should be', async (name) => {
	rmSync(inside(name));
	mkdirSync(inside(name));
	await expectRefused(/is not a file: move it away/);
});

test('S13: the key file is gone', async () => {
	rmSync(inside('keys/kit.key'));
	await expectRefused(/kit\.key/);
});

test('S13: the whole keyring is gone while the database is there', async () => {
	renameSync(inside('keys'), path.join(folder, 'elsewhere'));
	await expectRefused(/key/i);
});

test('S13: another kit’s keyring', async () => {
	const other = mkdtempSync(path.join(tmpdir(), 'summit-other-'));
	await prepare(other, () => Promise.resolve());
	rmSync(inside('keys'), { recursive: true });
	cpSync(path.join(other, 'keys'), inside('keys'), { recursive: true });
	rmSync(other, { recursive: true, force: true });
	await expectRefused(/key/i);
});

test('L1: a second start on a sound folder finds everything, and a third too', async () => {
	for (const start of [1, 2]) {
		const kit = await Production.start(folder);
		const page = await kit.ask(`/s/${summit}`, { cookie: card });
		expect(page.status, `start ${start}`).toBe(200);
		const answer = await kit.live('watch', { summit, as: 'card', cookie: card, asks: [{ topic: 'summit' }] });
		expect(answer.body).toContain('Northbank School');
		expect(await kit.stop()).toBe(0);
	}
});
