/*
 * The store's port: everything the kit keeps on disk about a summit passes here. Behind it stand SQLite (the default) and
 * memory (tests); one contract suite runs against each. It is asynchronous so that a database over a network fits it.
 *
 * The log is append-only but for one door, `redact`. A write is one transaction: all of it is on disk when the promise
 * resolves (L1), or none of it ever was. The store neither seals nor opens words: `sealed` is bytes it never reads or indexes.
 */

/** One event of a summit's log. `body` is JSON text without a student's words; `sealed` holds those, or null. Times are milliseconds. */
export interface StoredEvent {
	seq: number;
	at: number;
	actor: string;
	type: string;
	v: number;
	body: string;
	sealed: Uint8Array | null;
}

export type NewEvent = Omit<StoredEvent, 'seq'>;

/** What a command was answered, kept so that sending it twice is harmless (L2): unique per summit, actor and id. */
export interface StoredAnswer {
	actor: string;
	id: string;
	answer: string;
}

/** A bearer cookie's hash, and the card or person it stands for. */
export interface StoredPass {
	hash: string;
	holder: string;
	role: string;
	createdAt: number;
	endsAt: number | null;
	revokedAt: number | null;
}

/** `log` is the random identity of this log: a screen that knew another one replaces everything it holds. */
export interface SummitRecord {
	id: string;
	log: string;
	rehearsal: boolean;
	createdAt: number;
	head: number;
}

/** A signed link or join code. `summit` is null for links to the kit itself; `detail` is JSON text. */
export interface LinkRecord {
	hash: string;
	summit: string | null;
	role: string;
	detail: string;
	createdAt: number;
	endsAt: number;
	usedAt: number | null;
	revokedAt: number | null;
}

/** A picture under a station's map. `school` pictures show a school's inside and are never public (S11). Sizes are pixels of
 * the map at its finest: where the picture has tiles, its own `bytes` may be smaller. */
export interface PictureRecord {
	id: string;
	summit: string;
	type: string;
	width: number;
	height: number;
	bytes: Uint8Array;
	school: boolean;
}

export type PictureEntry = Omit<PictureRecord, 'bytes'>;

/**
 * A set of map tiles, 256 pixels a side on the map (M1): a picture cut into a pyramid, whose id is the picture's own; a
 * package somebody uploaded; or the tiles of an online service. `school` as for pictures (S11).
 */
export interface TileSetRecord {
	id: string;
	summit: string;
	kind: 'picture' | 'package' | 'online';
	/** What a person calls it, and whom a map must name. Cleaned text, never HTML. */
	name: string;
	attribution: string;
	/** What there is on the ground, in degrees: west, south, east, north. Null for a picture. */
	bounds: [number, number, number, number] | null;
	min: number;
	max: number;
	school: boolean;
	/** All its tiles are here. One that is not whole and nobody is filling any more is a leftover. */
	whole: boolean;
	createdAt: number;
	/** How many tiles are here, and their bytes together: the store counts. */
	tiles: number;
	size: number;
}

export type NewTileSet = Omit<TileSetRecord, 'tiles' | 'size'>;
export type TileSetChange = Partial<Pick<TileSetRecord, 'name' | 'attribution' | 'bounds' | 'min' | 'max' | 'whole'>>;

export interface TileAt {
	z: number;
	x: number;
	y: number;
}

/** `endsAt`: when a tile of an online service should be asked for again; null is never. */
export interface TileRecord extends TileAt {
	type: string;
	bytes: Uint8Array;
	endsAt: number | null;
}

