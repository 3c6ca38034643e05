/** Rows of a heat topic as cells to draw, and the filters there are as words to choose from. */
import { readHeatTile } from '../../summit/heat-tiles.ts';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import type { MapSettings, School } from '../../summit/stations/settings.ts';

/** How the keys of tiles begin. */
export const TILE = 'tile:';

export function heatCells(tiles: readonly { key: string; row: string }[]): HeatCell[] {
	return tiles.flatMap(({ key, row }) => readHeatTile(key.slice(TILE.length), row));
}

export interface Filter {
	/** The slice: `when:evening`, `school:north`. */
	id: string;
	words: string;
	icon?: string | undefined;
}
/** Only filters the release has figures for, times first, in the order they were set up. */
export function filtersOf(q: {
	slices: readonly string[];
	settings: Pick<MapSettings, 'when'>;
	schools: readonly School[];
}): Filter[] {
	const times = q.settings.when.map(({ id, words, icon }) => ({ id: `when:${id}`, words, icon }));
	const schools = q.schools.map(({ id, name }) => ({ id: `school:${id}`, words: name }));
	return [...times, ...schools].filter(({ id }) => q.slices.includes(id));
}
