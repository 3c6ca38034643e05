/**
 * One table: which role may send which command and watch which topic. The server asks it for every message; screens may
 * ask it to hide what would be refused, but hiding is never what keeps a rule.
 */
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
	'doors:open': FACILITATOR,
	// The kit itself shuts doors that a new start left open on a network unfit for them (S15).
	'doors:close': [...STAFF, 'kit'],
	'doors:renew': FACILITATOR,
	'cards:join': ['newcomer'],
	'cards:agree': CARD,
	'cards:remove': LEAD,
	'cards:restore': LEAD,
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
	'marks:export': LEAD,
	'audit:export': PLANNERS,
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
	'plan:sign': LEAD,
	'retention:hold': LEAD,
	'retention:let-go': LEAD,
	'retention:erase-now': LEAD,
	'retention:warn': KIT,
	'retention:distill': KIT,
	'retention:stall': KIT,
	'retention:receipt': KIT
};

export function mayDo(role: Role, type: CommandType): boolean {
	return MAY_DO[type].includes(role);
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
	'data',
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
	data: PLANNERS,
	ideas: PLANNERS,
	plan: PLANNERS
};

export interface Topic {
	readonly name: TopicName;
	/** The card, person or station it is about, of `heat` with a filter: `<station>/when:evening`; null for topics of the whole summit. */
	readonly of: string | null;
}

const WITH_SUBJECT: readonly TopicName[] = ['card', 'alarm', 'worries', 'marks', 'heat', 'data'];
/** One's own and nobody else's, whatever is asked for: a card's things, a lead's worries, what an adult knows of worries. */
const OWN: readonly TopicName[] = ['card', 'alarm', 'worries', 'data'];

/** A topic out of its text (`queue`, `marks:neighbourhood`), or null when there is none like that. */
export function parseTopic(text: string): Topic | null {
	const at = text.indexOf(':');
	const name = TOPIC_NAMES.find((known) => known === (at < 0 ? text : text.slice(0, at)));
	if (!name || WITH_SUBJECT.includes(name) !== at >= 0) return null;
	return { name, of: at < 0 ? null : text.slice(at + 1) };
}

/** S7: also asks whose topic it is. */
export function mayWatch(actor: { role: Role; id: string }, topic: Topic): boolean {
	if (!MAY_WATCH[topic.name].includes(actor.role)) return false;
	return !OWN.includes(topic.name) || topic.of === actor.id;
}
