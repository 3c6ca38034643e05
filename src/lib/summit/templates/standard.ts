/**
 * The standard half-day summit: four stations, the UK's words, a cautious start for everything that can be set.
 *
 * Pure data. Dates come from the caller, and each call hands out fresh objects, so that editing one summit can never
 * reach the template or another summit. What only the hosts can know (the quiet room, who is reached when no lead can be)
 * is left empty, because doors stay shut until somebody has decided it (S14).
 */
import type { HelpPack, Settings } from '../stations/settings.ts';
import { ACTIONS } from './actions.ts';
import { AGREEMENT, FOOTNOTE, PROMISES, WELFARE } from './agreement.ts';
import { FRIENDSHIPS } from './friendships.ts';
import { NEIGHBOURHOOD } from './neighbourhood.ts';
import { PLATFORMS } from './platforms.ts';
import { SCHOOL } from './school.ts';
import { THEMES } from './themes.ts';

/**
 * `date` is the day of the summit and `nextUpdate` the day students hear next, both `YYYY-MM-DD`. `helpPack` is left out
 * until somebody has chosen one for the country (S14).
 */
export function standardTemplate(given: { date: string; nextUpdate: string; helpPack?: HelpPack }): Settings {
	return structuredClone({
		name: 'Student Safety Summit',
		date: given.date,
		place: '',
		schools: [{ id: 'host', name: 'Host school' }],
		bands: ['7-8', '9-11', '12-13'],
		stations: [NEIGHBOURHOOD, SCHOOL, PLATFORMS, FRIENDSHIPS],
		themes: THEMES,
		actions: ACTIONS,
		agreement: AGREEMENT,
		welfare: WELFARE,
		promises: PROMISES,
		helpPack: given.helpPack ?? null,
		quietRoom: '',
		threshold: 5,
		alternative: '',
		allegations: [],
		nextUpdate: given.nextUpdate,
		retention: { afterSignOff: 30, afterEvent: 90 },
		footnote: FOOTNOTE
	});
}
