/**
 * First names that people have: a list of our own (`first-names.txt`), and what a published list adds to it
 * (`given-names.txt`); and surnames that are often said alone. Lower case, without accents and apostrophes. Whether a
 * name is also an everyday word ("Will", "Hope") is for `names.ts` to find out.
 */
import own from './first-names.txt?raw';
import given from './given-names.txt?raw';
import surnames from './surnames.txt?raw';

const listed = (text: string): string[] =>
	text
		.replace(/^#.*$/gmu, '')
		.split(/\s+/u)
		.filter((name) => name !== '');

export const FIRST_NAMES: ReadonlySet<string> = new Set([...listed(own), ...listed(given)]);
export const SURNAMES: ReadonlySet<string> = new Set(listed(surnames));
