/** The four lists in a safeguarding lead's words, and what was typed as the entries it makes. */
import { LIST_FULL, sameEntry } from '../../../summit/lists.ts';
import type { ListName } from '../../../summit/lists.ts';

export interface ListWords {
	title: string;
	/** What it does, in whole sentences. */
	about: string;
	label: string;
	empty: string;
}

export const LIST_WORDS: Record<ListName, ListWords> = {
	names: {
		title: 'People known here',
		about:
			'Nicknames, staff and local people whom the kit would not know as names. A text that holds one is marked “May name a person”.',
		label: 'Add people',
		empty: 'Nobody yet. The kit knows thousands of first names already.'
	},
	abuse: {
		title: 'Words meant to hurt',
		about: 'Local insults and new ones. A text that holds one is marked “Unkind words”.',
		label: 'Add words',
		empty: 'None yet. The kit has a list of its own.'
	},
	disclosure: {
		title: 'Ways of telling of harm',
		about:
			'Words or phrases that mean something has happened. A text that holds one goes straight to safeguarding leads, and to nobody else.',
		label: 'Add words or phrases',
		empty: 'None yet. The kit has a list of its own.'
	},
	never: {
		title: 'Never mark',
		about:
			'Places, shops and clubs that the kit takes for people, or words it takes for insults. They are not marked any more. What may tell of harm, contact details and names with a title are marked all the same.',
		label: 'Add words',
		empty: 'None yet. Places and platforms from your settings are known already.'
	}
};

const LEAST = 2;
const MOST = 60;

/** What was typed, one entry a line or between commas, each once; or what is wrong with it, in words. */
export function entriesIn(
	typed: string,
	known: readonly string[]
): { ok: true; add: string[] } | { ok: false; words: string } {
	const entries = typed
		.split(/[\n,;]+/u)
		.map((entry) => entry.replace(/\s+/gu, ' ').trim())
		.filter((entry) => entry !== '');
	if (entries.length === 0) return { ok: false, words: 'Type at least one word first.' };
	const short = entries.find((entry) => entry.length < LEAST || !/[\p{L}\p{N}]/u.test(entry));
	if (short !== undefined)
		return { ok: false, words: `“${short}” is too short: it would be found everywhere. Use two letters or more.` };
	const long = entries.find((entry) => entry.length > MOST);
	if (long !== undefined)
		return {
			ok: false,
			words: `“${long.slice(0, 20)}…” is longer than ${MOST} characters. Use the few words that matter.`
		};
	const had = new Set(known.map(sameEntry));
	const add = [...new Map(entries.map((entry) => [sameEntry(entry), entry])).values()].filter(
		(entry) => !had.has(sameEntry(entry))
	);
	if (add.length === 0)
		return {
			ok: false,
			words: entries.length === 1 ? 'That stands in the list already.' : 'Those stand in the list already.'
		};
	if (add.length > 100) return { ok: false, words: 'Add at most 100 at a time.' };
	if (known.length + add.length > LIST_FULL)
		return { ok: false, words: `A list holds at most ${LIST_FULL}. Take some out first.` };
	return { ok: true, add };
}

/** What happened, for the line that offers to undo it. */
export function doneWords({ add, remove }: { add: readonly string[]; remove: readonly string[] }): string {
	const [one] = [...add, ...remove];
	if (add.length + remove.length === 1)
		return add.length === 1 ? `“${one ?? ''}” was added.` : `“${one ?? ''}” was taken out.`;
	return add.length > 0 ? `${add.length} were added.` : `${remove.length} were taken out.`;
}
