/*
 * Reads one map package (MBTiles: a SQLite database somebody sent us) and says what is in it, tile by tile. It runs as a
 * process of its own, started by `package.ts` and ended after one package. The file is opened read-only, nothing in it is
 * ever run (no view, trigger, virtual table or computed column), and every tile is looked at before the first is said.
 */
import Database from 'better-sqlite3';
import { z } from 'zod';
import { pictureHeader } from '../pictures/kinds.ts';
import { writePiece } from '../pieces.ts';
import { watchMemory } from '../watch-memory.ts';

const MOST_MEMORY = 500_000_000;
/** Bytes SQLite may take of it. */
const MOST_HEAP = 150_000_000;
const LEVELS = 22;
const SIDES: ReadonlySet<number> = new Set([256, 512]);

const Limits = z.tuple([z.string(), z.coerce.number(), z.coerce.number(), z.coerce.number()]);
/** The file; how many tiles, bytes of one tile, and bytes of all of them there may be. */
const [file, mostTiles, mostOfOne, mostOfAll] = Limits.parse(process.argv.slice(2));

/** `x` and `y` as they lie in the file: rows count from the south. `size` is the tile's bytes; `data` is null when it is too large. */
const Row = z.tuple([
	z.int().min(0).max(LEVELS),
	z.int().min(0),
	z.int().min(0),
	z.int().positive(),
	z.instanceof(Buffer).nullable()
]);

class Refused extends Error {
	readonly code: 'package_unreadable' | 'package_vector' | 'package_too_large';
	constructor(code: Refused['code']) {
		super(code);
		this.code = code;
	}
}

let [many, all] = [0, 0];
watchMemory(MOST_MEMORY);
try {
	const db = open();
	const rows = tilesOf(db);
	for (const row of rows()) look(row);
	await say({ metadata: metadataOf(db) });
	for (const row of rows()) {
		const { at, data } = read(row);
		await say({ tile: at }, data);
	}
	await say({ ok: true });
} catch (problem) {
	// Whatever a damaged file makes SQLite say, it is one thing to whoever sent it.
	await say({ ok: false, code: problem instanceof Refused ? problem.code : 'package_unreadable' });
}

function open(): Database.Database {
	const db = new Database(file, { readonly: true, fileMustExist: true });
	for (const setting of [
		...['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0', 'query_only = ON'],
		...['temp_store = MEMORY', `hard_heap_limit = ${MOST_HEAP}`]
	])
		db.pragma(setting);
	return db;
}

/** A query over plain tables: `tiles`, or the pair that stands behind the view of that name where tiles are kept once each. */
function tilesOf(db: Database.Database): () => Iterable<unknown> {
	const most = `case when length(tile_data) <= ${mostOfOne} then tile_data end`;
	const columns = `zoom_level, tile_column, tile_row, length(tile_data), ${most}`;
	const from = isPlain(db, 'tiles', ['zoom_level', 'tile_column', 'tile_row', 'tile_data'])
		? 'main.tiles not indexed'
		: isPlain(db, 'map', ['zoom_level', 'tile_column', 'tile_row', 'tile_id']) &&
			  isPlain(db, 'images', ['tile_data', 'tile_id'])
			? 'main.map not indexed cross join main.images on images.tile_id = map.tile_id'
			: null;
	if (from === null) throw new Refused('package_unreadable');
	const query = db.prepare(`select ${columns} from ${from} limit ${mostTiles + 1}`).raw();
	return () => query.iterate();
}

/** An ordinary table whose `columns` are stored, not computed. Nothing else is read from. */
function isPlain(db: Database.Database, table: string, columns: readonly string[]): boolean {
	const kind: unknown = db.prepare("select type from pragma_table_list(?) where schema = 'main'").pluck().get(table);
	if (kind !== 'table') return false;
	const stored = db.prepare('select lower(name) from pragma_table_xinfo(?) where hidden = 0').pluck().all(table);
	return columns.every((column) => stored.includes(column));
}

/** Counts a row and refuses what cannot be handed out as a tile. */
function look(row: unknown): void {
	const { data } = read(row);
	many += 1;
	all += data.length;
	if (many > mostTiles || all > mostOfAll) throw new Refused('package_too_large');
	// Shapes to be drawn on the device come packed (gzip, zlib) or bare, and always under one of these.
	if ([0x1f, 0x78, 0x1a].includes(data[0] ?? 0)) throw new Refused('package_vector');
	const header = pictureHeader(data);
	if (!header || !SIDES.has(header.width) || header.height !== header.width) throw new Refused('package_unreadable');
}

function read(row: unknown): { at: [number, number, number]; data: Buffer } {
	const parsed = Row.safeParse(row);
	if (!parsed.success) throw new Refused('package_unreadable');
	const [level, x, south, size, data] = parsed.data;
	const last = 2 ** level - 1;
	if (x > last || south > last) throw new Refused('package_unreadable');
	if (data === null) throw new Refused(size > mostOfOne ? 'package_too_large' : 'package_unreadable');
	return { at: [level, x, last - south], data };
}

/** What it says of itself, as it says it; a package may say nothing. */
function metadataOf(db: Database.Database): Record<string, string> {
	if (!isPlain(db, 'metadata', ['name', 'value'])) return {};
	const query = db.prepare(
		"select name, value from main.metadata where name in ('name', 'attribution', 'bounds') and typeof(value) = 'text' and length(value) <= 4000 limit 3"
	);
	const rows = z.array(z.tuple([z.string(), z.string()])).parse(query.raw().all());
	if (many === 0) throw new Refused('package_unreadable');
	return Object.fromEntries(rows);
}

function say(line: Record<string, unknown>, bytes?: Buffer): Promise<void> {
	return writePiece(process.stdout, line, bytes);
}
