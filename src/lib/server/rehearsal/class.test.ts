import { expect, test } from 'vitest';
import { standardTemplate } from '../../summit/templates/standard.ts';
import type { StationSettings, Step } from '../../summit/stations/settings.ts';
import { handClock } from '../clock.ts';
import { calmClock } from './calm-clock.ts';
import { entryFor } from './class.ts';

const { stations } = standardTemplate({ date: '2026-11-20', nextUpdate: '2026-12-04' });

/** The same stations with nothing to choose from, as the settings' schema allows. */
function emptied(station: StationSettings): StationSettings {
	switch (station.kind) {
		case 'map':
			return { ...station, places: [] };
		case 'platforms':
			return { ...station, platforms: station.platforms.map((one) => ({ ...one, bands: ['12-13'] })) };
		case 'friendships':
			return { ...station, signs: [], stories: [] };
	}
}
const NEEDS_A_LIST: readonly Step['type'][] = ['marks', 'ratings', 'sorting'];

test.each(stations.map((station) => [station.id, station] as const))(
	'a simulated student leaves out what has nothing to choose from: %s',
	(_id, station) => {
		for (const step of station.steps) {
			const entry = entryFor(emptied(station), step, '9-11');
			if (NEEDS_A_LIST.includes(step.type)) expect(entry).toBeNull();
			else expect(entry?.type).toBe(step.type);
			expect(entryFor(station, step, '9-11')).not.toBeNull();
		}
	}
);

test('what is thrown in a timer of the simulated class is reported and goes no further', () => {
	const clock = handClock(0);
	const told: unknown[] = [];
	const calm = calmClock({ clock, fault: (_what, error) => told.push(error) });
	const problem = new Error('stumbled');
	calm.after(10, () => {
		throw problem;
	});
	clock.advance(20);
	expect(told).toEqual([problem]);
});
