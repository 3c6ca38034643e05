/*
 * The numbered steps that bring a database to this version's shape, each run once, in order, in a transaction of its own.
 * A step that was ever released is never edited: the next change is a new number.
 */
import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from '../tables.ts';
import { firstTables } from './0001-first-tables.ts';
import { tiles } from './0002-tiles.ts';

export interface Migration {
	number: number;
	name: string;
	/** `bytes` is the database's own type for bytes: `blob` or `bytea`. */
	up(db: Kysely<Tables>, types: { bytes: RawBuilder<unknown> }): Promise<void>;
}

/** In order, from 1, without gaps. */
export const migrations: readonly Migration[] = [firstTables, tiles];

/** The shape this version writes. */
export const newestShape = migrations.length;
