/**
 * Who may read a worry, who is alerted to it, and who may know that there is one (S5, S6, S7). Everything an adult is sent
 * about a worry asks here: topics, alarms, mails, traces, the hand-off sheet. Somebody its words name by title, or whom a
 * reader has excluded, is none of the answers, and neither is a facilitator.
 */
import { leadPartsOf } from './people.ts';
import type { Person } from './people.ts';
import { receiversAt } from './stations/settings.ts';
import type { Receiver } from './stations/settings.ts';
import type { Summit } from './summit.ts';
import type { Worry } from './worries.ts';
import { PARTICLES, titledNames } from './words.ts';

/** What deciding who reads leans on: a worry, or one as it was before something. */
type Read = Pick<Worry, 'kind' | 'card' | 'text' | 'marks' | 'aboutAdult' | 'excluded' | 'deputiesAt'>;

/**
 * The ids of those who may read a worry now. A student's *it's about an adult at school* goes to whoever receives
 * allegations about staff of their school, and for two minutes to nobody else; words that name an adult go to them and to
 * the leads of the host and of that school; everything else to those leads. Where that leaves nobody, any other lead who
 * is free. Empty only when everybody is named or excluded.
 */
export function readersOf(summit: Summit, worry: Read): string[] {
	const kept = keptFrom(worry);
	const free = leadPartsOf(summit).filter((person) => !kept(person));
	const leads = free.filter(({ duty }) => duty !== 'receiver');
	const host = summit.setup.settings.schools[0]?.id;
	const school = summit.cards.list.get(worry.card)?.school;
	const near = leads.filter((lead) => lead.school === host || lead.school === school);
	const first = near.length > 0 ? near : leads;
	if (!isAboutStaff(worry)) return ids(first);
	const receivers = free.filter(({ duty }) => duty === 'receiver');
	const own = receivers.filter((person) => person.school === school);
	const theirs = own.length > 0 ? own : receivers.filter((person) => person.school === host);
	const told = isAllegation(worry) && theirs.length > 0 && worry.deputiesAt === null ? theirs : [...first, ...theirs];
	return ids(told.length > 0 ? told : free);
}

/** Those it calls now: readers but for deputies, who are called after two minutes, or at once when no lead may read it. */
export function alertedOf(summit: Summit, worry: Read): string[] {
	const readers = readersOf(summit, worry);
	const dutyOf = (id: string) => summit.people.list.get(id)?.duty;
	const everybody = worry.deputiesAt !== null || !readers.some((id) => dutyOf(id) === 'lead');
	return everybody ? readers : readers.filter((id) => dutyOf(id) !== 'deputy');
}

/** Whether a person may know that there is this worry: a lead only if they may read it, nobody whom it is kept from. */
export function mayKnowOf(summit: Summit, person: Person, worry: Read): boolean {
	return person.role === 'lead' ? readersOf(summit, worry).includes(person.id) : !keptFrom(worry)(person);
}

/** The same as if `person` had never been excluded: whether their screens held it until then. */
export function knewOf(summit: Summit, person: Person, worry: Worry): boolean {
	const excluded = new Map([...worry.excluded].filter(([id]) => id !== person.id));
	return mayKnowOf(summit, person, { ...worry, excluded });
}

/** The same as if somebody else had still been excluded: whether a screen may have held it in their place until then. */
export function knewWithout(summit: Summit, q: { person: Person; worry: Worry; without: string }): boolean {
	// For whatever reason they were excluded: with this one it had the most readers.
	const excluded = new Map([...q.worry.excluded, [q.without, { reason: 'about-them' }] as const]);
	return mayKnowOf(summit, q.person, { ...q.worry, excluded });
}

/** Who receives allegations about staff of the student's school, as it was set up, without anybody the worry is kept from. */
export function receiversFor(summit: Summit, worry: Worry): Receiver[] {
	const school = summit.cards.list.get(worry.card)?.school ?? '';
	const kept = [...worry.excluded.keys()].flatMap((id) => partsOf(summit.people.list.get(id)?.name ?? ''));
	const named = new Set([...namedIn(worry), ...kept]);
	return receiversAt(summit.setup.settings, school).filter(
		({ name }) => !partsOf(name).some((part) => named.has(part))
	);
}

const ids = (people: readonly Person[]): string[] => people.map(({ id }) => id);

/** The student said so; what only the words say is `isAboutStaff`. */
function isAllegation({ kind, aboutAdult }: Read): boolean {
	return kind === 'talk' && aboutAdult;
}

function isAboutStaff(worry: Read): boolean {
	const meant = [...worry.excluded.values()].some(({ reason }) => reason === 'about-them');
	return isAllegation(worry) || worry.marks.includes('title') || meant;
}

function keptFrom(worry: Read): (person: Person) => boolean {
	const named = namedIn(worry);
	return ({ id, name }) => worry.excluded.has(id) || partsOf(name).some((part) => named.has(part));
}

function namedIn({ text }: Read): Set<string> {
	return new Set(titledNames(text ?? '').flatMap(partsOf));
}

/**
 * The parts of a name as they are compared: without accents, capitals, particles and the s of a possessive that lost its
 * apostrophe. Any part counts: better one reader too few than the person it is about. Particles alone count whole.
 */
function partsOf(name: string): string[] {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const parts = plain.split(/[^\p{L}]+/u).filter((part) => part !== '');
	const telling = parts.filter((part) => !PARTICLES.includes(part));
	return (telling.length > 0 ? telling : parts).map((part) => (part.length > 3 ? part.replace(/s$/u, '') : part));
}
