/**
 * The audit log (S12): from an event to a line that says who did what, when, on what and for which coded reason, for one
 * viewer. No line holds a student's words or an adult's free note; a card's name is told to safeguarding leads alone. A line
 * about a worry is only for who may read that worry (S7): for everybody else it is not there, and lines carry no numbers.
 */
import { cardName } from './card-names.ts';
import { nameOf } from './people.ts';
import type { Person } from './people.ts';
import type { Logged } from './subject.ts';
import type { Event, Summit } from './summit.ts';
import { mayKnowOfTrace } from './traces.ts';
import { readersOf } from './worry-readers.ts';
import { worryOfItem } from './worries.ts';
import type { AlertStage } from './worry-alerts.ts';
import type { WorryState } from './worries.ts';

export const AUDIT_KINDS = ['words', 'worries', 'people', 'room', 'plan', 'set-up', 'data'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditLine {
	at: number;
	/** The person's id; `kit` for what the kit did by itself. */
	by: string;
	who: string;
	role: string;
	kind: AuditKind;
	what: string;
	/** A station's, theme's, school's or person's name; empty where there is nothing to name. */
	on: string;
	/** A code, never free words. */
	reason: string;
}

type Told = Pick<AuditLine, 'kind' | 'what'> & { on?: string | undefined; reason?: string | null | undefined };

const WORRY_STEPS: Record<WorryState, string> = {
	new: 'Marked a worry as new',
	seen: 'Opened a worry',
	with: 'Said that an adult is with the child',
	missing: 'Said that the child cannot be found',
	recorded: 'Recorded a worry in the school’s own system',
	closed: 'Closed a worry'
};

const ALERTS: Record<AlertStage, string> = {
	deputies: 'Called the deputies: a worry was unopened',
	call: 'Asked every console to call a safeguarding lead'
};

/** Null where there is no line, or none for this viewer. */
export function auditLine(summit: Summit, event: Logged<Event>, viewer: Pick<Person, 'id' | 'role'>): AuditLine | null {
	if (!mayKnow(summit, event, viewer)) return null;
	const told = telling(summit, event, viewer.role === 'lead');
	if (told === null) return null;
	const [role = '', by = ''] = event.actor.split(':');
	const person = summit.people.list.get(by);
	const who = person ? { who: person.name, role: person.role } : { who: 'The kit', role };
	const { kind, what, on = '', reason } = told;
	return { at: event.at, by, ...who, kind, what, on, reason: reason ?? '' };
}

/** S7: asked of every event that names a worry, whatever it is. */
function mayKnow(summit: Summit, event: Logged<Event>, viewer: Pick<Person, 'id' | 'role'>): boolean {
	const lead = viewer.role === 'lead';
	const worry = 'worry' in event ? event.worry : null;
	if (worry !== null) return readers(summit, worry, lead ? viewer.id : null).includes(viewer.id);
	if (event.type === 'lists:edited') return lead;
	const { frozen } = summit.retention;
	if (event.type === 'cards:traced' || event.type === 'cards:untraced') {
		const known = frozen?.traces?.[event.trace];
		return lead && (known ? known.includes(viewer.id) : mayKnowOfTrace(summit, event.card, viewer.id));
	}
	if (!('item' in event) || event.item === null || event.item === undefined) return true;
	const about = worryOfItem(summit, event.item);
	if (about) return readersOf(summit, about).includes(viewer.id);
	// S13: of a text that was erased, whom it was for is what was frozen of it.
	const known = frozen?.items?.[event.item];
	if (known) return known.includes(viewer.id);
	// Words that came late, and which texts are held, are for leads alone.
	return lead || !(event.type === 'retention:held' || event.type === 'retention:let-go' || isLate(summit, event.item));
}

/** Of a worry that is there, or that was erased. One that was taken back at once had gone back to the queue, for every lead. */
function readers(summit: Summit, id: string, lead: string | null): readonly string[] {
	const worry = summit.worries.list.get(id);
	if (worry) return readersOf(summit, worry);
	const { frozen } = summit.retention;
	if (frozen) return frozen.readers[id] ?? [];
	return lead === null ? [] : [lead];
}

function isLate({ queue }: Summit, item: string): boolean {
	return queue.items.get(item)?.late ?? false;
}

function telling(summit: Summit, event: Logged<Event>, lead: boolean): Told | null {
	const station = (id: string): string => summit.stations.get(id)?.settings.title ?? '';
	const ofItem = (id: string): string => station(summit.queue.items.get(id)?.station ?? '');
	const theme = (id: string): string => summit.ideas.themes.get(id)?.name ?? '';
	const ofAction = (id: string): string => theme(summit.plan.actions.get(id)?.theme ?? '');
	const person = (id: string): string => nameOf(summit, id) ?? '';
	const card = (id: string): string => {
		const found = summit.cards.list.get(id);
		return lead && found ? cardName(found.name) : 'A card';
	};
	switch (event.type) {
		case 'summit:created':
			return { kind: 'set-up', what: 'Made the summit' };
		case 'setup:edited':
			return { kind: 'set-up', what: 'Changed the set-up', on: Object.keys(event.change).join(', ') };
		case 'setup:station-edited':
			return { kind: 'set-up', what: 'Changed a station', on: event.station.title };
		case 'welfare:was-read':
			return { kind: 'room', what: 'Said that the welfare statement was read aloud', on: event.by };
		case 'summit:cleared':
			return { kind: 'room', what: 'Said that the room is clear to leave' };
		case 'summit:closed':
			return { kind: 'room', what: 'Closed the summit' };
		case 'people:joined':
			return { kind: 'people', what: 'Somebody took a part', on: `${event.name}, ${event.role}`, reason: event.school };
		case 'people:revoked':
			return { kind: 'people', what: 'Ended a part', on: person(event.person) };
		case 'people:returned':
			return { kind: 'people', what: 'An owner came back by their link', on: person(event.person) };
		case 'people:tested':
			return { kind: 'people', what: 'Sent a test alert to the safeguarding leads' };
		case 'people:answered':
			return { kind: 'people', what: 'Answered a test alert' };
		case 'doors:opened':
			return {
				kind: 'room',
				what: event.knock ? 'Set the doors to knock' : 'Opened the doors',
				reason: event.closedWifi ? 'closed-wifi' : ''
			};
		case 'doors:admitted':
			return { kind: 'room', what: 'Let in whoever knocked', on: String(event.cards.length) };
		case 'doors:closed':
			return { kind: 'room', what: 'Closed the doors' };
		case 'doors:renewed':
			return { kind: 'room', what: 'Made a new code' };
		case 'cards:removed':
			return { kind: 'people', what: 'Stopped a card', on: card(event.card) };
		case 'cards:restored':
			return { kind: 'people', what: 'Took a card back in', on: card(event.card) };
		case 'cards:wiped':
			return { kind: 'people', what: 'Cleared a card’s drawing', on: card(event.card) };
		case 'cards:unwiped':
			return { kind: 'people', what: 'Brought a card’s drawing back', on: card(event.card) };
		case 'cards:traced':
			return {
				kind: 'worries',
				what: `Traced a card for ${event.requester}`,
				on: card(event.card),
				reason: event.reason
			};
		case 'cards:untraced':
			return { kind: 'worries', what: 'Closed a trace', on: card(event.card) };
		case 'controls:paused':
			return { kind: 'room', what: 'Paused everything' };
		case 'controls:resumed':
			return { kind: 'room', what: 'Let everything go on' };
		case 'controls:blanked':
			return { kind: 'room', what: 'Blanked the walls' };
		case 'controls:unblanked':
			return { kind: 'room', what: 'Showed the walls again' };
		case 'station:opened':
			return { kind: 'room', what: 'Opened a station', on: station(event.station) };
		case 'station:paused':
			return { kind: 'room', what: 'Froze a station', on: station(event.station) };
		case 'station:resumed':
			return { kind: 'room', what: 'Let a station go on', on: station(event.station) };
		case 'station:closed':
			return { kind: 'room', what: 'Closed a station', on: station(event.station) };
		case 'station:extended':
			return { kind: 'room', what: 'Gave a station more time', on: station(event.station) };
		case 'station:revealed':
			return { kind: 'room', what: 'Showed a station’s picture on the wall', on: station(event.station) };
		case 'station:hidden':
			return { kind: 'room', what: 'Took a station’s picture off the wall', on: station(event.station) };
		case 'words:decided': {
			const ways = { show: 'Showed words', cover: 'Covered words and showed them', keep: 'Kept words back' } as const;
			return { kind: 'words', what: ways[event.way], on: ofItem(event.item), reason: event.reason };
		}
		case 'words:passed':
			return { kind: 'worries', what: 'Passed words on to the safeguarding leads', on: ofItem(event.item) };
		case 'words:undone':
			return { kind: 'words', what: 'Took a decision on words back', on: ofItem(event.item) };
		case 'worry:moved': {
			return { kind: 'worries', what: WORRY_STEPS[event.to], reason: event.to };
		}
		case 'worry:recorded':
			return { kind: 'worries', what: WORRY_STEPS.recorded };
		case 'worry:excluded':
			return { kind: 'worries', what: 'Kept a worry from somebody', on: person(event.person), reason: event.reason };
		case 'worry:included':
			return { kind: 'worries', what: 'Gave a worry back to somebody', on: person(event.person) };
		case 'worry:sheet-taken':
			return { kind: 'worries', what: 'Took a hand-off sheet' };
		case 'worry:alerted':
			return { kind: 'worries', what: ALERTS[event.stage] };
		case 'lists:edited':
			return { kind: 'words', what: 'Changed a word list', on: `${event.list}: +${event.added}, −${event.removed}` };
		case 'theme:added':
			return { kind: 'plan', what: 'Added a theme', on: event.name };
		case 'theme:renamed':
			return { kind: 'plan', what: 'Renamed a theme', on: `${event.before} → ${event.name}` };
		case 'theme:merged':
			return { kind: 'plan', what: 'Merged a theme into another', on: `${theme(event.theme)} → ${theme(event.into)}` };
		case 'idea:placed':
			return {
				kind: 'plan',
				what: 'Put approved words into a theme',
				on: event.theme === null ? '' : theme(event.theme)
			};
		case 'idea:merged':
			return { kind: 'plan', what: 'Made one idea of approved words', on: theme(event.theme) };
		case 'idea:reworded':
			return { kind: 'plan', what: 'Reworded an idea', on: theme(summit.ideas.merged.get(event.idea)?.theme ?? '') };
		case 'idea:dropped':
			return { kind: 'plan', what: 'Dropped an idea' };
		case 'backing:opened':
			return { kind: 'plan', what: 'Put ideas to the students' };
		case 'backing:closed':
			return { kind: 'plan', what: 'Ended the choosing of ideas' };
		case 'theme:answered':
			return { kind: 'plan', what: 'Answered a theme', on: theme(event.theme), reason: event.answer };
		case 'action:added':
			return { kind: 'plan', what: 'Added an action', on: theme(event.theme) };
		case 'action:edited':
			return { kind: 'plan', what: 'Changed an action', on: ofAction(event.action) };
		case 'action:dropped':
			return { kind: 'plan', what: 'Dropped an action' };
		case 'action:progressed':
			return { kind: 'plan', what: 'Said how far an action is', on: ofAction(event.action), reason: event.progress };
		case 'owner:asked':
			return { kind: 'plan', what: 'Asked an action’s owner', on: ofAction(event.action) };
		case 'owner:unasked':
			return { kind: 'plan', what: 'Took an owner’s link back', on: ofAction(event.action) };
		case 'owner:answered':
			return { kind: 'plan', what: 'Answered as an action’s owner', on: ofAction(event.action), reason: event.answer };
		case 'owner:redated':
			return { kind: 'plan', what: 'Asked for another date', on: `${ofAction(event.action)}: ${event.date}` };
		case 'plan:submitted':
			return { kind: 'plan', what: 'Sent the plan for review' };
		case 'plan:sent-back':
			return { kind: 'plan', what: 'Sent the plan back' };
		case 'plan:signed':
			return { kind: 'plan', what: 'Signed the plan off' };
		case 'marks:exported':
			return { kind: 'data', what: 'Took single marks out as a file', on: station(event.station) };
		case 'audit:exported':
			return { kind: 'data', what: 'Took this log out as a file' };
		case 'retention:held':
			return {
				kind: 'data',
				what: 'Kept one text beyond the erasure',
				on: `until ${event.until}`,
				reason: event.reason
			};
		case 'retention:let-go':
			return { kind: 'data', what: 'Let a held text go' };
		case 'retention:ordered':
			return { kind: 'data', what: 'Ordered the erasure before its time', reason: event.reason };
		case 'retention:warned':
			return { kind: 'data', what: 'Announced the erasure', on: `${String(event.stage)} days before` };
		case 'summit:distilled':
			return { kind: 'data', what: 'Began to erase students’ words and positions' };
		case 'retention:stalled':
			return { kind: 'data', what: 'Waited to erase: something was reading the database' };
		case 'retention:erased':
			return { kind: 'data', what: 'Erased students’ words and positions' };
		// What students and the kit's clockwork do; and reading, which decides nothing.
		case 'people:unreached':
		case 'cards:joined':
		case 'cards:agreed':
		case 'station:contributed':
		case 'station:withdrawn':
		case 'station:released':
		case 'words:taken':
		case 'words:settled':
		case 'talk:asked':
		case 'backing:given':
		case 'summit:redacted':
		case 'event:erased':
			return null;
	}
}
