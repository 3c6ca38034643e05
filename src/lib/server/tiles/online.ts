/*
 * Tiles for whoever looks at a map, wherever they came from. What the kit holds is answered from its own table. A set of
 * the online service fills as it is looked at: a tile inside its frame that is not here yet is fetched, kept and answered.
 * When the service is away, what is here still works, however old it is (M1).
 */
import type { ClockPort } from '../clock.ts';
import { StoreMissing } from '../store/errors.ts';
import type { Store, TileAt, TileRecord, TileSetRecord } from '../store/port.ts';
import type { NotNow, Served, ServiceState, TileService } from './service.ts';
import { isInside } from './street-frame.ts';

export interface Online {
	/** What whoever looks at a map gets. */
	tile(q: { summit: string; set: string } & TileAt): Promise<Served>;
	/** Tiles of the service itself, kept nowhere: for a picture of all of them. Those it does not have are left out. */
	gather(tiles: Iterable<TileAt>): Promise<TileRecord[] | NotNow>;
	/** Null where no service is named. `name` tells one service from another; it holds no key. */
	service: { name: string; attribution: string; maxZoom: number } | null;
	state(): ServiceState | null;
	close(): void;
}

interface Parts {
	store: Store;
	clock: ClockPort;
	service: { settings: { template: string; attribution: string; maxZoom: number }; asked: TileService } | null;
	/** Told what went wrong behind somebody's back. */
	fault: (what: string, problem: unknown) => void;
}

/** Seconds after which it is worth asking again, where nothing tells. */
const LATER = 60;
const MISSING: Served = { ok: false, why: 'missing' };

export function createOnline({ store, clock, service, fault }: Parts): Online {
	const named = service && {
		name: new URL(service.settings.template).host,
		attribution: service.settings.attribution,
		maxZoom: service.settings.maxZoom
	};

	async function fetchInto(set: TileSetRecord, at: TileAt): Promise<Served> {
		// A set goes on filling only from the service it was begun with: its map names that one, and looks like it.
		if (!service || set.name !== named?.name) return { ok: false, why: 'away', after: LATER };
		const served = await service.asked.tile(at);
		if (served.ok) await keep(set, served.tile);
		return served;
	}

	/** A disk that is full, or a set that was taken away meanwhile, is no reason to show a hole. */
	async function keep({ summit, id }: TileSetRecord, tile: TileRecord): Promise<void> {
		try {
			await store.keepTiles({ summit, set: id, tiles: [tile] });
		} catch (problem) {
			if (!(problem instanceof StoreMissing)) fault('A tile of the online map could not be kept.', problem);
		}
	}

	return {
		service: named,
		async tile({ summit, set: id, ...at }) {
			const kept = await store.tile({ summit, set: id, ...at });
			const old = kept !== null && kept.endsAt !== null && kept.endsAt <= clock.now();
			if (kept && !old) return { ok: true, tile: kept };
			const set = await store.tileSet({ summit, id });
			const { bounds, min, max } = set ?? { bounds: null, min: 0, max: 0 };
			if (set?.kind !== 'online' || !bounds || !isInside(at, { bounds, min, max }))
				return kept ? { ok: true, tile: kept } : MISSING;
			const fetched = fetchInto(set, at);
			if (!kept) return fetched;
			// Nobody waits for a newer one; whoever asks next gets it.
			fetched.catch((problem: unknown) => fault('A tile of the online map could not be made new.', problem));
			return { ok: true, tile: kept };
		},
		async gather(tiles) {
			if (!service) return { ok: false, why: 'away', after: LATER };
			const asked = service.asked;
			const served = await Promise.all([...tiles].map((at) => asked.tile(at)));
			const there: TileRecord[] = [];
			for (const one of served) {
				if (one.ok) there.push(one.tile);
				else if (one.why === 'away') return one;
			}
			return there;
		},
		state: () => service?.asked.state() ?? null,
		close: () => service?.asked.close()
	};
}
