/*
 * The tables as the query language sees them. Booleans are 0 or 1, JSON is text, times are milliseconds, so that the same
 * queries run on SQLite and PostgreSQL; only the type of bytes differs between them.
 */

export interface Tables {
	summit: { id: string; log: string; rehearsal: number; created_at: number; head: number };
	event: {
		summit: string;
		seq: number;
		at: number;
		actor: string;
		type: string;
		v: number;
		body: string;
		sealed: Uint8Array | null;
	};
	answer: { summit: string; actor: string; id: string; answer: string };
	pass: {
		hash: string;
		summit: string;
		holder: string;
		role: string;
		created_at: number;
		ends_at: number | null;
		revoked_at: number | null;
	};
	link: {
		hash: string;
		summit: string | null;
		role: string;
		detail: string;
		created_at: number;
		ends_at: number;
		used_at: number | null;
		revoked_at: number | null;
	};
	picture: {
		summit: string;
		id: string;
		type: string;
		width: number;
		height: number;
		bytes: Uint8Array;
		school: number;
	};
	tile_set: {
		summit: string;
		id: string;
		kind: 'picture' | 'package' | 'online';
		name: string;
		attribution: string;
		bounds: string | null;
		min: number;
		max: number;
		school: number;
		whole: number;
		created_at: number;
		tiles: number;
		size: number;
	};
	tile: {
		summit: string;
		set_id: string;
		z: number;
		x: number;
		y: number;
		type: string;
		ends_at: number | null;
		bytes: Uint8Array;
	};
}

/** Drivers hand out their own kind of bytes; the port promises plain ones. The memory is shared, not copied. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
