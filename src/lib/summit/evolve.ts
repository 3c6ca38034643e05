/**
 * Folding: what an event of the log makes of a summit. It refuses nothing, knows no clock and no chance, and must read
 * events of every version there was, so that an old log folds to what it meant.
 */
import { evolveCards } from './cards.ts';
import { evolveControls } from './controls.ts';
import { closeDoors, evolveDoors } from './doors.ts';
import { evolveDrawing } from './drawing.ts';
import { evolveIdeas } from './ideas.ts';
import { evolveLists } from './lists.ts';
import { evolveOwners } from './owners.ts';
import { evolvePeople } from './people.ts';
import { evolvePlan } from './plan.ts';
import { evolveQueue } from './queue.ts';
import { evolveReleases } from './releases.ts';
import { evolveRetention } from './retention.ts';
import { evolveSetup } from './setup.ts';
import { createStation, evolveStations, moveTimers } from './stations.ts';
import { evolveTraces } from './traces.ts';
import { evolveWorries } from './worries.ts';
import type { LoggedEvent, Summit } from './summit.ts';

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
