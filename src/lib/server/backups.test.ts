import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackups } from './backups.ts';
import type { Backups } from './backups.ts';
import { handClock } from './clock.ts';
import { connect } from './store/sqlite.ts';

const DAY = 86_400_000;
let [root, dir] = ['', ''];
let db: Database.Database;
const clock = handClock(Date.parse('2026-11-27T03:00:00Z'));
const faults: string[] = [];
const backupsOf = (days: number): Backups =>
	createBackups({ dir, days, files: [path.join(root, 'summit.db')], clock, fault: (what) => faults.push(what) });
const names = () => readdir(dir).then((all) => all.sort());

beforeEach(async () => {
	root = await mkdtemp(path.join(os.tmpdir(), 'summit-backups-'));
	dir = path.join(root, 'backups');
	db = connect(path.join(root, 'summit.db'));
	db.exec('create table line (words text)');
	db.prepare('insert into line values (?)').run('before');
});
afterEach(async () => {
	db.close();
	await rm(root, { recursive: true, force: true });
});

test('a backup is whole and of one moment, whoever writes meanwhile, and opens as a database', async () => {
	const insert = db.prepare('insert into line values (?)');
	const making = backupsOf(7).make();
	for (let n = 0; n < 50; n += 1) insert.run('meanwhile');
	const [file = ''] = await making;
	expect(path.basename(file)).toMatch(/^summit-\d{8}T\d{6}Z\.db$/);
	expect(await names()).toEqual([path.basename(file)]);
	const copy = new Database(file, { readonly: true });
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(copy.prepare("select count(*) as lines from line where words = 'before'").get()).toEqual({ lines: 1 });
	copy.close();
});

test('one a day is made, and those past their days go; with 0 days none is made', async () => {
	const backups = backupsOf(2);
	for (let day = 0; day < 5; day += 1) {
		await backups.check();
		await backups.check();
		clock.advance(DAY);
	}
	expect(await names()).toHaveLength(2);
	await backupsOf(0).check();
	expect(await names()).toEqual([]);
});

test('S13: expiring deletes every backup and draft of the kit, and nothing else in the folder', async () => {
	const backups = backupsOf(7);
	await backups.make();
	await writeFile(path.join(dir, 'summit-20261127T030000Z.db.draft'), 'cut short');
	await writeFile(path.join(dir, 'mine.db'), 'somebody’s own');
	expect(await backups.expire()).toBe(1);
	expect(await names()).toEqual(['mine.db']);
});

test('a draft that was cut short goes within an hour; a younger one may be another process’s, and stays', async () => {
	const backups = backupsOf(7);
	await backups.make();
	const stamp = new Date(clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
	const draft = `accounts-${stamp}.db.draft`;
	for (const name of [draft, `${draft}-journal`]) await writeFile(path.join(dir, name), 'under way');
	await backups.check();
	expect(await names()).toContain(draft);
	clock.advance(3_600_000);
	await backups.check();
	expect(await names()).toEqual([`summit-${stamp}.db`]);
});

test('a database that cannot be read is told, and the next look tries again', async () => {
	const broken = createBackups({
		...{ dir, days: 7, files: [path.join(root, 'nothing.db')], clock },
		fault: (what) => faults.push(what)
	});
	await expect(broken.make()).rejects.toThrow();
	broken.start();
	clock.advance(60_000);
	await broken.close();
	expect(faults).toEqual(['A backup could not be made.']);
});

test('closing gives up the one that is being made, and no half of it counts as a backup', async () => {
	const insert = db.prepare('insert into line values (hex(randomblob(2000)))');
	for (let n = 0; n < 1_000; n += 1) insert.run();
	const backups = backupsOf(7);
	const making = backups.make();
	const given = expect(making).rejects.toThrow('stopping');
	await backups.close();
	await given;
	expect((await names()).filter((name) => !name.includes('.draft'))).toEqual([]);
});
