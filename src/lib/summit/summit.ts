/**
 * The whole of one summit, composed of its subjects. `decide` never changes anything; `evolve` changes the state it owns
 * and never refuses. The log of events is the truth: folding it from the start gives this state again, exactly.
 */
import { z } from 'zod';
import { AuthorsCommands, decideAuthors } from './authors.ts';
import { CardsCommands, decideCards, evolveCards } from './cards.ts';
import type { Cards, CardsEvent } from './cards.ts';
import { ControlsCommands, decideControls, evolveControls } from './controls.ts';
import type { Controls, ControlsEvent } from './controls.ts';
import { DoorsCommands, closeDoors, decideDoors, evolveDoors } from './doors.ts';
import type { Doors, DoorsEvent } from './doors.ts';
import { DrawingCommands, decideDrawing, evolveDrawing } from './drawing.ts';
import type { DrawingEvent } from './drawing.ts';
import { ExportsCommands, decideExports } from './exports.ts';
import type { ExportsEvent } from './exports.ts';
import { IdeasCommands, decideIdeas, evolveIdeas } from './ideas.ts';
import type { Ideas, IdeasEvent } from './ideas.ts';
import { ListsCommands, decideLists, evolveLists } from './lists.ts';
import type { Lists, ListsEvent } from './lists.ts';
import { OwnersCommands, decideOwners, evolveOwners } from './owners.ts';
import type { OwnersEvent } from './owners.ts';
import { PeopleCommands, decidePeople, evolvePeople } from './people.ts';
import type { People, PeopleEvent } from './people.ts';
import { PlanCommands, decidePlan, evolvePlan } from './plan.ts';
import type { Plan, PlanEvent } from './plan.ts';
import { QueueCommands, decideQueue, evolveQueue } from './queue.ts';
import type { Queue, QueueEvent } from './queue.ts';
import { refuse } from './refusals.ts';
import { ReleasesCommands, decideReleases, evolveReleases } from './releases.ts';
import type { Releases, ReleasesEvent } from './releases.ts';
import { RetentionCommands, decideRetention, evolveRetention } from './retention.ts';
import type { Retention, RetentionEvent } from './retention.ts';
import { mayDo, receiverMayDo } from './roles.ts';
import { SetupCommands, decideSetup, evolveSetup } from './setup.ts';
import type { Setup, SetupEvent } from './setup.ts';
import { StationsCommands, createStation, decideStations, evolveStations, moveTimers } from './stations.ts';
import type { Stations, StationsEvent } from './stations.ts';
import type { Context, Decision, Logged } from './subject.ts';
import { TracesCommands, decideTraces, evolveTraces } from './traces.ts';
import type { Traces, TracesEvent } from './traces.ts';
import { WorriesCommands, decideWorries, evolveWorries } from './worries.ts';
import type { Worries, WorriesEvent } from './worries.ts';

export interface Summit {
	readonly id: string;
	/** Number of the last event folded in. */
	seq: number;
	setup: Setup;
	people: People;
	doors: Doors;
	cards: Cards;
	controls: Controls;
	stations: Stations;
	queue: Queue;
	worries: Worries;
	lists: Lists;
	traces: Traces;
	ideas: Ideas;
	plan: Plan;
	releases: Releases;
	retention: Retention;
}

