/** A map's data as a download, and the maps of the plan on paper. */
import type { ReleasedPoint } from '../../summit/figures.ts';
import { readHeatTile } from '../../summit/heat-tiles.ts';
import type { HeatCell } from '../../summit/heat-tiles.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import type { Summit } from '../../summit/summit.ts';
import type { MapData } from './map-data.ts';
import { attachment } from './planner.ts';

/** What was released of one map, as it is drawn. */
export interface ReleasedMap {
	settings: MapSettings;
	cells: HeatCell[];
	places: ReleasedPoint[];
}

/** Every map station that was released, in the order of the day. */
export function releasedMaps(summit: Summit): ReleasedMap[] {
	return [...summit.stations.values()].flatMap(({ settings }) => {
		const release = summit.releases.byStation.get(settings.id);
		if (settings.kind !== 'map' || !release) return [];
		const cells = Object.entries(release.tiles ?? {}).flatMap(([tile, text]) => readHeatTile(tile, text));
		return [{ settings, cells, places: release.points }];
	});
}

/** The data, and the day of the summit for the file's name. */
export function fileOf(make: (summit: Summit) => MapData | null) {
	return (summit: Summit) => ({ data: make(summit), date: summit.setup.settings.date });
}

export function mapFile(
	{ data, date }: { data: MapData; date: string },
	{ what, station }: { what: 'heat' | 'marks'; station: string }
): Response {
	const geo = data.type === 'FeatureCollection';
	return attachment(`${JSON.stringify(data)}\n`, {
		type: geo ? 'application/geo+json; charset=utf-8' : 'application/json; charset=utf-8',
		name: `${what}-${station}-${date}.${geo ? 'geojson' : 'json'}`
	});
}
