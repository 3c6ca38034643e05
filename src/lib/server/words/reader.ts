/**
 * What a text seems to hold, so that it can be held and marked before an adult reads it (S4), and so that a disclosure
 * or a titled adult goes straight to safeguarding leads (S7). It never refuses, changes or scores a text. No mark means
 * nothing: a person reads everything. These lists never reach a browser.
 */
import type { Lists } from '../../summit/lists.ts';
import type { Mark } from '../../summit/subject.ts';
import { titledNames } from '../../summit/words.ts';
import { holdsAbuse } from './abuse.ts';
import { contactKinds } from './contacts.ts';
import type { ContactKind } from './contacts.ts';
import { holdsDisclosure } from './disclosure.ts';
import { isForeign } from './language.ts';
import { createNameFinder } from './names.ts';
import { createOwnLists } from './own-lists.ts';

/** After "sir" and "miss", what a phone takes for a name and a sentence with an apostrophe left out does not. */
const PRONOUNS = new Set(
	'walks we shes hes theyre were youre thats whats whos hates hated needs smells stinks looks teaches picks'.split(' ')
);

/** What is told apart in reading and testing; on the wire every kind of contact is one mark. */
export type Kind = Exclude<Mark, 'contact'> | ContactKind;

export interface ReaderParts {
	/** The summit's own names for places, schools and platforms, which are not people. */
	known: readonly string[];
	/** What its leads added to the kit's lists. */
	lists?: Lists;
}

/** Every kind a text seems to hold, each at most once, always in the same order. */
export function createKindsReader({ known, lists }: ReaderParts): (text: string) => Kind[] {
	const holdsName = createNameFinder(known);
	const own = createOwnLists(lists ?? null);
	return (written) => {
		// Longer than any word or address: cut, so that no pattern has to walk thousands of letters again and again.
		const text = written.replace(/\S{80}(?=\S)/gu, '$& ');
		const said = own.without(text);
		const kinds: Kind[] = [];
		const foreign = isForeign(text);
		if (holdsName(said, foreign) || own.names(text)) kinds.push('name');
		kinds.push(...contactKinds(text));
		if (titledNames(text).some((name) => !PRONOUNS.has(name.toLowerCase()))) kinds.push('title');
		if (holdsAbuse(said) || own.abuse(text)) kinds.push('abuse');
		if (holdsDisclosure(text) || own.disclosure(text)) kinds.push('disclosure');
		if (foreign) kinds.push('language');
		return kinds;
	};
}

const MARK_OF: Record<Kind, Mark> = {
	...{ name: 'name', title: 'title', abuse: 'abuse', disclosure: 'disclosure', language: 'language' },
	...{ phone: 'contact', email: 'contact', link: 'contact', handle: 'contact', postcode: 'contact', address: 'contact' }
};

/** The same as marks, for the queue. */
export function createReader(parts: ReaderParts): (text: string) => Mark[] {
	const kindsIn = createKindsReader(parts);
	return (text) => [...new Set(kindsIn(text).map((kind) => MARK_OF[kind]))];
}
