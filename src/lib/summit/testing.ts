/**
 * The stage the tests of this floor play on: one summit made from the standard template, with a clock, ids and chance
 * that are the same at every run. Every command goes through the real schema, `decide` and `evolve`; the stage throws
 * when deciding changed anything, and freezes every event, so that folding can never lean on changing its own log.
 */
import { createSummit, foundSummit } from './founding.ts';
import { contactMarks, titledNames } from './words.ts';
import type { Refusal, RefusalCode } from './refusals.ts';
import { parseTopic } from './roles.ts';
import type { Entry, Feeling, MarkEntry } from './stations/entries.ts';
import type { Actor, Context, Decision, Mark } from './subject.ts';
import type { Receiver, Settings } from './stations/settings.ts';
import { due } from './duties.ts';
import { evolve } from './evolve.ts';
import { Command, decide } from './summit.ts';
import type { Event, LoggedEvent, Summit } from './summit.ts';
import { HELP_UK } from './templates/help-uk.ts';
import { standardTemplate } from './templates/standard.ts';
import { keysOf, rowOf } from './topics.ts';
import { Watch } from './testing-watch.ts';
import { touched } from './touched.ts';
import type { Touch } from './touches.ts';

type Without<T> = T extends unknown ? Omit<T, 'id'> : never;
/** A command as a device writes it; the stage names it. */
export type CommandBody = Without<Command>;

export const KIT: Actor = { role: 'kit', id: 'kit' };
export const NEWCOMER: Actor = { role: 'newcomer', id: 'newcomer' };
export const FACILITATOR: Actor = { role: 'facilitator', id: 'facilitator-1' };
export const HOST_LEAD: Actor = { role: 'lead', id: 'lead-host-1' };
export const HOST_DEPUTY: Actor = { role: 'lead', id: 'lead-host-2' };
export const NORTH_LEAD: Actor = { role: 'lead', id: 'lead-north-1' };
export const FAR_LEAD: Actor = { role: 'lead', id: 'lead-far-1' };
export const STATION_LEAD: Actor = { role: 'stationLead', id: 'helper-1' };
export const SECOND_LEAD: Actor = { role: 'stationLead', id: 'helper-2' };
export const OBSERVER: Actor = { role: 'observer', id: 'observer-1' };
export const WALL: Actor = { role: 'wall', id: 'wall-0001' };

/** Everybody but the facilitator, who is there from the first event: role, name, school. */
const CAST: readonly (readonly [Actor, string, string | null])[] = [
	[HOST_LEAD, 'Jo Patel', 'host'],
	[HOST_DEPUTY, 'Siân O’Brien', 'host'],
	[NORTH_LEAD, 'Sam Okafor', 'north'],
	[FAR_LEAD, 'Ines van der Berg', 'far'],
	[STATION_LEAD, 'Lee Marsh', null],
	[SECOND_LEAD, 'Ada Finch', null],
	[OBSERVER, 'Rowan Pike', null],
	[WALL, 'Hall projector', null]
];
export const SCHOOLS = ['host', 'north', 'far'] as const;
/** Nine in the morning of 20 November 2026, UTC. */
const START = 1_795_165_200_000;

/** A stand-in for the server's reading of words: the real patterns for names and contacts, two plain ones beside them. */
export function readForTests(text: string): Mark[] {
	const marks: Mark[] = [];
	if (titledNames(text).length > 0) marks.push('title');
	if (contactMarks(text).length > 0) marks.push('contact');
	if (/\bhurts me\b/u.test(text)) marks.push('disclosure');
	if (/\bstupid\b/u.test(text)) marks.push('abuse');
	return marks;
}

/** Who receives allegations about staff of a school: written down, and not in the kit themselves. */
export function receiver(school: string): Receiver {
	return { school, as: 'head', name: `The head of ${school}`, contact: '01632 960 001' };
}

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const part of Object.values(value)) frozen(part);
	}
	return value;
}

/** What was frozen through and through can be named instead of written out. */
const names = new WeakMap<object, string>();
let named = 0;

