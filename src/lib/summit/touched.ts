/** From an event of the log to the rows it may have changed, of every topic there is. What a row says is in `topics.ts`. */
import type { LoggedEvent, Summit } from './summit.ts';
import { heatNews, heatTopics } from './topics/heat.ts';
import { knewOf, mayKnowOf } from './worry-readers.ts';

/** Which rows an event may have changed. `*` = every row of the topic, those just gone included. */
export interface Touch {
	readonly topic: string;
	readonly keys: readonly string[] | '*';
}

const touch = (topic: string, ...keys: string[]): Touch => ({ topic, keys });
const whole = (topic: string): Touch => ({ topic, keys: '*' });

/** Worries topics of every lead: who may read a worry is decided again for each row (S7). */
function eachLead(summit: Summit, ...keys: string[]): Touch[] {
	const leads = [...summit.people.list.values()].filter((person) => person.role === 'lead');
	return leads.map((lead) => touch(`worries:${lead.id}`, ...keys));
}

/** Alarms a worry may have moved. A lead it does not count before hears nothing, not even that nothing changed (S7). */
function alarms(summit: Summit, worry?: string): Touch[] {
	const about = worry === undefined ? undefined : summit.worries.list.get(worry);
	const told = [...summit.people.list.values()].filter((person) => !about || mayKnowOf(summit, person, about));
	return told.map((person) => touch(`alarm:${person.id}`, 'alarm'));
}

/**
 * Open traces of a card: read again by a lead for what they may know of, and by no other lead (S7). `worry` is the one the
 * news is about, where it is about one.
 */
function traces(summit: Summit, card: string, worry?: string): Touch[] {
	const about = worry === undefined ? undefined : summit.worries.list.get(worry);
	return [...summit.traces.open].flatMap(([lead, open]) => {
		const person = summit.people.list.get(lead);
		const trace = open.get(card);
		if (!person || !trace || (about && !mayKnowOf(summit, person, about))) return [];
		return [touch(`worries:${lead}`, `trace:${trace.id}`)];
	});
}

/** Everything of a worry that somebody other than its student may be shown. */
function ofWorry(summit: Summit, worry: string): Touch[] {
	const card = summit.worries.list.get(worry)?.card;
	const open = card === undefined ? [] : traces(summit, card, worry);
	return [...eachLead(summit, `worry:${worry}`), ...alarms(summit, worry), ...open];
}

/** Open traces in which a text of the queue stands, or stood until it was passed on. */
function tracesOf(summit: Summit, item: string): Touch[] {
	const found = summit.queue.items.get(item);
	return found ? traces(summit, found.card) : [];
}

/** Answers on walls, and owners' actions: how many cards stand behind a theme decides whether it is named there (S9). */
function answersOf(summit: Summit): Touch[] {
	const keys = [...summit.plan.answers.keys()].map((theme) => `answer:${theme}`);
	return [...(keys.length > 0 ? [touch('wall', ...keys)] : []), ...owners(summit)];
}

/** What each owner sees of their action; of one whose part has ended too, so that the row goes (P4). */
function owners(summit: Summit): Touch[] {
	const all = [...summit.people.list.values()].filter(({ role }) => role === 'owner');
	return all.map(({ id }) => touch(`owner:${id}`, 'action'));
}

/** Unsettled words of one card at one station: a mark given anew or taken away changes what they are about. */
function wordsOf(summit: Summit, { card, station }: { card: string; station: string }): Touch[] {
	const ids = [...summit.queue.pending].filter((id) => {
		const item = summit.queue.items.get(id);
		return item?.card === card && item.station === station;
	});
	return ids.length > 0 ? [touch('queue', ...ids), touch('late', ...ids)] : [];
}

/** The text by way of which an adult stopped or cleared its writer; of a lead's own word, every text that waits. */
function asked(summit: Summit, { item }: { item?: string }): Touch[] {
	return item === undefined ? [whole('queue'), whole('late')] : [touch('queue', item), touch('late', item)];
}

/** Every heat topic of a station: its picture came, or went as a whole. */
function heatOf(summit: Summit, station: string): Touch[] {
	return heatTopics(summit, station).map(whole);
}

/** What one adult is told of retention: each leads' and facilitators' own (S7). */
function data(summit: Summit, ...keys: string[]): Touch[] {
	const told = [...summit.people.list.values()].filter(({ role }) => role === 'lead' || role === 'facilitator');
	return told.map(({ id }) => (keys.includes('*') ? whole(`data:${id}`) : touch(`data:${id}`, ...keys)));
}

/** S13: no row is what it was once words and positions are gone. */
function everything(summit: Summit): Touch[] {
	const people = [...summit.people.list.values()].filter(({ role }) => role === 'lead' || role === 'facilitator');
	const own = people.flatMap(({ id }) => [`alarm:${id}`, `worries:${id}`, `data:${id}`]);
	const cards = [...summit.cards.list.keys()].map((id) => `card:${id}`);
	const stations = [...summit.stations.keys()];
	const shared = ['summit', 'choose', 'wall', 'run', 'queue', 'late', 'setup', 'ideas', 'plan'];
	return [
		...[...shared, ...own, ...cards, ...stations.map((id) => `marks:${id}`)].map(whole),
		...stations.flatMap((station) => heatOf(summit, station))
	];
}

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
			if (event.type !== 'setup:station-edited') return base;
			// Words that came before the station opened say which station and question they were for.
			const leads = [...summit.people.list.values()].filter((person) => person.role === 'lead');
			const named = ['queue', 'late', 'ideas', ...leads.map((lead) => `worries:${lead.id}`)];
			return [...base, ...named.map(whole)];
		}
		case 'people:joined':
		case 'people:revoked':
		case 'people:tested':
		case 'people:answered':
		case 'people:unreached': {
			const people = event.type === 'people:tested' ? event.people : [event.person];
			const leads = [...summit.people.list.values()].filter((person) => person.role === 'lead');
			return [
				touch('people', ...people),
				touch('setup', 'setup'),
				touch('run', 'counts', 'doors'),
				...alarms(summit),
				...leads.map((lead) => whole(`worries:${lead.id}`)),
				...owners(summit),
				...data(summit, '*'),
				...[...summit.cards.list.keys()].map((card) => touch(`card:${card}`, 'card'))
			];
		}
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
			const worry = 'worry' in event && event.worry !== null ? eachLead(summit, `worry:${event.worry}`) : [];
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
		case 'worry:included': {
			const worry = summit.worries.list.get(event.worry);
			const person = summit.people.list.get(event.person);
			if (!worry || !person) return [];
			// Off their screens at once, if it was on them; else they hear nothing, as ever (S7).
			const gone = event.type === 'worry:excluded' && knewOf(summit, person, worry);
			const trace = summit.traces.open.get(person.id)?.get(worry.card);
			const theirs = [
				...(trace ? [touch(`worries:${person.id}`, `trace:${trace.id}`)] : []),
				touch(`alarm:${person.id}`, 'alarm')
			];
			return [...ofWorry(summit, worry.id), ...(gone ? theirs : [])];
		}
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
