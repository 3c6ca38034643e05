/**
 * One live summit: its state, its serial queue, its topics. Commands are decided one after another, committed in groups,
 * and only then answered (L1). If a commit fails the state is thrown away and folded again from the log, and nobody was
 * told anything. Reading waits its turn behind the commits, so that no screen ever shows what is not on disk.
 */
import type { DoAnswer, TopicRows, WatchAnswer, WatchAsk } from '../live/protocol.ts';
import { isInside } from '../summit/cards.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { RefusalCode } from '../summit/refusals.ts';
import { mayWatch, parseTopic } from '../summit/roles.ts';
import type { Actor, Context, Mark } from '../summit/subject.ts';
import { due, looksAgainIn } from '../summit/duties.ts';
import { evolve } from '../summit/evolve.ts';
import { decide } from '../summit/summit.ts';
import type { Command, LoggedEvent, Summit } from '../summit/summit.ts';
import { TOPICS_VERSION, isTopic, rowOf } from '../summit/topics.ts';
import type { ClockPort } from './clock.ts';
import { createFold } from './fold.ts';
import type { Keyring } from './keyring.ts';
import { refused } from './refused.ts';
import { StoreFull, StoreReadOnly } from './store/errors.ts';
import type { Store, StoredPass, SummitRecord } from './store/port.ts';
import type { Chance } from './tokens.ts';
import { createWatched } from './watched.ts';

export interface RoomParts {
	record: SummitRecord;
	store: Store;
	keyring: Keyring;
	clock: ClockPort;
	chance: Chance;
	read: (text: string) => readonly Mark[];
	network: Context['network'];
	/** Why nothing can be stored just now, where that is known: then nobody but the kit need try. */
	blocked?: () => RefusalCode | null;
	/** Told of what was thrown, without its contents. */
	fault: (what: string, error: unknown) => void;
}

/** What changed in one commit, for whoever sends frames. */
export interface Change {
	events: readonly LoggedEvent[];
	/** Watched topics and their rows that may have changed. */
	rows: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Room {
	readonly id: string;
	readonly rehearsal: boolean;
	readonly createdAt: number;
	/** The state now. Read it only inside `read`, or right after an answer; never keep it. */
	readonly summit: Summit;
	/** Decides, stores, answers. `pass` makes the bearer's pass that must be stored in the same commit. */
	do(actor: Actor, command: Command, pass?: (answer: Record<string, unknown>) => StoredPass): Promise<DoAnswer>;
	/** Rows the device lacks, per topic it may watch. */
	watch(actor: Actor, asks: readonly WatchAsk[]): Promise<WatchAnswer>;
	/** Rows of a topic as the state stands. Call it only inside `read` or from a listener: elsewhere a commit may be under way. */
	rows(topic: string, keys: Iterable<string>): TopicRows;
	/** Runs `fn` on a state in which everything is committed. */
	read<T>(fn: (summit: Summit) => T): Promise<T>;
	/**
	 * For what changes the log itself (S13): nothing is decided or read while `work` runs, then the state is folded again. It
	 * answers the event it stored, or null when it stored none.
	 */
	rewrite(work: (summit: Summit) => Promise<LoggedEvent | null>): Promise<void>;
	/** Called after each commit. A listener that throws is reported and holds up nobody else. */
	onChange(listener: (change: Change) => void): () => void;
	/** Answers what is waiting, then stops; later commands are refused. */
	close(): Promise<void>;
}

interface Waiting {
	actor: Actor;
	command: Command;
	pass: ((answer: Record<string, unknown>) => StoredPass) | undefined;
	answer: (answer: DoAnswer) => void;
}

/** Commands committed together at most. */
const BATCH = 256;
/** How often the kit looks whether something of its own is due (S2's five seconds, S9's releases). */
const TICK = 250;
/** And how soon again after the store refused: a full disk is not made emptier by asking. */
const TICK_AFTER_FAULT = 5_000;

export async function openRoom(parts: RoomParts): Promise<Room> {
	const { record, store, clock, chance, fault } = parts;
	const fold = createFold(parts);
	let summit = await fold.read();
	const epoch = `${TOPICS_VERSION}.${record.log}`;
	const watched = createWatched(() => summit);
	const listeners = new Set<(change: Change) => void>();
	const waiting: Waiting[] = [];
	let turn: Promise<unknown> = Promise.resolve();
	let draining = false;
	/** False while the state may hold what is not on disk, because the log could not be read again yet. */
	let whole = true;
	let closed = false;
	/** The look at the kit's own duties that is to come: when (ms since 1970), and what calls it off. */
	let tick: { at: number; stop: () => void } | null = null;

	function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
		const mine = turn.then(work);
		turn = mine.catch(() => undefined);
		return mine;
	}

