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
import { evolve } from '../summit/evolve.ts';
import type { Command, LoggedEvent, Summit } from '../summit/summit.ts';
import { TOPICS_VERSION, isTopic, rowOf } from '../summit/topics.ts';
import { decideAll, nameOf, whoIs, writeOf } from './batch.ts';
import type { Decided, Waiting } from './batch.ts';
import type { ClockPort } from './clock.ts';
import { createFold } from './fold.ts';
import type { Keyring } from './keyring.ts';
import { createOwnDuties } from './own-duties.ts';
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
	/** Why nothing can be stored just now, where that is known: then only the kit tries, and who wants to talk to someone. */
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

/** Commands committed together at most. */
const BATCH = 256;

export async function openRoom(parts: RoomParts): Promise<Room> {
	const { record, store, clock, chance, fault } = parts;
	const fold = createFold(parts);
	let summit = await fold.read();
	const epoch = `${TOPICS_VERSION}.${record.log}`;
	const watched = createWatched(() => summit);
	const listeners = new Set<(change: Change) => void>();
	const waiting: Waiting[] = [];
	let turn: Promise<unknown> = Promise.resolve();
	/** A batch that has not begun has its turn already. */
	let turnTaken = false;
	/** False while the state may hold what is not on disk, because the log could not be read again yet. */
	let whole = true;
	let closed = false;
	const duties = createOwnDuties({
		summit: () => summit,
		clock,
		chance,
		send: (kit, command) => room.do(kit, command)
	});

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

	/** Decides, commits, and only then answers. */
	async function commit(batch: Waiting[]): Promise<void> {
		let decided: Decided;
		try {
			await refold();
			const head = summit.seq;
			const before = await answeredBefore(batch);
			decided = decideAll({ batch, before, summit, watched, contextFor, fault });
			const events = decided.events.map(fold.seal);
			if (events.length > 0) await store.append({ summit: record.id, after: head, events, ...writeOf(decided) });
		} catch (error) {
			await recover(error, batch);
			return;
		}
		// After the commit come the acknowledgements, then the changed rows.
		const { events, rows, answers } = decided;
		for (const { waiting: one, answer } of answers) one.answer(answer);
		if (events.length > 0) for (const listener of listeners) tell(listener, { events, rows });
		duties.wakeUp();
	}

	/** What is committed and answered stays so, whatever a listener makes of it. */
	function tell(listener: (change: Change) => void, change: Change): void {
		try {
			listener(change);
		} catch (error) {
			fault('A change could not be passed on.', error);
		}
	}

	/**
	 * A batch begins when the loop has read what lies at its sockets, so that all of it shares one write to the disk. Its turn is
	 * taken before that: whoever asks to read after a command waits for it, but never for more than one batch.
	 */
	function takeTurn(): void {
		turnTaken = true;
		void inTurn(async () => {
			await nextTurn();
			const batch = waiting.splice(0, BATCH);
			turnTaken = false;
			if (waiting.length > 0) takeTurn();
			await commit(batch);
		});
	}

	/** What these actors were answered to these ids before; nobody else's (L2). */
	async function answeredBefore(batch: readonly Waiting[]): Promise<Map<string, DoAnswer>> {
		const asks = batch
			.filter(({ actor }) => actor.role !== 'kit')
			.map(({ actor, command }) => ({ actor: whoIs(actor), id: command.id }));
		const found = await store.answeredTo({ summit: record.id, asks });
		// Written by this file, as JSON of a DoAnswer.
		return new Map(found.map(({ actor, id, answer }) => [nameOf(actor, id), JSON.parse(answer) as DoAnswer]));
	}

	async function recover(error: unknown, batch: Waiting[]): Promise<void> {
		fault('A batch could not be stored; the summit is folded again from its log.', error);
		const code =
			error instanceof StoreFull ? 'store_full' : error instanceof StoreReadOnly ? 'store_read_only' : 'server_busy';
		whole = false;
		await refold().catch((still: unknown) => fault('The log could not be read; the next who asks tries again.', still));
		for (const one of batch) one.answer(refused(one.command.id, { code }));
		duties.wakeUp('fault');
	}

	async function refold(): Promise<void> {
		if (whole) return;
		summit = await fold.read();
		watched.startOver();
		whole = true;
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
			// A call for help is tried all the same (S5): where a class's marks find no room a few words still may.
			const tried = actor.role === 'kit' || command.type === 'talk:ask';
			const code = closed ? 'server_busy' : tried ? null : (parts.blocked?.() ?? null);
			if (code !== null) return Promise.resolve(refused(command.id, { code }));
			return new Promise((answer) => {
				waiting.push({ actor, command, pass, answer });
				if (!turnTaken) takeTurn();
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
			duties.stop();
			while (waiting.length > 0) await turn;
			await turn;
			listeners.clear();
		}
	};
	duties.wakeUp();
	return room;
}

function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
