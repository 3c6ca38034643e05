/**
 * A summit's day by lot: any command of any role, mostly sensible and sometimes stale, made out of plain numbers, so that
 * fast-check can shrink a day that breaks a rule. Student texts and pins carry what can be recognised anywhere (S2, S7).
 */
import { LISTS } from './lists.ts';
import { DUTIES } from './people.ts';
import { mayDo } from './roles.ts';
import type { Actor } from './subject.ts';
import type { Entry } from './stations/entries.ts';
import type { Step } from './stations/settings.ts';
import { Command } from './summit.ts';
import type { CommandType } from './summit.ts';
import { TEXTS, entryFor } from './testing-entries.ts';
import { planned } from './testing-plan.ts';
import * as cast from './testing.ts';
import { EXCLUDE_REASONS } from './worry-acts.ts';
import type { CommandBody, Stage } from './testing.ts';

/** One press: who, what, on which, and the milliseconds before it. */
export interface Press {
	who: number;
	what: number;
	on: number;
	also: number;
	wait: number;
}
/** The same days each run. A broken one is reported with seed and path, unshrunk: shrinking takes minutes; ask for it. */
export const RUNS = (numRuns: number) => ({ seed: 20_261_120, numRuns, endOnFailure: true });
export const COMMAND_TYPES: readonly CommandType[] = Command.options.map((option) => option.shape.type.value);
const often = (type: CommandType, times: number): CommandType[] => Array.from({ length: times }, () => type);
/** Every command, and those of a busy room many times over. */
const WEIGHTED: readonly CommandType[] = [
	...COMMAND_TYPES,
	...often('station:contribute', 45),
	...often('station:withdraw', 5),
	...often('words:show', 10),
	...often('words:cover', 4),
	...often('words:pass', 3),
	...often('words:undo', 4),
	...often('talk:ask', 4),
	...often('worry:see', 4),
	...often('worry:exclude', 2),
	...often('cards:trace', 2),
	...(['controls:resume', 'station:open', 'station:resume', 'station:reveal'] as const).flatMap((type) =>
		often(type, 4)
	),
	...often('idea:place', 4),
	...often('backing:give', 6),
	...often('backing:open', 2),
	...often('backing:close', 4)
];

const ADULTS = [
	...[cast.FACILITATOR, cast.HOST_LEAD, cast.HOST_DEPUTY, cast.NORTH_LEAD, cast.FAR_LEAD],
	...[cast.STATION_LEAD, cast.SECOND_LEAD]
];
export const LEADS = [cast.HOST_LEAD, cast.HOST_DEPUTY, cast.NORTH_LEAD, cast.FAR_LEAD];
const WATCHERS = [cast.OBSERVER, cast.WALL];

/** A marker nobody else's text holds. */
export const MARKER = /zq\d+qz/gu;
/** A pin's position: no setting, cell or time looks like it. */
export const POSITION = /0\.\d777\d{3}/u;
/** What was written during one day, by marker. */
export interface Planted {
	text: string;
	named: readonly Actor[];
	/** Marked so that only safeguarding leads may read it (S7). */
	leadsOnly: boolean;
}

export class Day {
	readonly stage: Stage;
	readonly planted = new Map<string, Planted>();
	private counter = 0;

	constructor(stage: Stage) {
		this.stage = stage;
	}

	/** One press; answers what was sent, by whom. */
	press(press: Press): { actor: Actor; body: CommandBody; done: boolean } {
		this.stage.wait(press.wait);
		const type = WEIGHTED[press.what % WEIGHTED.length] ?? 'talk:ask';
		const actor = this.actorFor(type, press);
		const body = this.body(type, press);
		return { actor, body, done: this.stage.do(actor, body).ok };
	}

	private actorFor(type: CommandType, { who }: Press): Actor {
		const cards = [...this.stage.summit.cards.list.keys()].map((id): Actor => ({ role: 'card', id }));
		const owners = [...this.stage.summit.people.list.values()].filter(({ role }) => role === 'owner');
		const asked = owners.map(({ id }): Actor => ({ role: 'owner', id }));
		const all = [...ADULTS, ...WATCHERS, cast.KIT, cast.NEWCOMER, ...asked, ...cards];
		const allowed = all.filter((actor) => mayDo(actor.role, type));
		// One press in eight comes from somebody it is not meant for.
		const from = who % 8 === 0 || allowed.length === 0 ? all : allowed;
		return from[who % from.length] ?? cast.KIT;
	}

