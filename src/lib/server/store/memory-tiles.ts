/* Tiles in memory, for tests: the part of the store that `memory.ts` keeps apart because of its size. */
import { StoreConflict, StoreMissing } from './errors.ts';
import type { TileAt, TileBox, TileRecord, TileSetRecord } from './port.ts';
import type { TileStore } from './sql-tiles.ts';

interface HeldSet {
	record: Omit<TileSetRecord, 'tiles' | 'size'>;
	tiles: Map<string, TileRecord>;
}

/** `expectSummit` throws when there is no such summit. */
export function memoryTiles(expectSummit: (summit: string) => void): {
	store: TileStore;
	forget(summit: string): void;
} {
	const sets = new Map<string, HeldSet>();
	const of = (summit: string, id: string): HeldSet | undefined => sets.get(JSON.stringify([summit, id]));

	function within({ summit, set, z, left, top, right, bottom }: { summit: string; set: string } & TileBox) {
		return [...(of(summit, set)?.tiles.values() ?? [])].filter(
			(tile) => tile.z === z && tile.x >= left && tile.x <= right && tile.y >= top && tile.y <= bottom
		);
	}

	const store: TileStore = {
		async addTileSet(record) {
			expectSummit(record.summit);
			if (of(record.summit, record.id)) throw new StoreConflict('A set of tiles with this id exists.');
			sets.set(JSON.stringify([record.summit, record.id]), { record: structuredClone(record), tiles: new Map() });
		},
		async tileSet({ summit, id }) {
			const found = of(summit, id);
			return found ? counted(found) : null;
		},
		async tileSets({ summit }) {
			const some = [...sets.values()].filter(({ record }) => record.summit === summit).map(counted);
			return some.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
		},
		async changeTileSet({ summit, id, change }) {
			const found = of(summit, id);
			if (found) Object.assign(found.record, structuredClone(change));
			return found !== undefined;
		},
		async removeTileSet({ summit, id }) {
			return sets.delete(JSON.stringify([summit, id]));
		},
		async keepTiles({ summit, set, tiles }) {
			const found = of(summit, set);
			if (!found) throw new StoreMissing('There is no such set of tiles.');
			for (const tile of tiles) found.tiles.set(tileKey(tile), structuredClone(tile));
		},
		async tile({ summit, set, ...at }) {
			const tile = of(summit, set)?.tiles.get(tileKey(at));
			return tile ? structuredClone(tile) : null;
		},
		async tilesIn(asked) {
			return structuredClone(within(asked).sort((a, b) => a.y - b.y || a.x - b.x));
		},
		async countTiles(asked) {
			return within(asked).length;
		}
	};
	return {
		store,
		forget(summit) {
			for (const [key, { record }] of sets) if (record.summit === summit) sets.delete(key);
		}
	};
}

function counted({ record, tiles }: HeldSet): TileSetRecord {
	const size = [...tiles.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
	return structuredClone({ ...record, tiles: tiles.size, size });
}

function tileKey({ z, x, y }: TileAt): string {
	return `${z}/${x}/${y}`;
}
