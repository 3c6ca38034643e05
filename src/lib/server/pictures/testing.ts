/* Files for the tests of this folder, made up on the spot. */
import sharp from 'sharp';

export function plain(width: number, height: number, background = '#ede5fc') {
	return sharp({ create: { width, height, channels: 3, background } });
}

/** A picture that does not compress to nothing. */
export function noise(width: number, height: number) {
	const raw = Buffer.alloc(width * height * 3);
	for (let i = 0, n = 7; i < raw.length; i += 1) raw[i] = n = ((n * 75 + 74) % 257) & 0xff;
	return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** Four quarters: red, green, blue, yellow from the top left clockwise. */
export function quarters(width: number, height: number) {
	const raw = Buffer.alloc(width * height * 3);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const quarter = y * 2 < height ? (x * 2 < width ? 0 : 1) : x * 2 < width ? 3 : 2;
			raw.set(QUARTERS[quarter] ?? [], (y * width + x) * 3);
		}
	return sharp(raw, { raw: { width, height, channels: 3 } });
}
export const QUARTERS: readonly (readonly [number, number, number])[] = [
	[220, 40, 40],
	[40, 180, 60],
	[40, 60, 220],
	[230, 220, 40]
];

/** The colour of one pixel of a picture. */
export async function pixel(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
	const { data } = await sharp(bytes)
		.extract({ left: Math.floor(x), top: Math.floor(y), width: 1, height: 1 })
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return [...data];
}

/** A PDF whose pages draw what `pages` says in its own language; `more` goes into its trailer, `root` into its catalogue. */
export function pdf(
	pages: readonly { draw: string; size?: [number, number]; more?: string }[],
	{ more = '', root = '', extra = [] as string[] } = {}
): Buffer {
	const kids = pages.map((_, i) => `${3 + i * 2} 0 R`).join(' ');
	const objects = [
		`<< /Type /Catalog /Pages 2 0 R ${root} >>`,
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		...pages.flatMap(({ draw, size = [595, 842], more: own = '' }, i) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${4 + i * 2} 0 R ${own} >>`,
			`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`
		]),
		...extra
	];
	let text = '%PDF-1.7\n';
	const starts = objects.map((object, i) => {
		const start = text.length;
		text += `${i + 1} 0 obj\n${object}\nendobj\n`;
		return start;
	});
	const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
	const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(text + end, 'latin1');
}
