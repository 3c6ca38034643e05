/**
 * The device's durable queue of commands (L3). A command is stored before it is sent, sent in the order it was made,
 * and taken off the device as soon as it was answered for good. *Talk to someone* has a lane of its own, so that nothing
 * can stand in its way (S5). It must never drop a command in silence, and never send one that another card wrote: a
 * store belongs to one card of one summit.
 */
import type { RefusalCode } from '../summit/refusals.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';

/** Where commands wait. `all` gives them in the order they were put. */
export interface OutboxStore {
	/** False when they would not outlive a reload. */
	readonly durable: boolean;
	all(): Promise<SentCommand[]>;
	put(command: SentCommand): Promise<void>;
	remove(id: string): Promise<void>;
}

export interface OutboxParts {
	store: OutboxStore;
	/** Null when no answer came. */
	send: (command: SentCommand) => Promise<DoAnswer | null>;
	/** Resolves after so many milliseconds. */
	wait: (milliseconds: number) => Promise<void>;
	/** Chance, 0 ≤ n < 1, so that a room full of phones does not come back in one beat. */
	draw: () => number;
	/** What waits changed. */
	changed: (waiting: readonly SentCommand[]) => void;
	/** A command made before the page was loaded was answered no; nobody else is waiting for the answer. */
	refused: (command: SentCommand, answer: Extract<DoAnswer, { ok: false }>) => void;
}

export interface Outbox {
	/** Loads what waits from before and starts sending. */
	open(): Promise<void>;
	/** Keeps the command and resolves with its final answer. */
	add(command: SentCommand): Promise<DoAnswer>;
	/** Commands not yet answered, in order. */
	waiting(): readonly SentCommand[];
	/** There is a connection again: try now instead of at the end of the back-off. */
	wake(): void;
	/** Lets go of everything that waits, here; what the device stores is wiped apart. Nothing of it is answered. */
	clear(): void;
	close(): void;
}

/** Not answers yet: the command stays and is tried again. */
const AGAIN: readonly RefusalCode[] = ['too_fast', 'server_busy', 'store_full', 'store_read_only'];

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Milliseconds to wait after `tries` without an answer: doubling, half of it by chance. */
export function backOff(tries: number, draw: number): number {
	const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries, 10));
	return Math.round(full / 2 + (full / 2) * draw);
}

type Lane = 'talk' | 'rest';
const laneOf = (command: SentCommand): Lane => (command.type === 'talk:ask' ? 'talk' : 'rest');

export function createOutbox(parts: OutboxParts): Outbox {
	const lanes: Record<Lane, SentCommand[]> = { talk: [], rest: [] };
	const busy: Record<Lane, boolean> = { talk: false, rest: false };
	const answers = new Map<string, (answer: DoAnswer) => void>();
	let awake: () => void = () => undefined;
	let nap = new Promise<void>((resolve) => (awake = resolve));
	let open = false;
	let closed = false;

	const waiting = (): SentCommand[] => [...lanes.talk, ...lanes.rest];
	const tell = (): void => parts.changed(waiting());

	async function settle(lane: Lane, command: SentCommand, answer: DoAnswer): Promise<void> {
		// Cleared while the answer was on its way: what stands first now is another one.
		if (lanes[lane][0] === command) lanes[lane].shift();
		// What was acknowledged leaves the device. A store that cannot forget sends it again, which is harmless (L2).
		await parts.store.remove(command.id).catch(() => undefined);
		tell();
		const waits = answers.get(command.id);
		answers.delete(command.id);
		if (waits) waits(answer);
		else if (!answer.ok) parts.refused(command, answer);
	}

	/** Sends one lane until it is empty. One at a time, so that order is kept. */
	async function run(lane: Lane): Promise<void> {
		if (busy[lane] || !open) return;
		busy[lane] = true;
		let tries = 0;
		for (let head = lanes[lane][0]; head && !stopped(); head = lanes[lane][0]) {
			const answer = await parts.send(head).catch(() => null);
			if (stopped()) break;
			if (answer && (answer.ok || !AGAIN.includes(answer.code))) {
				tries = 0;
				await settle(lane, head, answer);
			} else {
				await Promise.race([parts.wait(backOff(tries, parts.draw())), nap]);
				tries += 1;
			}
		}
		busy[lane] = false;
	}

	/** A function, because `close` may be called while something is awaited. */
	const stopped = (): boolean => closed;

	return {
		async open() {
			const kept = await parts.store.all().catch(() => []);
			// What was added while the store was being read stands behind what waited from before.
			const known = new Set(waiting().map((command) => command.id));
			const before = kept.filter((command) => !known.has(command.id));
			for (const lane of ['talk', 'rest'] as const) {
				lanes[lane].unshift(...before.filter((command) => laneOf(command) === lane));
			}
			open = true;
			tell();
			void run('talk');
			void run('rest');
		},
		async add(command) {
			const lane = laneOf(command);
			lanes[lane].push(command);
			tell();
			const answered = new Promise<DoAnswer>((resolve) => answers.set(command.id, resolve));
			const kept = parts.store.put(command).catch(() => undefined);
			// S5: not even a browser slow to store holds this one up.
			if (lane === 'rest') await kept;
			void run(lane);
			return answered;
		},
		waiting,
		wake() {
			const wakeNow = awake;
			nap = new Promise<void>((resolve) => (awake = resolve));
			wakeNow();
		},
		clear() {
			for (const lane of Object.values(lanes)) lane.length = 0;
			answers.clear();
			tell();
		},
		close() {
			closed = true;
			awake();
		}
	};
}