export const Command = z.discriminatedUnion('type', [
	...SetupCommands,
	...PeopleCommands,
	...DoorsCommands,
	...CardsCommands,
	...DrawingCommands,
	...AuthorsCommands,
	...ControlsCommands,
	...StationsCommands,
	...QueueCommands,
	...WorriesCommands,
	...ListsCommands,
	...TracesCommands,
	...IdeasCommands,
	...PlanCommands,
	...OwnersCommands,
	...ReleasesCommands,
	...ExportsCommands,
	...RetentionCommands
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

export type Event =
	| SetupEvent
	| PeopleEvent
	| DoorsEvent
	| CardsEvent
	| DrawingEvent
	| ControlsEvent
	| StationsEvent
	| QueueEvent
	| WorriesEvent
	| ListsEvent
	| TracesEvent
	| IdeasEvent
	| PlanEvent
	| OwnersEvent
	| ReleasesEvent
	| ExportsEvent
	| RetentionEvent;

export type LoggedEvent = Logged<Event>;

/** Under which of a summit's two keys an event's `secret` is sealed; erasing one leaves the other readable. */
export function sealedAs(event: Event): 'words' | 'worries' {
	switch (event.type) {
		case 'talk:asked':
		case 'words:passed':
		case 'worry:recorded':
		case 'lists:edited':
		case 'worry:moved':
		case 'cards:traced':
		case 'retention:held':
			return 'worries';
		case 'station:contributed':
			return event.route === 'leads' ? 'worries' : 'words';
		default:
			return 'words';
	}
}

/** Done or refused; the state is only read. The part and its role are checked here, for every command (S7, L7). */
export function decide(summit: Summit, command: Command, context: Context): Decision<Event> {
	// A command may stand in the queue behind the one that took its sender's part away.
	const person = summit.people.list.get(context.actor.id);
	if (person && person.revokedAt !== null) return refuse('not_signed_in');
	if (!mayDo(context.actor.role, command.type)) return refuse('not_allowed');
	// S7: who receives allegations about staff has a lead's part and none of its other rights.
	if (person?.duty === 'receiver' && !receiverMayDo(command.type)) return refuse('not_allowed');
	switch (command.type) {
		case 'summit:create':
		case 'setup:edit':
		case 'setup:station':
		case 'welfare:read':
		case 'summit:clear':
		case 'summit:close':
			return decideSetup(summit, command, context);
		case 'people:join':
		case 'people:return':
		case 'people:revoke':
		case 'people:test':
		case 'people:answer':
		case 'people:unreached':
			return decidePeople(summit, command, context);
		case 'doors:open':
		case 'doors:knock':
		case 'doors:admit':
		case 'doors:close':
		case 'doors:renew':
			return decideDoors(summit, command, context);
		case 'cards:join':
		case 'cards:agree':
		case 'cards:remove':
		case 'cards:restore':
			return decideCards(summit, command, context);
		case 'cards:wipe':
		case 'cards:unwipe':
			return decideDrawing(summit, command);
		case 'author:stop':
		case 'author:restore':
		case 'author:wipe':
		case 'author:unwipe':
			return decideAuthors(summit, command, context);
		case 'controls:pause':
		case 'controls:resume':
		case 'controls:blank':
		case 'controls:unblank':
			return decideControls(summit, command);
		case 'station:open':
		case 'station:pause':
		case 'station:resume':
		case 'station:close':
		case 'station:extend':
		case 'station:reveal':
		case 'station:hide':
		case 'station:contribute':
		case 'station:withdraw':
			return decideStations(summit, command, context);
		case 'words:take':
		case 'words:show':
		case 'words:cover':
		case 'words:keep':
		case 'words:pass':
		case 'words:undo':
		case 'words:settle':
			return decideQueue(summit, command, context);
		case 'talk:ask':
		case 'worry:see':
		case 'worry:found':
		case 'worry:missing':
		case 'worry:record':
		case 'worry:close':
		case 'worry:exclude':
		case 'worry:include':
		case 'worry:sheet':
		case 'worry:alert':
			return decideWorries(summit, command, context);
		case 'lists:edit':
			return decideLists(summit, command);
		case 'cards:trace':
		case 'cards:untrace':
			return decideTraces(summit, command, context);
		case 'theme:add':
		case 'theme:rename':
		case 'theme:merge':
		case 'idea:place':
		case 'idea:merge':
		case 'idea:reword':
		case 'idea:drop':
		case 'backing:open':
		case 'backing:close':
		case 'backing:give':
			return decideIdeas(summit, command, context);
		case 'theme:answer':
		case 'action:add':
		case 'action:edit':
		case 'action:drop':
		case 'action:progress':
		case 'plan:submit':
		case 'plan:sendback':
		case 'plan:sign':
			return decidePlan(summit, command, context);
		case 'owner:ask':
		case 'owner:unask':
		case 'owner:accept':
		case 'owner:progress':
		case 'owner:redate':
		case 'owner:decline':
			return decideOwners(summit, command, context);
		case 'station:release':
			return decideReleases(summit, command, context);
		case 'marks:export':
		case 'audit:export':
			return decideExports(summit, command);
		case 'retention:hold':
		case 'retention:let-go':
		case 'retention:erase-now':
		case 'retention:warn':
		case 'retention:distill':
		case 'retention:stall':
		case 'retention:receipt':
			return decideRetention(summit, command, context);
	}
}

/** Changes the state it owns; the same log always folds to the same state. */
export function evolve(summit: Summit, event: LoggedEvent): void {
	summit.seq = event.seq;
	switch (event.type) {
		case 'summit:created':
		case 'setup:edited':
		case 'welfare:was-read':
		case 'summit:cleared':
		case 'summit:closed':
			evolveSetup(summit.setup, event);
			// Nobody comes into what is over.
			if (event.type === 'summit:closed') closeDoors(summit.doors);
			return;
		case 'setup:station-edited':
			evolveSetup(summit.setup, event);
			summit.stations.set(event.station.id, {
				...createStation(event.station),
				// What somebody saw before the edit must not pass for what stands there now.
				version: (summit.stations.get(event.station.id)?.version ?? 0) + 1
			});
			return;
		case 'people:joined':
		case 'people:returned':
		case 'people:revoked':
		case 'people:tested':
		case 'people:answered':
		case 'people:unreached':
			evolvePeople(summit.people, event);
			return;
		case 'doors:opened':
		case 'doors:closed':
		case 'doors:renewed':
			evolveDoors(summit.doors, event);
			if (event.type === 'doors:opened') evolveRetention(summit.retention, event);
			return;
		case 'doors:admitted':
		case 'cards:joined':
		case 'cards:agreed':
		case 'cards:removed':
		case 'cards:restored':
			evolveCards(summit.cards, event);
			return;
		case 'cards:wiped':
		case 'cards:unwiped':
			evolveDrawing(summit, event);
			return;
		case 'controls:paused':
		case 'controls:resumed':
		case 'controls:blanked':
		case 'controls:unblanked': {
			const { pausedAt } = summit.controls;
			evolveControls(summit.controls, event);
			if (event.type === 'controls:resumed' && pausedAt !== null) moveTimers(summit.stations, event.at - pausedAt);
			return;
		}
		case 'station:released':
			evolveReleases(summit.releases, event, summit.stations);
			return;
		case 'station:opened':
		case 'station:paused':
		case 'station:resumed':
		case 'station:closed':
		case 'station:extended':
		case 'station:revealed':
		case 'station:hidden':
		case 'station:contributed':
		case 'station:withdrawn':
			evolveReleases(summit.releases, event, summit.stations);
			evolveStations(summit.stations, event);
			evolveQueue(summit.queue, event);
			evolveWorries(summit.worries, event, summit);
			// S6: a room that was cleared is not clear of what came afterwards. For worries see `clearedFor`.
			if (event.type === 'station:contributed' && event.item !== null && event.route === 'queue')
				summit.setup.clear = null;
			return;
		case 'words:taken':
		case 'words:decided':
		case 'words:passed':
		case 'words:undone':
		case 'words:settled':
			evolveQueue(summit.queue, event);
			evolveWorries(summit.worries, event, summit);
			// S6: words taken back are unread again, words passed on are a worry nobody has seen.
			if (event.type === 'words:undone' || event.type === 'words:passed') summit.setup.clear = null;
			return;
		case 'talk:asked':
		case 'worry:moved':
		case 'worry:recorded':
		case 'worry:excluded':
		case 'worry:included':
		case 'worry:sheet-taken':
		case 'worry:alerted':
			evolveWorries(summit.worries, event, summit);
			return;
		case 'lists:edited':
			evolveLists(summit.lists, event);
			return;
		case 'cards:traced':
		case 'cards:untraced':
			evolveTraces(summit.traces, event);
			return;
		case 'theme:added':
		case 'theme:renamed':
		case 'idea:placed':
		case 'idea:merged':
		case 'idea:reworded':
		case 'idea:dropped':
		case 'backing:opened':
		case 'backing:closed':
		case 'backing:given':
			evolveIdeas(summit.ideas, event);
			return;
		case 'theme:merged':
			evolveIdeas(summit.ideas, event);
			evolvePlan(summit.plan, event);
			return;
		case 'theme:answered':
		case 'action:added':
		case 'action:edited':
		case 'action:dropped':
		case 'action:progressed':
		case 'plan:submitted':
		case 'plan:sent-back':
		case 'plan:signed':
			evolvePlan(summit.plan, event);
			if (event.type === 'plan:signed') evolveRetention(summit.retention, event);
			return;
		case 'owner:asked':
		case 'owner:unasked':
		case 'owner:answered':
		case 'owner:redated':
			evolveOwners(summit, event);
			return;
		case 'marks:exported':
		case 'audit:exported':
			// It changes nothing; that it happened is in the log.
			return;
		case 'summit:distilled':
			evolveRetention(summit.retention, event);
			evolveSetup(summit.setup, event);
			evolveQueue(summit.queue, event);
			// S13: without cards nobody comes in any more, whether somebody closed the summit or not.
			closeDoors(summit.doors);
			return;
		case 'retention:held':
		case 'retention:let-go':
		case 'retention:ordered':
		case 'retention:warned':
		case 'summit:redacted':
		case 'retention:stalled':
		case 'retention:erased':
		case 'event:erased':
			evolveRetention(summit.retention, event);
			return;
	}
}
