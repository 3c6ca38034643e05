import { sql } from 'kysely';
import type { Migration } from './migrations.ts';

/* Tiles of every source lie in one table, so that one door hands them out and one sweep takes them away. */
export const tiles: Migration = {
	number: 2,
	name: 'tiles',
	async up(db, { bytes }) {
		await db.schema
			.createTable('tile_set')
			.addColumn('summit', 'text', (c) => c.notNull().references('summit.id'))
			.addColumn('id', 'text', (c) => c.notNull())
			.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('picture', 'package', 'online')`))
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('attribution', 'text', (c) => c.notNull())
			.addColumn('bounds', 'text')
			.addColumn('min', 'integer', (c) => c.notNull())
			.addColumn('max', 'integer', (c) => c.notNull())
			.addColumn('school', 'integer', (c) => c.notNull().check(sql`school in (0, 1)`))
			.addColumn('whole', 'integer', (c) => c.notNull().check(sql`whole in (0, 1)`))
			.addColumn('created_at', 'bigint', (c) => c.notNull())
			.addColumn('tiles', 'bigint', (c) => c.notNull())
			.addColumn('size', 'bigint', (c) => c.notNull())
			.addPrimaryKeyConstraint('tile_set_key', ['summit', 'id'])
			.execute();
		await db.schema
			.createTable('tile')
			.addColumn('summit', 'text', (c) => c.notNull())
			.addColumn('set_id', 'text', (c) => c.notNull())
			.addColumn('z', 'integer', (c) => c.notNull())
			.addColumn('x', 'integer', (c) => c.notNull())
			.addColumn('y', 'integer', (c) => c.notNull())
			.addColumn('type', 'text', (c) => c.notNull())
			.addColumn('ends_at', 'bigint')
			.addColumn('bytes', bytes, (c) => c.notNull())
			.addPrimaryKeyConstraint('tile_key', ['summit', 'set_id', 'z', 'x', 'y'])
			.addForeignKeyConstraint('tile_of_set', ['summit', 'set_id'], 'tile_set', ['summit', 'id'])
			.execute();
	}
};
