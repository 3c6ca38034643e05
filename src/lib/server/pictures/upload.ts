/*
 * A station's map, from a person's file to the store. What is kept is never the file that came: it is a new drawing of it,
 * made elsewhere (`draw.ts`), and where it is large a pyramid of tiles, so that no phone ever loads all of it at once. A
 * school's plan is marked so, and is never public (S11).
 */
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { usableCorners } from '../../summit/corners.ts';
import type { Corners } from '../../summit/corners.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { atMost } from '../at-most.ts';
import { PICTURE_BYTES } from '../body-limit.ts';
import type { PictureRecord, Store } from '../store/port.ts';
import { keepSet } from '../tiles/keep.ts';
import { rowsOf } from '../tiles/rows.ts';
import { chance } from '../tokens.ts';
import { draw } from './draw.ts';
import type { Drawing, Pages } from './draw.ts';
import { isPdf, pictureKind } from './kinds.ts';

/** As a station's settings hold it: sizes are pixels of the map at its finest. */
export interface Uploaded extends Pick<MapSettings['map'], 'picture' | 'width' | 'height' | 'tiles'> {
	ok: true;
	id: string;
}

interface Place {
	store: Store;
	summit: string;
	school: boolean;
	/** Milliseconds. */
	now: number;
}

/**
 * `page` counts from 1; without one a PDF of several pages is not kept, and the answer says how many there are. Refuses
 * `picture_too_large` (bytes or pixels), `picture_unreadable`, `pdf_unreadable`, `pdf_locked` and `page_missing`.
 */
export async function uploadPicture(
	given: Place & { bytes: Uint8Array; page?: number | null }
): Promise<Uploaded | Pages | Refusal> {
	const { bytes } = given;
	if (bytes.length > PICTURE_BYTES) return refuse('picture_too_large');
	if (pictureKind(bytes)) return keepDrawing(given, await draw({ do: 'picture' }, bytes));
	if (!isPdf(bytes)) return refuse('picture_unreadable');
	return keepDrawing(given, await draw({ do: 'page', page: given.page ?? null }, bytes));
}

/**
 * A kept picture, cut along four corners and drawn as if seen from straight above: a new picture, and the old one stays.
 * Its source is its own finest tiles put together again: they have every pixel, so that no second copy need be kept.
 * Refuses `corners_unusable` and `unknown_item`.
 */
export async function straightenPicture(
	given: Omit<Place, 'school'> & { id: string; corners: Corners }
): Promise<Uploaded | Refusal> {
	const { store, summit, id, corners } = given;
	const picture = await store.picture({ summit, id });
	if (!picture) return refuse('unknown_item');
	if (!usableCorners(corners)) return refuse('corners_unusable');
	const set = await store.tileSet({ summit, id });
	const { width, height, school } = picture;
	const finest = set && {
		summit,
		set: id,
		z: set.max,
		left: 0,
		top: 0,
		right: 2 ** set.max - 1,
		bottom: 2 ** set.max - 1
	};
	const drawing = await draw(
		{ do: 'straighten', corners, box: set && { left: 0, top: 0, width, height } },
		finest ? rowsOf({ store, ...finest }) : picture.bytes
	);
	const kept = await keepDrawing({ ...given, school }, drawing);
	return 'pages' in kept ? refuse('unknown_item') : kept;
}

async function keepDrawing(place: Place, drawing: Drawing | Pages | Refusal): Promise<Uploaded | Pages | Refusal> {
	if (!drawing.ok || 'pages' in drawing) return drawing;
	const { store, summit, school, now } = place;
	const { bytes, width, height, max, tiles } = drawing;
	const id = chance.id();
	const picture = { id, summit, type: 'image/webp', width, height, bytes, school };
	const shared = {
		id,
		summit,
		school,
		name: '',
		attribution: '',
		bounds: null,
		createdAt: now,
		kind: 'picture' as const
	};
	if (max === null) await store.addPicture(picture);
	else {
		await keepSet(store, { ...shared, min: 0, max }, async (keep) => {
			await keep(tiles);
			return {};
		});
		await store.addPicture(picture).catch(async (problem: unknown) => {
			await store.removeTileSet({ summit, id });
			throw problem;
		});
	}
	return {
		...{ ok: true, id, picture: pictureAddress({ summit, id }), width, height },
		tiles: max === null ? null : { set: id, origin: [0, 0], min: 0, max }
	};
}

/** The summit is part of the address, because whoever asks must prove a part in it. */
export function pictureAddress({ summit, id }: Pick<PictureRecord, 'summit' | 'id'>): string {
	return `/pictures/${summit}.${id}`;
}

/** The two halves of an address's last part, or null. */
export function readPictureName(name: string): { summit: string; id: string } | null {
	const [summit, id, ...more] = name.split('.');
	return summit && id && more.length === 0 ? { summit, id } : null;
}

/** Each may hold 20 MB while it comes in. */
const gate = atMost({ running: 6, waiting: 20 });

/** A body read as it comes, and given up as soon as it is more than a picture may be (null). Throws TooManyWaiting. */
export function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
	return gate.run(() => readWhole(body));
}

async function readWhole(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body ?? []) {
		size += part.length;
		// Leaving the loop cancels the stream.
		if (size > PICTURE_BYTES) return null;
		parts.push(part);
	}
	return Buffer.concat(parts);
}
