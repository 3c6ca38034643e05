/*
 * What a map says of itself: a name, whom it must name. Packages and services write it for web pages, with tags and
 * entities; here it becomes one line of plain text, without a character a page could take for markup.
 */
import { cleanText } from '../../summit/clean-text.ts';

const LONGEST = 200;
const ENTITIES: Readonly<Record<string, string>> = {
	copy: '©',
	amp: '&',
	nbsp: ' ',
	quot: '"',
	middot: '·',
	ndash: '–'
};

export function plainWords(text: string): string {
	const words = text
		.replace(/<[^>]*>/g, '')
		.replace(/&(#169|[a-z]{2,6});/gi, (entity, name: string) => (name === '#169' ? '©' : (ENTITIES[name] ?? entity)))
		.replace(/[<>]/g, '');
	return cleanText(cleanText(words).replace(/\s+/g, ' ').slice(0, LONGEST));
}
