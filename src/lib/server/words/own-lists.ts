/**
 * The words a summit's leads added to the kit's own (S4): found as whole words, however they are spelled, by the same
 * readings as everything else. What is never marked is taken out before names and abuse are looked for.
 */
import type { Lists } from '../../summit/lists.ts';
import { readings } from './spelling.ts';

export interface OwnLists {
	names(text: string): boolean;
	abuse(text: string): boolean;
	disclosure(text: string): boolean;
	/** The text without what is never marked. */
	without(text: string): string;
}

export function createOwnLists(lists: Lists | null): OwnLists {
	const none = (): boolean => false;
	if (lists === null) return { names: none, abuse: none, disclosure: none, without: (text) => text };
	const never = lists.never.entries.map(asWritten);
	const hidden =
		never.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${never.join('|')})(?![\\p{L}\\p{N}])`, 'giu') : null;
	return {
		names: finder(lists.names.entries),
		abuse: finder(lists.abuse.entries),
		disclosure: finder(lists.disclosure.entries),
		without: (text) =>
			hidden === null ? text : text.normalize('NFC').replace(hidden, (found) => '·'.repeat(found.length))
	};
}

function finder(entries: readonly string[]): (text: string) => boolean {
	const said = new Set(entries.flatMap(readings).map((reading) => reading.trim()));
	said.delete('');
	if (said.size === 0) return () => false;
	const whole = new RegExp(` (?:${[...said].map(escaped).join('|')})s?(?= )`, 'u');
	return (text) => readings(text).some((reading) => whole.test(reading));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
const asWritten = (entry: string): string => escaped(entry.normalize('NFC')).replace(/\s+/gu, '\\s+');
