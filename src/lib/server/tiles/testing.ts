/* Map packages for tests, made up on the spot. Rows count from the south, as packages have them. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import sharp from 'sharp';

export interface PackedTile {
	z: number;
	x: number;
	/** From the north, as the kit counts. */
	y: number;
	data: unknown;
}

export const PLAIN_TABLES = `create table metadata (name text, value text);
	create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);`;

/** Writes a package to `file`, in place of what is there, and answers its path. `sql` makes its tables, and runs after them. */
export function makePackage(
	file: string,
	{
		tiles,
		metadata = {},
		sql = PLAIN_TABLES,
		after = ''
	}: { tiles: readonly PackedTile[]; metadata?: Record<string, string>; sql?: string; after?: string }
): string {
	rmSync(file, { force: true });
	const db = new Database(file);
	db.exec(sql);
	const add = tiles.length > 0 ? db.prepare('insert into tiles values (?, ?, ?, ?)') : null;
	for (const { z, x, y, data } of tiles) add?.run(z, x, 2 ** z - 1 - y, data);
	const say = Object.keys(metadata).length > 0 ? db.prepare('insert into metadata values (?, ?)') : null;
	for (const [name, value] of Object.entries(metadata)) say?.run(name, value);
	db.exec(after);
	db.close();
	return file;
}

/** A tile of one colour. */
export function tile(
	colour = '#ede5fc',
	{ side = 256, kind = 'png' as 'png' | 'jpeg' | 'webp' } = {}
): Promise<Buffer> {
	const drawing = sharp({ create: { width: side, height: side, channels: 3, background: colour } });
	return drawing.toFormat(kind).toBuffer();
}

/** Every tile of some columns and rows of some levels; `box` is of the finest. */
export function block(
	data: Buffer,
	{ levels, left, top, right, bottom }: { levels: number[]; left: number; top: number; right: number; bottom: number }
): PackedTile[] {
	const finest = Math.max(...levels);
	const tiles: PackedTile[] = [];
	for (const z of levels) {
		const scale = 2 ** (finest - z);
		for (let x = Math.floor(left / scale); x <= Math.floor(right / scale); x += 1)
			for (let y = Math.floor(top / scale); y <= Math.floor(bottom / scale); y += 1) tiles.push({ z, x, y, data });
	}
	return tiles;
}
