/*
 * Pictures drawn in a disposable process. This side never decodes: it hands bytes over and reads back a picture and its
 * tiles. A process that dies, hangs or says something else means "unreadable".
 */
import { z } from 'zod';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { atMost } from '../at-most.ts';
import { ChildFailed, findProgram, runDisposable } from '../disposable.ts';
import { pieceOf } from '../pieces.ts';
import type { Piece } from '../pieces.ts';
import type { TileRecord } from '../store/port.ts';
import type { Job } from './job.ts';
import { pictureHeader } from './kinds.ts';

/** A picture drawn anew, as WebP. `width` and `height` are pixels of the map at its finest; `bytes` may be smaller. */
export interface Drawing {
	ok: true;
	bytes: Uint8Array;
	size: { width: number; height: number };
	width: number;
	height: number;
	/** The finest level of its pyramid, or null where it has none. */
	max: number | null;
	tiles: TileRecord[];
}

/** A document of several pages, of which somebody has to choose one. */
export interface Pages {
	ok: true;
	pages: number;
}

export interface DrawLimits {
	/** Milliseconds. */
	killAfter?: number;
	/** The program. */
	child?: string;
}

const Side = z.int().min(1).max(8192);
const Told = z.union([
	z.strictObject({ ok: z.literal(true), width: Side, height: Side, max: z.int().min(0).max(5).nullable() }),
	z.strictObject({ ok: z.literal(true), pages: z.int().min(2) }),
	z.strictObject({
		ok: z.literal(false),
		code: z.enum([
			...['picture_too_large', 'picture_unreadable', 'corners_unusable'],
			...['pdf_unreadable', 'pdf_locked', 'page_missing']
		] as const)
	})
]);
const TileLine = z.object({ tile: z.tuple([z.int().min(0).max(5), z.int().min(0), z.int().min(0)]) });

/** Bytes of a picture and its tiles at most; more than any picture of 40 million pixels becomes. */
const MOST_OUT = 120_000_000;
/** A page is a program of sorts: reading one takes longer, and more memory, than a picture. */
const LIMITS = {
	picture: { killAfter: 40_000, heap: 256 },
	page: { killAfter: 60_000, heap: 512 },
	straighten: { killAfter: 60_000, heap: 256 },
	frame: { killAfter: 40_000, heap: 256 }
} as const;

/** One at a time: each may take hundreds of megabytes, and the room goes on meanwhile. */
const gate = atMost({ running: 1, waiting: 8 });

/** A file, or tiles. */
export type DrawInput = Uint8Array | AsyncIterable<TileRecord>;

/** Refuses what its job may refuse: `picture_…`, `pdf_…`, `page_missing`, `corners_unusable`. */
export function draw(job: Job, input: DrawInput, limits: DrawLimits = {}): Promise<Drawing | Pages | Refusal> {
	const unreadable = job.do === 'page' ? 'pdf_unreadable' : 'picture_unreadable';
	return gate.run(async () => {
		try {
			const said = runDisposable({
				program: limits.child ?? findProgram('pictures', 'child.ts'),
				input: handedOver(job, input),
				killAfter: limits.killAfter ?? LIMITS[job.do].killAfter,
				heap: LIMITS[job.do].heap,
				mostOut: MOST_OUT
			});
			return (await understand(said)) ?? refuse(unreadable);
		} catch (problem) {
			if (problem instanceof ChildFailed) return refuse(unreadable);
			throw problem;
		}
	});
}

async function* handedOver(job: Job, input: DrawInput): AsyncGenerator<Buffer> {
	yield pieceOf({ ...job });
	if (input instanceof Uint8Array) yield pieceOf({ file: true }, input);
	else for await (const { x, y, bytes } of input) yield pieceOf({ tile: [x, y] }, bytes);
}

/** Null for what does not hold together: the child read a stranger's bytes, and is believed only as far as it can be checked. */
async function understand(said: AsyncGenerator<Piece>): Promise<Drawing | Pages | Refusal | null> {
	const tiles: TileRecord[] = [];
	let picture: Buffer | null = null;
	let told: z.infer<typeof Told> | null = null;
	for await (const { line, bytes } of said) {
		if (told !== null) return null;
		if ('tile' in line) {
			const at = TileLine.safeParse(line);
			const header = pictureHeader(bytes);
			if (!at.success || header?.kind !== 'webp' || header.width !== 256 || header.height !== 256) return null;
			const [level, x, y] = at.data.tile;
			tiles.push({ z: level, x, y, type: 'image/webp', bytes: new Uint8Array(bytes), endsAt: null });
		} else if ('picture' in line) picture = Buffer.from(bytes);
		else told = Told.safeParse(line).data ?? null;
	}
	if (told === null) return null;
	if (!told.ok) return refuse(told.code);
	if ('pages' in told) return told;
	const header = picture && pictureHeader(picture);
	if (!picture || header?.kind !== 'webp' || !isWhole({ ...told, tiles })) return null;
	const { width, height } = header;
	return { ...told, bytes: new Uint8Array(picture), size: { width, height }, tiles };
}

/** Every tile of the pyramid is there, and no other. */
function isWhole(of: { width: number; height: number; max: number | null; tiles: TileRecord[] }): boolean {
	const there = new Set(of.tiles.map(({ z, x, y }) => `${z}/${x}/${y}`));
	let expected = 0;
	for (let z = of.max ?? -1; z >= 0; z -= 1) {
		const [columns, rows] = [of.width, of.height].map((side) => Math.ceil(side / 2 ** ((of.max ?? 0) - z) / 256));
		for (let x = 0; x < (columns ?? 0); x += 1)
			for (let y = 0; y < (rows ?? 0); y += 1) {
				expected += 1;
				if (!there.has(`${z}/${x}/${y}`)) return false;
			}
	}
	return there.size === expected && of.tiles.length === expected;
}
