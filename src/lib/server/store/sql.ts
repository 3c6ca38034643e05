/*
 * The store's queries, once, in SQL that SQLite and PostgreSQL both speak. What opens the database, and what its errors mean,
 * belongs to the file of that database. Every write is one transaction; nothing here is ever half done.
 */
import type { Kysely, Transaction } from 'kysely';
import { StoreConflict, StoreRefused } from './errors.ts';
import type { LinkRecord, PictureEntry, Store, StoredEvent } from './port.ts';
import { EMPTIED, answeredTo, append, erase, logStatements, noSummit, redact } from './sql-log.ts';
import { sqlTiles } from './sql-tiles.ts';
import { plainBytes } from './tables.ts';
import type { Tables } from './tables.ts';

export interface SqlDatabase {
	db: Kysely<Tables>;
	/** Turns the database's own error into one of ours; returns what it does not know unchanged. */
	translate: (error: unknown) => unknown;
	compact: () => Promise<boolean>;
	settle: () => Promise<boolean>;
	check: () => Promise<void>;
	/** Told what a write threw. */
	failed: (error: unknown) => void;
}

const actColumns = ['seq', 'at', 'actor', 'type', 'v', 'body'] as const;
const eventColumns = [...actColumns, 'sealed'] as const;
const linkColumns = [
	'hash',
	'summit',
	'role',
	'detail',
	'created_at as createdAt',
	'ends_at as endsAt',
	'used_at as usedAt',
	'revoked_at as revokedAt'
] as const;
const pictureColumns = ['id', 'summit', 'type', 'width', 'height', 'school'] as const;

