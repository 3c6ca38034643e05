/**
 * First names that people have: a list of our own (`list-first-names.ts`), and what a published list adds to it
 * (`list-given-names.ts`); and surnames that are often said alone. Lower case, without accents and apostrophes. Whether a
 * name is also an everyday word ("Will", "Hope") is for `names.ts` to find out.
 */
import own from './list-first-names.ts';
import given from './list-given-names.ts';
import surnames from './list-surnames.ts';

const listed = (text: string): string[] =>
	text
		.replace(/^#.*$/gmu, '')
		.split(/\s+/u)
		.filter((name) => name !== '');

export const FIRST_NAMES: ReadonlySet<string> = new Set([...listed(own), ...listed(given)]);
export const SURNAMES: ReadonlySet<string> = new Set(listed(surnames));