	/** For reading: what is not on disk is shown to nobody. */
	const inTurnWhole = <T>(work: () => T): Promise<T> => inTurn(() => (whole ? work() : refold().then(work)));

	function contextFor(actor: Actor): Context {
		const { read, network } = parts;
		return { actor, now: clock.now(), id: chance.id, draw: chance.draw, read, network };
	}

	async function drain(): Promise<void> {
		const batch = waiting.splice(0, BATCH);
		const events: LoggedEvent[] = [];
		const rows = new Map<string, Set<string>>();
		const answers: { waiting: Waiting; answer: DoAnswer; keep: boolean }[] = [];
		const passes: StoredPass[] = [];
		const fresh = new Map<string, DoAnswer>();
		try {
			await refold();
			const head = summit.seq;
			for (const one of batch) {
				const { actor, command } = one;
				const who = `${actor.role}:${actor.id}`;
				const known = fresh.get(`${who} ${command.id}`) ?? (await before(actor, command.id));
				if (known) {
					answers.push({ waiting: one, answer: known, keep: false });
					continue;
				}
				const decision = decided(one);
				if (!decision.ok) {
					answers.push({ waiting: one, answer: refused(command.id, decision), keep: false });
					continue;
				}
				const now = clock.now();
				for (const event of decision.events) {
					const logged: LoggedEvent = { ...event, seq: summit.seq + 1, at: now, actor: who };
					evolve(summit, logged);
					watched.note(logged, rows);
					events.push(logged);
				}
				const answer: DoAnswer = { ok: true, id: command.id, answer: { ...decision.answer } };
				if (one.pass) passes.push(one.pass(answer.answer));
				fresh.set(`${who} ${command.id}`, answer);
				answers.push({ waiting: one, answer, keep: actor.role !== 'kit' });
			}
			if (events.length > 0) {
				await store.append({
					summit: record.id,
					after: head,
					events: events.map(fold.seal),
					answers: answers
						.filter(({ keep }) => keep)
						.map(({ waiting: { actor, command }, answer }) => ({
							actor: `${actor.role}:${actor.id}`,
							id: command.id,
							answer: JSON.stringify(answer)
						})),
					passes,
					revokes: events.flatMap((event) =>
						event.type === 'people:revoked' ? [{ holder: event.person, at: event.at }] : []
					)
				});
			}
		} catch (error) {
			await recover(error, batch);
			return;
		}
		// After the commit come the acknowledgements, then the changed rows.
		for (const { waiting: one, answer } of answers) one.answer(answer);
		if (events.length > 0) for (const listener of listeners) tell(listener, { events, rows });
		wakeUp();
	}

	/** What is committed and answered stays so, whatever a listener makes of it. */
	function tell(listener: (change: Change) => void, change: Change): void {
		try {
			listener(change);
		} catch (error) {
			fault('A change could not be passed on.', error);
		}
	}

	/** One batch to a turn, so that whoever waits to read is not held up for as long as commands keep coming. */
	async function drainNext(): Promise<void> {
		await drain();
		if (waiting.length > 0) void inTurn(drainNext);
		else draining = false;
	}

	/** Deciding changes nothing, so a command that cannot be decided fails alone, and not everybody's beside it. */
	function decided({ actor, command }: Waiting): ReturnType<typeof decide> {
		try {
			return decide(summit, command, contextFor(actor));
		} catch (error) {
			fault(`A command could not be decided (${command.type}).`, error);
			return { ok: false, code: 'server_busy' };
		}
	}

