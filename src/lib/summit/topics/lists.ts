/** The words a safeguarding lead added to the kit's lists, for leads alone: they may be people's names (S4, S7). */
import { LISTS } from '../lists.ts';
import { nameOf } from '../people.ts';
import type { Summit } from '../summit.ts';

export interface ListRow {
	entries: readonly string[];
	/** When it was last changed (ms since 1970), and by whom; null where nobody has. */
	at: number | null;
	by: string | null;
}
export interface ListsRows {
	names: ListRow;
	abuse: ListRow;
	disclosure: ListRow;
	never: ListRow;
}

export function listsKeys(): string[] {
	return [...LISTS];
}

export function listsRow(summit: Summit, key: string): ListRow | null {
	const name = LISTS.find((list) => list === key);
	if (!name) return null;
	const { entries, at, by } = summit.lists[name];
	return { entries, at, by: nameOf(summit, by) };
}
