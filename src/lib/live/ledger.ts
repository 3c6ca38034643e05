/**
 * What one tab knows of its card's commands. Whatever it has once seen waiting it holds until it heard what became of it:
 * where the browser lost a command, or an answer went by unheard, asking again is harmless (L2) and forgetting is not (L3).
 */
import type { NotDone, Shelf } from './outbox-store.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';

export interface Known {
	command: SentCommand;
	/** `keeping` is being stored, `kept` outlives the page, `loose` is held by this tab alone. */
	state: 'keeping' | 'kept' | 'loose';
	/** Waits for the answer, where this tab asked. */
	answered: ((answer: DoAnswer) => void) | null;
}

export interface Ledger {
	/** Not answered yet, in the order they go out. */
	all(): Known[];
	first(is: (command: SentCommand) => boolean): Known | undefined;
	add(known: Known): void;
	/** Takes in what is on the shelf. */
	see(shelf: Shelf): void;
	/** It is answered: whoever waits for it is told, and it is never sent again by this tab. */
	answer(answer: DoAnswer): void;
	isDone(id: string): boolean;
	/** It waits for its answer, as far as this tab knows. */
	has(id: string): boolean;
	/** Answered and not yet off the shelf. */
	unforgotten(): [id: string, refused: NotDone | null][];
	settling(id: string, refused: NotDone | null): void;
	settled(id: string): void;
	refused(): NotDone[];
	hide(id: string): void;
	/** Forgets everything; nobody who waits is answered. */
	clear(): void;
}

export function createLedger(): Ledger {
	let known = new Map<string, Known>();
	const done = new Set<string>();
	/** Read, and perhaps still on a shelf that was looked at a moment before. */
	const hidden = new Set<string>();
	const leaving = new Map<string, NotDone | null>();
	let refused: NotDone[] = [];

	return {
		all: () => [...known.values()],
		first: (is) => [...known.values()].find(({ command }) => is(command)),
		add: (one) => void known.set(one.command.id, one),
		see(shelf) {
			const before = known;
			known = new Map();
			for (const command of shelf.waiting) {
				const { id } = command;
				// Whoever had its answer may have gone before it could take it away.
				if (done.has(id)) leaving.set(id, leaving.get(id) ?? null);
				else known.set(id, Object.assign(before.get(id) ?? { command, answered: null }, { state: 'kept' as const }));
			}
			for (const [id, one] of before) {
				if (known.has(id)) continue;
				// It was there and is not: this tab alone has it now.
				if (one.state === 'kept') one.state = 'loose';
				known.set(id, one);
			}
			refused = shelf.refused;
		},
		answer(answer) {
			done.add(answer.id);
			const waits = known.get(answer.id)?.answered;
			known.delete(answer.id);
			waits?.(answer);
		},
		isDone: (id) => done.has(id),
		has: (id) => known.has(id),
		unforgotten: () => [...leaving],
		settling: (id, no) => void leaving.set(id, no),
		settled(id) {
			const no = leaving.get(id);
			leaving.delete(id);
			if (no) refused = [...refused.filter((one) => one.id !== id), no];
		},
		refused() {
			const here = [...leaving.values()].filter((no) => no !== null);
			return [...refused.filter(({ id }) => !leaving.has(id)), ...here].filter(({ id }) => !hidden.has(id));
		},
		hide: (id) => void hidden.add(id),
		clear() {
			known.clear();
			leaving.clear();
			refused = [];
		}
	};
}

/** Of a no, what may stay on the device. That somebody was quicker is nothing a student needs to read. */
export function notDone({ id, type }: SentCommand, answer: DoAnswer): NotDone | null {
	if (answer.ok || answer.code === 'already_so') return null;
	return { id, command: type, code: answer.code, words: answer.words };
}
