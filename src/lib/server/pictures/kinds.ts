/*
 * What a file from outside is, told by its first bytes: a name or a media type can say anything. Nothing here decodes: a
 * picture's size is read from its header alone.
 */

export type PictureKind = 'png' | 'jpeg' | 'webp';

/** What the first twelve bytes promise, or null: a drawing (SVG), a document (PDF) and everything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
	if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	const riff = begins(bytes, [0x52, 0x49, 0x46, 0x46]);
	return riff && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'webp' : null;
}

/** A PDF may have up to a kilobyte of something else before its own beginning. */
export function isPdf(bytes: Uint8Array): boolean {
	return pictureKind(bytes) === null && Buffer.from(bytes.subarray(0, 1029)).includes('%PDF-');
}

/** A picture's kind and its size in pixels as its header has it, or null when there is no such header. */
export function pictureHeader(bytes: Uint8Array): { kind: PictureKind; width: number; height: number } | null {
	const kind = pictureKind(bytes);
	if (kind === null) return null;
	const size = SIZES[kind](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	return size && { kind, width: size[0], height: size[1] };
}

type Size = [number, number] | null;

const SIZES: Record<PictureKind, (view: DataView) => Size> = { png: pngSize, jpeg: jpegSize, webp: webpSize };

function pngSize(view: DataView): Size {
	if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null;
	return [view.getUint32(16), view.getUint32(20)];
}

/** The first frame's header, found by going from marker to marker. */
function jpegSize(view: DataView): Size {
	for (let at = 2; at + 9 < view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at += 1;
		else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
			return [view.getUint16(at + 7), view.getUint16(at + 5)];
		else if (marker === 0xd9 || marker === 0xda) return null;
		else at += 2 + view.getUint16(at + 2);
	}
	return null;
}

function webpSize(view: DataView): Size {
	if (view.byteLength < 30) return null;
	const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
	switch (view.getUint32(12)) {
		case 0x56503820:
			return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
		case 0x5650384c: {
			const packed = view.getUint32(21, true);
			return [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
		}
		case 0x56503858:
			return [three(24) + 1, three(27) + 1];
		default:
			return null;
	}
}

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
	return bytes.length >= with_.length && with_.every((byte, i) => bytes[i] === byte);
}
