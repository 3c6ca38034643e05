/*
 * What the maps of one summit may weigh. Every upload and every frame makes something new; what no station uses goes once
 * nobody can be in the middle of choosing it, and beyond a limit nothing more is taken in, so that no summit, and no
 * rehearsal somebody was handed a link to, fills the disk that all of them write to (L1).
 */
import type { Summit } from '../../summit/summit.ts';
import type { Room } from '../room.ts';
import type { Store } from '../store/port.ts';

/** Bytes of tiles, and pictures of at most about a megabyte each. */
const MOST = { summit: { tiles: 600_000_000, pictures: 200 }, rehearsal: { tiles: 250_000_000, pictures: 60 } };
/** Milliseconds in which a map that was made may still stand in a form nobody has saved. */
const CHOOSING = 60 * 60_000;

/** Pictures and sets that a station stands on. */
function inUse(summit: Summit): Set<string> {
	const used = new Set<string>();
	for (const { settings } of summit.stations.values()) {
		if (settings.kind !== 'map') continue;
		used.add(settings.map.picture.slice(settings.map.picture.lastIndexOf('.') + 1));
		if (settings.map.tiles) used.add(settings.map.tiles.set);
	}
	return used;
}

/** Takes away what nobody uses any more; whether there is room for another map then. `now` is ms since 1970. */
export async function roomForMaps({
	store,
	room,
	now
}: {
	store: Pick<Store, 'tileSets' | 'removeTileSet' | 'pictures' | 'removePicture'>;
	room: Pick<Room, 'id' | 'rehearsal' | 'read'>;
	now: number;
}): Promise<boolean> {
	const summit = room.id;
	const most = room.rehearsal ? MOST.rehearsal : MOST.summit;
	const used = await room.read(inUse);
	let tiles = 0;
	for (const { id, createdAt, size } of await store.tileSets({ summit })) {
		if (used.has(id) || now - createdAt < CHOOSING) tiles += size;
		else await store.removeTileSet({ summit, id });
	}
	const sets = new Set((await store.tileSets({ summit })).map(({ id }) => id));
	const pictures = await store.pictures({ summit });
	if (pictures.length >= most.pictures) {
		// They do not say how old they are. So many at once are nobody's form any more.
		for (const { id } of pictures) if (!used.has(id) && !sets.has(id)) await store.removePicture({ summit, id });
	}
	return tiles < most.tiles && (await store.pictures({ summit })).length < most.pictures;
}
