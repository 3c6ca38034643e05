/* Pictures as bare pixels inside the child: three bytes each, red, green and blue, row by row from the top left. */
import sharp from 'sharp';
import type { Sharp } from 'sharp';

export interface Raw {
	data: Buffer;
	width: number;
	height: number;
}

/** The child says no, with the refusal's code; its message is never seen. */
export class Refused extends Error {
	readonly code: string;
	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

export const MOST_PIXELS = 40_000_000;
/** No map is kept finer than this on its longer side. */
export const LONGEST_SIDE = 8192;
/** A station's map cannot be smaller than this on either side. */
export const LEAST_SIDE = 64;

export const WEBP = { quality: 84, effort: 3 } as const;

/** Only what is seen survives: turned upright, on white, without a camera's notes or places. */
export async function openPicture(bytes: Buffer): Promise<Raw> {
	const { width, height } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
	if (width * height > MOST_PIXELS) throw new Refused('picture_too_large');
	return bare(
		sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
			.autoOrient()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
	);
}

/** What a sharp pipeline draws, as bare pixels. */
export async function bare(drawing: Sharp): Promise<Raw> {
	const { data, info } = await drawing.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
	if (info.channels !== 3) throw new Refused('picture_unreadable');
	return { data, width: info.width, height: info.height };
}

export function drawn({ data, width, height }: Raw): Sharp {
	return sharp(data, { raw: { width, height, channels: 3 } });
}

export function white(width: number, height: number): Raw {
	return { data: Buffer.alloc(width * height * 3, 0xff), width, height };
}

/** Copies the part of `from` that starts at (`left`, `top`) onto `to`, as far as both reach. */
export function paste({ from, to, left, top }: { from: Raw; to: Raw; left: number; top: number }): void {
	const width = Math.min(from.width - Math.max(0, -left), to.width - Math.max(0, left));
	if (width <= 0) return;
	for (let row = Math.max(0, top); row < Math.min(to.height, top + from.height); row += 1) {
		const start = ((row - top) * from.width + Math.max(0, -left)) * 3;
		from.data.copy(to.data, (row * to.width + Math.max(0, left)) * 3, start, start + width * 3);
	}
}
