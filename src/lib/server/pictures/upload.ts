/*
 * A station's map, from a person's file to the store. What is kept is never the file that came: it is a new drawing of it,
 * made elsewhere (`decode.ts`). A school's plan is marked so, and is never public (S11).
 */
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { PICTURE_BYTES } from '../body-limit.ts';
import type { PictureRecord, Store } from '../store/port.ts';
import { chance } from '../tokens.ts';
import { decodePicture } from './decode.ts';

/** `picture` is its address, as a station's settings hold it. Sizes are pixels of the picture kept. */
export interface Uploaded {
	ok: true;
	id: string;
	picture: string;
	width: number;
	height: number;
}

/** Refuses `picture_too_large` (bytes or pixels) and `picture_unreadable`. */
export async function uploadPicture(given: {
	store: Pick<Store, 'addPicture'>;
	summit: string;
	bytes: Uint8Array;
	school: boolean;
}): Promise<Uploaded | Refusal> {
	if (given.bytes.length > PICTURE_BYTES) return refuse('picture_too_large');
	const decoded = await decodePicture(given.bytes);
	if (!decoded.ok) return decoded;
	const { bytes, width, height } = decoded;
	const id = chance.id();
	const { summit, school } = given;
	await given.store.addPicture({ id, summit, type: 'image/webp', width, height, bytes, school });
	return { ok: true, id, picture: pictureAddress({ summit, id }), width, height };
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

/** A body read as it comes, and given up as soon as it is more than a picture may be (null). */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
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
