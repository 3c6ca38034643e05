/**
 * The one font that files leaving the kit are written in: DejaVu Sans, which is free and draws Latin, Greek, Cyrillic,
 * Armenian and Georgian letters and many signs. Its package holds it compressed (WOFF), and the library for PDFs would open
 * it again for every letter, in seconds; it is opened here, once.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

export type Weight = '400' | '700';

const opened = new Map<Weight, Buffer>();

export function fontFile(weight: Weight): Buffer {
	const known = opened.get(weight);
	if (known) return known;
	const name = `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`;
	const font = sfntOf(readFileSync(createRequire(import.meta.url).resolve(name)));
	opened.set(weight, font);
	return font;
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** WOFF 1.0 (W3C, section 4 and 5) back into the font file it was made of: the same tables, in the same order. */
export function sfntOf(woff: Buffer): Buffer {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This font is not a WOFF file.');
	const count = woff.readUInt16BE(12);
	const tables = Array.from({ length: count }, (_, at) => {
		const entry = WOFF_HEADER + at * WOFF_ENTRY;
		const [offset, packed, length] = [4, 8, 12].map((part) => woff.readUInt32BE(entry + part));
		const data = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
		// A table that would not get smaller is stored as it is.
		return {
			tag: woff.subarray(entry, entry + 4),
			sum: woff.readUInt32BE(entry + 16),
			data: packed === length ? data : inflateSync(data)
		};
	});
	const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
	woff.copy(head, 0, 4, 8);
	const levels = Math.floor(Math.log2(count));
	head.writeUInt16BE(count, 4);
	head.writeUInt16BE(2 ** levels * 16, 6);
	head.writeUInt16BE(levels, 8);
	head.writeUInt16BE(count * 16 - 2 ** levels * 16, 10);
	const parts: Buffer[] = [head];
	let at = head.length;
	for (const [index, { tag, sum, data }] of tables.entries()) {
		const entry = SFNT_HEADER + index * SFNT_ENTRY;
		tag.copy(head, entry);
		head.writeUInt32BE(sum, entry + 4);
		head.writeUInt32BE(at, entry + 8);
		head.writeUInt32BE(data.length, entry + 12);
		const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
		parts.push(data, padding);
		at += data.length + padding.length;
	}
	return Buffer.concat(parts);
}
