/*
 * One page of a PDF, drawn. Only this process ever loads the reader, and it is told to run nothing and fetch nothing: no
 * scripts, no forms of the XFA kind, no fonts but those in the file and those that come with the reader.
 */
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { bare, LEAST_SIDE, MOST_PIXELS, Refused } from './raw.ts';
import type { Raw } from './raw.ts';

/** Pixels of the page's longer side: an A4 page at 350 to the inch. */
const LONGER_SIDE = 4096;

/** `page` counts from 1; null is the only page. A document of several pages answers how many, for a person to choose. */
export async function openPage(bytes: Buffer, page: number | null): Promise<Raw | { pages: number }> {
	const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
	const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
	const folder = (name: string): string => `${path.join(home, name)}${path.sep}`;
	const opening = getDocument({
		data: new Uint8Array(bytes),
		isEvalSupported: false,
		enableXfa: false,
		useSystemFonts: false,
		disableFontFace: true,
		maxImageSize: MOST_PIXELS,
		verbosity: VerbosityLevel.ERRORS,
		standardFontDataUrl: folder('standard_fonts'),
		cMapUrl: folder('cmaps'),
		wasmUrl: pathToFileURL(folder('wasm')).href,
		iccUrl: pathToFileURL(folder('iccs')).href
	});
	const document = await opening.promise.catch((problem: unknown) => {
		throw new Refused(
			problem instanceof Error && problem.name === 'PasswordException' ? 'pdf_locked' : 'pdf_unreadable'
		);
	});
	if (page === null && document.numPages > 1) return { pages: document.numPages };
	if (page !== null && page > document.numPages) throw new Refused('page_missing');
	const sheet = await document.getPage(page ?? 1);
	const plain = sheet.getViewport({ scale: 1 });
	const viewport = sheet.getViewport({ scale: LONGER_SIDE / Math.max(plain.width, plain.height) });
	const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
	if (!(Math.min(width, height) >= LEAST_SIDE)) throw new Refused('pdf_unreadable');
	const canvas = createCanvas(width, height);
	// The reader's types know a browser's canvas; this one draws the same.
	const drawing = { canvas: null, canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D };
	await sheet.render({ ...drawing, viewport, background: '#ffffff' }).promise;
	// A copy: the canvas gives its memory back as soon as nobody holds it any more, whoever still reads there.
	const pixels = Buffer.from(canvas.data());
	return bare(sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha());
}
