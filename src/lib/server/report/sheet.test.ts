/** The hand-off sheet as somebody else's program reads it: all of it there, hostile or foreign as it may be. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { HandOffField } from '../../summit/hand-off.ts';
import { sheetPdf } from './sheet.ts';

const made = Date.parse('2026-11-27T10:14:00Z');
const words = (value: string): HandOffField[] => [
	{ id: 'student', name: 'Student, known to the kit only as', value: 'Moss Heron 17' },
	{ id: 'words', name: 'Words exactly as written', value }
];

async function read(pdf: Buffer) {
	const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
	const pages = await Promise.all(
		Array.from({ length: file.numPages }, async (_, at) => {
			const page = await file.getPage(at + 1);
			const { items } = await page.getTextContent();
			return { text: items.map((item) => ('str' in item ? item.str : '')).join(' '), tree: await page.getStructTree() };
		})
	);
	const attached = (await file.getAttachments()) as Record<string, { content: Uint8Array }> | null; // As its manual says.
	const { info } = await file.getMetadata();
	return {
		pages,
		text: pages
			.map(({ text }) => text)
			.join(' ')
			.replace(/\s+/gu, ' '),
		attached,
		info
	};
}

test('S6: every field is there, in a tagged file that says it is not the record, and nothing is attached', async () => {
	const { text, attached, pages, info } = await read(
		await sheetPdf(words('Somebody waits on the towpath. 😀'), { made })
	);
	expect(text).toContain('Moss Heron 17');
	expect(text).toContain('Somebody waits on the towpath. 😀');
	expect(text).toContain('is not the safeguarding record');
	expect(JSON.stringify(pages[0]?.tree)).toMatch(/"H1".*"H2".*"P"/u);
	expect(info).toMatchObject({ Title: 'Hand-off to the school’s own safeguarding record' });
	expect(attached).toBeNull();
});

test('S6: letters the font draws in other alphabets are drawn', async () => {
	const said = 'Łukasz, Çağla, Nguyễn, Дарина, Ελένη';
	const { text, attached } = await read(await sheetPdf(words(said), { made }));
	expect(text).toContain(said);
	expect(attached).toBeNull();
});

test('S6: what cannot be drawn is named in its place, and is attached exactly', async () => {
	const said = 'He said يكسرني and 害怕 and went';
	const { text, attached } = await read(await sheetPdf(words(said), { made }));
	expect(text).toContain('He said [6 letters] and [2 letters] and went');
	expect(text).toContain('cannot draw them');
	const content = new TextDecoder().decode(attached?.['words.txt']?.content);
	expect(content).toContain(said);
});

test('hostile text is only text, and long text goes on over the pages to its end', async () => {
	const hostile = '=cmd|calc\r\n\u202eevil\ufffe (Tj) >> endobj <script>alert(1)</script> \\) ET %PDF';
	const { text, attached } = await read(await sheetPdf(words(hostile), { made }));
	expect(text).toContain('evil (Tj) >> endobj <script>alert(1)</script> \\) ET %PDF');
	expect(attached).toBeNull();
	const long = await read(await sheetPdf(words(`${'word '.repeat(800)}THE END`), { made }));
	expect(long.pages.length).toBeGreaterThan(1);
	expect(long.text).toContain('THE END');
});
