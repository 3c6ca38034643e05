/*
 * The store on SQLite, in one file on this machine's disk. Acknowledged means on disk (L1): WAL alone would sync only at
 * checkpoints, so synchronous=FULL is set on every connection, and secure_delete so that erased words do not linger (S13).
 * A file that cannot be used is never touched: it is looked at through a read-only connection first.
 */
import { existsSync, mkdirSync, openSync, closeSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, SqliteDatabase, SqliteDialectConfig, SqliteStatement } from 'kysely';
import { StoreBusy, StoreFull, StoreMissing, StoreReadOnly, StoreUnusable } from './errors.ts';
import { migrations, newestShape } from './migrations/migrations.ts';
import type { Store } from './port.ts';
import { whyNotWritten } from './scratch.ts';
import { sqlStore } from './sql.ts';
import type { Tables } from './tables.ts';

/** Marks a SQLite file as this kit's ("SSSk"), so that another program's database is not taken for ours. */
export const applicationId = 0x5353536b;

const busyTimeout = 5000;

/**
 * Opens the store in `file` (made, with its folder, when it is not there) and brings it to the newest shape. Throws
 * StoreUnusable, leaving the file as it was, when it is damaged, not a database of this kit, or from a newer version.
 * One store to a file in a process: a second one's writes would hold the loop while the first is inside a transaction.
 * `failed` is told what a write threw.
 */
export async function openSqlite(file: string, failed?: (error: unknown) => void): Promise<Store> {
	inspect(file);
	let connection: Database.Database | undefined;
	try {
		makePrivately(file);
		connection = connect(file);
		const store = sqliteStore(connection, failed);
		await migrate(connection);
		return store;
	} catch (error) {
		connection?.close();
		throw translate(error, file);
	}
}

