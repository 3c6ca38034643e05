/**
 * The shelf in IndexedDB (L3). Every row lies under its summit and card; nobody else's are ever read, and *Next person*
 * wipes them all. Transactions of all tabs stand in one line, which is what makes the lease safe. A browser may close or
 * delete the database under an open page: the next question opens it again.
 */
import { request, type Database } from './database.ts';
import { isTalk, type Lease, type NotDone, type OutboxStore, type Shelf } from './outbox-store.ts';
import type { SentCommand } from './protocol.ts';

interface KeptRow {
	owner: string;
	command: SentCommand;
}
interface RefusedRow extends NotDone {
	owner: string;
}

/** A browser that stored something too late for its answer to count was asked to store it again. */
const once = (commands: SentCommand[]): SentCommand[] => [...new Map(commands.map((one) => [one.id, one])).values()];

/** Commands of one card in one summit. */
export function openStore({ summit, card }: { summit: string; card: string }, database: Database): OutboxStore {
	const owner = `${summit}:${card}`;

	/** `change` says what becomes of the lease. */
	async function read(at: IDBTransaction): Promise<Shelf> {
		const notes = at.objectStore('notes');
		const [waiting, refused, lease, wiped] = await Promise.all([
			// Only this file and `wipe` write these stores, always of these shapes.
			request(at.objectStore('kept').index('owner').getAll(owner)) as Promise<KeptRow[]>,
			request(at.objectStore('refused').index('owner').getAll(owner)) as Promise<RefusedRow[]>,
			request(notes.get(owner)) as Promise<Lease | undefined>,
			request(notes.get('wiped')) as Promise<string | undefined>
		]);
		return {
			waiting: once(waiting.map(({ command }) => command)),
			refused: refused.map(({ id, command, code, words }) => ({ id, command, code, words })),
			lease: lease ?? null,
			wiped: wiped ?? null
		};
	}

	return {
		put: (command) =>
			database.write(['kept'], (at) => {
				at.objectStore('kept').add({ owner, command } satisfies KeptRow);
				// A page may go away in this very moment: nothing more is to come, so the browser need not wait for it.
				if ('commit' in at) at.commit();
			}),
		look: () => database.read(['kept', 'refused', 'notes'], read),
		take: (tab, lapsed) =>
			database.write(['kept', 'refused', 'notes'], async (at) => {
				const shelf = await read(at);
				const { lease } = shelf;
				const free = lease === null || lease.tab === tab || (lease.tab === lapsed?.tab && lease.beat === lapsed.beat);
				if (!free) return shelf;
				const mine = shelf.waiting.every(isTalk) ? null : { tab, beat: (lease?.beat ?? 0) + 1 };
				if (mine) at.objectStore('notes').put(mine, owner);
				else if (lease) at.objectStore('notes').delete(owner);
				return { ...shelf, lease: mine };
			}),
		release: (tab) =>
			database.write(['notes'], async (at) => {
				const lease = (await request(at.objectStore('notes').get(owner))) as Lease | undefined;
				if (lease?.tab === tab) at.objectStore('notes').delete(owner);
			}),
		settle: (id, refused) =>
			database.write(['kept', 'refused'], async (at) => {
				const kept = at.objectStore('kept');
				const keys = await request(kept.index('owner').getAllKeys(owner));
				const rows = (await request(kept.index('owner').getAll(owner))) as KeptRow[];
				for (const key of keys.filter((_, index) => rows[index]?.command.id === id)) kept.delete(key);
				if (refused) at.objectStore('refused').put({ ...refused, owner } satisfies RefusedRow, id);
			}),
		hide: (id) => database.write(['refused'], (at) => void at.objectStore('refused').delete(id)),
		empty: () =>
			database.write(['kept', 'refused', 'notes'], async (at) => {
				const [kept, refused] = [at.objectStore('kept'), at.objectStore('refused')];
				const keys = await Promise.all([kept, refused].map((each) => request(each.index('owner').getAllKeys(owner))));
				for (const key of keys[0] ?? []) kept.delete(key);
				for (const key of keys[1] ?? []) refused.delete(key);
				at.objectStore('notes').delete(owner);
			})
	};
}

/** Everything any card kept on this device, for the next person (L3). `mark` is new each time. */
export async function wipe(mark: string, database: Database): Promise<void> {
	const all = ['kept', 'refused', 'notes', 'screens'] as const;
	const clear = (at: IDBTransaction): void => {
		for (const name of all) at.objectStore(name).clear();
	};
	await database
		.write(all, (at) => {
			clear(at);
			// Says to a tab that slept through it that what it remembers is nobody's any more.
			at.objectStore('notes').put(mark, 'wiped');
		})
		// A full disk refuses even the mark; clearing needs no room, and goes before it.
		.catch(() => database.write(all, clear))
		// Nothing was kept where nothing can be opened.
		.catch(() => undefined);
	database.close();
}