/**
 * The whole state as one text: equal texts are equal states, the order inside maps and sets included. `quick` names
 * frozen parts by identity, which tells one state from its own change; without it two summits can be compared.
 */
export function picture(value: unknown, quick = false): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (part instanceof Map) return { map: [...part] };
		if (part instanceof Set) return { set: [...part] };
		if (!quick || typeof part !== 'object' || part === null || !Object.isFrozen(part)) return part;
		const name = names.get(part) ?? `frozen ${String((named += 1))}`;
		names.set(part, name);
		return name;
	});
}

/** A pin or a named place. */
export function mark(where: [number, number] | string, feeling: Feeling = 'safe', why: string[] = []): MarkEntry {
	const [at, place] = typeof where === 'string' ? [null, where] : [where, null];
	return { type: 'mark', at, place, feeling, when: [], with: [], why };
}
export function contribute(station: string, step: string, entry: Entry, words?: string): CommandBody {
	const body = { type: 'station:contribute', station, step, entry } as const;
	return words === undefined ? body : { ...body, words };
}
/** Words alone, at the neighbourhood map. */
export function say(words: string): CommandBody {
	return contribute('neighbourhood', 'one-idea', { type: 'words' }, words);
}

export class Stage {
	summit: Summit;
	now = START;
	network: Context['network'] = 'safe';
	readonly log: LoggedEvent[] = [];
	/** Rows named by the last command that was done. */
	touches: Touch[] = [];
	readonly watches: Watch[] = [];
	private made = 0;
	private chance = 7;

	constructor(given: { rehearsal?: boolean; change?: Partial<Settings> } = {}) {
		const template = standardTemplate({ date: '2026-11-20', nextUpdate: '2026-12-04' });
		const schools = SCHOOLS.map((id) => ({ id, name: `${id} school` }));
		const settings = { ...template, schools, ...given.change };
		const person = { id: FACILITATOR.id, name: 'Farah Qureshi', account: 'account-facilitator' };
		const body = { type: 'summit:create', settings, rehearsal: given.rehearsal ?? false, person };
		const command = Command.parse({ ...body, id: this.id() });
		if (command.type !== 'summit:create') throw new Error('The schema changed what kind of command it is.');
		const decision = createSummit(command, this.context(KIT));
		if (!decision.ok) throw new Error('A summit could not be created.');
		const events = decision.events.map((event, index) => this.logged(event, KIT, index + 1));
		const [first] = events;
		if (!first) throw new Error('Nothing was created.');
		this.summit = foundSummit('summit-1', first);
		this.fold(events);
	}

	/** A whole cast, a lead of each school who answered, a quiet room and a help pack: ready to open (S14). */
	static prepared(given: { rehearsal?: boolean; change?: Partial<Settings> } = {}): Stage {
		const schools = given.change?.schools ?? SCHOOLS.map((id) => ({ id }));
		const allegations = schools.map(({ id }) => receiver(id));
		const ready = { quietRoom: 'Library office', helpPack: HELP_UK, allegations };
		const stage = new Stage({ ...given, change: { ...ready, ...given.change } });
		for (const [actor, name, school] of CAST) {
			if (school !== null && !schools.some(({ id }) => id === school)) continue;
			if (actor.role === 'card' || actor.role === 'kit' || actor.role === 'newcomer') continue;
			const account = actor.role === 'lead' ? `account-${actor.id}` : null;
			stage.must(KIT, { type: 'people:join', person: actor.id, name, role: actor.role, school, account });
			if (actor.role === 'lead') stage.must(actor, { type: 'people:answer' });
		}
		return stage;
	}

	/** Doors open, `cards` agreed cards (schools in turn), every station open. */
	static open(cards = 0, given: { rehearsal?: boolean; change?: Partial<Settings> } = {}): Stage {
		const stage = Stage.prepared(given);
		stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		for (let n = 0; n < cards; n += 1) stage.join(n);
		for (const station of stage.summit.stations.keys()) {
			stage.must(FACILITATOR, { type: 'station:open', station, seen: 0 });
		}
		return stage;
	}

