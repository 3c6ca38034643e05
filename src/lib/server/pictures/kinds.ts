/* The three kinds of picture the kit takes, told by their first bytes: a name or a media type can say anything. */

export type PictureKind = 'png' | 'jpeg' | 'webp';

/** What the first twelve bytes promise, or null: a drawing (SVG), a document (PDF) and everything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
	if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
	const riff = begins(bytes, [0x52, 0x49, 0x46, 0x46]);
	return riff && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'webp' : null;
}

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
	return bytes.length >= with_.length && with_.every((byte, i) => bytes[i] === byte);
}
