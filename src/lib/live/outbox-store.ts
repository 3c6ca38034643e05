/**
 * Where a phone keeps commands until they are acknowledged (L3): IndexedDB, or memory where the browser refuses one
 * (private browsing, a full disk), which `durable` tells. Every command is kept under its summit and card; nobody else's
 * are ever read, and *Next person* wipes them all.
 */
import type { OutboxStore } from './outbox.ts';
import type { SentCommand } from './protocol.ts';

const DATABASE = 'summit-outbox';
const KEPT = 'kept';

interface Row {
	owner: string;
	command: SentCommand;
}

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('IndexedDB refused'));
	});

/** Resolves once the transaction is on disk, not when it was asked. */
const finished = (transaction: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'));
	});

async function openDatabase(): Promise<IDBDatabase> {
	const opening = indexedDB.open(DATABASE, 1);
	opening.onupgradeneeded = () => {
		// Rows get rising numbers, which is the order they were put in.
		opening.result.createObjectStore(KEPT, { autoIncrement: true }).createIndex('owner', 'owner');
	};
	const database = await request(opening);
	// Another tab wiping everything must not wait for this one.
	database.onversionchange = () => database.close();
	return database;
}

/** Commands of one card in one summit. */
export async function openStore({ summit, card }: { summit: string; card: string }): Promise<OutboxStore> {
	const owner = `${summit}:${card}`;
	try {
		return inDatabase(await openDatabase(), owner);
	} catch {
		return inMemory();
	}
}

function inDatabase(database: IDBDatabase, owner: string): OutboxStore {
	const write = (): IDBTransaction => database.transaction(KEPT, 'readwrite');
	return {
		durable: true,
		async all() {
			const mine = database.transaction(KEPT).objectStore(KEPT).index('owner').getAll(owner);
			// Only `put` below writes rows, always of this shape.
			const rows = (await request(mine)) as Row[];
			return rows.map((row) => row.command);
		},
		async put(command) {
			const transaction = write();
			transaction.objectStore(KEPT).add({ owner, command } satisfies Row);
			await finished(transaction);
		},
		async remove(id) {
			const transaction = write();
			const walk = transaction.objectStore(KEPT).index('owner').openCursor(owner);
			walk.onsuccess = () => {
				const cursor = walk.result;
				if (!cursor) return;
				// Only `put` above writes rows, always of this shape.
				if ((cursor.value as Row).command.id === id) cursor.delete();
				else cursor.continue();
			};
			await finished(transaction);
		}
	};
}

/** For browsers that keep nothing, and for tests. */
export function inMemory(): OutboxStore {
	const kept = new Map<string, SentCommand>();
	return {
		durable: false,
		all: async () => [...kept.values()],
		put: async (command) => void kept.set(command.id, command),
		remove: async (id) => void kept.delete(id)
	};
}

/** Everything any card kept on this device, for the next person (L3). */
export async function wipeStores(): Promise<void> {
	try {
		const database = await openDatabase();
		const transaction = database.transaction(KEPT, 'readwrite');
		transaction.objectStore(KEPT).clear();
		await finished(transaction);
		database.close();
	} catch {
		// Nothing was kept where nothing can be opened.
	}
}
