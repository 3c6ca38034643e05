/*
 * Opens one picture from outside and draws it anew. It runs as a process of its own, started by `decode.ts` and ended after
 * one picture, because a decoder is where a made-up file does its harm: nothing of the kit's is in this memory, neither
 * keys nor words. In on stdin come the bytes; out on stdout go one line of JSON and, when it says `ok`, the new picture.
 *
 * Only what is seen survives: turned upright, on white, no side above 4096 pixels, without a camera's notes or places.
 */
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 4096;
/** A station's map cannot be smaller than this on either side. */
const LEAST_SIDE = 64;
/** Bytes this process may hold before it ends itself. libvips takes its memory outside Node's own limit. */
const MOST_MEMORY = 1_200_000_000;

type Told =
	{ ok: true; width: number; height: number } | { ok: false; code: 'picture_too_large' | 'picture_unreadable' };

sharp.cache(false);
sharp.concurrency(1);
// Whatever a file claims to be, no other loader than these three can be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });

setInterval(() => {
	if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(1);
}, 50).unref();

await tell(await redraw(await buffer(process.stdin)));

async function redraw(bytes: Buffer): Promise<{ told: Told; picture?: Buffer }> {
	try {
		const opened = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
		const { width, height } = await opened.metadata();
		if (width * height > MOST_PIXELS) return { told: { ok: false, code: 'picture_too_large' } };
		const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
			.autoOrient()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.webp({ quality: 84, effort: 3 })
			.toBuffer({ resolveWithObject: true });
		if (Math.min(info.width, info.height) < LEAST_SIDE) return { told: { ok: false, code: 'picture_unreadable' } };
		return { told: { ok: true, width: info.width, height: info.height }, picture: data };
	} catch {
		return { told: { ok: false, code: 'picture_unreadable' } };
	}
}

async function tell({ told, picture }: { told: Told; picture?: Buffer }): Promise<void> {
	const line = Buffer.from(`${JSON.stringify(told)}\n`);
	await new Promise<void>((resolve, reject) => {
		process.stdout.write(picture ? Buffer.concat([line, picture]) : line, (problem) =>
			problem ? reject(problem) : resolve()
		);
	});
}
