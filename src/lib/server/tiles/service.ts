/*
 * The online tile service as the rest of the kit sees it: asked by one door, however many devices look at one map. A tile
 * is asked for once while it is on its way, two are on their way at a time, and a service that is tired, broken or away is
 * left alone for a while, longer each time. What went wrong is known to the facilitator, in words; nobody else waits for it.
 */
import { atMost, TooManyWaiting } from '../at-most.ts';
import type { ClockPort } from '../clock.ts';
import type { TileAt, TileRecord } from '../store/port.ts';
import { AT_ONCE } from './fetch-tile.ts';
import type { Fault, Fetched, TileFetcher } from './fetch-tile.ts';
import { createRecent } from './recent.ts';

/** `missing`: there is no such tile. `away`: not now; `after` is in how many seconds it is worth asking again. */
export type Served = { ok: true; tile: TileRecord } | { ok: false; why: 'missing' } | NotNow;
export interface NotNow {
	ok: false;
	why: 'away';
	after: number;
}

/** For a facilitator. `since` is milliseconds. */
export interface ServiceState {
	ok: boolean;
	since: number;
	words: string;
}

export interface TileService {
	tile(at: TileAt): Promise<Served>;
	state(): ServiceState;
	close(): void;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Tiles that may wait for their turn; beyond them a device is told to ask again. */
const WAITING = 200;
/** Left alone after one failure, twice as long after the next, and so on up to the most. */
const FIRST_REST = 5 * SECOND;
const LONGEST_REST = 5 * 60 * SECOND;
/** A service may ask for more than that, and not for the rest of the day. */
const MOST_AFTER = HOUR;
/** How long it is remembered that there is no tile, or that what came was none. */
const MISSING_FOR = HOUR;
const UNFIT_FOR = 60 * SECOND;
const MOST_REMEMBERED = 4_000;
const RECENT_BYTES = 16_000_000;
/** A tile is kept as long as the service says; at least the day of a summit, at most a month; a week where it says nothing. */
const KEEP = { least: DAY, most: 30 * DAY, unsaid: 7 * DAY };

const HERE_STILL = 'What is here already still works.';
const WORDS: Record<Exclude<Fault, 'missing'> | 'ok' | 'unasked', string> = {
	unasked: 'The online map has not been asked for anything yet.',
	ok: 'The online map answers.',
	busy: `The online map asks us to wait a while. ${HERE_STILL}`,
	away: `The online map does not answer just now. ${HERE_STILL}`,
	denied: `The online map turns this kit away. Ask whoever looks after the machine to check TILE_URL. ${HERE_STILL}`,
	unfit: `The online map sends something that is not a map tile. Ask whoever looks after the machine to check TILE_URL. ${HERE_STILL}`,
	address: `The online map’s name leads into a private network, so it is not asked. Ask whoever looks after the machine to check TILE_URL. ${HERE_STILL}`
};

export function createTileService({
	clock,
	fetcher,
	waiting = WAITING
}: {
	clock: ClockPort;
	fetcher: TileFetcher;
	waiting?: number;
}): TileService {
	const gate = atMost({ running: AT_ONCE, waiting });
	const recent = createRecent({ clock, mostBytes: RECENT_BYTES });
	const flights = new Map<string, Promise<Served>>();
	const remembered = new Map<string, { until: number; missing: boolean }>();
	let state = { kind: 'unasked' as keyof typeof WORDS, since: clock.now() };
	let restUntil = 0;
	/** Failures in a row, and how often it was sent to rest in all. */
	let failures = 0;
	let rests = 0;

	const notUntil = (until: number): NotNow => ({
		ok: false,
		why: 'away',
		after: Math.max(1, Math.ceil((until - clock.now()) / SECOND))
	});
	const resting = (): NotNow | null => (clock.now() < restUntil ? notUntil(restUntil) : null);

	function become(kind: keyof typeof WORDS): void {
		if (state.kind !== kind) state = { kind, since: clock.now() };
	}

	function remember(key: string, { missing, lasting }: { missing: boolean; lasting: number }): void {
		const oldest = remembered.size < MOST_REMEMBERED ? undefined : remembered.keys().next().value;
		if (oldest !== undefined) remembered.delete(oldest);
		remembered.delete(key);
		remembered.set(key, { missing, until: clock.now() + lasting });
	}

	/** `round`: how often it had been sent to rest when it was asked, so that two failing together count once. */
	function rest(after: number | null, round: number): void {
		if (round === rests) {
			rests += 1;
			failures += 1;
		}
		const own = Math.min(LONGEST_REST, FIRST_REST * 2 ** (failures - 1));
		const wished = after === null ? own : Math.min(MOST_AFTER, Math.max(SECOND, after * SECOND));
		restUntil = Math.max(restUntil, clock.now() + wished);
	}

	function understand(found: Fetched, asked: { key: string; at: TileAt; round: number }): Served {
		if (found.ok || found.fault === 'missing') {
			failures = 0;
			become('ok');
		} else become(found.fault);
		if (found.ok) {
			const { type, bytes, maxAge } = found;
			const lasting = maxAge === null ? KEEP.unsaid : Math.min(KEEP.most, Math.max(KEEP.least, maxAge * SECOND));
			const tile = { ...asked.at, type, bytes, endsAt: clock.now() + lasting };
			recent.put(asked.key, tile);
			return { ok: true, tile };
		}
		if (found.fault === 'missing') {
			remember(asked.key, { missing: true, lasting: MISSING_FOR });
			return { ok: false, why: 'missing' };
		}
		if (found.fault === 'unfit') {
			// One bad tile is no reason to leave out the others.
			remember(asked.key, { missing: false, lasting: UNFIT_FOR });
			return notUntil(clock.now() + UNFIT_FOR);
		}
		rest(found.after, asked.round);
		return notUntil(restUntil);
	}

	async function ask(asked: { key: string; at: TileAt }): Promise<Served> {
		const rested = resting();
		if (rested) return rested;
		const round = rests;
		return understand(await fetcher.fetch(asked.at), { ...asked, round });
	}

	async function take(asked: { key: string; at: TileAt }): Promise<Served> {
		try {
			return await gate.run(() => ask(asked));
		} catch (problem) {
			if (problem instanceof TooManyWaiting) return notUntil(clock.now() + FIRST_REST);
			throw problem;
		} finally {
			flights.delete(asked.key);
		}
	}

	return {
		async tile({ z, x, y }) {
			const key = `${z}/${x}/${y}`;
			const tile = recent.get(key);
			if (tile) return { ok: true, tile };
			const known = remembered.get(key);
			if (known && clock.now() < known.until)
				return known.missing ? { ok: false, why: 'missing' } : notUntil(known.until);
			const flight = flights.get(key) ?? take({ key, at: { z, x, y } });
			if (!flights.has(key)) flights.set(key, flight);
			return flight;
		},
		state: () => ({
			ok: state.kind === 'ok' || state.kind === 'unasked',
			since: state.since,
			words: WORDS[state.kind]
		}),
		close: () => fetcher.close()
	};
}
