import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/port.ts';
import { draw } from './draw.ts';
import { isPdf } from './kinds.ts';
import { pdf, pixel, plain } from './testing.ts';
import { uploadPicture } from './upload.ts';

const summit = 'summit-a';
const RED = '1 0 0 rg 0 0 298 842 re f';
const GREEN = '0 1 0 rg 0 0 595 842 re f';
let store: Store;

beforeEach(async () => {
	store = memoryStore();
	await store.createSummit({ id: summit, log: 'log', rehearsal: true, createdAt: 0 });
});

function upload(bytes: Uint8Array, page: number | null = null) {
	return uploadPicture({ store, summit, bytes, school: true, page, now: 5 });
}

test('M1: the one page of a PDF becomes a picture with tiles, on white', async () => {
	const answer = await upload(pdf([{ draw: RED }]));
	if (!answer.ok || 'pages' in answer) throw new Error('No picture');
	expect(answer).toMatchObject({ width: 2894, height: 4096, tiles: { min: 0, max: 4, origin: [0, 0] } });
	const kept = await store.picture({ summit, id: answer.id });
	const bytes = kept?.bytes ?? new Uint8Array();
	expect((await pixel(bytes, 100, 1000))[1]).toBeLessThan(10);
	expect(Math.min(...(await pixel(bytes, 1300, 1000)))).toBeGreaterThan(245);
	expect(kept?.school).toBe(true);
});

test('M1: of several pages a person chooses; nothing is kept until then', async () => {
	const bytes = pdf([{ draw: RED }, { draw: GREEN }, { draw: RED }]);
	expect(await upload(bytes)).toEqual({ ok: true, pages: 3 });
	expect(await store.pictures({ summit })).toEqual([]);
	expect(await upload(bytes, 4)).toEqual({ ok: false, code: 'page_missing' });
	const answer = await upload(bytes, 2);
	const kept = await store.picture({ summit, id: answer.ok && 'id' in answer ? answer.id : '' });
	expect((await pixel(kept?.bytes ?? new Uint8Array(), 1000, 1000))[0]).toBeLessThan(10);
});

test('a page that its reader turns is turned', async () => {
	const answer = await upload(pdf([{ draw: GREEN, more: '/Rotate 90' }]));
	expect(answer).toMatchObject({ ok: true, width: 4096, height: 2894 });
});

test('a PDF is told by what stands near its beginning, and a picture is never one', async () => {
	expect(isPdf(pdf([{ draw: RED }]))).toBe(true);
	expect(isPdf(Buffer.concat([Buffer.alloc(1000, 0x20), pdf([{ draw: RED }])]))).toBe(true);
	expect(isPdf(Buffer.concat([await plain(10, 10).png().toBuffer(), Buffer.from('%PDF-1.7')]))).toBe(false);
	expect(isPdf(Buffer.from('<svg>%PD'))).toBe(false);
});

describe('refused, with nothing kept', () => {
	const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`;
	const cases: [string, string, () => Uint8Array][] = [
		['with a password', 'pdf_locked', () => pdf([{ draw: RED }], { more: locked })],
		['that is only a beginning', 'pdf_unreadable', () => Buffer.from('%PDF-1.7\n')],
		['cut in half', 'pdf_unreadable', () => pdf([{ draw: RED }]).subarray(0, 120)],
		['as thin as a thread', 'pdf_unreadable', () => pdf([{ draw: RED, size: [5, 14_000] }])],
		[
			'whose pages hold each other',
			'pdf_unreadable',
			() =>
				Buffer.from(
					pdf([]).toString('latin1').replace('/Kids []', '/Kids [2 0 R]').replace('/Count 0', '/Count 1'),
					'latin1'
				)
		]
	];
	test.each(cases)('a PDF %s', async (_, code, make) => {
		expect(await upload(make())).toEqual({ ok: false, code });
		expect(await store.pictures({ summit })).toEqual([]);
		expect(await store.tileSets({ summit })).toEqual([]);
	});
});

test('a page that draws for ever is given up, and another picture is drawn meanwhile or after', async () => {
	// Each form draws the next one forty times, eight deep: more than a hundred thousand million strokes in two kilobytes.
	const forms = Array.from({ length: 8 }, (_, i) => {
		const draw = i < 7 ? '/A Do '.repeat(40) : '0 0 m 595 842 l S ';
		const next = `/Resources << /XObject << /A ${6 + i} 0 R >> >>`;
		return `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] ${next} /Length ${draw.length} >>\nstream\n${draw}\nendstream`;
	});
	const endless = pdf([{ draw: '/A Do', more: '/Resources << /XObject << /A 5 0 R >> >>' }], { extra: forms });
	const [given, other] = await Promise.all([
		draw({ do: 'page', page: null }, endless, { killAfter: 3_000 }),
		upload(await plain(300, 300).png().toBuffer())
	]);
	expect(given).toEqual({ ok: false, code: 'pdf_unreadable' });
	expect(other).toMatchObject({ ok: true, width: 300 });
});

test('scripts in a PDF are not run, and what it names elsewhere is not fetched', async () => {
	const script = '/OpenAction << /S /JavaScript /JS (while (true) {}) >>';
	const outside =
		'/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]';
	const answer = await upload(pdf([{ draw: GREEN, more: outside }], { root: script }));
	expect(answer).toMatchObject({ ok: true, height: 4096 });
});
