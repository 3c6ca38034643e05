import { describe, expect, test } from 'vitest';
import { Settings } from '../stations/settings.ts';
import { HELP_UK } from './help-uk.ts';
import { standardTemplate } from './standard.ts';

const given = { date: '2027-03-04', nextUpdate: '2027-03-18', helpPack: HELP_UK };

/** Every list of things with an id, wherever it stands in the settings, with the way to it. */
function listsWithIds(value: unknown, at = 'settings'): { at: string; ids: string[] }[] {
	if (Array.isArray(value)) {
		const ids = value.flatMap((item: unknown) =>
			typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : []
		);
		return [{ at, ids }, ...value.flatMap((item, index) => listsWithIds(item, `${at}[${String(index)}]`))];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => listsWithIds(inner, `${at}.${key}`));
}

function everyString(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(everyString);
}

describe('the standard template', () => {
	test('is settings a summit accepts, unchanged by parsing', () => {
		const template = standardTemplate(given);
		expect(Settings.parse(template)).toEqual(template);
	});

	test('has four stations, in the order groups know them', () => {
		expect(standardTemplate(given).stations.map(({ id, kind }) => [id, kind])).toEqual([
			['neighbourhood', 'map'],
			['school', 'map'],
			['platforms', 'platforms'],
			['friendships', 'friendships']
		]);
	});

	test('ids are unique within every list', () => {
		for (const { at, ids } of listsWithIds(standardTemplate(given)))
			expect({ at, ids: [...new Set(ids)] }).toEqual({ at, ids });
	});

	test('every station asks for something good, then a worry, then an idea; help-seeking comes last', () => {
		const order = ['positive', 'concern', 'idea', 'help'];
		for (const station of standardTemplate(given).stations) {
			const purposes = station.steps.map((step) => order.indexOf(step.purpose));
			expect(purposes).toEqual(purposes.toSorted((a, b) => a - b));
			expect(purposes).toEqual(expect.arrayContaining([0, 1, 2]));
		}
	});

	test('S11: only the school map is a school plan, and its toilets and changing rooms take no pins', () => {
		const maps = standardTemplate(given).stations.filter((station) => station.kind === 'map');
		expect(maps.map(({ id, map }) => [id, map.school])).toEqual([
			['neighbourhood', false],
			['school', true]
		]);
		const rooms = maps.flatMap(({ places }) => places).filter(({ name }) => /toilet|chang/i.test(name));
		expect(rooms.length).toBeGreaterThan(0);
		expect(rooms.every(({ noPins, box }) => noPins && box)).toBe(true);
	});

	test('Years 7–8 are offered kinds of app, and enough of them', () => {
		const station = standardTemplate(given).stations.find((found) => found.kind === 'platforms');
		const youngest = station?.platforms.filter(({ bands }) => bands.includes('7-8')) ?? [];
		expect(youngest.length).toBeGreaterThanOrEqual(station?.offered ?? Infinity);
		expect(youngest.every(({ name }) => !/snap|tiktok|insta|whats|roblox|discord|youtube|teams/i.test(name))).toBe(
			true
		);
	});

	test('S14: what only the hosts can decide is left open', () => {
		const { quietRoom, alternative, helpPack } = standardTemplate({ date: given.date, nextUpdate: given.nextUpdate });
		expect({ quietRoom, alternative, helpPack }).toEqual({ quietRoom: '', alternative: '', helpPack: null });
	});

	test('S5: every signpost says when it was checked', () => {
		expect(HELP_UK.entries.every(({ verifiedOn }) => verifiedOn === null)).toBe(true);
	});

	test('the tone is calm, and students never read the words they should not', () => {
		const template = standardTemplate(given);
		expect(everyString(template).filter((words) => words.includes('!'))).toEqual([]);
		const students = [template.stations, template.promises, template.agreement, template.helpPack, template.themes];
		expect(
			everyString(students).filter((words) => /disclos|hotspot|\bgangs?\b|perpetrator|victim/i.test(words))
		).toEqual([]);
	});

	test('icons come from the list the screens draw', () => {
		const drawn = new Set(
			(
				'lighting people traffic hidden groups adults harassment discrimination transport upkeep helper clock sun moon ' +
				'weekend school alone friends family mixed-company chat video game ai world no-name adult-reads place shield'
			).split(' ')
		);
		const used = JSON.stringify(standardTemplate(given)).matchAll(/"icon":"([^"]+)"/g);
		expect([...used].map(([, icon]) => icon).filter((icon) => icon === undefined || !drawn.has(icon))).toEqual([]);
	});

	test('editing one summit never reaches another', () => {
		const first = standardTemplate(given);
		first.themes.length = 0;
		first.helpPack?.entries.splice(0);
		expect(standardTemplate(given).themes.length).toBeGreaterThan(20);
		expect(standardTemplate(given).helpPack?.entries.length).toBeGreaterThan(4);
	});
});
