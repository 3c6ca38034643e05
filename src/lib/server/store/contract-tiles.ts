/* The part of the store's contract about tiles and their sets. */
import { expect, test } from 'vitest';
import { StoreConflict, StoreMissing } from './errors.ts';
import type { NewTileSet, Store, TileRecord } from './port.ts';

const summit = 'summit-a';
const bystander = 'summit-b';
const set = 'set-1';

export function newTileSet(over: Partial<NewTileSet> = {}): NewTileSet {
	return {
		id: set,
		summit,
		kind: 'package',
		name: 'Elephant and Castle',
		attribution: '© OpenStreetMap contributors',
		bounds: [-0.11, 51.493, -0.099, 51.4985],
		min: 3,
		max: 5,
		school: false,
		whole: true,
		createdAt: 10,
		...over
	};
}

export function newTile(over: Partial<TileRecord> = {}): TileRecord {
	return { z: 3, x: 1, y: 2, type: 'image/webp', bytes: new Uint8Array([82, 73, 0, 255]), endsAt: null, ...over };
}

/** Expects two summits, `summit-a` and `summit-b`, in the store. */
export function tiles(store: () => Store): void {
	test('M1: a set comes back as it was kept, with a count of its tiles and their bytes', async () => {
		await store().addTileSet(newTileSet());
		await store().addTileSet(newTileSet({ id: 'picture', kind: 'picture', bounds: null, school: true, createdAt: 5 }));
		await store().addTileSet(newTileSet({ summit: bystander }));
		await store().keepTiles({ summit, set, tiles: [newTile(), newTile({ x: 2, bytes: new Uint8Array(6) })] });
		expect(await store().tileSet({ summit, id: set })).toEqual({ ...newTileSet(), tiles: 2, size: 10 });
		expect((await store().tileSets({ summit })).map(({ id, school, bounds }) => [id, school, bounds === null])).toEqual(
			[
				['picture', true, true],
				[set, false, false]
			]
		);
		expect(await store().tileSet({ summit: bystander, id: set })).toMatchObject({ tiles: 0, size: 0 });
		expect(await store().tileSet({ summit, id: 'nothing' })).toBeNull();
	});

	test('a set’s id is taken once within its summit, and belongs to a summit that is there', async () => {
		await store().addTileSet(newTileSet());
		await expect(store().addTileSet(newTileSet({ min: 0 }))).rejects.toThrow(StoreConflict);
		await expect(store().addTileSet(newTileSet({ summit: 'nowhere' }))).rejects.toThrow(StoreMissing);
		expect(await store().tileSet({ summit, id: set })).toMatchObject({ min: 3 });
	});

	test('what becomes known of a set later is written into it, and into no other', async () => {
		await store().addTileSet(newTileSet({ whole: false }));
		await store().addTileSet(newTileSet({ summit: bystander, whole: false }));
		const change = { min: 1, max: 9, bounds: null, whole: true, attribution: 'Somebody' };
		expect(await store().changeTileSet({ summit, id: set, change })).toBe(true);
		expect(await store().changeTileSet({ summit, id: 'nothing', change })).toBe(false);
		expect(await store().tileSet({ summit, id: set })).toMatchObject({ ...change, name: 'Elephant and Castle' });
		expect(await store().changeTileSet({ summit, id: set, change: {} })).toBe(true);
		expect(await store().tileSet({ summit: bystander, id: set })).toMatchObject({ min: 3, max: 5, whole: false });
	});

	test('a tile comes back byte for byte; one that is kept again replaces it', async () => {
		await store().addTileSet(newTileSet());
		await store().addTileSet(newTileSet({ id: 'set-2' }));
		await store().keepTiles({ summit, set, tiles: [newTile(), newTile({ z: 4 })] });
		await store().keepTiles({ summit, set: 'set-2', tiles: [newTile({ type: 'image/png' })] });
		const at = { summit, set, z: 3, x: 1, y: 2 };
		expect(await store().tile(at)).toEqual(newTile());
		const again = newTile({ bytes: new Uint8Array([1, 2]), type: 'image/jpeg', endsAt: 99 });
		await store().keepTiles({ summit, set, tiles: [again] });
		expect(await store().tile(at)).toEqual(again);
		expect(await store().tileSet({ summit, id: set })).toMatchObject({ tiles: 2, size: 6 });
		expect(await store().tile({ ...at, set: 'set-2' })).toEqual(newTile({ type: 'image/png' }));
		expect(await store().tile({ ...at, y: 3 })).toBeNull();
		expect(await store().tile({ ...at, summit: bystander })).toBeNull();
	});

	test('tiles without a set are not kept', async () => {
		await expect(store().keepTiles({ summit, set, tiles: [newTile()] })).rejects.toThrow(StoreMissing);
		await expect(store().keepTiles({ summit: 'nowhere', set, tiles: [newTile()] })).rejects.toThrow(StoreMissing);
		await expect(store().keepTiles({ summit, set, tiles: [] })).rejects.toThrow(StoreMissing);
		expect(await store().tile({ summit, set, z: 3, x: 1, y: 2 })).toBeNull();
	});

	test('the tiles of a box are found row by row, and counted without them', async () => {
		await store().addTileSet(newTileSet());
		const kept = Array.from({ length: 16 }, (_, i) => newTile({ x: i % 4, y: Math.floor(i / 4) }));
		await store().keepTiles({ summit, set, tiles: [...kept, newTile({ z: 4 })].reverse() });
		const box = { summit, set, z: 3, left: 1, top: 2, right: 2, bottom: 9 };
		expect((await store().tilesIn(box)).map(({ x, y }) => [x, y])).toEqual([
			[1, 2],
			[2, 2],
			[1, 3],
			[2, 3]
		]);
		expect((await store().tilesIn(box))[0]).toEqual(newTile());
		expect(await store().countTiles(box)).toBe(4);
		expect(await store().countTiles({ ...box, summit: bystander })).toBe(0);
	});

	test('a set is removed with all its tiles, and the one beside it stays', async () => {
		await store().addTileSet(newTileSet());
		await store().addTileSet(newTileSet({ id: 'set-2' }));
		const many = Array.from({ length: 450 }, (_, i) => newTile({ x: i }));
		for (const of of [set, 'set-2']) await store().keepTiles({ summit, set: of, tiles: many });
		expect(await store().removeTileSet({ summit, id: set })).toBe(true);
		expect(await store().removeTileSet({ summit, id: set })).toBe(false);
		const everything = { summit, z: 3, left: 0, top: 0, right: 1000, bottom: 1000 };
		expect(await store().countTiles({ ...everything, set })).toBe(0);
		expect(await store().countTiles({ ...everything, set: 'set-2' })).toBe(450);
		await store().addTileSet(newTileSet());
		expect(await store().tileSet({ summit, id: set })).toMatchObject({ tiles: 0, size: 0 });
	});
}
