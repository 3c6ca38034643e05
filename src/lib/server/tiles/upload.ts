/*
 * A map package from a person's file to the store: received, copied, and drawn once as a whole, for the screen on which the
 * facilitator then chooses the frame. When any of that fails nothing of it stays.
 */
import { refuse } from '../../summit/refusals.ts';
import type { Refusal } from '../../summit/refusals.ts';
import { PACKAGE_BYTES } from '../body-limit.ts';
import { pictureAddress } from '../pictures/upload.ts';
import type { Store, TileSetRecord } from '../store/port.ts';
import { chance } from '../tokens.ts';
import type { Bounds } from './bounds.ts';
import { drawWhole } from './frame.ts';
import { copyPackage } from './package.ts';
import type { PackageLimits } from './package.ts';
import { receive } from './receive.ts';

export interface Packaged extends Pick<TileSetRecord, 'min' | 'max' | 'name' | 'attribution' | 'tiles'> {
	ok: true;
	set: string;
	bounds: Bounds;
	/** The whole package as one picture; its `bounds` are the package's. */
	overview: { picture: string; width: number; height: number; bounds: Bounds };
}

/** Refuses `package_too_large`, `package_unreadable` and `package_vector`. */
export async function uploadPackage(
	given: {
		store: Store;
		dataDir: string;
		summit: string;
		body: ReadableStream<Uint8Array> | null;
		/** How long the body says it is, in bytes, if it does. */
		length: number | null;
		now: number;
	},
	limits?: PackageLimits
): Promise<Packaged | Refusal> {
	const { store, summit, dataDir, body, now } = given;
	if ((given.length ?? 0) > PACKAGE_BYTES) return refuse('package_too_large');
	const id = chance.id();
	const set = await receive({ dataDir, id, body }, async (file) =>
		file === null ? refuse('package_too_large') : copyPackage({ store, summit, id, file, now }, limits)
	);
	if ('ok' in set) return set;
	const gone = () => store.removeTileSet({ summit, id });
	const overview = await keepOverview(store, set).catch(async (problem: unknown) => {
		await gone();
		throw problem;
	});
	if ('ok' in overview) {
		await gone();
		return overview;
	}
	const { min, max, name, attribution, tiles } = set;
	return { ...{ ok: true, set: id, min, max, name, attribution, tiles }, bounds: overview.bounds, overview };
}

/** Its id is the set's own. */
async function keepOverview(store: Store, set: TileSetRecord): Promise<Packaged['overview'] | Refusal> {
	const { summit, id, bounds, min, max } = set;
	if (!bounds) return refuse('package_unreadable');
	const drawing = await drawWhole({ store, set, bounds, min, max });
	if (!drawing.ok) return drawing.code === 'package_too_large' ? drawing : refuse('package_unreadable');
	const { size, bytes } = drawing;
	await store.addPicture({ id, summit, type: 'image/webp', ...size, bytes, school: false });
	return { picture: pictureAddress({ summit, id }), ...size, bounds };
}