/** Some tiles of one level: columns `left` to `right` and rows `top` to `bottom`, both ends included. */
export interface TileBox {
	z: number;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** One commit. `after` is the head it was decided against. */
export interface AppendBatch {
	summit: string;
	after: number;
	events: NewEvent[];
	answers: StoredAnswer[];
	passes: StoredPass[];
	/** Each ends every living pass of `holder` made at or before `at`, those of this batch included. */
	revokes: { holder: string; at: number }[];
}

export interface Redaction {
	summit: string;
	after: number;
	/** The numbers of the events whose sealed words are blanked; each must be in the log. */
	seqs: number[];
	/** The redaction's own event. */
	event: NewEvent;
	answers?: StoredAnswer[];
}

/**
 * One erasure in place (S13): sealed words of events up to `upTo` and of those in `also` are blanked, and what cards did is
 * emptied of everything but its number and time. `kept` stands as it is, its words sealed anew.
 */
export interface Erasure {
	summit: string;
	after: number;
	upTo: number;
	also: number[];
	kept: { seq: number; sealed: Uint8Array | null }[];
	/** The erasure's own event. */
	event: NewEvent;
}

export interface Store {
	/** Refuses an id that is taken (StoreConflict). */
	createSummit(record: Omit<SummitRecord, 'head'>): Promise<void>;
	/** Oldest first. */
	summits(): Promise<SummitRecord[]>;
	/**
	 * Appends in one transaction with gapless numbers `after + 1…` and resolves, once it is on disk (L1), with the new head.
	 * Throws StoreConflict when the head is not `after`, when an answer's actor and id were answered before, or when a
	 * pass's hash is taken; StoreFull or StoreReadOnly when the disk refuses. Nothing is kept of a batch that throws.
	 */
	append(batch: AppendBatch): Promise<number>;
	/** At most `limit` events numbered above `after`, in order. */
	read(q: { summit: string; after: number; limit: number }): Promise<StoredEvent[]>;
	/** Of these commands, those that were answered and what each got, in no order: somebody else's id reveals nothing (L2). */
	answeredTo(q: { summit: string; asks: readonly Pick<StoredAnswer, 'actor' | 'id'>[] }): Promise<StoredAnswer[]>;
	/** The pass as it is kept, also when it has ended or was revoked: the caller judges by its clock. */
	pass(q: { hash: string }): Promise<(StoredPass & { summit: string }) | null>;
	/** Ends these passes, of any summit, at `at`; those unknown or ended before stay as they are. */
	revokePasses(q: { hashes: readonly string[]; at: number }): Promise<void>;
	/** Blanks the words of `seqs` in place and appends `event`, in one transaction; refuses as `append` does. Returns the new head. */
	redact(q: Redaction): Promise<number>;
	/**
	 * Erases in place, takes away cards' passes and what cards were answered, and appends `event`, in one transaction; refuses
	 * as `append` does. No traces: `compact` after it. Returns the new head.
	 */
	erase(q: Erasure): Promise<number>;
	/**
	 * At most `limit` events below `before` that no card made, newest first, without their sealed part: what adults and the
	 * kit did (S12).
	 */
	acts(q: { summit: string; before: number; limit: number }): Promise<StoredEvent[]>;
	/** Throws a rehearsal away: every row of it in every table. Refuses a real summit (StoreRefused). No traces: `compact` after it. */
	discard(summit: string): Promise<void>;
	/**
	 * Rewrites the file without the pages that once held deleted rows, and empties the journal. False when somebody else was
	 * reading, so that old pages may remain in the journal: `settle` later (S13).
	 */
	compact(): Promise<boolean>;
	/** Empties the journal of a file already rewritten. False while somebody else is reading. */
	settle(): Promise<boolean>;
	/** Writes, on disk, what changes nothing: whether the disk takes it. Throws as `append` does where it does not. */
	check(): Promise<void>;

	/** Refuses a hash that is taken (StoreConflict). */
	addLink(record: LinkRecord): Promise<void>;
	link(hash: string): Promise<LinkRecord | null>;
	/** Spends the link: true once only; false when it is unknown, used, revoked, or ended at `at`. */
	useLink(q: { hash: string; at: number }): Promise<boolean>;
	/** True when this call revoked it; false when it is unknown or was revoked before. */
	revokeLink(q: { hash: string; at: number }): Promise<boolean>;
	/** Oldest first; null asks for the links to the kit itself. */
	links(q: { summit: string | null }): Promise<LinkRecord[]>;

	/** Refuses an id that is taken within its summit (StoreConflict). */
	addPicture(record: PictureRecord): Promise<void>;
	picture(q: { summit: string; id: string }): Promise<PictureRecord | null>;
	/** Everything but the bytes, by id. */
	pictures(q: { summit: string }): Promise<PictureEntry[]>;
	/** True when there was one. */
	removePicture(q: { summit: string; id: string }): Promise<boolean>;

	/** Refuses an id that is taken within its summit (StoreConflict). */
	addTileSet(record: NewTileSet): Promise<void>;
	tileSet(q: { summit: string; id: string }): Promise<TileSetRecord | null>;
	/** By age. */
	tileSets(q: { summit: string }): Promise<TileSetRecord[]>;
	/** True when there was one. */
	changeTileSet(q: { summit: string; id: string; change: TileSetChange }): Promise<boolean>;
	/** The set with its tiles, in slices, so that nobody waits long behind it. True when there was one. */
	removeTileSet(q: { summit: string; id: string }): Promise<boolean>;
	/** One transaction: keep the batches small. A tile that is here already is replaced. Throws StoreMissing without such a set. */
	keepTiles(q: { summit: string; set: string; tiles: readonly TileRecord[] }): Promise<void>;
	tile(q: { summit: string; set: string } & TileAt): Promise<TileRecord | null>;
	/** With their bytes, row by row: the caller answers for how many that may be. */
	tilesIn(q: { summit: string; set: string } & TileBox): Promise<TileRecord[]>;
	countTiles(q: { summit: string; set: string } & TileBox): Promise<number>;

	close(): Promise<void>;
}
