/* A box of tiles as they are drawn into one picture. */
import type { Store, TileRecord } from '../store/port.ts';

/** Tiles row by row: a row at a time is in memory, never the map. */
export async function* rowsOf(
	q: { store: Pick<Store, 'tilesIn'> } & Parameters<Store['tilesIn']>[0]
): AsyncGenerator<TileRecord> {
	const { store, ...box } = q;
	for (let y = box.top; y <= box.bottom; y += 1) yield* await store.tilesIn({ ...box, top: y, bottom: y });
}
