/** How a summit begins: the first decision of a log, and the empty state that the log's first event makes. */
import { createLists } from './lists.ts';
import { createSetup } from './setup.ts';
import { createStation } from './stations.ts';
import type { Context, Decision } from './subject.ts';
import type { Command, Event, LoggedEvent, Summit } from './summit.ts';

/** The first decision of a log: a summit out of a template. */
export function createSummit(command: Extract<Command, { type: 'summit:create' }>, context: Context): Decision<Event> {
	const { settings, rehearsal, person } = command;
	const themes = settings.themes.map((theme): Event => ({
		type: 'theme:added',
		theme: context.id(),
		name: theme.words
	}));
	return {
		ok: true,
		events: [
			{ type: 'summit:created', settings, rehearsal, seed: context.id() },
			{
				type: 'people:joined',
				person: person.id,
				name: person.name,
				role: 'facilitator',
				school: null,
				account: person.account
			},
			...themes
		]
	};
}

/** A summit out of the first event of its log. Anything else first means the log is not one of ours. */
export function foundSummit(id: string, event: LoggedEvent): Summit {
	if (event.type !== 'summit:created') throw new Error(`A log begins with summit:created, not ${event.type}`);
	return {
		id,
		seq: event.seq,
		setup: createSetup(event),
		people: { list: new Map() },
		doors: { open: false, knock: false, everOpened: false, code: null, key: null, closedWifi: false, version: 0 },
		cards: { list: new Map(), taken: new Set() },
		controls: { paused: false, pausedAt: null, blanked: false, version: 0, by: null, at: null },
		stations: new Map(event.settings.stations.map((settings) => [settings.id, createStation(settings)])),
		queue: { items: new Map(), pending: new Set(), pendingOf: new Map() },
		worries: { list: new Map() },
		lists: createLists(),
		traces: { open: new Map(), cards: new Map() },
		ideas: {
			themes: new Map(),
			placed: new Map(),
			merged: new Map(),
			asked: new Set(),
			backing: { status: 'before', ideas: [], picks: new Map(), version: 0, results: null, countedAt: null }
		},
		plan: { answers: new Map(), actions: new Map(), status: 'draft', version: 0, sentBack: null, signed: null },
		releases: { byStation: new Map(), before: new Map(), changed: new Map() },
		retention: {
			...{ signedAt: null, openedAt: null, ordered: null, warned: null, frozen: null, erasing: null },
			holds: new Map(),
			receipts: []
		}
	};
}
