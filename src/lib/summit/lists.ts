/**
 * Words a safeguarding lead adds to the kit's own lists while the summit runs: people known here by another name, words
 * meant to hurt, ways of telling of harm, and words that are never marked as a name or as abuse. They hold for texts that
 * come afterwards (S4). They may be people's names: in the log they are sealed under the worries' key, and leads alone see
 * them; who changed which list, when, and by how many words stays readable (S12).
 */
import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { refuse } from './refusals.ts';
import { Id, done } from './subject.ts';
import type { Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

/** What is never marked cannot hide a titled adult, contact details or a disclosure: those outrank it (S7). */
export const LISTS = ['names', 'abuse', 'disclosure', 'never'] as const;
export type ListName = (typeof LISTS)[number];

/** Words or phrases a list holds at most. */
export const LIST_FULL = 300;

export interface WordList {
	/** As they were typed, in the order they came. */
	entries: readonly string[];
	at: number | null;
	by: string | null;
}
export type Lists = Record<ListName, WordList>;

const Entry = z
	.string()
	.max(200)
	.transform((text) => cleanText(text).replace(/\s+/gu, ' '))
	.pipe(
		z
			.string()
			.min(2)
			.max(60)
			.regex(/[\p{L}\p{N}]/u)
	);
export const ListsCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('lists:edit'),
		list: z.enum(LISTS),
		add: z.array(Entry).max(100),
		remove: z.array(Entry).max(100)
	})
] as const;
export type ListsCommand = z.infer<(typeof ListsCommands)[number]>;

export interface ListsEvent {
	type: 'lists:edited';
	list: ListName;
	/** How many; the words themselves are in the secret. */
	added: number;
	removed: number;
	secret: { add: string[]; remove: string[] } | null;
}

export function createLists(): Lists {
	const empty = (): WordList => ({ entries: [], at: null, by: null });
	return { names: empty(), abuse: empty(), disclosure: empty(), never: empty() };
}

/** Two spellings of one entry: capitals and accents apart they are the same. */
export function sameEntry(entry: string): string {
	return entry.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Adds what is not there and removes what is; what is already so is left out. Refuses an edit that would change nothing. */
export function decideLists(summit: Summit, command: ListsCommand): Decision<ListsEvent> {
	if (summit.setup.closedAt !== null) return refuse('summit_closed');
	const { entries } = summit.lists[command.list];
	const known = new Set(entries.map(sameEntry));
	const fresh = new Map(command.add.map((entry) => [sameEntry(entry), entry]));
	const gone = new Set(command.remove.map(sameEntry));
	const remove = entries.filter((entry) => gone.has(sameEntry(entry)) && !fresh.has(sameEntry(entry)));
	const add = [...fresh].filter(([key]) => !known.has(key)).map(([, entry]) => entry);
	if (add.length + remove.length === 0) return refuse('already_so');
	if (entries.length - remove.length + add.length > LIST_FULL) return refuse('list_full');
	return done({
		type: 'lists:edited',
		list: command.list,
		added: add.length,
		removed: remove.length,
		secret: { add, remove }
	});
}

export function evolveLists(lists: Lists, event: Logged<ListsEvent>): void {
	const { entries } = lists[event.list];
	const gone = new Set(event.secret?.remove ?? []);
	const left = entries.filter((entry) => !gone.has(entry));
	lists[event.list] = { entries: [...left, ...(event.secret?.add ?? [])], at: event.at, by: event.actor };
}
