/** From a station's form to the command that saves it. */
import { StationSettings } from '../../summit/stations/settings.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import { problemsIn } from './problems.ts';
import { withoutBlanks } from './same.ts';
import type { Checked } from './section.svelte.ts';

/** The `setup:station` for a draft, or what is wrong with it. Optional texts left blank are left out. */
export function stationCheck(draft: StationSettings, row: SetupRow): Checked {
	const checked = StationSettings.safeParse(withoutBlanks(draft));
	if (!checked.success) return { ok: false, problems: problemsIn(checked.error) };
	return { ok: true, body: { type: 'setup:station', seen: row.version, station: checked.data } };
}
