/**
 * A small language for what people say, so that lists of it can be read aloud. A pattern is matched against a reading of
 * `spelling.ts`: single spaces, lower case, ` . ` between sentences.
 *
 * - `hit me` — these words, one after another
 * - `(hit|slap) me` — one of these
 * - `[really] hurt` — with or without
 * - `touch*` — any ending
 * - `hit ~ hard` — up to three words between; `~~` up to seven; never across the end of a sentence
 * - `<kin> hit me` — one of a class, given beside the patterns
 */

/** One expression for all `patterns`; a class may use classes that stand before it. */
export function phrases(patterns: readonly string[], classes: Readonly<Record<string, string>> = {}): RegExp {
	const parts = new Map<string, string>();
	const compiled = (pattern: string): string =>
		pattern
			// What may or may not follow at the very end decides nothing.
			.replace(/(?: ~| \([^()]*\)\?| \[[^\]]*\])+$/u, '')
			.replace(/<(\w+)>/gu, (_, name: string) => {
				const part = parts.get(name);
				if (part === undefined) throw new Error(`A pattern uses a class there is not: ${name}`);
				return part;
			})
			.replace(/\[([^\]]+)\] /gu, '(?:(?:$1) )?')
			.replace(/\((?!\?)/gu, '(?:')
			.replace(/(?<= |^)~~ /gu, '(?:[\\p{L}\\p{N}*]+ ){0,7}?')
			.replace(/(?<= |^)~ /gu, '(?:[\\p{L}\\p{N}*]+ ){0,3}?')
			.replace(/(?<=\p{L})\*/gu, '\\p{L}*');
	for (const [name, pattern] of Object.entries(classes)) parts.set(name, `(?:${compiled(pattern)})`);
	return new RegExp(` (?:${plainLetters(patterns.map(compiled).join('|'))})(?= )`, 'u');
}

/** A reading has plain letters and figures where a word of these lists could be, and all of Unicode takes long to get ready. */
function plainLetters(source: string): string {
	return source
		.replace(/\[[^\]]*\]/gu, (set) => set.replaceAll('\\p{L}', 'a-z').replaceAll('\\p{N}', '0-9'))
		.replaceAll('\\p{L}', '[a-z]')
		.replaceAll('\\p{N}', '[0-9]');
}
