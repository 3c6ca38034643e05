import { sql } from 'kysely';
import type { Migration } from './migrations.ts';

/* `sealed` is never indexed: an index would keep a second copy of a student's words. */
export const firstTables: Migration = {
	number: 1,
	name: 'first tables',
	async up(db, { bytes }) {
		await db.schema
			.createTable('summit')
			.addColumn('id', 'text', (c) => c.primaryKey().notNull())
			.addColumn('log', 'text', (c) => c.notNull())
			.addColumn('rehearsal', 'integer', (c) => c.notNull().check(sql`rehearsal in (0, 1)`))
			.addColumn('created_at', 'bigint', (c) => c.notNull())
			.addColumn('head', 'bigint', (c) => c.notNull().check(sql`head >= 0`))
			.execute();
		await db.schema
			.createTable('event')
			.addColumn('summit', 'text', (c) => c.notNull().references('summit.id'))
			.addColumn('seq', 'bigint', (c) => c.notNull().check(sql`seq >= 1`))
			.addColumn('at', 'bigint', (c) => c.notNull())
			.addColumn('actor', 'text', (c) => c.notNull())
			.addColumn('type', 'text', (c) => c.notNull())
			.addColumn('v', 'integer', (c) => c.notNull())
			.addColumn('body', 'text', (c) => c.notNull())
			.addColumn('sealed', bytes)
			.addPrimaryKeyConstraint('event_key', ['summit', 'seq'])
			.execute();
		await db.schema
			.createTable('answer')
			.addColumn('summit', 'text', (c) => c.notNull().references('summit.id'))
			.addColumn('actor', 'text', (c) => c.notNull())
			.addColumn('id', 'text', (c) => c.notNull())
			.addColumn('answer', 'text', (c) => c.notNull())
			.addPrimaryKeyConstraint('answer_key', ['summit', 'actor', 'id'])
			.execute();
		await db.schema
			.createTable('pass')
			.addColumn('hash', 'text', (c) => c.primaryKey().notNull())
			.addColumn('summit', 'text', (c) => c.notNull().references('summit.id'))
			.addColumn('holder', 'text', (c) => c.notNull())
			.addColumn('role', 'text', (c) => c.notNull())
			.addColumn('created_at', 'bigint', (c) => c.notNull())
			.addColumn('ends_at', 'bigint')
			.addColumn('revoked_at', 'bigint')
			.execute();
		await db.schema.createIndex('pass_holder').on('pass').columns(['summit', 'holder']).execute();
		await db.schema
			.createTable('link')
			.addColumn('hash', 'text', (c) => c.primaryKey().notNull())
			.addColumn('summit', 'text', (c) => c.references('summit.id'))
			.addColumn('role', 'text', (c) => c.notNull())
			.addColumn('detail', 'text', (c) => c.notNull())
			.addColumn('created_at', 'bigint', (c) => c.notNull())
			.addColumn('ends_at', 'bigint', (c) => c.notNull())
			.addColumn('used_at', 'bigint')
			.addColumn('revoked_at', 'bigint')
			.execute();
		await db.schema.createIndex('link_summit').on('link').column('summit').execute();
		await db.schema
			.createTable('picture')
			.addColumn('summit', 'text', (c) => c.notNull().references('summit.id'))
			.addColumn('id', 'text', (c) => c.notNull())
			.addColumn('type', 'text', (c) => c.notNull())
			.addColumn('width', 'integer', (c) => c.notNull())
			.addColumn('height', 'integer', (c) => c.notNull())
			.addColumn('school', 'integer', (c) => c.notNull().check(sql`school in (0, 1)`))
			.addColumn('bytes', bytes, (c) => c.notNull())
			.addPrimaryKeyConstraint('picture_key', ['summit', 'id'])
			.execute();
	}
};
