/**
 * Which rows hold one thing of a summit, of every topic there is: a worry, a card's words, an owner's action. `touched.ts`
 * puts them together for each event; what a row says is in `topics.ts`.
 */
import type { Person } from './people.ts';
import type { Summit } from './summit.ts';
import { heatTopics } from './topics/heat.ts';
import type { Worry } from './worries.ts';
import { mayKnowOf } from './worry-readers.ts';

/** Which rows an event may have changed. `*` = every row of the topic, those just gone included. */
export interface Touch {
	readonly topic: string;
	readonly keys: readonly string[] | '*';
}

export const touch = (topic: string, ...keys: string[]): Touch => ({ topic, keys });
export const whole = (topic: string): Touch => ({ topic, keys: '*' });

function people(summit: Summit): Person[] {
	return [...summit.people.list.values()];
}
export function leads(summit: Summit): Person[] {
	return people(summit).filter(({ role }) => role === 'lead');
}

/** What every adult is told of worries: where what moved it is nobody's secret. */
export function alarms(summit: Summit): Touch[] {
	return people(summit).map(({ id }) => touch(`alarm:${id}`, 'alarm'));
}

/** Open traces of a card, whoever opened them. */
export function traces(summit: Summit, card: string): Touch[] {
	return [...summit.traces.open].flatMap(([lead, open]) => {
		const trace = open.get(card);
		return trace ? [touch(`worries:${lead}`, `trace:${trace.id}`)] : [];
	});
}

/**
 * Everything of a worry that somebody other than its student is shown: to each who may know of it, and to nobody else. Who
 * may not is not even named a row that is gone: when others do something with it would tell them that there is one (S7).
 * `before`: also whom it may be gone from now.
 */
export function ofWorry(summit: Summit, id: string, before: (person: Person, worry: Worry) => boolean = () => false) {
	const worry = summit.worries.list.get(id);
	if (!worry) return [];
	const told = people(summit).filter((person) => mayKnowOf(summit, person, worry) || before(person, worry));
	return told.flatMap((person) => [touch(`alarm:${person.id}`, 'alarm'), ...ownRows(summit, person, worry)]);
}

/** A lead's own rows that hold a worry: itself, an open trace of its card, a hold on its text. */
function ownRows(summit: Summit, { id, role }: Person, worry: Worry): Touch[] {
	if (role !== 'lead') return [];
	const trace = summit.traces.open.get(id)?.get(worry.card);
	const rows = [`worry:${worry.id}`, ...(trace ? [`trace:${trace.id}`] : [])];
	const holds = [...summit.retention.holds.values()].filter(
		(hold) => hold.worry === worry.id || (hold.item !== null && hold.item === worry.item)
	);
	const held = holds.length > 0 ? [touch(`data:${id}`, ...holds.map((hold) => `hold:${hold.id}`))] : [];
	return [touch(`worries:${id}`, ...rows), ...held];
}

/** Open traces in which a text of the queue stands, or stood until it was passed on. */
export function tracesOf(summit: Summit, item: string): Touch[] {
	const found = summit.queue.items.get(item);
	return found ? traces(summit, found.card) : [];
}

/** Answers on walls, and owners' actions: how many cards stand behind a theme decides whether it is named there (S9). */
export function answersOf(summit: Summit): Touch[] {
	const keys = [...summit.plan.answers.keys()].map((theme) => `answer:${theme}`);
	return [...(keys.length > 0 ? [touch('wall', ...keys)] : []), ...owners(summit)];
}

/** What each owner sees of their action; of one whose part has ended too, so that the row goes (P4). */
export function owners(summit: Summit): Touch[] {
	return people(summit)
		.filter(({ role }) => role === 'owner')
		.map(({ id }) => touch(`owner:${id}`, 'action'));
}

/** Unsettled words of one card at one station: a mark given anew or taken away changes what they are about. */
export function wordsOf(summit: Summit, { card, station }: { card: string; station: string }): Touch[] {
	const theirs = summit.queue.pendingOf.get(card) ?? [];
	const ids = [...theirs].filter((id) => summit.queue.items.get(id)?.station === station);
	return ids.length > 0 ? [touch('queue', ...ids), touch('late', ...ids)] : [];
}

/** The text by way of which an adult stopped or cleared its writer; of a lead's own word, every text that waits. */
export function asked(summit: Summit, { item }: { item?: string }): Touch[] {
	return item === undefined ? [whole('queue'), whole('late')] : [touch('queue', item), touch('late', item)];
}

/** Every heat topic of a station: its picture came, or went as a whole. */
export function heatOf(summit: Summit, station: string): Touch[] {
	return heatTopics(summit, station).map(whole);
}

/** What one adult is told of retention: each leads' and facilitators' own (S7). */
export function data(summit: Summit, ...keys: string[]): Touch[] {
	const told = people(summit).filter(({ role }) => role === 'lead' || role === 'facilitator');
	return told.map(({ id }) => (keys.includes('*') ? whole(`data:${id}`) : touch(`data:${id}`, ...keys)));
}

/** S13: no row is what it was once words and positions are gone. */
export function everything(summit: Summit): Touch[] {
	const planners = people(summit).filter(({ role }) => role === 'lead' || role === 'facilitator');
	const own = planners.flatMap(({ id }) => [`alarm:${id}`, `worries:${id}`, `data:${id}`]);
	const cards = [...summit.cards.list.keys()].map((id) => `card:${id}`);
	const stations = [...summit.stations.keys()];
	const marks = stations.map((id) => `marks:${id}`);
	const shared = ['summit', 'choose', 'wall', 'run', 'queue', 'late', 'lists', 'cards', 'setup', 'ideas', 'plan'];
	return [
		...[...shared, ...own, ...cards, ...marks].map(whole),
		...stations.flatMap((station) => heatOf(summit, station)),
		...owners(summit)
	];
}
