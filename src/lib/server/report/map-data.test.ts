import { describe, expect, test } from 'vitest';
import { cellIndex, writeArea } from '../../summit/grid.ts';
import { HOST_LEAD, STATION_LEAD, FACILITATOR, Stage, contribute, mark } from '../../summit/testing.ts';
import type { Tie } from '../../summit/stations/settings.ts';
import { heatData, marksData } from './map-data.ts';

const station = 'neighbourhood';
const GROUND: [Tie, Tie] = [
	{ at: [0, 0], on: [-0.11, 51.4985] },
	{ at: [1, 1], on: [-0.099, 51.493] }
];

/** Ties the station's map to the ground, or not. */
function tie(stage: Stage, ground: [Tie, Tie] | null): void {
	const found = stage.summit.stations.get(station);
	if (found?.settings.kind !== 'map') throw new Error('The neighbourhood map is gone.');
	const { settings } = found;
	found.settings = { ...settings, map: { ...settings.map, ground } };
}
/** Fourteen cards at one spot and one alone elsewhere, released. */
function marked(ground: [Tie, Tie] | null): Stage {
	const stage = Stage.open(15);
	tie(stage, ground);
	for (let card = 0; card < 14; card += 1) {
		stage.must(stage.card(card), contribute(station, 'good-places', mark([0.41, 0.41], 'unsafe')));
	}
	stage.must(stage.card(14), contribute(station, 'good-places', mark([0.91, 0.13])));
	stage.now += 60_000;
	stage.must({ role: 'kit', id: 'kit' }, { type: 'station:release', station });
	return stage;
}

describe('the heat as data', () => {
	test('M2: of a map tied to the ground it is GeoJSON, with rings closed and counter-clockwise', () => {
		const data = heatData(marked(GROUND).summit, station);
		expect(data).toMatchObject({ type: 'FeatureCollection', coordinates: 'longitude, latitude' });
		const [cell] = data?.features ?? [];
		expect(cell?.properties).toMatchObject({ safe: 0, mixed: 0 });
		if (cell?.geometry?.type !== 'Polygon') throw new Error('A cell is a polygon.');
		const ring = cell.geometry.coordinates[0] ?? [];
		expect(ring).toHaveLength(5);
		expect(ring[0]).toEqual(ring[4]);
		const area = ring
			.slice(1)
			.reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0);
		expect(area).toBeGreaterThan(0);
		for (const [lon, lat] of ring) {
			expect(lon).toBeGreaterThan(-0.11);
			expect(lon).toBeLessThan(-0.099);
			expect(lat).toBeGreaterThan(51.493);
			expect(lat).toBeLessThan(51.4985);
		}
	});

	test('M2: a map that is not tied keeps to its unit square and is no GeoJSON', () => {
		const data = heatData(marked(null).summit, station);
		expect(data).toMatchObject({ type: 'student-safety-summit map', coordinates: 'unit square' });
		expect(JSON.stringify(data)).not.toContain('51.4');
	});

	test('S9, M6: it holds what was released, says so, and knows nothing of the card that stood alone', () => {
		const stage = marked(null);
		const data = heatData(stage.summit, station);
		expect(data?.holds).toMatch(/five or more/);
		expect(data?.features.length).toBeGreaterThan(0);
		for (const { properties } of data?.features ?? []) {
			for (const cards of [properties['safe'], properties['mixed'], properties['unsafe']])
				expect(Number(cards) % 5).toBe(0);
		}
		expect(JSON.stringify(data)).not.toContain('5/29/4');
		// Marks since the last release are not in it.
		const before = JSON.stringify(data);
		stage.must(stage.card(0), contribute(station, 'good-places', mark([0.2, 0.2])));
		expect(JSON.stringify(heatData(stage.summit, station))).toBe(before);
	});

	test('there is none before a release, of another kind of station, or of a station that does not exist', () => {
		const stage = Stage.open(1);
		for (const id of [station, 'platforms', 'nowhere']) expect(heatData(stage.summit, id)).toBeNull();
	});
});

describe('marks as data', () => {
	test('M6: every mark that counts, without its card, its words or its time, in no order of coming', () => {
		const stage = marked(GROUND);
		const area = writeArea([cellIndex(2, 3), cellIndex(3, 3)]);
		stage.must(stage.card(3), {
			...{ type: 'station:contribute', station, step: 'good-places', words: 'foxglove' },
			entry: { type: 'mark', at: null, place: null, area, feeling: 'mixed', when: [], with: [], why: [] }
		});
		stage.must(stage.card(4), contribute(station, 'good-places', mark('pond')));
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(14).id });
		const data = marksData(stage.summit, station);
		const kinds = (data?.features ?? []).map(({ geometry }) => geometry?.type);
		expect(kinds.filter((kind) => kind === 'Point')).toHaveLength(15);
		expect(kinds.filter((kind) => kind === 'MultiPolygon')).toHaveLength(1);
		const text = JSON.stringify(data);
		expect(text).toContain('Pond');
		for (const secret of ['foxglove', stage.card(3).id, stage.card(0).id, String(stage.now)]) {
			expect(text).not.toContain(secret);
		}
		const lines = (data?.features ?? []).map((feature) => JSON.stringify(feature));
		expect(lines).toEqual([...lines].sort());
	});

	test('M6, S12: taking them out is a lead’s alone and stands in the log', () => {
		const stage = marked(null);
		for (const actor of [FACILITATOR, STATION_LEAD, stage.card(0)]) {
			expect(stage.do(actor, { type: 'marks:export', station })).toMatchObject({ ok: false, code: 'not_allowed' });
		}
		expect(stage.do(HOST_LEAD, { type: 'marks:export', station: 'platforms' })).toMatchObject({ code: 'unknown_item' });
		stage.must(HOST_LEAD, { type: 'marks:export', station });
		expect(stage.log.at(-1)).toMatchObject({ type: 'marks:exported', station, actor: `lead:${HOST_LEAD.id}` });
	});
});
