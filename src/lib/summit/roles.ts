/**
 * One table: which role may send which command and watch which topic. The server asks it for every message; screens may
 * ask it to hide what would be refused, but hiding is never what keeps a rule.
 */
import type { Duty } from './people.ts';
import type { CommandType } from './summit.ts';

export const ROLES = ['card', 'facilitator', 'lead', 'stationLead', 'observer', 'wall', 'newcomer', 'kit'] as const;
export type Role = (typeof ROLES)[number];

const STAFF: readonly Role[] = ['facilitator', 'stationLead', 'lead'];
const PLANNERS: readonly Role[] = ['facilitator', 'lead'];
const FACILITATOR: readonly Role[] = ['facilitator'];
const LEAD: readonly Role[] = ['lead'];
const CARD: readonly Role[] = ['card'];
const KIT: readonly Role[] = ['kit'];

const MAY_DO: Record<CommandType, readonly Role[]> = {
	'summit:create': KIT,
	'setup:edit': FACILITATOR,
	'setup:station': FACILITATOR,
	'welfare:read': STAFF,
	'summit:clear': PLANNERS,
	'summit:close': PLANNERS,
	'people:join': KIT,
	'people:revoke': PLANNERS,
	'people:test': PLANNERS,
	'people:answer': LEAD,
	'people:unreached': KIT,
	'doors:open': FACILITATOR,
	// The kit itself shuts doors that a new start left open on a network unfit for them (S15).
	'doors:close': [...STAFF, 'kit'],
	'doors:renew': FACILITATOR,
	'cards:join': ['newcomer'],
	'cards:agree': CARD,
	'cards:remove': LEAD,
	'cards:restore': LEAD,
	'cards:trace': LEAD,
	'cards:untrace': LEAD,
	'controls:pause': STAFF,
	'controls:resume': STAFF,
	'controls:blank': STAFF,
	'controls:unblank': STAFF,
	'station:open': STAFF,
	'station:pause': STAFF,
	'station:resume': STAFF,
	'station:close': STAFF,
	'station:extend': STAFF,
	'station:reveal': STAFF,
	'station:hide': STAFF,
	'station:contribute': CARD,
	'station:withdraw': CARD,
	'station:release': KIT,
	'words:take': STAFF,
	'words:show': STAFF,
	'words:cover': STAFF,
	'words:keep': STAFF,
	'words:pass': STAFF,
	'words:undo': STAFF,
	'words:settle': KIT,
	'talk:ask': CARD,
	'worry:see': LEAD,
	'worry:found': LEAD,
	'worry:missing': LEAD,
	'worry:record': LEAD,
	'worry:close': LEAD,
	'worry:exclude': LEAD,
	'worry:include': LEAD,
	'worry:sheet': LEAD,
	'worry:alert': KIT,
	'marks:export': LEAD,
	'theme:add': PLANNERS,
	'theme:rename': PLANNERS,
	'theme:merge': PLANNERS,
	'idea:place': PLANNERS,
	'idea:merge': PLANNERS,
	'idea:reword': PLANNERS,
	'idea:drop': PLANNERS,
	'backing:open': PLANNERS,
	'backing:close': PLANNERS,
	'backing:give': CARD,
	'theme:answer': PLANNERS,
	'action:add': PLANNERS,
	'action:edit': PLANNERS,
	'action:drop': PLANNERS,
	'action:progress': PLANNERS,
	'plan:submit': FACILITATOR,
	'plan:sendback': LEAD,
	'plan:sign': LEAD
};

export function mayDo(role: Role, type: CommandType): boolean {
	return MAY_DO[type].includes(role);
}

/** S7: who receives allegations about staff walks those, and does nothing else of what a lead does. */
const RECEIVER_DOES: readonly CommandType[] = [
	'people:answer',
	'worry:see',
	'worry:found',
	'worry:missing',
	'worry:record',
	'worry:close',
	'worry:exclude',
	'worry:include',
	'worry:sheet'
];
export function receiverMayDo(type: CommandType): boolean {
	return RECEIVER_DOES.includes(type);
}

/** Topics by name; some are one per card, person or station: `worries:<id>`. */
export const TOPIC_NAMES = [
	'summit',
	'card',
	'choose',
	'wall',
	'heat',
	'run',
	'alarm',
	'queue',
	'late',
	'worries',
	'marks',
	'people',
	'setup',
	'ideas',
	'plan'
] as const;
export type TopicName = (typeof TOPIC_NAMES)[number];

const MAY_WATCH: Record<TopicName, readonly Role[]> = {
	summit: ['card', 'facilitator', 'lead', 'stationLead', 'observer', 'wall'],
	card: CARD,
	choose: CARD,
	wall: ['facilitator', 'lead', 'stationLead', 'observer', 'wall'],
	heat: ['card', 'facilitator', 'lead', 'stationLead', 'observer', 'wall'],
	run: STAFF,
	alarm: STAFF,
	queue: STAFF,
	late: LEAD,
	worries: LEAD,
	marks: PLANNERS,
	people: PLANNERS,
	setup: PLANNERS,
	ideas: PLANNERS,
	plan: PLANNERS
};

/** S7: what a receiver of allegations may watch. */
const RECEIVER_WATCHES: readonly TopicName[] = ['summit', 'run', 'alarm', 'worries'];

export interface Topic {
	readonly name: TopicName;
	/** The card, person or station it is about, of `heat` with a filter: `<station>/when:evening`; null for topics of the whole summit. */
	readonly of: string | null;
}

const WITH_SUBJECT: readonly TopicName[] = ['card', 'alarm', 'worries', 'marks', 'heat'];
/** One's own and nobody else's, whatever is asked for: a card's things, a lead's worries, what an adult knows of worries. */
const OWN: readonly TopicName[] = ['card', 'alarm', 'worries'];

/** A topic out of its text (`queue`, `marks:neighbourhood`), or null when there is none like that. */
export function parseTopic(text: string): Topic | null {
	const at = text.indexOf(':');
	const name = TOPIC_NAMES.find((known) => known === (at < 0 ? text : text.slice(0, at)));
	if (!name || WITH_SUBJECT.includes(name) !== at >= 0) return null;
	return { name, of: at < 0 ? null : text.slice(at + 1) };
}

/** S7: also asks whose topic it is, and what the person's duty is. */
export function mayWatch(actor: { role: Role; id: string; duty?: Duty | undefined }, topic: Topic): boolean {
	if (!MAY_WATCH[topic.name].includes(actor.role)) return false;
	if (actor.duty === 'receiver' && !RECEIVER_WATCHES.includes(topic.name)) return false;
	return !OWN.includes(topic.name) || topic.of === actor.id;
}
