/* A tile's address, `/tiles/<summit>.<set>/<z>/<x>/<y>`, read strictly: one tile has one address. */
import { createHash } from 'node:crypto';
import type { TileAt } from '../store/port.ts';

const LEVELS = 22;

/** The tile an address means, or null. */
export function readTileAddress(parts: {
	set: string;
	z: string;
	x: string;
	y: string;
}): ({ summit: string; set: string } & TileAt) | null {
	const [summit, set, ...more] = parts.set.split('.');
	const [z, x, y] = [parts.z, parts.x, parts.y].map((text) => (/^(0|[1-9]\d{0,7})$/.test(text) ? Number(text) : NaN));
	if (!summit || !set || more.length > 0 || z === undefined || x === undefined || y === undefined) return null;
	if (!(z <= LEVELS && x < 2 ** z && y < 2 ** z)) return null;
	return { summit, set, z, x, y };
}

/** What the tile is, in a few characters: the same bytes, the same tag. */
export function tileTag(bytes: Uint8Array): string {
	return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}
