/**
 * The heat of a map station: the grid of its newest release in tiles, and the same by one time of day or one school in a
 * topic of its own, which a screen watches only while that filter is on. There are rows only while the station is revealed
 * (S2), and they change only when a release comes (S9).
 */
import type { ReleasedPoint } from '../figures.ts';
import { writeHeat } from '../heat-tiles.ts';
import type { HeatTiles } from '../heat-tiles.ts';
import type { Release, ReleasedSlice } from '../releases.ts';
import type { Summit } from '../summit.ts';
import type { Touch } from '../touches.ts';

export interface HeatRows {
	/** Of the whole station only: which release it is, and the filters that have figures (`when:evening`, `school:north`). */
	about: { number: number; at: number; cards: number; slices: string[] };
	/** Of a filter only: its figures for named places. */
	places: ReleasedPoint[];
	/** `tile:<level>/<column>/<row>`, as `heat-tiles.ts` writes it. */
	[tile: `tile:${string}`]: string;
}

/** `neighbourhood`, or `neighbourhood/when:evening`. */
function parts(of: string): { station: string; slice: string | null } {
	const at = of.indexOf('/');
	return at < 0 ? { station: of, slice: null } : { station: of.slice(0, at), slice: of.slice(at + 1) };
}

function slicesOf(summit: Summit, station: string): string[] {
	const settings = summit.stations.get(station)?.settings;
	if (settings?.kind !== 'map') return [];
	const times = settings.when.map(({ id }) => `when:${id}`);
	return [...times, ...summit.setup.settings.schools.map(({ id }) => `school:${id}`)];
}

export function isHeat(summit: Summit, of: string): boolean {
	const { station, slice } = parts(of);
	if (summit.stations.get(station)?.settings.kind !== 'map') return false;
	return slice === null || slicesOf(summit, station).includes(slice);
}

/** Every topic there is of one station's heat. */
export function heatTopics(summit: Summit, station: string): string[] {
	if (summit.stations.get(station)?.settings.kind !== 'map') return [];
	return ['', ...slicesOf(summit, station).map((slice) => `/${slice}`)].map((slice) => `heat:${station}${slice}`);
}

function sliceIn(release: Release | undefined, slice: string | null): Partial<ReleasedSlice> | undefined {
	return slice === null ? release : release?.slices?.[slice];
}
function tilesIn(release: Release | undefined, slice: string | null): HeatTiles {
	const tiles = sliceIn(release, slice)?.tiles;
	// A release of the first version had its grid among its points, and no slices.
	return tiles ?? (slice === null ? writeHeat(release?.points ?? []) : {});
}

export function heatKeys(summit: Summit, of: string): string[] {
	const { station, slice } = parts(of);
	// Even the names of tiles would tell where somebody marked.
	const release = summit.releases.byStation.get(station);
	if (!sliceIn(release, slice) || !summit.stations.get(station)?.revealedAt) return [];
	return [slice === null ? 'about' : 'places', ...Object.keys(tilesIn(release, slice)).map((tile) => `tile:${tile}`)];
}

export function heatRow(summit: Summit, of: string, key: string): HeatRows[keyof HeatRows] | null {
	const { station, slice } = parts(of);
	const release = summit.releases.byStation.get(station);
	const found = sliceIn(release, slice);
	if (!release || !found || !summit.stations.get(station)?.revealedAt) return null;
	if (key.startsWith('tile:')) return tilesIn(release, slice)[key.slice('tile:'.length)] ?? null;
	if (slice !== null) return key === 'places' ? (found.points ?? null) : null;
	if (key !== 'about') return null;
	const { number, at, cards, slices = {} } = release;
	return { number, at, cards, slices: slicesOf(summit, station).filter((one) => one in slices) };
}

/** What the newest release of a station changed in its heat topics. */
export function heatNews(summit: Summit, station: string): Touch[] {
	if (!summit.stations.get(station)?.revealedAt) return [];
	const [before, now] = [summit.releases.before.get(station), summit.releases.byStation.get(station)];
	return heatTopics(summit, station).map((topic) => {
		const { slice } = parts(topic.slice('heat:'.length));
		const [old, fresh] = [tilesIn(before, slice), tilesIn(now, slice)];
		const changed = Object.keys({ ...old, ...fresh }).filter((tile) => old[tile] !== fresh[tile]);
		return { topic, keys: [slice === null ? 'about' : 'places', ...changed.map((tile) => `tile:${tile}`)] };
	});
}
