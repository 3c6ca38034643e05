/*
 * A picture cut into a pyramid: the finest level has every pixel of it, each level above half as many a side, until one
 * tile holds it all. A level is halved exactly (an odd side gains a white pixel first), so that tiles of two levels lie on
 * each other to the pixel. Edge tiles are filled up with white.
 */
import { bare, drawn, paste, WEBP, white } from './raw.ts';
import type { Raw } from './raw.ts';

const TILE = 256;

/** A picture with no side longer than this needs no tiles: it is as light as a few of them. */
const UNCUT = 1024;

/** The finest level of a picture's pyramid, or null when it needs none. */
export function finestLevel({ width, height }: { width: number; height: number }): number | null {
	const longer = Math.max(width, height);
	return longer <= UNCUT ? null : Math.ceil(Math.log2(longer / TILE));
}

/** Every tile from the finest level up, as WebP. */
export async function* cutTiles(
	picture: Raw,
	max: number
): AsyncGenerator<{ z: number; x: number; y: number; bytes: Buffer }> {
	let level = picture;
	for (let z = max; z >= 0; z -= 1) {
		for (let y = 0; y * TILE < level.height; y += 1)
			for (let x = 0; x * TILE < level.width; x += 1) {
				const tile = white(TILE, TILE);
				paste({ from: level, to: tile, left: -x * TILE, top: -y * TILE });
				yield { z, x, y, bytes: await drawn(tile).webp(WEBP).toBuffer() };
			}
		if (z > 0) level = await halve(level);
	}
}

async function halve(level: Raw): Promise<Raw> {
	const even = white(level.width + (level.width % 2), level.height + (level.height % 2));
	paste({ from: level, to: even, left: 0, top: 0 });
	return bare(drawn(even).resize({ width: even.width / 2, height: even.height / 2, fit: 'fill' }));
}
