/**
 * What a text seems to hold, so that it can be held and marked before an adult reads it (S4), and so that a disclosure
 * or a titled adult goes straight to safeguarding leads (S7). It never refuses, changes or scores a text. No mark means
 * nothing: a person reads everything. These lists never reach a browser.
 */
import type { Mark } from '../../summit/subject.ts';
import { contactMarks, titledNames } from '../../summit/words.ts';
import { holdsAbuse } from './abuse.ts';
import { holdsDisclosure } from './disclosure.ts';
import { createNameFinder } from './names.ts';

/**
 * `known` holds the summit's own names (places, schools, platforms), which are not people. The reader gives each mark at
 * most once, always in the same order. `language` (a text not in English, X2) is among them and no reading gives it yet.
 */
export function createReader({ known }: { known: readonly string[] }): (text: string) => Mark[] {
	const holdsName = createNameFinder(known);
	return (text) => {
		const marks: Mark[] = [];
		if (holdsName(text)) marks.push('name');
		if (contactMarks(text).length > 0) marks.push('contact');
		if (titledNames(text).length > 0) marks.push('title');
		if (holdsAbuse(text)) marks.push('abuse');
		if (holdsDisclosure(text)) marks.push('disclosure');
		return marks;
	};
}