/** A connection with every pragma this kit relies on. Never open the file for writing any other way. */
export function connect(file: string): Database.Database {
	const connection = new Database(file, { timeout: busyTimeout });
	try {
		connection.pragma('journal_mode = WAL');
		connection.pragma('synchronous = FULL');
		connection.pragma('secure_delete = ON');
		connection.pragma('foreign_keys = ON');
		connection.pragma(`busy_timeout = ${busyTimeout}`);
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

/**
 * A connection to a database of this kit that is not the store (the accounts): looked at first, as the store is, and left
 * as it was when it cannot be used. Throws StoreUnusable. Whose shape it has is its user's business.
 */
export function connectSound(file: string): Database.Database {
	inspect(file, { anyOwner: true });
	try {
		makePrivately(file);
		return connect(file);
	} catch (error) {
		throw translate(error, file);
	}
}

/** The port over a connection made by `connect`, whose shape is already the newest. Closing the store closes it. */
export function sqliteStore(connection: Database.Database, failed: (error: unknown) => void = () => undefined): Store {
	const db = queries(connection);
	return sqlStore({
		db,
		translate: (error) => translate(error, connection.name),
		compact: () => db.connection().execute(async () => compact(connection)),
		settle: () => db.connection().execute(async () => settle(connection)),
		check: () => db.connection().execute(async () => check(connection)),
		failed
	});
}

function compact(connection: Database.Database): boolean {
	connection.exec('vacuum');
	return settle(connection);
}

function settle(connection: Database.Database): boolean {
	// Waiting for a reader here would hold everybody else up: better to report it, so that the caller comes back later.
	connection.pragma('busy_timeout = 100');
	try {
		return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
	} finally {
		connection.pragma(`busy_timeout = ${busyTimeout}`);
	}
}

/** A page of the database is written as it is, and a file beside it, which has more room to ask for than a page. */
function check(connection: Database.Database): void {
	const why = whyNotWritten(connection.name);
	if (why === 'full') throw new StoreFull();
	if (why === 'read_only') throw new StoreReadOnly();
	connection.pragma(`user_version = ${Number(connection.pragma('user_version', { simple: true }))}`);
}

async function migrate(connection: Database.Database): Promise<void> {
	const db = queries(connection);
	const from = Number(connection.pragma('user_version', { simple: true }));
	for (const migration of migrations.slice(from))
		await db.transaction().execute(async (trx) => {
			await migration.up(trx, { bytes: sql`blob` });
			await sql.raw(`pragma application_id = ${applicationId}`).execute(trx);
			await sql.raw(`pragma user_version = ${migration.number}`).execute(trx);
		});
}

function queries(connection: Database.Database): Kysely<Tables> {
	return new Kysely<Tables>({ dialect: new WritingSqliteDialect(connection) });
}

class WritingSqliteDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;
	readonly #connection: Database.Database;

	constructor(connection: Database.Database) {
		const config = { database: preparedOnce(connection) };
		super(config);
		this.#config = config;
		this.#connection = connection;
	}

	override createDriver(): Driver {
		return new WritingSqliteDriver(this.#config, this.#connection);
	}
}

class WritingSqliteDriver extends SqliteDriver {
	readonly #connection: Database.Database;

	constructor(config: SqliteDialectConfig, connection: Database.Database) {
		super(config);
		this.#connection = connection;
	}

	/** Every transaction of the store writes: taking the lock at its start means it can never fail half way to get it. */
	override async beginTransaction(): Promise<void> {
		this.#connection.exec('begin immediate');
	}

	/** SQLite has already rolled back by itself after some errors (a full disk), and a second one would hide the first. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
	}
}

/** Statements compiled once: preparing them again would cost more than running them. */
function preparedOnce(connection: Database.Database): SqliteDatabase {
	const most = 300;
	const prepared = new Map<string, SqliteStatement>();
	return {
		close: () => void connection.close(),
		prepare(text) {
			const known = prepared.get(text);
			if (known) return known;
			if (prepared.size >= most) prepared.clear();
			const statement = connection.prepare(text);
			prepared.set(text, statement);
			return statement;
		}
	};
}

/** Throws StoreUnusable unless `file` is absent, empty, or a sound database of this kit that this version understands. */
function inspect(file: string, { anyOwner = false } = {}): void {
	const there = existsSync(file);
	if (there && !statSync(file).isFile())
		throw new StoreUnusable(`${file} is not a file: move it away, or choose another DATA_DIR.`);
	if (!there || statSync(file).size === 0) {
		const journal = `${file}-wal`;
		if (existsSync(journal) && statSync(journal).size > 0)
			throw new StoreUnusable(
				`The database ${file} is missing but its journal ${journal} is there: put the database back beside it, or move the journal away.`
			);
		return;
	}
	if (!beginsLikeSqlite(file))
		throw new StoreUnusable(`${file} is not a database: move it away, or put your newest backup in its place.`);
	try {
		look(file, { anyOwner, readonly: true });
	} catch (error) {
		// The power failed while its first pages were written: SQLite takes those back, and only whoever may write can.
		if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_READONLY_ROLLBACK')
			throw translate(error, file);
		try {
			look(file, { anyOwner, readonly: false });
		} catch (still) {
			throw translate(still, file);
		}
	}
}

function look(file: string, { anyOwner, readonly }: { anyOwner: boolean; readonly: boolean }): void {
	const connection = new Database(file, { readonly, fileMustExist: true, timeout: busyTimeout });
	try {
		const shape = Number(connection.pragma('user_version', { simple: true }));
		const owner = Number(connection.pragma('application_id', { simple: true }));
		if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file);
		if (anyOwner) return;
		const empty = connection.prepare('select 1 from sqlite_schema').get() === undefined;
		if (owner !== applicationId && !empty)
			throw new StoreUnusable(`${file} is a database of another program: move it away, or choose another DATA_DIR.`);
		if (shape > newestShape)
			throw new StoreUnusable(
				`${file} was written by a newer version of the kit: start that version, or put back the backup made before it.`
			);
	} finally {
		connection.close();
	}
}

function beginsLikeSqlite(file: string): boolean {
	const start = Buffer.alloc(16);
	let handle: number | undefined;
	try {
		handle = openSync(file, 'r');
		readSync(handle, start, 0, start.length, 0);
	} catch (error) {
		throw new StoreUnusable(`${file} cannot be read: give the kit the right to read and write it.`, {
			cause: error
		});
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
	return start.toString('latin1') === 'SQLite format 3\0';
}

/** The file belongs to this account alone; SQLite gives its journal the same rights. */
function makePrivately(file: string): void {
	if (existsSync(file)) return;
	try {
		mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
		closeSync(openSync(file, 'a', 0o600));
	} catch (error) {
		throw new StoreUnusable(
			`${file} cannot be made: give the kit the right to write in its data folder, or choose another DATA_DIR.`,
			{ cause: error }
		);
	}
}

function translate(error: unknown, file: string): unknown {
	if (!(error instanceof Database.SqliteError)) return error;
	const { code } = error;
	if (code.startsWith('SQLITE_FULL')) return new StoreFull({ cause: error });
	if (code.startsWith('SQLITE_READONLY')) return new StoreReadOnly({ cause: error });
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new StoreBusy({ cause: error });
	// The summit that a link, a picture or tiles belong to; a tile's own set is looked for before it is kept.
	if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new StoreMissing('There is no such summit.');
	if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return damaged(file, error);
	const why = code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') ? whyNotWritten(file) : null;
	if (why === 'full') return new StoreFull({ cause: error });
	if (why === 'read_only') return new StoreReadOnly({ cause: error });
	if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM'))
		return new StoreUnusable(`${file} cannot be opened: give the kit the right to read and write it.`, {
			cause: error
		});
	if (code.startsWith('SQLITE_IOERR'))
		return new StoreUnusable(`The disk under ${file} reports errors: stop the kit and move the data to a sound disk.`, {
			cause: error
		});
	return error;
}

function damaged(file: string, cause?: unknown): StoreUnusable {
	return new StoreUnusable(
		`The database ${file} is damaged: stop the kit, keep a copy of it, and put your newest backup in its place.`,
		{ cause }
	);
}
