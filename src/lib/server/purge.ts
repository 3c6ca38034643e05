/*
 * Erasing (S13), in this order, and from any point on again after a kill, because each step may be repeated and the log says
 * how far it came: what everybody may keep is frozen (`summit:distilled`) → words, positions and what cards did are blanked
 * in place, held texts sealed under keys of their own (`summit:redacted`) → the summit's keys are destroyed → the file is
 * rewritten and its journal emptied, again and again while somebody else reads → backups are deleted → the receipt. Until
 * keys are destroyed nobody else's turn comes, so no note can be sealed under a key that is about to go.
 */
import { erasureDue, warningDue } from '../summit/retention.ts';
import type { Actor } from '../summit/subject.ts';
import type { LoggedEvent } from '../summit/summit.ts';
import type { Backups } from './backups.ts';
import type { ClockPort } from './clock.ts';
import type { Fold } from './fold.ts';
import type { Keyring } from './keyring.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Store } from './store/port.ts';
import type { Chance } from './tokens.ts';

const HOUR = 3_600_000;
/** Milliseconds until the journal is tried again while somebody reads; doubled up to five minutes. */
const AGAIN = 1_000;
const AGAIN_AT_MOST = 300_000;
const KIT: Actor = { role: 'kit', id: 'kit' };

export interface Purge {
	/** Ends what a stop cut short as far as the destroyed keys, before anybody is served; the rest goes on by itself. */
	resume(): Promise<void>;
	/** Announces and erases what is due, now and every hour, and at once when a lead orders it. Call once. */
	start(): void;
	close(): Promise<void>;
}

interface PurgeParts {
	store: Pick<Store, 'read' | 'erase' | 'compact' | 'settle'>;
	keyring: Pick<Keyring, 'keep' | 'destroy'>;
	rooms: Pick<Rooms, 'list' | 'foldOf' | 'onOpen'>;
	backups: Pick<Backups, 'expire' | 'check'>;
	clock: ClockPort;
	chance: Pick<Chance, 'id'>;
	fault: (what: string, error: unknown) => void;
}

export function createPurge({ store, keyring, rooms, backups, clock, chance, fault }: PurgeParts): Purge {
	let turn: Promise<unknown> = Promise.resolve();
	let closed = false;
	const stops = new Set<() => void>();
	/** Rooms whose file still waits for a reader to leave. */
	const waiting = new Set<string>();

	function later(ms: number, work: () => void): void {
		if (closed) return;
		const stop = clock.after(ms, () => {
			stops.delete(stop);
			work();
		});
		stops.add(stop);
	}

	/** One room at a time; one that fails is told, tried again by the hour, and holds up no other. */
	function inTurn(work: () => Promise<void>): Promise<void> {
		const mine = turn.then(() => (closed ? undefined : work()));
		const told = mine.catch((error: unknown) => fault('An erasure could not go on; it is tried again.', error));
		turn = told;
		return told;
	}

	async function act(
		room: Room,
		body: { type: 'retention:warn' | 'retention:distill' | 'retention:stall' }
	): Promise<void>;
	async function act(room: Room, body: { type: 'retention:receipt'; backups: number }): Promise<void>;
	async function act(
		room: Room,
		body:
			| { type: 'retention:receipt'; backups: number }
			| { type: 'retention:warn' | 'retention:distill' | 'retention:stall' }
	): Promise<void> {
		const answer = await room.do(KIT, { ...body, id: chance.id() });
		if (!answer.ok && answer.code !== 'already_so') throw new Error(`${body.type}: ${answer.code}`);
	}

	async function kept(fold: Fold, summit: string, seqs: readonly number[]) {
		const found = [];
		for (const seq of seqs) {
			const [stored] = await store.read({ summit, after: seq - 1, limit: 1 });
			if (stored) found.push({ seq, sealed: fold.sealHeld(stored) });
		}
		return found;
	}

	/** Blanks what is to be blanked unless that stands in the log already, and destroys the keys. */
	async function blank(room: Room): Promise<void> {
		const fold = rooms.foldOf(room.id);
		if (!fold) return;
		await room.rewrite(async (summit) => {
			const { erasing } = summit.retention;
			if (!erasing) return null;
			let done: LoggedEvent | null = null;
			if (!erasing.redacted) {
				await keyring.keep({ summit: room.id, held: erasing.kept });
				const stands = await kept(fold, room.id, erasing.kept);
				done = { type: 'summit:redacted', seq: summit.seq + 1, at: clock.now(), actor: 'kit:kit' };
				const { upTo, also } = erasing;
				await store.erase({
					...{ summit: room.id, after: summit.seq, upTo, also: [...also], kept: stands },
					event: fold.seal(done)
				});
			}
			await keyring.destroy(room.id, { held: erasing.kept });
			return done;
		});
	}

	/** From the emptied file to the receipt; `false` while somebody else reads. */
	async function finish(room: Room, rewritten: boolean): Promise<boolean> {
		if (!(rewritten ? await store.settle() : await store.compact())) {
			await act(room, { type: 'retention:stall' });
			return false;
		}
		const gone = await backups.expire();
		await act(room, { type: 'retention:receipt', backups: gone });
		// The other summits' backups went too; they get one without the erased words.
		await backups.check();
		return true;
	}

	async function erase(room: Room): Promise<void> {
		if (room.summit.retention.erasing === null) await act(room, { type: 'retention:distill' });
		await blank(room);
		if (room.summit.retention.erasing === null || waiting.has(room.id)) return;
		if (!(await finish(room, false))) settle(room, AGAIN);
	}

	function settle(room: Room, after: number): void {
		waiting.add(room.id);
		later(after, () => {
			void inTurn(async () => {
				// First of all: when the rest throws, the next hour must not take it for one that waits.
				waiting.delete(room.id);
				if (room.summit.retention.erasing !== null && !(await finish(room, true)))
					settle(room, Math.min(after * 2, AGAIN_AT_MOST));
			});
		});
	}

	async function look(room: Room): Promise<void> {
		const now = clock.now();
		const { warns, due } = await room.read((summit) => ({
			warns: warningDue(summit, now) !== null,
			due: erasureDue(summit, now)
		}));
		if (warns) await act(room, { type: 'retention:warn' });
		if (due) await erase(room);
	}

	function everyHour(): void {
		void inTurn(async () => {
			for (const room of await rooms.list()) void inTurn(() => look(room));
		});
		later(HOUR, everyHour);
	}

	rooms.onOpen((room) => {
		room.onChange(({ events }) => {
			if (events.some(({ type }) => type === 'retention:ordered')) void inTurn(() => look(room));
		});
	});

	return {
		async resume() {
			for (const room of await rooms.list()) if (room.summit.retention.erasing !== null) await blank(room);
		},
		start: everyHour,
		async close() {
			closed = true;
			for (const stop of stops) stop();
			await turn;
		}
	};
}