	/** What this actor was answered to this id before; nobody else's (L2). */
	async function before(actor: Actor, id: string): Promise<DoAnswer | null> {
		if (actor.role === 'kit') return null;
		const text = await store.answered({ summit: record.id, actor: `${actor.role}:${actor.id}`, id });
		// Written by this file, as JSON of a DoAnswer.
		return text === null ? null : (JSON.parse(text) as DoAnswer);
	}

	async function recover(error: unknown, batch: Waiting[]): Promise<void> {
		fault('A batch could not be stored; the summit is folded again from its log.', error);
		const code =
			error instanceof StoreFull ? 'store_full' : error instanceof StoreReadOnly ? 'store_read_only' : 'server_busy';
		whole = false;
		await refold().catch((still: unknown) => fault('The log could not be read; the next who asks tries again.', still));
		for (const one of batch) one.answer(refused(one.command.id, { code }));
		wakeUp(TICK_AFTER_FAULT);
	}

	async function refold(): Promise<void> {
		if (whole) return;
		summit = await fold.read();
		watched.startOver();
		whole = true;
	}

	/** The kit looks at its own duties only while there are some. */
	function wakeUp(least = TICK): void {
		if (closed) return;
		const after = looksAgainIn(summit, { now: clock.now(), tick: least });
		if (after === null) return;
		const at = clock.now() + after;
		// A look that comes sooner is enough: it asks again.
		if (tick && tick.at <= at) return;
		tick?.stop();
		const stop = clock.after(after, () => {
			tick = null;
			if (closed) return;
			const kit: Actor = { role: 'kit', id: 'kit' };
			const todo = due(summit, clock.now()).map((duty) => room.do(kit, { ...duty, id: chance.id() }));
			if (todo.length === 0) wakeUp();
			void Promise.all(todo);
		});
		tick = { at, stop };
	}

	const room: Room = {
		id: record.id,
		rehearsal: record.rehearsal,
		createdAt: record.createdAt,
		get summit() {
			return summit;
		},
		do(actor, command, pass) {
			// Each try that fails has the whole log folded again: on a full disk, a room's worth of phones would try without end.
			const code = closed ? 'server_busy' : actor.role === 'kit' ? null : (parts.blocked?.() ?? null);
			if (code !== null) return Promise.resolve(refused(command.id, { code }));
			return new Promise((answer) => {
				waiting.push({ actor, command, pass, answer });
				if (draining) return;
				draining = true;
				void inTurn(drainNext);
			});
		},
		watch: (actor, asks) =>
			inTurnWhole(() => ({
				ok: true as const,
				topics: asks.map((ask) => {
					const topic = parseTopic(ask.topic);
					if (!topic || !isTopic(summit, topic))
						return { topic: ask.topic, refused: 'unknown_topic' as const, words: REFUSALS.unknown_topic };
					if (!mayWatch({ ...actor, duty: summit.people.list.get(actor.id)?.duty }, topic))
						return { topic: ask.topic, refused: 'not_allowed' as const, words: REFUSALS.not_allowed };
					if (topic.name === 'heat' && !isInside(summit.cards, actor))
						return { topic: ask.topic, refused: 'not_admitted' as const, words: REFUSALS.not_admitted };
					const { keys, replace } = watched.ask(topic, { ...ask, since: ask.epoch === epoch ? ask.since : undefined });
					return { ...room.rows(ask.topic, keys), replace };
				})
			})),
		rows(text, keys) {
			const topic = parseTopic(text);
			const rows: Record<string, unknown> = {};
			if (topic) for (const key of keys) rows[key] = rowOf(summit, topic, key);
			return { topic: text, epoch, seq: summit.seq, replace: false, rows };
		},
		read: (fn) => inTurnWhole(() => fn(summit)),
		rewrite: (work) =>
			inTurn(async () => {
				await refold();
				// However it ends, what is in memory may stand in the log no more.
				whole = false;
				const event = await work(summit);
				const rows = new Map<string, Set<string>>();
				if (event) {
					evolve(summit, event);
					// Noted before the state is folded again: rows that go must be named to whoever shows them.
					watched.note(event, rows);
				}
				await refold();
				if (event) for (const listener of listeners) tell(listener, { events: [event], rows });
			}),
		onChange(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async close() {
			closed = true;
			tick?.stop();
			while (draining) await turn;
			await turn;
			listeners.clear();
		}
	};
	wakeUp();
	return room;
}
