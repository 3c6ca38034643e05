/** What the log's codes are called in front of people. The file that leaves the kit keeps the codes themselves (S12). */
import type { AuditLine } from '../../summit/audit.ts';
import { LISTS } from '../../summit/lists.ts';
import { PERSON_ROLES } from '../../summit/people.ts';
import type { School, Settings } from '../../summit/stations/settings.ts';
import { EXCLUDE_WORDS, STATE_WORDS, TRACE_WORDS } from '../../summit/worry-words.ts';
import { PROGRESS_WORDS } from '../../ui/progress.ts';
import { ERASE_WORDS, HOLD_WORDS } from '../data/words.ts';
import { ANSWER_WORDS, ASKED_WORDS } from '../plan/words.ts';
import { KEEP_WORDS } from '../queue/words.ts';
import { PARTS } from '../set-up/roles.ts';
import { LIST_WORDS } from '../worries/lists/words.ts';

const SETTINGS: Record<Exclude<keyof Settings, 'stations'>, string> = {
	name: 'name',
	date: 'day',
	place: 'place',
	schools: 'schools',
	bands: 'year bands',
	themes: 'themes',
	actions: 'suggested actions',
	agreement: 'agreement',
	welfare: 'welfare statement',
	promises: 'promises',
	helpPack: 'signposts to help',
	quietRoom: 'quiet room',
	threshold: 'small numbers',
	alternative: 'who to call otherwise',
	otherReader: 'who reads other languages',
	allegations: 'who receives allegations',
	nextUpdate: 'day of the next news',
	retention: 'how long words are kept',
	footnote: 'footnote'
};
const SETTING_WORDS = new Map<string, string>(Object.entries(SETTINGS));

const REASON_WORDS = new Map<string, string>([
	...Object.entries({ ...HOLD_WORDS, ...ERASE_WORDS, ...EXCLUDE_WORDS, ...TRACE_WORDS }),
	...Object.entries(KEEP_WORDS).map(([code, { words }]) => [code, words] as const),
	...Object.entries({ ...PROGRESS_WORDS, ...ANSWER_WORDS, accepted: ASKED_WORDS.accepted, cannot: ASKED_WORDS.cannot }),
	['closed-wifi', 'On a closed Wi-Fi'],
	// The line itself says where the worry stands now.
	...Object.keys(STATE_WORDS).map((state) => [state, ''] as const)
]);

/** What a line is about. */
export function onWords({ kind, on }: Pick<AuditLine, 'kind' | 'on'>): string {
	if (kind === 'set-up') {
		const parts = on.split(', ').map((part) => SETTING_WORDS.get(part));
		return parts.every((part) => part !== undefined) ? parts.join(', ') : on;
	}
	if (kind === 'people') {
		const role = PERSON_ROLES.find((one) => on.endsWith(`, ${one}`));
		return role ? `${on.slice(0, -role.length)}${PARTS[role].toLowerCase()}` : on;
	}
	if (kind === 'words') {
		const list = LISTS.find((one) => on.startsWith(`${one}: `));
		return list ? `${LIST_WORDS[list].title}${on.slice(list.length)}` : on;
	}
	return on;
}

/** A line's reason: in words, as a school's name, or the code itself where nothing else is known. */
export function reasonWords(
	{ kind, reason }: Pick<AuditLine, 'kind' | 'reason'>,
	schools: readonly Pick<School, 'id' | 'name'>[]
): string {
	if (kind === 'people') return schools.find(({ id }) => id === reason)?.name ?? reason;
	return REASON_WORDS.get(reason) ?? reason;
}
