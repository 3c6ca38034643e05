/*
 * An area of the online street map becomes the map of a station: a facilitator looks at the region in pictures, draws a
 * frame, and gets a set that fills as it is looked at, and one picture of all of it. Only the few tiles of that picture
 * are fetched now; nothing is fetched in advance (M1).
 */
import { z } from 'zod';
import { cleanText } from '../../summit/clean-text.ts';
import { groundOfFrame, TILE, toMercator } from '../../summit/ground.ts';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { atMost } from '../at-most.ts';
import type { ClockPort } from '../clock.ts';
import { draw } from '../pictures/draw.ts';
import { pictureAddress } from '../pictures/upload.ts';
import type { NewTileSet, Store, TileRecord } from '../store/port.ts';
import { chance } from '../tokens.ts';
import type { Online } from './online.ts';
import { Bounds, boundsOf, boxAt, frameStreets, tilesOf, tilesUnder } from './street-frame.ts';
import type { PixelBox } from './street-frame.ts';

/** What a facilitator drew. */
export const AreaAsked = z.strictObject({ bounds: Bounds, school: z.boolean().default(false) });
/** Where a facilitator looks: `at=-0.1,51.5&zoom=14`. */
export const LookAsked = z.strictObject({
	at: z
		.string()
		.transform((text) => text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part))))
		.pipe(z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)])),
	zoom: z
		.string()
		.regex(/^\d{1,2}$/)
		.transform(Number)
});

export interface Area {
	ok: true;
	/** Whole, as a station's settings hold it. */
	map: MapSettings['map'];
}

/** A picture of a region. `bounds` are degrees, `maxZoom` how close one can look; `picture` is a `data:` address. */
export interface Look {
	ok: true;
	picture: string;
	width: number;
	height: number;
	bounds: Bounds;
	zoom: number;
	maxZoom: number;
	attribution: string;
}

export interface Areas {
	/** Refuses `tiles_off`, `tiles_away` and `picture_unreadable`. Throws TooManyWaiting. */
	look(asked: z.output<typeof LookAsked>): Promise<Look | Refusal>;
	/** Refuses `frame_too_large` and `frame_too_small` too. Throws TooManyWaiting. */
	make(asked: z.output<typeof AreaAsked> & { summit: string }): Promise<Area | Refusal>;
}

/** Pixels of a look. */
const LOOK = { width: 768, height: 512 };

export function createAreas({ store, clock, online }: { store: Store; clock: ClockPort; online: Online }): Areas {
	/** One at a time for the whole kit: whoever presses quickly does not fetch a country. */
	const gate = atMost({ running: 1, waiting: 4 });

	async function drawBox(box: PixelBox, level: number) {
		const tiles = await online.gather(tilesOf(tilesUnder(box, { of: level, level })));
		if (!Array.isArray(tiles)) return refuse('tiles_away');
		const drawing = await draw({ do: 'frame', box }, tiles);
		if (!drawing.ok) return drawing;
		return 'pages' in drawing ? refuse('picture_unreadable') : { ...drawing, tiles };
	}

	/** The set, the tiles there are, and the picture: all of it or nothing. */
	async function keep(kept: { set: NewTileSet; tiles: TileRecord[]; picture: Parameters<Store['addPicture']>[0] }) {
		const { summit, id } = kept.set;
		await store.addTileSet(kept.set);
		try {
			await store.keepTiles({ summit, set: id, tiles: kept.tiles });
			await store.addPicture(kept.picture);
		} catch (problem) {
			await store.removeTileSet({ summit, id });
			throw problem;
		}
	}

	return {
		look: ({ at, zoom: wished }) =>
			gate.run(async () => {
				if (!online.service) return refuse('tiles_off');
				const { maxZoom, attribution } = online.service;
				const zoom = Math.min(wished, maxZoom);
				const world = TILE * 2 ** zoom;
				const [x, y] = toMercator(at);
				const [width, height] = [Math.min(LOOK.width, world), Math.min(LOOK.height, world)];
				const from = (middle: number, side: number): number =>
					Math.min(world - side, Math.max(0, Math.round(middle * world - side / 2)));
				const box = { left: from(x, width), top: from(y, height), width, height };
				const drawing = await drawBox(box, zoom);
				if (!drawing.ok) return drawing;
				const picture = `data:image/webp;base64,${Buffer.from(drawing.bytes).toString('base64')}`;
				return { ok: true, picture, width, height, bounds: boundsOf(box, zoom), zoom, maxZoom, attribution };
			}),

		make: ({ summit, bounds, school }) =>
			gate.run(async () => {
				if (!online.service) return refuse('tiles_off');
				const frame = frameStreets(bounds, online.service);
				if ('ok' in frame) return frame;
				const { min, max, whole, box } = frame;
				const drawing = await drawBox(boxAt(bounds, whole), whole);
				if (!drawing.ok) return drawing;
				const id = chance.id();
				const { width, height } = box;
				const attribution = cleanText(online.service.attribution);
				const set = { id, summit, kind: 'online' as const, name: online.service.name, attribution, bounds, min, max };
				await keep({
					set: { ...set, school, whole: false, createdAt: clock.now() },
					tiles: drawing.tiles,
					picture: { id, summit, type: 'image/webp', ...drawing.size, bytes: drawing.bytes, school }
				});
				const origin: [number, number] = [box.left, box.top];
				const ground = groundOfFrame({ origin, width, height, max });
				const picture = pictureAddress({ summit, id });
				const tiles = { set: id, origin, min, max };
				return { ok: true, map: { picture, width, height, tiles, ground, attribution, school } };
			})
	};
}
