/**
 * The one cleaning of a whole message, at the door: every text in it, at any place. Keys are the kit's own and are checked
 * by the schemas.
 */
import { cleanText } from '../summit/clean-text.ts';

/** Levels a message may have: more than any schema asks for, and far fewer than would be too many to walk. */
const DEEPEST = 16;

/** What lies deeper than any schema goes is left out, so that the schema refuses it (L7). */
export function cleanDeep(value: unknown, depth = 0): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (value === null || typeof value !== 'object') return value;
	if (depth > DEEPEST) return undefined;
	if (Array.isArray(value)) return value.map((inner) => cleanDeep(inner, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanDeep(inner, depth + 1)]));
}
