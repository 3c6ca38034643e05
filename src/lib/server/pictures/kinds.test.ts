import { describe, expect, test } from 'vitest';
import { pictureHeader } from './kinds.ts';
import { noise, plain } from './testing.ts';

describe('a picture’s size is read from its header alone', () => {
	const sizes = [
		[256, 256],
		[512, 512],
		[1, 1],
		[3000, 17]
	] as const;
	test.each(sizes)('%i × %i', async (width, height) => {
		const picture = () => plain(width, height);
		for (const [kind, bytes] of [
			['png', await picture().png().toBuffer()],
			['jpeg', await picture().jpeg({ progressive: true }).toBuffer()],
			[
				'jpeg',
				await picture()
					.jpeg()
					.withExif({ IFD0: { Artist: 'x'.repeat(3000) } })
					.toBuffer()
			],
			['webp', await picture().webp({ lossless: true }).toBuffer()],
			['webp', await picture().webp().toBuffer()],
			['webp', await picture().ensureAlpha(0.5).webp().toBuffer()],
			[
				'webp',
				await picture()
					.webp()
					.withExif({ IFD0: { Artist: 'x' } })
					.toBuffer()
			]
		] as const)
			expect(pictureHeader(bytes)).toEqual({ kind, width, height });
	});

	test('cut anywhere, it is a size or nothing, and never a fault', async () => {
		for (const bytes of [
			await noise(256, 256).jpeg().toBuffer(),
			await plain(256, 256).png().toBuffer(),
			await plain(256, 256).webp().toBuffer()
		])
			for (let length = 0; length < Math.min(bytes.length, 700); length += 1) {
				const header = pictureHeader(bytes.subarray(0, length));
				if (header) expect([header.width, header.height]).toEqual([256, 256]);
			}
		expect(pictureHeader(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(100, 0xff)]))).toBeNull();
		expect(pictureHeader(Buffer.from('<svg>'))).toBeNull();
	});
});
