import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answered, newBatch, newEvent, storeContract } from './contract.ts';
import { StoreUnusable } from './errors.ts';
import { newestShape } from './migrations/migrations.ts';
import type { Store } from './port.ts';
import { applicationId, connect, openSqlite, sqliteStore } from './sqlite.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'summit-store-'));
let count = 0;
const newFile = (): string => path.join(folder, `${++count}`, 'summit.db');
afterAll(() => rmSync(folder, { recursive: true }));

storeContract('the store on SQLite', () => openSqlite(newFile()));

describe('the file', () => {
	let file: string;
	const begun = async (): Promise<Store> => {
		const store = await openSqlite(file);
		await store.createSummit({ id: 'summit-a', log: 'log-a', rehearsal: true, createdAt: 1 });
		return store;
	};
	const everything = (store: Store) => store.read({ summit: 'summit-a', after: 0, limit: 1000 });

	beforeEach(() => {
		file = newFile();
	});

	test('L1: every connection syncs each commit, erases what it deletes, and waits its turn', async () => {
		await (await openSqlite(file)).close();
		for (const connection of [connect(file), connect(file)]) {
			const pragma = (name: string) => connection.pragma(name, { simple: true });
			expect(pragma('journal_mode')).toBe('wal');
			expect(pragma('synchronous')).toBe(2);
			expect(pragma('secure_delete')).toBe(1);
			expect(pragma('busy_timeout')).toBe(5000);
			expect(pragma('foreign_keys')).toBe(1);
			connection.close();
		}
	});

	test('L1: the connection of an open store keeps its pragmas after compacting', async () => {
		await (await openSqlite(file)).close();
		const connection = connect(file);
		const store = sqliteStore(connection);
		expect(await store.compact()).toBe(true);
		expect(connection.pragma('synchronous', { simple: true })).toBe(2);
		expect(connection.pragma('secure_delete', { simple: true })).toBe(1);
		expect(connection.pragma('busy_timeout', { simple: true })).toBe(5000);
		await store.close();
	});

	test('L1: what was acknowledged is there after a reopening', async () => {
		const before = await begun();
		const answers = [{ actor: 'card-1', id: 'c1', answer: 'done' }];
		await before.append(newBatch({ events: [newEvent({ sealed: new Uint8Array([1]) })], answers }));
		const kept = await everything(before);
		await before.close();
		const after = await openSqlite(file);
		expect(await everything(after)).toEqual(kept);
		expect(await answered(after, { summit: 'summit-a', actor: 'card-1', id: 'c1' })).toBe('done');
		expect(await after.append(newBatch({ after: 1, events: [newEvent()] }))).toBe(2);
		await after.close();
	});

	test('L1: an acknowledged append is visible to another process at once, journal or not', async () => {
		const store = await begun();
		await store.append(newBatch({ events: [newEvent()] }));
		const other = await openSqlite(file);
		expect(await everything(other)).toHaveLength(1);
		await other.close();
		await store.close();
	});

	test('two processes that decided from the same head: one append wins', async () => {
		const store = await begun();
		const other = await openSqlite(file);
		await other.append(newBatch({ events: [newEvent({ at: 7 })] }));
		const late = store.append(newBatch({ events: [newEvent({ at: 8 })] }));
		await expect(late).rejects.toMatchObject({ code: 'store-conflict' });
		expect((await everything(store)).map(({ at }) => at)).toEqual([7]);
		await other.close();
		await store.close();
	});

	test('the file belongs to this account alone', async () => {
		const store = await begun();
		if (process.platform !== 'win32')
			for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
		await store.close();
	});

	test('L1: a full disk refuses the append and keeps nothing of it; with room again it goes on', async () => {
		await (await begun()).close();
		const connection = connect(file);
		const store = sqliteStore(connection);
		const pages = Number(connection.pragma('page_count', { simple: true }));
		connection.pragma(`max_page_count = ${pages}`);
		const answers = [{ actor: 'card-1', id: 'c1', answer: 'done' }];
		const events = Array.from({ length: 200 }, () => newEvent({ sealed: new Uint8Array(4000) }));
		const refused = store.append(newBatch({ events, answers }));
		await expect(refused).rejects.toMatchObject({ name: 'StoreFull', code: 'store-full' });
		expect(await everything(store)).toEqual([]);
		expect(await answered(store, { summit: 'summit-a', actor: 'card-1', id: 'c1' })).toBeNull();
		connection.pragma('max_page_count = 1000000');
		expect(await store.append(newBatch({ events, answers }))).toBe(200);
		await store.close();
	});

	test('L1: a database that cannot be written refuses the append and keeps nothing of it', async () => {
		await (await begun()).close();
		const connection = connect(file);
		const store = sqliteStore(connection);
		connection.pragma('query_only = ON');
		const refused = store.append(newBatch({ events: [newEvent()] }));
		await expect(refused).rejects.toMatchObject({ name: 'StoreReadOnly', code: 'store-read-only' });
		connection.pragma('query_only = OFF');
		expect(await everything(store)).toEqual([]);
		expect(await store.append(newBatch({ events: [newEvent()] }))).toBe(1);
		await store.close();
	});

	test('S13: after a redaction and compacting, the bytes are in no file', async () => {
		const store = await begun();
		const words = Buffer.from('planted words that must go');
		const events = Array.from({ length: 300 }, () => newEvent({ sealed: words }));
		await store.append(newBatch({ events }));
		const seqs = events.map((_, i) => i + 1);
		const found = () => [file, `${file}-wal`].some((name) => readFileSync(name).includes(words));
		expect(found()).toBe(true);
		await store.redact({ summit: 'summit-a', after: 300, seqs, event: newEvent() });
		expect(await store.compact()).toBe(true);
		expect(found()).toBe(false);
		await store.close();
	});

	test('S13: compacting says so when a reader keeps old pages in the journal', async () => {
		const store = await begun();
		await store.append(newBatch({ events: [newEvent()] }));
		const reader = new Database(file, { readonly: true });
		reader.exec('begin');
		reader.prepare('select * from event').all();
		expect(await store.compact()).toBe(false);
		reader.exec('rollback');
		reader.close();
		expect(await store.compact()).toBe(true);
		await store.close();
	});

	test('sealed words are in no index', async () => {
		await (await openSqlite(file)).close();
		const connection = connect(file);
		const indexes = connection
			.prepare(
				"select i.name from sqlite_schema s, pragma_index_list(s.name) l, pragma_index_info(l.name) i where s.type = 'table'"
			)
			.pluck()
			.all();
		expect(indexes).toContain('seq');
		expect(indexes).not.toContain('sealed');
		connection.close();
	});

	describe('refused, and left as it was', () => {
		const refuse = async (saying: RegExp): Promise<void> => {
			const before = readFileSync(file);
			const refusal = await openSqlite(file).then(
				() => 'opened',
				(error: unknown) => error
			);
			expect(refusal).toBeInstanceOf(StoreUnusable);
			expect(refusal).toHaveProperty('code', 'store-unusable');
			expect(refusal instanceof Error && refusal.message).toMatch(saying);
			expect(readFileSync(file).equals(before)).toBe(true);
		};
		const filled = async (): Promise<void> => {
			const store = await begun();
			const events = Array.from({ length: 400 }, (_, i) => newEvent({ sealed: new Uint8Array(200).fill(i) }));
			await store.append(newBatch({ events }));
			await store.close();
		};

		test('a database from a newer version', async () => {
			await filled();
			const connection = new Database(file);
			connection.pragma(`user_version = ${newestShape + 1}`);
			connection.close();
			await refuse(/newer version of the kit: .+\.$/);
		});

		test('another program’s database', async () => {
			mkdirSync(path.dirname(file));
			const connection = new Database(file);
			connection.exec('create table recipe (name text)');
			connection.close();
			await refuse(/another program: .+\.$/);
		});

		test('a file that is not a database', async () => {
			mkdirSync(path.dirname(file));
			writeFileSync(file, 'Minutes of the council, in plain text.');
			await refuse(/not a database: .+\.$/);
		});

		test('a damaged database', async () => {
			await filled();
			const bytes = readFileSync(file);
			bytes.fill(0xa5, 4096, bytes.length - 4096);
			writeFileSync(file, bytes);
			await refuse(/damaged: .+\.$/);
		});

		test('a database cut short', async () => {
			await filled();
			truncateSync(file, 4096 * 3);
			await refuse(/damaged: .+\.$/);
		});

		test('a database cut within its first page', async () => {
			await filled();
			truncateSync(file, 60);
			await refuse(/damaged: .+\.$/);
		});

		test('a journal whose database is gone', async () => {
			mkdirSync(path.dirname(file));
			writeFileSync(file, '');
			writeFileSync(`${file}-wal`, 'journal');
			await refuse(/journal .+\.$/);
			expect(readFileSync(`${file}-wal`, 'utf8')).toBe('journal');
		});

		test('a folder in its place', async () => {
			mkdirSync(file, { recursive: true });
			await expect(openSqlite(file)).rejects.toThrow(/is not a file: .+\.$/);
		});
	});

	test('the file says whose it is and which shape it has', async () => {
		await (await openSqlite(file)).close();
		const connection = new Database(file, { readonly: true });
		expect(connection.pragma('application_id', { simple: true })).toBe(applicationId);
		expect(connection.pragma('user_version', { simple: true })).toBe(newestShape);
		connection.close();
	});
});
