/*
 * Tiles and their sets in portable SQL. Tiles are many and heavy, so they are kept and taken away in small transactions:
 * no batch holds the loop for longer than a message may wait.
 */
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { StoreConflict, StoreMissing } from './errors.ts';
import type { Store, TileBox, TileRecord, TileSetRecord } from './port.ts';
import { plainBytes } from './tables.ts';
import type { Tables } from './tables.ts';

interface Doors {
	db: Kysely<Tables>;
	run: <T>(work: () => Promise<T>) => Promise<T>;
	write: <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
}

export type TileStore = Pick<
	Store,
	| 'addTileSet'
	| 'tileSet'
	| 'tileSets'
	| 'changeTileSet'
	| 'removeTileSet'
	| 'keepTiles'
	| 'tile'
	| 'tilesIn'
	| 'countTiles'
>;

/** Rows taken away in one transaction. Erased pages are overwritten, so each costs as much as a write. */
const SLICE = 200;

const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const setColumns = [
	'id',
	'summit',
	'kind',
	'name',
	'attribution',
	'bounds',
	'min',
	'max',
	'school',
	'whole',
	'created_at as createdAt',
	'tiles',
	'size'
] as const;
const tileColumns = ['z', 'x', 'y', 'type', 'bytes', 'ends_at as endsAt'] as const;

export function sqlTiles({ db, run, write }: Doors): TileStore {
	const sets = () => db.selectFrom('tile_set').select(setColumns);
	const within = ({ summit, set, z, left, top, right, bottom }: { summit: string; set: string } & TileBox) =>
		db
			.selectFrom('tile')
			.where('summit', '=', summit)
			.where('set_id', '=', set)
			.where('z', '=', z)
			.where('x', '>=', left)
			.where('x', '<=', right)
			.where('y', '>=', top)
			.where('y', '<=', bottom);

	return {
		addTileSet: ({ createdAt, bounds, school, whole, ...record }) =>
			write(async (trx) => {
				const kept = {
					...record,
					bounds: bounds && JSON.stringify(bounds),
					school: school ? 1 : 0,
					whole: whole ? 1 : 0,
					created_at: createdAt
				};
				const made = await trx
					.insertInto('tile_set')
					.values({ ...kept, tiles: 0, size: 0 })
					.onConflict((c) => c.doNothing())
					.executeTakeFirst();
				if (made.numInsertedOrUpdatedRows !== 1n) throw new StoreConflict('A set of tiles with this id exists.');
			}),

		tileSet: ({ summit, id }) =>
			run(async () => {
				const row = await sets().where('summit', '=', summit).where('id', '=', id).executeTakeFirst();
				return row ? asSet(row) : null;
			}),

		tileSets: ({ summit }) =>
			run(async () => {
				const rows = await sets().where('summit', '=', summit).orderBy('created_at').orderBy('id').execute();
				return rows.map(asSet);
			}),

		changeTileSet: ({ summit, id, change: { bounds, whole, ...change } }) =>
			write(async (trx) => {
				const changed = await trx
					.updateTable('tile_set')
					.set({
						id,
						...change,
						...(bounds === undefined ? {} : { bounds: bounds && JSON.stringify(bounds) }),
						...(whole === undefined ? {} : { whole: whole ? 1 : 0 })
					})
					.where('summit', '=', summit)
					.where('id', '=', id)
					.executeTakeFirst();
				return changed.numUpdatedRows === 1n;
			}),

		async removeTileSet({ summit, id }) {
			// Cut short, it is a leftover like any other.
			await write((trx) =>
				trx.updateTable('tile_set').set({ whole: 0 }).where('summit', '=', summit).where('id', '=', id).execute()
			);
			while (await removeSlice({ summit, id }));
			return write(async (trx) => {
				const gone = await trx
					.deleteFrom('tile_set')
					.where('summit', '=', summit)
					.where('id', '=', id)
					.executeTakeFirst();
				return gone.numDeletedRows > 0n;
			});
		},

		keepTiles: ({ summit, set, tiles }) =>
			write(async (trx) => {
				let [more, size] = [0, 0];
				for (const { z, x, y, type, bytes, endsAt } of tiles) {
					const at = { summit, set_id: set, z, x, y };
					const before = await trx
						.selectFrom('tile')
						.select((eb) => eb.fn<number>('length', ['bytes']).as('size'))
						.where((eb) => eb.and(at))
						.executeTakeFirst();
					more += before ? 0 : 1;
					size += bytes.length - (before?.size ?? 0);
					const kept = { type, bytes, ends_at: endsAt };
					if (before)
						await trx
							.updateTable('tile')
							.set(kept)
							.where((eb) => eb.and(at))
							.execute();
					else
						await trx
							.insertInto('tile')
							.values({ ...at, ...kept })
							.execute();
				}
				const counted = await trx
					.updateTable('tile_set')
					.set((eb) => ({ tiles: eb('tiles', '+', more), size: eb('size', '+', size) }))
					.where('summit', '=', summit)
					.where('id', '=', set)
					.executeTakeFirst();
				if (counted.numUpdatedRows !== 1n) throw new StoreMissing('There is no such set of tiles.');
			}),

		tile: ({ summit, set, z, x, y }) =>
			run(async () => {
				const query = within({ summit, set, z, left: x, right: x, top: y, bottom: y });
				const row = await query.select(tileColumns).executeTakeFirst();
				return row ? asTile(row) : null;
			}),

		tilesIn: (asked) =>
			run(async () => (await within(asked).select(tileColumns).orderBy('y').orderBy('x').execute()).map(asTile)),

		countTiles: (asked) =>
			run(async () => {
				const query = within(asked).select((eb) => eb.fn.countAll<number>().as('many'));
				return (await query.executeTakeFirstOrThrow()).many;
			})
	};

	function removeSlice({ summit, id }: { summit: string; id: string }): Promise<boolean> {
		return write(async (trx) => {
			const some = await trx
				.selectFrom('tile')
				.select(['z', 'x', 'y'])
				.where('summit', '=', summit)
				.where('set_id', '=', id)
				.limit(SLICE)
				.execute();
			for (const at of some)
				await trx
					.deleteFrom('tile')
					.where((eb) => eb.and({ summit, set_id: id, ...at }))
					.execute();
			return some.length === SLICE;
		});
	}
}

function asSet(
	row: Omit<TileSetRecord, 'bounds' | 'school' | 'whole'> & { bounds: string | null; school: number; whole: number }
): TileSetRecord {
	return {
		...row,
		bounds: row.bounds === null ? null : Bounds.parse(JSON.parse(row.bounds)),
		school: row.school === 1,
		whole: row.whole === 1
	};
}

function asTile(row: TileRecord): TileRecord {
	return { ...row, bytes: plainBytes(row.bytes) };
}