	/** One more card, agreed unless told otherwise. */
	join(n: number, agreed = true): Actor {
		const { schools } = this.summit.setup.settings;
		const school = schools[n % schools.length]?.id ?? 'host';
		const answer = this.must(NEWCOMER, { type: 'cards:join', school, band: '9-11', headcount: 1 });
		const actor: Actor = { role: 'card', id: String(answer['card']) };
		if (agreed) this.must(actor, { type: 'cards:agree' });
		return actor;
	}

	/** The nth card that joined. */
	card(n: number): Actor {
		const id = [...this.summit.cards.list.keys()][n];
		if (id === undefined) throw new Error(`There is no card ${String(n)}.`);
		return { role: 'card', id };
	}

	/** Sends a command as the server would: schema, decide, log, evolve, rows. */
	do(actor: Actor, body: CommandBody): Decision<Event> {
		const command = Command.parse({ ...body, id: this.id() });
		const before = this.picture();
		const decision = decide(this.summit, command, this.context(actor));
		if (this.picture() !== before) throw new Error(`Deciding ${command.type} changed the state.`);
		this.touches = [];
		const first = this.log.length + 1;
		if (decision.ok) this.fold(decision.events.map((event, index) => this.logged(event, actor, first + index)));
		return decision;
	}

	/** Done, or the test fails; answers what the one who asked is told. */
	must(actor: Actor, body: CommandBody): Readonly<Record<string, unknown>> {
		const decision = this.do(actor, body);
		if (!decision.ok) throw new Error(`${body.type} was refused: ${decision.code} ${JSON.stringify(decision.detail)}`);
		return decision.answer ?? {};
	}

	/** Refused without a trace, or the test fails; answers the code. */
	refused(actor: Actor, body: CommandBody): RefusalCode {
		return this.refusal(actor, body).code;
	}
	refusal(actor: Actor, body: CommandBody): Refusal {
		const before = this.picture();
		const events = this.log.length;
		const decision = this.do(actor, body);
		if (decision.ok) throw new Error(`${body.type} was not refused.`);
		if (this.picture() !== before || this.log.length !== events) throw new Error('A refusal changed something.');
		return decision;
	}

	/** Time passes, and the kit does what is due. */
	wait(milliseconds: number): void {
		this.now += milliseconds;
		for (const command of due(this.summit, this.now)) this.must(KIT, command);
	}

	/** The rows one audience sees now, computed afresh. */
	rows(topic: string): Map<string, unknown> {
		const parsed = parseTopic(topic);
		if (!parsed) throw new Error(`There is no topic ${topic}.`);
		const rows = new Map<string, unknown>();
		for (const key of keysOf(this.summit, parsed)) {
			const row = rowOf(this.summit, parsed, key);
			if (row !== null) rows.set(key, row);
		}
		return rows;
	}

	watch(actor: Actor, topic: string): Watch {
		const watch = new Watch(this, actor, topic);
		this.watches.push(watch);
		return watch;
	}

	picture(): string {
		return picture(this.summit, true);
	}

	private fold(events: LoggedEvent[]): void {
		for (const event of events) {
			this.log.push(event);
			evolve(this.summit, event);
			frozen(this.summit.setup.settings);
			const touches = touched(this.summit, event);
			this.touches.push(...touches);
			for (const watch of this.watches) watch.hear(touches);
		}
	}
	private logged(event: Event, { role, id }: Actor, seq: number): LoggedEvent {
		return frozen({ ...structuredClone(event), seq, at: this.now, actor: `${role}:${id}` });
	}
	private id(): string {
		this.made += 1;
		return `made-${String(this.made).padStart(6, '0')}`;
	}
	private context(actor: Actor): Context {
		const draw = (below: number): number => {
			this.chance = (Math.imul(this.chance, 1_103_515_245) + 12_345) >>> 0;
			return Math.floor((this.chance / 2 ** 32) * below);
		};
		return { actor, now: this.now, id: () => this.id(), draw, read: readForTests, network: this.network };
	}
}
