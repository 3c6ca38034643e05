/*
 * A new set of tiles, kept whole or not at all. Its tiles go to the disk in small batches, so that a room in the middle of
 * its day waits no longer for a map than for a message. A set that was cut short is a leftover, and is swept at the next start.
 */
import type { NewTileSet, Store, TileRecord, TileSetChange } from '../store/port.ts';

/** A batch is written when it has this many tiles or bytes. */
const BATCH = 48;
const BATCH_BYTES = 500_000;

/** Keeps tiles as they come; there may be any number of calls. */
export type Keep = (tiles: Iterable<TileRecord>) => Promise<void>;

/**
 * Makes the set, lets `fill` keep its tiles, and marks it whole with what `fill` learnt of it. When `fill` throws, or
 * answers null, nothing stays.
 */
export async function keepSet(
	store: Store,
	record: Omit<NewTileSet, 'whole'>,
	fill: (keep: Keep) => Promise<TileSetChange | null>
): Promise<void> {
	const { summit, id } = record;
	await store.addTileSet({ ...record, whole: false });
	let batch: TileRecord[] = [];
	let size = 0;
	const write = async (): Promise<void> => {
		await store.keepTiles({ summit, set: id, tiles: batch });
		[batch, size] = [[], 0];
	};
	let whole = false;
	try {
		const change = await fill(async (tiles) => {
			for (const tile of tiles) {
				batch.push(tile);
				size += tile.bytes.length;
				if (batch.length >= BATCH || size >= BATCH_BYTES) await write();
			}
		});
		if (change) {
			await write();
			await store.changeTileSet({ summit, id, change: { ...change, whole: true } });
			whole = true;
		}
	} finally {
		if (!whole) await store.removeTileSet({ summit, id });
	}
}

/** Takes away what was cut short before this start. A set of an online service fills as it is used, and stays. */
export async function sweepSets(store: Store): Promise<void> {
	for (const { id: summit } of await store.summits())
		for (const { id, kind, whole } of await store.tileSets({ summit }))
			if (!whole && kind !== 'online') await store.removeTileSet({ summit, id });
}
