/**
 * The whole of one summit, composed of its subjects: its state, what may be asked of it, what may happen. `decide` never
 * changes anything; `evolve` (`evolve.ts`) changes the state it owns and never refuses. The log of events is the truth:
 * folding it from the start gives this state again, exactly.
 */
import { z } from 'zod';
import { AuthorsCommands, decideAuthors } from './authors.ts';
import { CardsCommands, decideCards } from './cards.ts';
import type { Cards, CardsEvent } from './cards.ts';
import { ControlsCommands, decideControls } from './controls.ts';
import type { Controls, ControlsEvent } from './controls.ts';
import { DoorsCommands, decideDoors } from './doors.ts';
import type { Doors, DoorsEvent } from './doors.ts';
import { DrawingCommands, decideDrawing } from './drawing.ts';
import type { DrawingEvent } from './drawing.ts';
import { ExportsCommands, decideExports } from './exports.ts';
import type { ExportsEvent } from './exports.ts';
import { IdeasCommands, decideIdeas } from './ideas.ts';
import type { Ideas, IdeasEvent } from './ideas.ts';
import { ListsCommands, decideLists } from './lists.ts';
import type { Lists, ListsEvent } from './lists.ts';
import { OwnersCommands, decideOwners } from './owners.ts';
import type { OwnersEvent } from './owners.ts';
import { PeopleCommands, decidePeople } from './people.ts';
import type { People, PeopleEvent } from './people.ts';
import { PlanCommands, decidePlan } from './plan.ts';
import type { Plan, PlanEvent } from './plan.ts';
import { QueueCommands, decideQueue } from './queue.ts';
import type { Queue, QueueEvent } from './queue.ts';
import { refuse } from './refusals.ts';
import { ReleasesCommands, decideReleases } from './releases.ts';
import type { Releases, ReleasesEvent } from './releases.ts';
import { RetentionCommands, decideRetention } from './retention.ts';
import type { Retention, RetentionEvent } from './retention.ts';
import { mayDo, receiverMayDo } from './roles.ts';
import { SetupCommands, decideSetup } from './setup.ts';
import type { Setup, SetupEvent } from './setup.ts';
import { StationsCommands, decideStations } from './stations.ts';
import type { Stations, StationsEvent } from './stations.ts';
import type { Context, Decision, Logged } from './subject.ts';
import { TracesCommands, decideTraces } from './traces.ts';
import type { Traces, TracesEvent } from './traces.ts';
import { WorriesCommands, decideWorries } from './worries.ts';
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

/** Done or refused; the state is only read. The part and its role are checked here, for every command (S7, L7). */
export function decide(summit: Summit, command: Command, context: Context): Decision<Event> {
	// A command may stand in the queue behind the one that took its sender's part away.
	const person = summit.people.list.get(context.actor.id);
	if (person && person.revokedAt !== null) return refuse('not_signed_in');
	if (!mayDo(context.actor.role, command.type)) return refuse('not_allowed');
	// S7: who receives allegations about staff has a lead's part and none of its other rights.
	if (person?.duty === 'receiver' && !receiverMayDo(command.type)) return refuse('not_allowed');
	// S13: cards go with an erasure; what one still sent would be sealed under a key that is about to be destroyed.
	if (context.actor.role === 'card' && summit.retention.frozen !== null) return refuse('not_signed_in');
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
