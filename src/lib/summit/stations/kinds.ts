/** The kinds of station there are. The rest of the summit knows stations only through this file. */
import { friendshipsKind } from './friendships.ts';
import type { Entry } from './entries.ts';
import type { Kind, Point } from './kind.ts';
import type { RefusalCode } from '../refusals.ts';
import { mapKind } from './map.ts';
import { platformsKind } from './platforms.ts';
import type { StationSettings, Step } from './settings.ts';

/** One station's kind, with its settings already given. */
export interface BoundKind {
	settle(step: Step, entry: Entry): Entry | RefusalCode;
	slot(step: Step, entry: Entry): string | null;
	points(step: Step, entry: Entry): Point[];
	readonly filtered: readonly string[];
	parent(axis: string, cell: string): string | null;
	about(entry: Entry): string | null;
}

function bind<S extends StationSettings>(kind: Kind<S>, settings: S): BoundKind {
	return {
		settle: (step, entry) => kind.settle(settings, step, entry),
		slot: (step, entry) => kind.slot(step, entry),
		points: (step, entry) => kind.points(settings, step, entry),
		filtered: kind.filtered,
		parent: (axis, cell) => kind.parent(axis, cell),
		about: (entry) => kind.about(settings, entry)
	};
}

export function kindOf(settings: StationSettings): BoundKind {
	switch (settings.kind) {
		case 'map':
			return bind(mapKind, settings);
		case 'platforms':
			return bind(platformsKind, settings);
		case 'friendships':
			return bind(friendshipsKind, settings);
	}
}

/** The step of a station by its id. */
export function stepOf({ settings }: { settings: StationSettings }, id: string): Step | undefined {
	return settings.steps.find((step) => step.id === id);
}
