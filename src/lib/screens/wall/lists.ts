/** Which lists a station's release fills beside its picture, in the order they take turns. Empty ones are left out. */
import type { ReleaseRow } from '../../summit/topics/room.ts';
import type { StationSettings } from '../../summit/stations/settings.ts';
import { feelingRows, pickRows } from './tally.ts';
import type { FeelingRow, Named, PickRow } from './tally.ts';

export type List = { id: string; title: string } & (
	{ kind: 'feelings'; rows: FeelingRow[] } | { kind: 'picks'; rows: PickRow[] }
);

interface Axis {
	axis: string;
	title: string;
	named: Named;
	other: string;
}

function axesOf(settings: StationSettings): Axis[] {
	switch (settings.kind) {
		case 'map': {
			const places = settings.places.map(({ id, name }) => ({ id, words: name }));
			return [
				{ axis: 'place', title: 'Places you named', named: places, other: 'Other named places' },
				{ axis: 'why', title: 'What makes it so', named: settings.why, other: 'Other reasons' },
				{ axis: 'when', title: 'When', named: settings.when, other: 'Other times' },
				{ axis: 'with', title: 'Who you are with', named: settings.with, other: 'Other company' }
			];
		}
		case 'platforms':
			return [{ axis: 'reason', title: 'What makes it so', named: settings.reasons, other: 'Other reasons' }];
		case 'friendships': {
			const stories = settings.stories.map(({ id, words }) => ({ id, words }));
			return [{ axis: 'stories', title: 'The stories', named: stories, other: 'Other stories' }];
		}
	}
}

export function listsOf(settings: StationSettings, release: Pick<ReleaseRow, 'points'> | null): List[] {
	// Why somebody does not use a platform is not why a place feels as it does.
	const points = (release?.points ?? []).filter(({ axis, answer }) => axis !== 'reason' || answer !== 'unused');
	const lists: List[] = axesOf(settings).map(({ title, ...axis }) => {
		return { id: axis.axis, title, kind: 'feelings', rows: feelingRows(points, axis) };
	});
	for (const step of settings.steps) {
		if (step.type !== 'choices') continue;
		const axis = { axis: `step:${step.id}`, named: step.choices, other: 'Other answers' };
		lists.push({ id: axis.axis, title: step.prompt, kind: 'picks', rows: pickRows(points, axis) });
	}
	return lists.filter(({ rows }) => rows.length > 0);
}
