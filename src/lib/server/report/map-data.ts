/**
 * A map as data. Tied to the ground it is GeoJSON (RFC 7946); without that it keeps to its own unit square under another
 * name, because a longitude nobody knows is never made up (M2). The heat is what was released and nothing else (S9); marks
 * are a safeguarding lead's alone, without cards, words or times. Each says what it holds (M6).
 */
import { cellBox, cellOfIndex, readArea } from '../../summit/grid.ts';
import { toGround } from '../../summit/ground.ts';
import { readHeatTile } from '../../summit/heat-tiles.ts';
import type { MarkEntry } from '../../summit/stations/entries.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { FEELINGS } from '../../summit/stations/entries.ts';
import type { Summit } from '../../summit/summit.ts';

type Pair = readonly [number, number];
type Geometry =
	| { type: 'Point'; coordinates: Pair }
	| { type: 'Polygon'; coordinates: Pair[][] }
	| { type: 'MultiPolygon'; coordinates: Pair[][][] };
interface Feature {
	type: 'Feature';
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}
interface About {
	holds: string;
	summit: string;
	station: string;
	attribution: string;
	/** A school's own plan, and what is marked on it, is never public (S11). */
	school: boolean;
}
/** `coordinates` say what the pairs are: longitude and latitude in degrees, or the map's unit square from its top left. */
export type MapData = About & { features: Feature[] } & (
		| { type: 'FeatureCollection'; coordinates: 'longitude, latitude' }
		| { type: 'student-safety-summit map'; coordinates: 'unit square' }
	);

const HEAT =
	'Holds: what was released, cells and places five or more cards marked, in fives rounded down. Does not hold: single marks, cards, words or times.';
const MARKS =
	'Holds: every single mark that counts, for safeguarding leads only. Keep it like a child’s record. Does not hold: cards, words or times.';

function mapOf(summit: Summit, station: string): MapSettings | null {
	const settings = summit.stations.get(station)?.settings;
	return settings?.kind === 'map' ? settings : null;
}

function dataOf(summit: Summit, settings: MapSettings, given: { holds: string; features: Feature[] }): MapData {
	const { attribution, school, ground } = settings.map;
	const about = { summit: summit.setup.settings.name, station: settings.title, attribution, school, ...given };
	return ground
		? { type: 'FeatureCollection', coordinates: 'longitude, latitude', ...about }
		: { type: 'student-safety-summit map', coordinates: 'unit square', ...about };
}

/** A position as the file writes it. */
function put({ map }: MapSettings, at: Pair): Pair {
	return toGround(map, at) ?? at;
}
/** A cell's outline, counter-clockwise seen from above and closed, as RFC 7946 wants it. */
function ring(settings: MapSettings, cell: string): Pair[] {
	const { x, y, size } = cellBox(cell);
	const corners: Pair[] = [
		[x, y],
		[x, y + size],
		[x + size, y + size],
		[x + size, y],
		[x, y]
	];
	return corners.map((corner) => put(settings, corner));
}
const placeIn = (settings: MapSettings, id: string) => settings.places.find((place) => place.id === id);

/** The newest release of a map station, or null where there is none. */
export function heatData(summit: Summit, station: string): MapData | null {
	const settings = mapOf(summit, station);
	const release = summit.releases.byStation.get(station);
	if (!settings || !release) return null;
	const cells = Object.entries(release.tiles ?? {}).flatMap(([tile, text]) => readHeatTile(tile, text));
	const features = cells.map(({ cell, parts }): Feature => {
		const geometry: Geometry = { type: 'Polygon', coordinates: [ring(settings, cell)] };
		return { type: 'Feature', geometry, properties: { cell, ...parts } };
	});
	const places = new Map<string, Record<string, number>>();
	for (const { axis, cell, answer, cards } of release.points) {
		if (axis === 'place') places.set(cell, { ...places.get(cell), [answer]: cards });
	}
	for (const [id, cards] of places) {
		const place = placeIn(settings, id);
		if (!place) continue;
		const said = Object.fromEntries(FEELINGS.map((feeling) => [feeling, cards[feeling] ?? 0]));
		const geometry: Geometry = { type: 'Point', coordinates: put(settings, place.at) };
		features.push({ type: 'Feature', geometry, properties: { place: place.name, ...said } });
	}
	return dataOf(summit, settings, { holds: HEAT, features });
}

/** Every mark that counts; a safeguarding lead's alone, and written into the log by who asks for it. */
export function marksData(summit: Summit, station: string): MapData | null {
	const settings = mapOf(summit, station);
	if (!settings) return null;
	const counting = [...(summit.stations.get(station)?.contributions.values() ?? [])].flatMap(({ card, entry }) =>
		entry?.type === 'mark' && summit.cards.list.get(card)?.removedAt === null ? [entry] : []
	);
	// In an order of their own: the one they came in would tell whose they are.
	const features = counting.map((mark) => markFeature(settings, mark)).sort(byText);
	return dataOf(summit, settings, { holds: MARKS, features });
}

function byText(one: Feature, other: Feature): number {
	const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
	return a < b ? -1 : a > b ? 1 : 0;
}

function markFeature(
	settings: MapSettings,
	{ at, place, area, feeling, when, with: company, why }: MarkEntry
): Feature {
	const named = place === null ? undefined : placeIn(settings, place);
	const where = at ?? named?.at;
	const properties = { feeling, when, with: company, why, ...(named ? { place: named.name } : {}) };
	const cells = area === undefined ? [] : (readArea(area) ?? []).map((index) => [ring(settings, cellOfIndex(index))]);
	const geometry: Geometry | null =
		cells.length > 0
			? { type: 'MultiPolygon', coordinates: cells }
			: where
				? { type: 'Point', coordinates: put(settings, where) }
				: null;
	return { type: 'Feature', geometry, properties };
}
