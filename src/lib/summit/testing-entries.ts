/** What a card writes and answers in a day by lot: texts, pins no two of which are alike, painted areas, named places, times of day. */
import { writeArea } from './grid.ts';
import type { Entry } from './stations/entries.ts';
import type { StationSettings, Step } from './stations/settings.ts';
import type { Actor } from './subject.ts';
import { HOST_DEPUTY, HOST_LEAD, NORTH_LEAD, mark } from './testing.ts';
import type { Press } from './testing-day.ts';

/** How student texts begin, and the leads that text names. */
export const TEXTS: readonly (readonly [string, readonly Actor[]])[] = [
	['the lights are broken', []],
	['more buses 😀 please', []],
	['ring me on 07700 900123', []],
	['stupid bins', []],
	['it hurts me at home', []],
	['Mr Patel shouts', [HOST_LEAD]],
	["mrs o'brien and mr okafor", [HOST_DEPUTY, NORTH_LEAD]],
	['miss smith is kind', []]
];

export function entryFor(given: {
	step: Step;
	settings: StationSettings | undefined;
	press: Press;
	counter: number;
}): Entry {
	const { step, settings, counter } = given;
	const { on, also } = given.press;
	const pick = (list: readonly { id: string }[]) => list[also % Math.max(1, list.length)]?.id ?? 'none';
	const feeling = (['safe', 'mixed', 'unsafe'] as const)[on % 3] ?? 'safe';
	const at = (spread: number): number => Number(`0.${String(spread)}777${String(counter % 1000).padStart(3, '0')}1`);
	switch (step.type) {
		case 'marks': {
			if (settings?.kind !== 'map') return { type: 'words' };
			const pin: [number, number] = [at(also % 2), at(2 + (on % 2))];
			const marked = mark(
				also % 4 === 0 ? pick(settings.places) : pin,
				feeling,
				also % 3 === 0 ? [pick(settings.why)] : []
			);
			const painted = also % 5 === 1 ? { at: null, place: null, area: writeArea([on % 1024, also % 1024]) } : {};
			return { ...marked, when: on % 2 === 0 ? [pick(settings.when)] : [], ...painted };
		}
		case 'ratings':
			if (settings?.kind !== 'platforms') return { type: 'words' };
			return { type: 'rating', platform: pick(settings.platforms.slice(0, 3)), rating: feeling, reasons: [] };
		case 'sorting':
			if (settings?.kind !== 'friendships') return { type: 'words' };
			return { type: 'sort', card: pick(settings[step.set].slice(0, 3)), pile: feeling };
		case 'choices':
			return { type: 'choices', choices: [pick(step.choices)] };
		case 'words':
			return { type: 'words' };
	}
}
