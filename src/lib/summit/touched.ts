/**
 * From an event of the log to the rows it may have changed, of every topic there is. What a row says is in `topics.ts`,
 * which rows hold one thing in `touches.ts`.
 */
import type { LoggedEvent, Summit } from './summit.ts';
import { heatNews } from './topics/heat.ts';
import { alarms, answersOf, asked, data, everything, heatOf, leads, ofWorry } from './touches.ts';
import { owners, touch, traces, tracesOf, whole, wordsOf } from './touches.ts';
import type { Touch } from './touches.ts';
import { knewOf, knewWithout } from './worry-readers.ts';

/** Called after `evolve`: naming a row too many costs a few bytes, one too few would leave a screen wrong (L4). */
export function touched(summit: Summit, event: LoggedEvent): Touch[] {
	switch (event.type) {
		case 'summit:created':
		case 'marks:exported':
		case 'people:returned':
		case 'audit:exported':
		case 'event:erased':
			return [];
		case 'retention:held':
		case 'retention:let-go':
			return data(summit, `hold:${event.hold}`);
		case 'retention:ordered':
		case 'retention:warned':
		case 'retention:stalled':
			return data(summit, 'data');
		case 'retention:erased':
			return [...data(summit, 'data'), touch('summit', 'about')];
		case 'summit:distilled':
		case 'summit:redacted':
			return everything(summit);
		case 'setup:edited':
		case 'setup:station-edited':
		case 'welfare:was-read':
		case 'summit:cleared':
		case 'summit:closed': {
			const cards = [...summit.cards.list.keys()].map((card) => whole(`card:${card}`));
			const base = [
				whole('summit'),
				touch('setup', 'setup'),
				touch('run', 'counts', 'doors'),
				...alarms(summit),
				...cards,
				...answersOf(summit),
				...data(summit, 'data')
			];
			if (event.type === 'summit:closed') return [...base, touch('wall', 'doors')];
			// Beside what is about an adult stands who receives allegations.
			const worries = leads(summit).map((lead) => whole(`worries:${lead.id}`));
			if (event.type === 'setup:edited' && event.change.allegations !== undefined) return [...base, ...worries];
			if (event.type !== 'setup:station-edited') return base;
			// Words that came before the station opened say which station and question they were for.
			return [...base, ...['queue', 'late', 'ideas'].map(whole), ...worries];
		}
		case 'people:joined':
		case 'people:revoked':
		case 'people:tested':
		case 'people:answered': {
			const people = event.type === 'people:tested' ? event.people : [event.person];
			return [
				touch('people', ...people),
				touch('setup', 'setup'),
				touch('run', 'counts', 'doors'),
				...alarms(summit),
				...leads(summit).map((lead) => whole(`worries:${lead.id}`)),
				...owners(summit),
				...data(summit, '*'),
				...[...summit.cards.list.keys()].map((card) => touch(`card:${card}`, 'card'))
			];
		}
		case 'people:unreached':
			// An email is sent because of a worry: nobody else hears that one was (S7).
			return [touch(`worries:${event.person}`, 'alert')];
		case 'doors:opened':
		case 'doors:closed':
		case 'doors:renewed':
			return [
				touch('wall', 'doors'),
				touch('run', 'doors'),
				touch('setup', 'setup'),
				touch('summit', 'about'),
				...data(summit, 'data')
			];
		case 'doors:admitted':
			return [
				...event.cards.map((card) => touch(`card:${card}`, 'card')),
				touch('summit', 'taking-part'),
				touch('run', 'counts', 'doors'),
				touch('cards', ...event.cards)
			];
		case 'cards:joined':
		case 'cards:agreed':
			return [
				touch(`card:${event.card}`, 'card'),
				touch('summit', 'taking-part'),
				touch('run', 'counts', ...(event.type === 'cards:joined' && event.knocks === true ? ['doors'] : [])),
				touch('cards', event.card)
			];
		case 'cards:removed':
		case 'cards:restored': {
			const marks = [...summit.stations.keys()].map((id) => whole(`marks:${id}`));
			return [
				touch(`card:${event.card}`, 'card'),
				touch('summit', 'taking-part'),
				touch('run', 'counts', 'doors'),
				touch('cards', event.card),
				...asked(summit, event),
				...marks,
				...answersOf(summit)
			];
		}
		case 'cards:wiped':
		case 'cards:unwiped': {
			const stations = event.station === null ? [...summit.stations.keys()] : [event.station];
			return [
				touch(`card:${event.card}`, ...stations.map((id) => `mine:${id}`)),
				touch('run', ...stations.map((id) => `station:${id}`)),
				touch('cards', event.card),
				...asked(summit, event),
				...stations.map((id) => whole(`marks:${id}`))
			];
		}
		case 'controls:paused':
		case 'controls:resumed':
		case 'controls:blanked':
		case 'controls:unblanked':
			// A resumed room counts its timers on from where they stood.
			return event.type === 'controls:resumed'
				? [touch('summit', 'controls', ...[...summit.stations.keys()].map((id) => `station:${id}`))]
				: [touch('summit', 'controls')];
		case 'station:opened':
		case 'station:paused':
		case 'station:resumed':
		case 'station:closed':
		case 'station:extended':
		case 'station:revealed':
		case 'station:hidden':
			return [
				touch('summit', `station:${event.station}`, `settings:${event.station}`),
				touch('wall', `release:${event.station}`),
				...(event.type === 'station:revealed' || event.type === 'station:hidden' ? heatOf(summit, event.station) : []),
				touch('setup', 'setup')
			];
		case 'station:contributed': {
			const own = touch(`card:${event.card}`, `mine:${event.station}`);
			const worry = event.item !== null && event.route === 'leads' ? event.item : null;
			const forLeads = worry === null ? [] : ofWorry(summit, worry);
			// Words for leads alone touch no other row: one that is sent without having changed would tell of them (S7).
			const counted = event.late === null && !summit.stations.get(event.station)?.quiet.has(event.contribution);
			if (worry !== null && !counted) return [own, ...forLeads];
			return [
				own,
				...(summit.stations.get(event.station)?.settings.kind === 'map'
					? [touch(`marks:${event.station}`, event.contribution), touch('cards', event.card)]
					: []),
				touch('run', `station:${event.station}`, ...(worry === null && event.item !== null ? ['counts'] : [])),
				...wordsOf(summit, event),
				...(worry === null && event.item !== null ? [...alarms(summit), ...traces(summit, event.card)] : []),
				...forLeads
			];
		}
		case 'station:withdrawn':
			if (summit.stations.get(event.station)?.quiet.has(event.contribution))
				return [touch(`card:${event.card}`, `mine:${event.station}`)];
			return [
				touch(`card:${event.card}`, `mine:${event.station}`),
				touch(`marks:${event.station}`, event.contribution),
				touch('cards', event.card),
				touch('run', `station:${event.station}`),
				...wordsOf(summit, event)
			];
		case 'station:released':
			return [touch('wall', `release:${event.station}`), ...heatNews(summit, event.station)];
		case 'words:taken':
			return [touch('queue', event.item), touch('late', event.item)];
		case 'words:decided':
		case 'words:passed':
		case 'words:undone': {
			const rows = [touch('queue', event.item), touch('late', event.item), touch('run', 'counts')];
			const shown = [touch('wall', `idea:${event.item}`), whole('ideas')];
			const id = 'worry' in event ? event.worry : null;
			const worry = id === null ? [] : leads(summit).map((lead) => touch(`worries:${lead.id}`, `worry:${id}`));
			const traced = tracesOf(summit, event.item);
			// Words passed on have other readers, and so has a hold on them.
			const held = summit.retention.holds.size > 0 ? data(summit, '*') : [];
			return [...rows, ...shown, ...worry, ...held, ...traced, ...alarms(summit), ...answersOf(summit)];
		}
		case 'words:settled':
			return [
				touch('queue', ...event.items),
				touch('late', ...event.items),
				touch('wall', ...event.items.map((id) => `idea:${id}`)),
				touch('ideas', ...event.items.map((id) => `item:${id}`)),
				// What was grouped before it was taken back counts in its theme again.
				touch('ideas', ...event.items.map((id) => `theme:${summit.ideas.placed.get(id) ?? ''}`)),
				touch('run', 'counts'),
				...event.items.flatMap((id) => tracesOf(summit, id)),
				...answersOf(summit)
			];
		case 'talk:asked':
			return [touch(`card:${event.card}`, `talk:${event.worry}`), ...ofWorry(summit, event.worry)];
		case 'worry:moved':
		case 'worry:recorded': {
			const card = summit.worries.list.get(event.worry)?.card;
			const own = card === undefined ? [] : [touch(`card:${card}`, `talk:${event.worry}`)];
			return [...own, ...ofWorry(summit, event.worry)];
		}
		case 'worry:alerted':
		case 'worry:sheet-taken':
			return ofWorry(summit, event.worry);
		case 'worry:excluded':
			// Off their screens at once, if it was on them; else they hear nothing, as ever (S7).
			return ofWorry(
				summit,
				event.worry,
				(person, worry) => person.id === event.person && knewOf(summit, person, worry)
			);
		case 'worry:included':
			// Those who read it in their place may have it no more.
			return ofWorry(summit, event.worry, (person, worry) =>
				knewWithout(summit, { person, worry, without: event.person })
			);
		case 'cards:traced':
		case 'cards:untraced': {
			const lead = event.actor.slice(event.actor.indexOf(':') + 1);
			return [touch(`worries:${lead}`, `trace:${event.trace}`)];
		}
		case 'lists:edited':
			return [touch('lists', event.list)];
		case 'backing:given':
			return [touch(`card:${event.card}`, 'backing'), touch('ideas', 'backing')];
		case 'theme:added':
		case 'theme:renamed':
		case 'theme:merged':
		case 'idea:placed':
		case 'idea:merged':
		case 'idea:reworded':
		case 'idea:dropped':
		case 'backing:opened':
		case 'backing:closed': {
			const picks =
				event.type === 'backing:opened'
					? [...summit.cards.list.keys()].map((card) => touch(`card:${card}`, 'backing'))
					: [];
			return [whole('ideas'), whole('plan'), whole('wall'), touch('choose', 'choices'), ...owners(summit), ...picks];
		}
		case 'theme:answered':
		case 'action:added':
		case 'action:edited':
		case 'action:dropped':
		case 'action:progressed':
		case 'plan:submitted':
		case 'plan:sent-back':
		case 'plan:signed':
			return [
				whole('plan'),
				whole('wall'),
				whole('ideas'),
				...owners(summit),
				...(event.type === 'plan:signed' ? data(summit, 'data') : [])
			];
		case 'owner:asked':
		case 'owner:unasked':
		case 'owner:answered':
		case 'owner:redated':
			return [touch('plan', `action:${event.action}`), ...owners(summit)];
	}
}
