/*
 * The summits one account is in, for its first page: where each stands in a few words, and which doors the account's parts
 * open. Pure: states in, lines out. Nothing a student said is looked at.
 */
import type { Person, PersonRole } from '../summit/people.ts';
import { readiness } from '../summit/setup.ts';
import type { Settings } from '../summit/stations/settings.ts';
import type { Summit } from '../summit/summit.ts';

export interface MySummit {
	id: string;
	name: string;
	/** `YYYY-MM-DD` */
	date: string;
	rehearsal: boolean;
	state: string;
	/** The account's parts, in words: “facilitator”, “safeguarding lead for Northbank School”. */
	parts: string[];
	/** The first is where this person most likely wants to go. Empty for a rehearsal, which has a page of links of its own. */
	doors: { href: string; words: string }[];
}

/** Null when the account has no part in it. `today` is `YYYY-MM-DD`. */
export function mySummit(summit: Summit, { account, today }: { account: string; today: string }): MySummit | null {
	const mine = [...summit.people.list.values()].filter((p) => p.account === account && p.revokedAt === null);
	if (mine.length === 0) return null;
	const { settings, rehearsal } = summit.setup;
	const parts = mine.map(({ role, school, duty }) => {
		const name = settings.schools.find(({ id }) => id === school)?.name;
		if (role !== 'lead' || name === undefined) return PART_WORDS[role];
		return duty === 'receiver' ? `receives allegations about staff of ${name}` : `${LEAD_WORDS[duty]} for ${name}`;
	});
	return {
		id: summit.id,
		name: settings.name,
		date: settings.date,
		rehearsal,
		state: stateWords(summit, today),
		parts: [...new Set(parts)],
		doors: rehearsal ? [] : doorsFor(summit, mine)
	};
}

/** Names that go with a summit and that others know too: nothing to make a passphrase of. */
export function namesAround({ name, place, schools }: Settings): string[] {
	return [name, place, ...schools.map((school) => school.name)].filter((one) => one !== '');
}

/** A part held by link alone, which has no account to be listed under. */
export function heldPart(summit: Summit, role: PersonRole): string {
	return `${summit.setup.settings.name}, ${PART_WORDS[role]}`;
}

const LEAD_WORDS = { lead: 'safeguarding lead', deputy: 'deputy safeguarding lead' };

const PART_WORDS: Record<PersonRole, string> = {
	facilitator: 'facilitator',
	lead: 'safeguarding lead',
	stationLead: 'station lead',
	observer: 'observer',
	wall: 'wall',
	owner: 'owner of an action'
};

function stateWords(summit: Summit, today: string): string {
	if (summit.plan.signed !== null) return 'The plan is signed off';
	if (summit.setup.closedAt !== null) return 'Closed';
	if (summit.doors.open) return summit.doors.knock ? 'Newcomers knock' : 'Doors are open';
	if (summit.doors.everOpened) return 'Doors are shut';
	const missing = readiness(summit).filter((item) => item.required && !item.done).length;
	if (summit.setup.settings.date < today) return 'The day has passed and the doors never opened';
	if (missing === 0) return 'Ready: the doors can open';
	return missing === 1
		? 'One thing to do before the doors can open'
		: `${missing} things to do before the doors can open`;
}

function doorsFor(summit: Summit, mine: readonly Person[]): MySummit['doors'] {
	const roles = new Set(mine.map((person) => person.role));
	const door = (page: string, words: string) => ({ href: `/staff/${summit.id}/${page}`, words });
	const run = door('run', 'Run');
	const setUp = door('set-up', 'Set up');
	const queue = door('queue', 'Queue');
	const plan = door('plan', 'Plan');
	if (mine.every(({ duty }) => duty === 'receiver')) return [door('worries', 'Worries')];
	if (roles.has('lead')) return [door('worries', 'Worries'), queue, run, plan];
	if (roles.has('facilitator')) return summit.doors.everOpened ? [run, queue, plan, setUp] : [setUp, run, queue, plan];
	return [queue];
}