	private words(press: Press): string {
		this.counter += 1;
		const marker = `zq${String(this.counter)}qz`;
		const [start, named] = TEXTS[press.also % TEXTS.length] ?? ['', []];
		const text = `${start} ${marker}`;
		const marks = cast.readForTests(text);
		this.planted.set(marker, { text, named, leadsOnly: marks.includes('title') || marks.includes('disclosure') });
		return text;
	}

	private entry(step: Step, station: string, press: Press): Entry {
		this.counter += 1;
		const settings = this.stage.summit.stations.get(station)?.settings;
		return entryFor({ step, settings, press, counter: this.counter });
	}

	body(type: CommandType, press: Press): CommandBody {
		const { summit } = this.stage;
		const { on, also } = press;
		const one = (ids: Iterable<string>, lot = on): string => {
			const list = [...ids];
			return list[lot % Math.max(1, list.length)] ?? 'nothing-1';
		};
		const [station, card] = [one(summit.stations.keys()), one(summit.cards.list.keys())];
		const [worry, theme] = [one(summit.worries.list.keys()), one([...summit.ideas.themes.keys()].slice(0, 4))];
		const [pending, anyItem] = [one(summit.queue.pending), one(summit.queue.items.keys())];
		const item = also % 5 === 0 ? anyItem : pending;
		const action = one(summit.plan.actions.keys());
		// Most presses saw the newest state; some saw an older one.
		const saw = (version: number | undefined): number => Math.max(0, (version ?? 0) - (also % 6 === 0 ? 1 : 0));
		const stationSeen = saw(summit.stations.get(station)?.version);
		const itemSeen = saw(summit.queue.items.get(item)?.version);
		const doorsSeen = saw(summit.doors.version);
		switch (type) {
			case 'summit:create': {
				const { settings } = summit.setup;
				return { type, settings, rehearsal: false, person: { id: 'another-1', name: 'Another', account: null } };
			}
			case 'setup:edit': {
				const threshold = 5 + (also % 4);
				const change = also % 3 === 0 ? { threshold } : { quietRoom: `Room ${String(also)}` };
				return { type, seen: saw(summit.setup.version), change };
			}
			case 'setup:station': {
				const settings = summit.stations.get(station)?.settings ?? summit.setup.settings.stations[0];
				if (!settings) throw new Error('A summit without stations.');
				return { type, seen: saw(summit.setup.version), station: { ...settings, title: `Title ${String(also)}` } };
			}
			case 'welfare:read':
				return { type, by: 'Mx Hall' };
			case 'summit:clear':
				return also % 2 === 0 ? { type } : { type, reason: 'The buses are here' };
			case 'people:join': {
				const guest = { person: `person-${String(on)}`, name: `Guest ${String(on)}`, account: null };
				if (also % 3 === 2 && summit.plan.actions.size > 0)
					return { type, ...guest, role: 'owner', school: null, action };
				const role = (['lead', 'stationLead', 'observer'] as const)[also % 3] ?? 'lead';
				const school = role === 'lead' ? one(cast.SCHOOLS) : null;
				const duty = DUTIES[on % DUTIES.length];
				return { type, ...guest, role, school, ...(duty === undefined ? {} : { duty }) };
			}
			case 'people:return':
			case 'people:revoke':
			case 'people:unreached':
				return { type, person: one(summit.people.list.keys()) };
			case 'doors:open':
			case 'doors:knock':
			case 'doors:renew':
				return { type, seen: doorsSeen };
			case 'summit:close':
			case 'people:test':
			case 'people:answer':
			case 'doors:close':
			case 'cards:agree':
			case 'controls:pause':
			case 'controls:blank':
				return { type };
			case 'doors:admit':
				return { type, most: 1 + (also % 4) };
			case 'cards:join':
				return { type, school: one(cast.SCHOOLS), band: '9-11', headcount: 1 + (also % 3), knocks: also % 7 === 0 };
			case 'cards:wipe':
			case 'cards:unwipe':
				return also % 2 === 0 ? { type, card } : { type, card, station };
			case 'author:stop':
			case 'author:restore':
			case 'author:wipe':
			case 'author:unwipe':
				return { type, item };
			case 'cards:remove':
			case 'cards:restore':
				return { type, card };
			case 'cards:untrace': {
				const open = [...summit.traces.open.values()].flatMap((mine) => [...mine.values()]);
				return { type, trace: one(open.map(({ id }) => id)) };
			}
			case 'cards:trace':
				return { type, worry, reason: 'child-at-risk', requester: 'The head of year', note: 'Named twice today' };
			case 'controls:resume':
			case 'controls:unblank':
				return { type, seen: saw(summit.controls.version) };
			case 'station:open':
			case 'station:resume':
			case 'station:close':
			case 'station:reveal':
				return { type, station, seen: stationSeen };
			case 'station:pause':
			case 'station:hide':
			case 'station:release':
			case 'marks:export':
				return { type, station };
			case 'lists:edit':
				return { type, list: LISTS[also % 4] ?? 'names', add: [`extra ${on}`], remove: [`extra ${on - 1}`] };
			case 'audit:export':
			case 'retention:warn':
			case 'retention:distill':
			case 'retention:stall':
				return { type };
			case 'retention:hold': {
				const what = also % 2 === 0 ? { item: anyItem } : { worry };
				return { type, ...what, reason: 'complaint', note: `Note ${String(also)}`, until: '2027-03-01' };
			}
			case 'retention:let-go':
				return { type, hold: one(summit.retention.holds.keys()) };
			case 'retention:erase-now':
				return { type, reason: 'mistake', confirm: `Not the name ${String(also)}` };
			case 'retention:receipt':
				return { type, backups: 0 };
			case 'station:extend':
				return { type, station, minutes: 5 };
			case 'station:contribute': {
				const steps = summit.stations.get(station)?.settings.steps ?? [];
				const step = steps[also % Math.max(1, steps.length)];
				const entry: Entry = step ? this.entry(step, station, press) : { type: 'words' };
				const where = also % 23 === 0 ? 'nowhere' : station;
				const words = entry.type === 'words' || also % 3 === 1 ? this.words(press) : undefined;
				return cast.contribute(where, step?.id ?? 'no-step', entry, words);
			}
			case 'station:withdraw':
				return { type, station, contribution: one(summit.stations.get(station)?.contributions.keys() ?? [], also) };
			case 'words:take':
			case 'words:undo':
				return { type, item };
			case 'words:show':
			case 'words:pass':
				return { type, item, seen: itemSeen };
			case 'words:cover': {
				const length = summit.queue.items.get(item)?.text?.length ?? 8;
				return {
					type,
					item,
					seen: itemSeen,
					cover: [
						[Math.max(0, length - 4), length],
						[also % length, length]
					]
				};
			}
			case 'words:keep':
				return { type, item, seen: itemSeen, reason: 'unclear' };
			case 'words:settle':
				return { type, items: [item] };
			case 'talk:ask': {
				const how = (['come', 'go', 'later'] as const)[on % 3] ?? 'come';
				const body = { type, how, aboutAdult: also % 4 === 0 };
				return also % 2 === 0 ? body : { ...body, words: this.words(press) };
			}
			case 'worry:see':
			case 'worry:sheet':
				return { type, worry };
			case 'worry:found':
			case 'worry:missing':
			case 'worry:close':
				return also % 2 === 0 ? { type, worry } : { type, worry, note: `Noted ${String(also)}` };
			case 'worry:exclude': {
				const reason = EXCLUDE_REASONS[also % EXCLUDE_REASONS.length] ?? 'other';
				return { type, worry, person: one(summit.people.list.keys(), also), reason };
			}
			case 'worry:include':
				return { type, worry, person: one(summit.worries.list.get(worry)?.excluded.keys() ?? [], also) };
			case 'worry:alert':
				return { type, worry, stage: also % 2 === 0 ? 'deputies' : 'call' };
			case 'worry:record':
				return { type, worry, system: 'School records', reference: `R-${String(also)}` };
			default:
				return planned(type, { summit, also, one, saw, item: anyItem, theme });
		}
	}
}
