/**
 * The hand-off sheet of one worry as a tagged PDF that says the same as the screen. Letters its font cannot draw, and
 * scripts that run the other way or join up, are never dropped in silence: their place is marked, a sentence says so, and
 * the exact words lie in the file as an attachment.
 */
import PDFDocument from 'pdfkit';
import { cleanText } from '../../summit/clean-text.ts';
import { HAND_OFF_TITLE, NOT_THE_RECORD } from '../../summit/hand-off.ts';
import type { HandOffField } from '../../summit/hand-off.ts';
import { fontFile } from './font.ts';

/** Drawing these needs more than a glyph a letter. */
const SHAPED =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const CANNOT_DRAW =
	'Some letters stand in brackets because this file’s font cannot draw them. The exact words are in the attachment words.txt of this PDF, and on the Worries page.';

const INK = '#221A3B';
const SOFT = '#554B6E';
const SIZE = { title: 18, name: 10, value: 11.5, foot: 9 };

interface Glyphs {
	hasGlyphForCodePoint(point: number): boolean;
}

/** `made` is when, for the file itself (ms since 1970). */
export async function sheetPdf(fields: readonly HandOffField[], { made }: { made: number }): Promise<Buffer> {
	const doc = new PDFDocument({
		...{ size: 'A4', margin: 56, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: 'en-GB' },
		// Its types lag behind the library, which knows this one since 0.12.
		subset: 'PDF/UA' as 'PDF/A-2',
		info: { Title: HAND_OFF_TITLE, CreationDate: new Date(made), ModDate: new Date(made) },
		// None by itself: its own fonts cannot be embedded.
		font: ''
	});
	const chunks: Buffer[] = [];
	doc.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise<void>((resolve, reject) => {
		doc.on('end', resolve);
		doc.on('error', reject);
	});
	doc.registerFont('text', fontFile('400')).registerFont('strong', fontFile('700'));
	const can = drawable(doc.font('text'));
	const drawn = fields.map(({ name, value }) => ({ name, value: asDrawn(cleanText(value), can) }));
	const whole = fields.every(({ value }, at) => drawn[at]?.value === cleanText(value));
	if (!whole) {
		const words = fields.map(({ name, value }) => `${name}:\n${cleanText(value)}\n`).join('\n');
		doc.file(Buffer.from(words, 'utf8'), {
			...{ name: 'words.txt', type: 'text/plain', description: 'The sheet in every letter, exactly as written' },
			...{ creationDate: new Date(made), modifiedDate: new Date(made) }
		});
	}
	const line = (tag: string, text: string, style: { font?: string; size: number; colour?: string; gap?: number }) =>
		doc.struct(tag, {}, () => {
			doc
				.font(style.font ?? 'text')
				.fontSize(style.size)
				.fillColor(style.colour ?? INK)
				.text(text, { lineGap: 2 })
				.moveDown(style.gap ?? 0.2);
		});
	doc.addStructure(
		doc.struct('Document', {}, [
			line('H1', HAND_OFF_TITLE, { font: 'strong', size: SIZE.title, gap: 0.8 }),
			...drawn.flatMap(({ name, value }) => [
				line('H2', name, { font: 'strong', size: SIZE.name, colour: SOFT }),
				line('P', value, { size: SIZE.value, gap: 0.8 })
			]),
			...(whole ? [] : [line('P', CANNOT_DRAW, { font: 'strong', size: SIZE.name, gap: 0.8 })]),
			line('P', NOT_THE_RECORD, { size: SIZE.foot, colour: SOFT })
		])
	);
	doc.end();
	await ended;
	return Buffer.concat(chunks);
}

/** Whether the font draws a character by itself. The library keeps the font it opened where its types do not name it. */
function drawable(doc: PDFKit.PDFDocument): (character: string) => boolean {
	const { font: glyphs } = (doc as unknown as { _font: { font: Glyphs } })._font;
	return (character) =>
		character === '\n' || (!SHAPED.test(character) && glyphs.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** The text with each run that cannot be drawn named in brackets: `[5 letters]`. Joiners and variants go with their sign. */
function asDrawn(text: string, can: (character: string) => boolean): string {
	let out = '';
	let missing = 0;
	const close = (): void => {
		if (missing > 0) out += missing === 1 ? '[1 letter]' : `[${missing} letters]`;
		missing = 0;
	};
	for (const character of text) {
		if (can(character)) {
			close();
			out += character;
		} else {
			missing += 1;
		}
	}
	close();
	return out;
}
