/** From a form to the command that saves it: only what differs is sent, checked by the summit's own schemas. */
import { Settings } from '../../summit/stations/settings.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import { problemsIn } from './problems.ts';
import { textOf } from './same.ts';
import type { Checked } from './section.svelte.ts';

const Editable = Settings.omit({ stations: true }).partial();
export type Editable = Partial<Omit<Settings, 'stations'>>;

/** Parts that students lean on once doors have opened; the server refuses them from then on. */
export const FIXED_WORDS = 'Doors have opened, so this stays as students have seen it.';

/**
 * The `setup:edit` for what a form wants, or what is wrong with it. Parts that are as they were are left out, so that two
 * people editing different parts never undo each other.
 */
export function editOf(wanted: Editable, row: SetupRow): Checked {
	const kept: Editable = row.settings;
	const changed = Object.entries(wanted).filter(([key, value]) => {
		const before = Object.entries(kept).find(([name]) => name === key)?.[1];
		return textOf({ value }) !== textOf({ value: before });
	});
	const checked = Editable.safeParse(Object.fromEntries(changed));
	if (!checked.success) return { ok: false, problems: problemsIn(checked.error) };
	return { ok: true, body: { type: 'setup:edit', seen: row.version, change: checked.data } };
}
