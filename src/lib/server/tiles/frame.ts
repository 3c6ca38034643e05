/*
 * From a set of street map tiles to a station's map: the frame a facilitator draws decides which tiles are the map, how far
 * in one may go, and where its corners lie on the ground. Walls, consoles and paper need it whole, so its tiles are drawn
 * once into a picture.
 */
import { groundOfFrame } from '../../summit/ground.ts';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { MapSettings } from '../../summit/stations/settings.ts';
import { draw } from '../pictures/draw.ts';
import type { Drawing } from '../pictures/draw.ts';
import { pictureAddress } from '../pictures/upload.ts';
import type { Store, TileSetRecord } from '../store/port.ts';
import { chance } from '../tokens.ts';
import { pixelsOf, tilesOf } from './bounds.ts';
import type { Bounds, PixelBox } from './bounds.ts';
import { rowsOf } from './rows.ts';

/** Pixels of a map's longer side at its finest: closer than that nobody needs to go to mark a place. */
const LONGEST = 16_384;
const LEAST_SIDE = 64;
const LEAST_LONGER = 256;
/** A picture of the whole is drawn from the coarsest level that has this many pixels on the longer side. */
const PICTURE = 2048;
/** Pixels of the sheet it is drawn on, and tiles that go into it, a side. */
const SHEET = 4096;
const MOST_TILES = 64;

/** Named where a package does not say whose map it is: a map must show something, and may not show a wrong name. */
const NOBODY = 'Whose map this is was not said';

/** `school` marks a school's own plan (S11). Refuses `frame_outside`, `frame_too_small` and `picture_unreadable`. */
export async function frameSet(q: {
	store: Store;
	set: TileSetRecord;
	bounds: Bounds;
	school: boolean;
}): Promise<{ ok: true; map: MapSettings['map'] } | Refusal> {
	const { store, set, bounds } = q;
	const levels = await levelsOf(q);
	if ('ok' in levels) return levels;
	const { min, max } = levels;
	const drawing = await drawWhole({ store, set, bounds, min, max });
	if (!drawing.ok) return drawing;
	return keepFrame({ ...q, ...levels, drawing });
}

/** The picture of a frame is kept, and the frame becomes a map; its set is the caller's. */
export async function keepFrame(q: {
	store: Pick<Store, 'addPicture'>;
	set: Pick<TileSetRecord, 'id' | 'summit' | 'name' | 'attribution'>;
	bounds: Bounds;
	min: number;
	max: number;
	school: boolean;
	drawing: Drawing;
}): Promise<{ ok: true; map: MapSettings['map'] }> {
	const { store, set, bounds, min, max, school, drawing } = q;
	const { summit } = set;
	const id = chance.id();
	const { left, top, width, height } = pixelsOf(bounds, max);
	const origin: [number, number] = [left, top];
	const map = MapSettings.shape.map.parse({
		...{ picture: pictureAddress({ summit, id }), width, height, school },
		tiles: { set: set.id, origin, min, max },
		ground: groundOfFrame({ origin, width, height, max }),
		attribution: set.attribution || set.name || NOBODY
	});
	await store.addPicture({ id, summit, type: 'image/webp', ...drawing.size, bytes: drawing.bytes, school });
	return { ok: true, map };
}

/** The finest level that has the whole frame and is not finer than needed, and the coarsest from which there is no gap. */
async function levelsOf(q: {
	store: Store;
	set: TileSetRecord;
	bounds: Bounds;
}): Promise<{ min: number; max: number } | Refusal> {
	const { store, set, bounds } = q;
	let max: number | null = null;
	let min = set.max;
	for (let z = set.max; z >= set.min; z -= 1) {
		const box = pixelsOf(bounds, z);
		if (Math.max(box.width, box.height) > LONGEST) continue;
		const tooSmall = Math.min(box.width, box.height) < LEAST_SIDE || Math.max(box.width, box.height) < LEAST_LONGER;
		if (max === null && tooSmall) return refuse(z === set.max ? 'frame_too_small' : 'frame_outside');
		const whole = await covers({ store, set, box, z });
		if (whole) [max, min] = [max ?? z, z];
		else if (max !== null) break;
	}
	return max === null ? refuse('frame_outside') : { min, max };
}

async function covers(q: { store: Store; set: TileSetRecord; box: PixelBox; z: number }): Promise<boolean> {
	const { store, set, box, z } = q;
	const tiles = tilesOf(box, z);
	const needed = (tiles.right - tiles.left + 1) * (tiles.bottom - tiles.top + 1);
	return (await store.countTiles({ summit: set.summit, set: set.id, ...tiles })) === needed;
}

/**
 * A picture of a part of a set, at most 2048 pixels long; what is missing in it is white. Refuses `package_too_large` when
 * even the coarsest level needs more tiles than one picture can be put together from.
 */
export async function drawWhole(q: {
	store: Store;
	set: TileSetRecord;
	bounds: Bounds;
	min: number;
	max: number;
}): Promise<Drawing | Refusal> {
	const { store, set, bounds, min, max } = q;
	let z = min;
	const longer = (level: number): number => {
		const { width, height } = pixelsOf(bounds, level);
		return Math.max(width, height);
	};
	while (z < max && longer(z) < PICTURE && longer(z + 1) <= SHEET) z += 1;
	while (z > min && !(await covers({ store, set, box: pixelsOf(bounds, z), z }))) z -= 1;
	const box = pixelsOf(bounds, z);
	const tiles = tilesOf(box, z);
	if (Math.max(tiles.right - tiles.left, tiles.bottom - tiles.top) >= MOST_TILES) return refuse('package_too_large');
	let halvings = 0;
	while (longer(z) / 2 ** halvings > SHEET) halvings += 1;
	const drawing = await draw(
		{ do: 'frame', box, halvings },
		rowsOf({ store, summit: set.summit, set: set.id, ...tiles })
	);
	return 'pages' in drawing ? refuse('picture_unreadable') : drawing;
}
