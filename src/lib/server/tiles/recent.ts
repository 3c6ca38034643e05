/*
 * Tiles fetched a moment ago, in memory up to so many bytes, the ones used longest ago forgotten first: so that moving a
 * frame about, and a second map of the same streets, ask the service for nothing twice.
 */
import type { ClockPort } from '../clock.ts';
import type { TileRecord } from '../store/port.ts';

export interface Recent {
	get(key: string): TileRecord | null;
	put(key: string, tile: TileRecord): void;
}

export function createRecent({ clock, mostBytes }: { clock: ClockPort; mostBytes: number }): Recent {
	const held = new Map<string, TileRecord>();
	let size = 0;

	function forget(key: string): TileRecord | null {
		const tile = held.get(key);
		if (!tile) return null;
		held.delete(key);
		size -= tile.bytes.length;
		return tile;
	}
	function put(key: string, tile: TileRecord): void {
		forget(key);
		held.set(key, tile);
		size += tile.bytes.length;
		for (const oldest of held.keys()) {
			if (size <= mostBytes) break;
			forget(oldest);
		}
	}

	return {
		get(key) {
			const tile = forget(key);
			if (!tile || (tile.endsAt !== null && tile.endsAt <= clock.now())) return null;
			put(key, tile);
			return tile;
		},
		put
	};
}
