/**
 * One table: which role may send which command, watch which topic and open which address. The server asks it for every
 * message and request; screens may ask it to hide what would be refused, but hiding is never what keeps a rule.
 */
import type { Duty } from './people.ts';
import type { CommandType } from './summit.ts';

export const ROLES = [
	'card',
	'facilitator',
	'lead',
	'stationLead',
	'observer',
	'wall',
	'owner',
	'newcomer',
	'kit'
] as const;
export type Role = (typeof ROLES)[number];

const STAFF: readonly Role[] = ['facilitator', 'stationLead', 'lead'];
const PLANNERS: readonly Role[] = ['facilitator', 'lead'];
const FACILITATOR: readonly Role[] = ['facilitator'];
const LEAD: readonly Role[] = ['lead'];
const OWNER: readonly Role[] = ['owner'];
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
	'people:return': KIT,
	'people:revoke': PLANNERS,
	'people:test': PLANNERS,
	'people:answer': LEAD,
	'people:unreached': KIT,
	'doors:open': FACILITATOR,
	// The kit itself shuts doors that a new start left open on a network unfit for them (S15).
	'doors:close': [...STAFF, 'kit'],
	'doors:knock': FACILITATOR,
	// Whoever stands at the door sees who knocks.
	'doors:admit': STAFF,
	'doors:renew': FACILITATOR,
	'cards:join': ['newcomer'],
	'cards:agree': CARD,
	'cards:remove': LEAD,
	'cards:restore': LEAD,
	'cards:wipe': LEAD,
	'cards:unwipe': LEAD,
	'author:stop': STAFF,
	'author:restore': STAFF,
	'author:wipe': STAFF,
	'author:unwipe': STAFF,
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
	'lists:edit': LEAD,
	'worry:exclude': LEAD,
	'worry:include': LEAD,
	'worry:sheet': LEAD,
	'worry:alert': KIT,
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
	'owner:ask': PLANNERS,
	'owner:unask': PLANNERS,
	'owner:accept': OWNER,
	'owner:progress': OWNER,
	'owner:redate': OWNER,
	'owner:decline': OWNER,
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
	'lists',
	'marks',
	'cards',
	'people',
	'setup',
	'data',
	'ideas',
	'plan',
	'owner'
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
	lists: LEAD,
	marks: PLANNERS,
	cards: LEAD,
	people: PLANNERS,
	setup: PLANNERS,
	data: PLANNERS,
	ideas: PLANNERS,
	plan: PLANNERS,
	owner: OWNER
};

/** S7: what a receiver of allegations may watch. */
const RECEIVER_WATCHES: readonly TopicName[] = ['summit', 'run', 'alarm', 'worries'];

export interface Topic {
	readonly name: TopicName;
	/** The card, person or station it is about, of `heat` with a filter: `<station>/when:evening`; null for topics of the whole summit. */
	readonly of: string | null;
}

const WITH_SUBJECT: readonly TopicName[] = ['card', 'alarm', 'worries', 'marks', 'heat', 'data', 'owner'];
/** One's own and nobody else's, whatever is asked for: a card's things, a lead's worries, what an adult knows of worries, an owner's action. */
const OWN: readonly TopicName[] = ['card', 'alarm', 'worries', 'data', 'owner'];

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

/** Roles a browser can hold, each by a cookie of its own. */
export type HeldRole = Exclude<Role, 'newcomer' | 'kit'>;

const EVERYBODY_INSIDE: readonly HeldRole[] = ['card', 'facilitator', 'lead', 'stationLead', 'observer', 'wall'];
const STAFF_PAGE: readonly HeldRole[] = ['facilitator', 'stationLead', 'lead'];
const PLANNERS_PAGE: readonly HeldRole[] = ['facilitator', 'lead'];

/**
 * Pages and files of one summit by their route. A browser that proves several parts speaks as the first of these. What is
 * not here belongs to no summit: the door with its code, signing in, links that are being opened.
 */
const MAY_OPEN = {
	'/j/[key]': ['card'],
	'/s/[summit]': ['card'],
	'/wall/[summit]': ['wall', 'facilitator', 'lead', 'stationLead'],
	'/observe/[summit]': ['observer', 'facilitator', 'lead', 'stationLead'],
	'/owner/[summit]': ['owner'],
	'/pictures/[id]': EVERYBODY_INSIDE,
	'/tiles/[set]/[z]/[x]/[y]': EVERYBODY_INSIDE,
	'/staff/[summit]/run': STAFF_PAGE,
	'/staff/[summit]/queue': STAFF_PAGE,
	'/staff/[summit]/worries': ['lead'],
	'/staff/[summit]/worries/word-lists': ['lead'],
	'/staff/[summit]/worries/[worry]/sheet.pdf': ['lead'],
	'/staff/[summit]/plan': PLANNERS_PAGE,
	'/staff/[summit]/plan/print': PLANNERS_PAGE,
	'/staff/[summit]/plan/plan.csv': PLANNERS_PAGE,
	'/staff/[summit]/plan/plan.json': PLANNERS_PAGE,
	'/staff/[summit]/maps/[station]/heat': PLANNERS_PAGE,
	'/staff/[summit]/maps/[station]/marks': ['lead'],
	'/staff/[summit]/set-up': PLANNERS_PAGE,
	'/staff/[summit]/audit': ['lead', 'facilitator'],
	'/staff/[summit]/audit/log.csv': ['lead', 'facilitator'],
	'/staff/[summit]/links': PLANNERS_PAGE,
	'/staff/[summit]/owners': PLANNERS_PAGE,
	'/staff/[summit]/area': ['facilitator'],
	'/staff/[summit]/packages': ['facilitator'],
	'/staff/[summit]/packages/[set]/frame': ['facilitator'],
	'/staff/[summit]/pictures': ['facilitator'],
	'/staff/[summit]/pictures/[id]/straighten': ['facilitator'],
	'/staff/[summit]/tiles': ['facilitator']
} as const satisfies Record<string, readonly HeldRole[]>;
export type Address = keyof typeof MAY_OPEN;
// The keys of a literal, which the type of `Object.keys` forgets.
export const ADDRESSES = Object.keys(MAY_OPEN) as readonly Address[];

export function isAddress(route: string | null): route is Address {
	return route !== null && Object.hasOwn(MAY_OPEN, route);
}

/** S7: what a receiver of allegations may open. */
const RECEIVER_OPENS: readonly Address[] = ['/staff/[summit]/worries', '/staff/[summit]/worries/[worry]/sheet.pdf'];
export function receiverMayOpen(address: Address): boolean {
	return RECEIVER_OPENS.includes(address);
}

/** Who may open an address, in the order in which a browser's parts are tried. */
export function mayOpen(address: Address): readonly HeldRole[] {
	return MAY_OPEN[address];
}