export function sqlStore({ db, translate, compact, settle, check, failed }: SqlDatabase): Store {
	const statements = logStatements(db);
	async function run<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			throw translate(error);
		}
	}
	async function write<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
		try {
			return await run(() => db.transaction().execute(work));
		} catch (error) {
			failed(error);
			throw error;
		}
	}

	return {
		createSummit: ({ id, log, rehearsal, createdAt }) =>
			write(async (trx) => {
				const made = await trx
					.insertInto('summit')
					.values({ id, log, rehearsal: rehearsal ? 1 : 0, created_at: createdAt, head: 0 })
					.onConflict((c) => c.doNothing())
					.executeTakeFirst();
				if (made.numInsertedOrUpdatedRows !== 1n) throw new StoreConflict('A summit with this id exists.');
			}),

		summits: () =>
			run(async () => {
				const rows = await db
					.selectFrom('summit')
					.select(['id', 'log', 'rehearsal', 'created_at as createdAt', 'head'])
					.orderBy('created_at')
					.orderBy('id')
					.execute();
				return rows.map((row) => ({ ...row, rehearsal: row.rehearsal === 1 }));
			}),

		append: (batch) => write((trx) => append(trx, statements, batch)),

		read: ({ summit, after, limit }) =>
			run(async () => {
				const rows = await db
					.selectFrom('event')
					.select(eventColumns)
					.where('summit', '=', summit)
					.where('seq', '>', after)
					.orderBy('seq')
					.limit(limit)
					.execute();
				return rows.map((row): StoredEvent => ({ ...row, sealed: row.sealed && plainBytes(row.sealed) }));
			}),

		answeredTo: (q) => run(() => answeredTo(db, statements, q)),

		pass: ({ hash }) => run(async () => (await db.executeQuery(statements.passes([{ hash }]))).rows[0] ?? null),

		revokePasses: ({ hashes, at }) =>
			write(async (trx) => {
				if (hashes.length === 0) return;
				const living = trx.updateTable('pass').set({ revoked_at: at }).where('revoked_at', 'is', null);
				await living.where('hash', 'in', hashes).execute();
			}),

		redact: (redaction) => write((trx) => redact(trx, statements, redaction)),

		erase: (erasure) => write((trx) => erase(trx, statements, erasure)),

		acts: ({ summit, before, limit }) =>
			run(async () => {
				const rows = await db
					.selectFrom('event')
					.select(actColumns)
					.where('summit', '=', summit)
					.where('seq', '<', before)
					.where('actor', '<>', EMPTIED.actor)
					.where('actor', 'not like', 'card:%')
					.where('actor', 'not like', 'newcomer:%')
					.orderBy('seq', 'desc')
					.limit(limit)
					.execute();
				return rows.map((row): StoredEvent => ({ ...row, sealed: null }));
			}),

		discard: (summit) =>
			write(async (trx) => {
				const row = await trx.selectFrom('summit').select('rehearsal').where('id', '=', summit).executeTakeFirst();
				if (!row) throw noSummit();
				if (row.rehearsal !== 1) throw new StoreRefused('Only a rehearsal can be thrown away.');
				for (const table of ['event', 'answer', 'pass', 'link', 'picture', 'tile', 'tile_set'] as const)
					await trx.deleteFrom(table).where('summit', '=', summit).execute();
				await trx.deleteFrom('summit').where('id', '=', summit).execute();
			}),

		compact: () => run(compact),
		settle: () => run(settle),
		check: () => run(check),

		addLink: (record) =>
			write(async (trx) => {
				const made = await trx
					.insertInto('link')
					.values({
						hash: record.hash,
						summit: record.summit,
						role: record.role,
						detail: record.detail,
						created_at: record.createdAt,
						ends_at: record.endsAt,
						used_at: record.usedAt,
						revoked_at: record.revokedAt
					})
					.onConflict((c) => c.doNothing())
					.executeTakeFirst();
				if (made.numInsertedOrUpdatedRows !== 1n) throw new StoreConflict('This link exists.');
			}),

		link: (hash) =>
			run(async () => {
				const query = db.selectFrom('link').select(linkColumns).where('hash', '=', hash);
				return (await query.executeTakeFirst()) ?? null;
			}),

		useLink: ({ hash, at }) =>
			write(async (trx) => {
				const spent = await trx
					.updateTable('link')
					.set({ used_at: at })
					.where('hash', '=', hash)
					.where('used_at', 'is', null)
					.where('revoked_at', 'is', null)
					.where('ends_at', '>', at)
					.executeTakeFirst();
				return spent.numUpdatedRows === 1n;
			}),

		revokeLink: ({ hash, at }) =>
			write(async (trx) => {
				const revoked = await trx
					.updateTable('link')
					.set({ revoked_at: at })
					.where('hash', '=', hash)
					.where('revoked_at', 'is', null)
					.executeTakeFirst();
				return revoked.numUpdatedRows === 1n;
			}),

		links: ({ summit }) =>
			run((): Promise<LinkRecord[]> => {
				const all = db.selectFrom('link').select(linkColumns).orderBy('created_at').orderBy('hash');
				return (summit === null ? all.where('summit', 'is', null) : all.where('summit', '=', summit)).execute();
			}),

		addPicture: (record) =>
			write(async (trx) => {
				const made = await trx
					.insertInto('picture')
					.values({ ...record, school: record.school ? 1 : 0 })
					.onConflict((c) => c.doNothing())
					.executeTakeFirst();
				if (made.numInsertedOrUpdatedRows !== 1n) throw new StoreConflict('A picture with this id exists.');
			}),

		picture: ({ summit, id }) =>
			run(async () => {
				const row = await db
					.selectFrom('picture')
					.select([...pictureColumns, 'bytes'])
					.where('summit', '=', summit)
					.where('id', '=', id)
					.executeTakeFirst();
				return row ? { ...row, school: row.school === 1, bytes: plainBytes(row.bytes) } : null;
			}),

		pictures: ({ summit }) =>
			run(async () => {
				const query = db.selectFrom('picture').select(pictureColumns).where('summit', '=', summit).orderBy('id');
				return (await query.execute()).map((row): PictureEntry => ({ ...row, school: row.school === 1 }));
			}),

		removePicture: ({ summit, id }) =>
			write(async (trx) => {
				const gone = await trx
					.deleteFrom('picture')
					.where('summit', '=', summit)
					.where('id', '=', id)
					.executeTakeFirst();
				return gone.numDeletedRows > 0n;
			}),

		...sqlTiles({ db, run, write }),

		close: () => db.destroy()
	};
}
