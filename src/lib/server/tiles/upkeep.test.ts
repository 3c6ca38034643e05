import { expect, test } from 'vitest';
import { Stage } from '../../summit/testing.ts';
import { memoryStore } from '../store/memory.ts';
import { roomForMaps } from './upkeep.ts';

const HOUR = 60 * 60_000;

async function kit() {
	const store = memoryStore();
	await store.createSummit({ id: 'one', log: 'log', rehearsal: true, createdAt: 0 });
	const stage = Stage.open(0);
	const station = stage.summit.stations.get('neighbourhood');
	if (station?.settings.kind !== 'map') throw new Error('The neighbourhood map is gone.');
	const tiles = { set: 'used-set-1', origin: [0, 0] as [number, number], min: 0, max: 1 };
	station.settings = {
		...station.settings,
		map: { ...station.settings.map, picture: '/pictures/one.used-set-1', tiles }
	};
	const room = {
		id: 'one',
		rehearsal: true,
		read: async <T>(fn: (summit: typeof stage.summit) => T) => fn(stage.summit)
	};
	const add = async (id: string, createdAt: number, bytes = 10) => {
		const shared = { summit: 'one', kind: 'picture' as const, name: '', attribution: '', bounds: null, min: 0, max: 1 };
		await store.addTileSet({ ...shared, id, school: false, whole: true, createdAt });
		const tile = { z: 0, x: 0, y: 0, type: 'image/webp', bytes: new Uint8Array(bytes), endsAt: null };
		await store.keepTiles({ summit: 'one', set: id, tiles: [tile] });
	};
	const ids = async () => (await store.tileSets({ summit: 'one' })).map(({ id }) => id);
	return { store, room, add, ids };
}

test('a map that no station uses goes after an hour; what stands in a form and what is used stay', async () => {
	const { store, room, add, ids } = await kit();
	await add('used-set-1', 0);
	await add('left-set-1', 0);
	await add('fresh-set-1', 3 * HOUR);
	expect(await roomForMaps({ store, room, now: 3 * HOUR + 1 })).toBe(true);
	expect(await ids()).toEqual(['used-set-1', 'fresh-set-1']);
});

test('beyond the limit there is no room, and there is again once what nobody uses is old enough', async () => {
	const { store, room, add, ids } = await kit();
	await add('large-set-1', 0, 260_000_000);
	expect(await roomForMaps({ store, room, now: 1 })).toBe(false);
	expect(await roomForMaps({ store, room, now: 2 * HOUR })).toBe(true);
	expect(await ids()).toEqual([]);
});
