/*
 * A map package somebody uploaded, copied once into the kit's own table. This side never opens the file: a disposable child
 * does, and what it says is believed only as far as it can be checked. Nothing stays of a package that is refused.
 */
import path from 'node:path';
import { z } from 'zod';
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { atMost } from '../at-most.ts';
import { ChildFailed, findProgram, runDisposable } from '../disposable.ts';
import { pictureHeader } from '../pictures/kinds.ts';
import type { Piece } from '../pieces.ts';
import type { Store, TileRecord, TileSetRecord } from '../store/port.ts';
import { boundsOfTiles, commonBounds } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { keepSet } from './keep.ts';
import type { Keep } from './keep.ts';
import { plainWords } from './plain-words.ts';

export interface PackageLimits {
	/** Milliseconds. */
	killAfter?: number;
	tiles?: number;
	/** Bytes of one tile, and of all of them. */
	ofOne?: number;
	ofAll?: number;
	/** The program. */
	child?: string;
}

const LIMITS = { killAfter: 120_000, tiles: 60_000, ofOne: 1_000_000, ofAll: 200_000_000 };
/** Megabytes of Node's own part of the child. */
const HEAP = 128;

const Level = z.int().min(0).max(22);
const At = z.tuple([Level, z.int().min(0), z.int().min(0)]);
const Said = z.object({ metadata: z.record(z.string(), z.string()) });
const Refused = z.object({
	ok: z.literal(false),
	code: z.enum(['package_unreadable', 'package_vector', 'package_too_large'])
});

/** One at a time: it goes through a file as large as all the rest of the kit's day. */
const gate = atMost({ running: 1, waiting: 4 });

/** `file` is a path. Refuses `package_unreadable`, `package_vector` and `package_too_large`. */
export function copyPackage(
	given: { store: Store; summit: string; id: string; file: string; now: number },
	limits: PackageLimits = {}
): Promise<TileSetRecord | Refusal> {
	const { store, summit, id, now } = given;
	return gate.run(async () => {
		const record = { id, summit, kind: 'package' as const, name: '', attribution: '', bounds: null };
		let refusal = refuse('package_unreadable');
		await keepSet(store, { ...record, min: 0, max: 0, school: false, createdAt: now }, async (keep) => {
			const read = await readPackage({ said: open(given.file, { ...LIMITS, ...limits }), keep });
			if (!('ok' in read)) return read;
			refusal = read;
			return null;
		});
		return (await store.tileSet({ summit, id })) ?? refusal;
	});
}

function open(file: string, limits: typeof LIMITS & { child?: string }): AsyncGenerator<Piece> {
	const { tiles, ofOne, ofAll, killAfter } = limits;
	return runDisposable({
		program: limits.child ?? findProgram('tiles', 'package-child.ts'),
		args: [file, tiles, ofOne, ofAll].map(String),
		readable: [path.dirname(file)],
		...{ killAfter, heap: HEAP },
		mostOut: ofAll + tiles * 100 + 50_000
	});
}

type Learnt = Pick<TileSetRecord, 'name' | 'attribution' | 'bounds' | 'min' | 'max'>;

async function readPackage(q: { said: AsyncGenerator<Piece>; keep: Keep }): Promise<Learnt | Refusal> {
	const levels = new Map<number, { left: number; top: number; right: number; bottom: number }>();
	let metadata: Record<string, string> = {};
	let whole = false;
	try {
		for await (const { line, bytes } of q.said) {
			if ('tile' in line) {
				const tile = readTile(line, bytes);
				if (!tile) return refuse('package_unreadable');
				const { z, x, y } = tile;
				const box = levels.get(z) ?? { left: x, top: y, right: x, bottom: y };
				levels.set(z, {
					left: Math.min(box.left, x),
					top: Math.min(box.top, y),
					right: Math.max(box.right, x),
					bottom: Math.max(box.bottom, y)
				});
				await q.keep([tile]);
			} else if ('metadata' in line) metadata = Said.parse(line).metadata;
			else if (line['ok'] === true) whole = true;
			else return refuse(Refused.parse(line).code);
		}
	} catch (problem) {
		if (problem instanceof ChildFailed || problem instanceof z.ZodError) return refuse('package_unreadable');
		throw problem;
	}
	if (!whole || levels.size === 0) return refuse('package_unreadable');
	const [min, max] = [Math.min(...levels.keys()), Math.max(...levels.keys())];
	// Where it does not say what it covers, its finest level does: the coarsest often holds half the world around it.
	const told = readBounds(metadata['bounds']);
	const level = told ? min : max;
	const there = boundsOfTiles({ z: level, ...(levels.get(level) ?? { left: 0, top: 0, right: 0, bottom: 0 }) });
	return {
		...{ min, max },
		bounds: (told && commonBounds(told, there)) ?? there,
		name: plainWords(metadata['name'] ?? ''),
		attribution: plainWords(metadata['attribution'] ?? '')
	};
}

function readTile(line: Record<string, unknown>, bytes: Buffer): TileRecord | null {
	const at = At.safeParse(line['tile']);
	const header = pictureHeader(bytes);
	if (!at.success || !header) return null;
	const [level, x, y] = at.data;
	if (x >= 2 ** level || y >= 2 ** level) return null;
	return { z: level, x, y, type: `image/${header.kind}`, bytes: new Uint8Array(bytes), endsAt: null };
}

function readBounds(text: string | undefined): Bounds | null {
	const parts = (text ?? '').split(',').map((part) => Number(part.trim() || NaN));
	const parsed = z.tuple([z.number(), z.number(), z.number(), z.number()]).safeParse(parts);
	return parsed.success ? parsed.data : null;
}
