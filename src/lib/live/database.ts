/**
 * A browser's IndexedDB as one may trust it: each question is answered in time, or refused. Browsers refuse it (private
 * windows), fill up in the middle, close it under an open page, delete it, or never answer at all; none of that may hold
 * up what somebody wrote (L3, S5).
 */
const NAME = 'summit-outbox';
/** 2 keeps what version 1 kept: what waits on a phone outlives a new version of the kit. */
const VERSION = 2;
/** Milliseconds a browser may take for one question. */
const PATIENCE = 2_000;

export type StoreName = 'kept' | 'refused' | 'notes' | 'screens';

export interface Database {
	read<T>(stores: readonly StoreName[], work: (at: IDBTransaction) => Promise<T>): Promise<T>;
	/** Resolves once it is stored, not when it was asked. */
	write<T>(stores: readonly StoreName[], work: (at: IDBTransaction) => Promise<T> | T): Promise<T>;
	close(): void;
}

export const request = <T>(asked: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('IndexedDB refused'));
	});

const finished = (transaction: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'));
	});

function build(database: IDBDatabase, from: number): void {
	// Rows get rising numbers, which is the order they were put in.
	if (from < 1) database.createObjectStore('kept', { autoIncrement: true }).createIndex('owner', 'owner');
	database.createObjectStore('refused').createIndex('owner', 'owner');
	database.createObjectStore('notes');
	database.createObjectStore('screens');
}

async function open(): Promise<IDBDatabase> {
	const opening = indexedDB.open(NAME, VERSION);
	opening.onupgradeneeded = ({ oldVersion }) => build(opening.result, oldVersion);
	return request(opening);
}

/** `late` ends a browser's time for one question. */
export function openDatabase(late = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))): Database {
	let opened: Promise<IDBDatabase> | null = null;
	/** Questions the browser has not answered in time: until it does, the next ones need not wait as long. */
	let hanging = 0;

	function connection(): Promise<IDBDatabase> {
		opened ??= open().then(
			(database) => {
				// Closed by the browser, or in the way of another tab: opened again when next asked.
				database.onclose = () => (opened = null);
				database.onversionchange = () => {
					database.close();
					opened = null;
				};
				return database;
			},
			(problem: unknown) => {
				opened = null;
				throw problem;
			}
		);
		return opened;
	}

	async function begin(stores: readonly StoreName[], mode: IDBTransactionMode): Promise<IDBTransaction> {
		const options = mode === 'readwrite' ? { durability: 'strict' as const } : {};
		try {
			return (await connection()).transaction(stores, mode, options);
		} catch {
			// The connection may have been closed without a word; a fresh one says so itself if that fails too.
			opened = null;
			return (await connection()).transaction(stores, mode, options);
		}
	}

	/** `ask`, or a no when the browser takes too long over it. */
	async function inTime<T>(ask: () => Promise<T>): Promise<T> {
		if (hanging > 0) throw new Error('The browser does not answer');
		let waits = true;
		const asked = ask();
		const answered = (): void => {
			if (!waits) hanging -= 1;
			waits = false;
		};
		asked.then(answered, answered);
		const tooLate = late().then(() => {
			if (waits) hanging += 1;
			waits = false;
			throw new Error('The browser does not answer');
		});
		tooLate.catch(() => undefined);
		return Promise.race([asked, tooLate]);
	}

	return {
		read: (stores, work) => inTime(async () => work(await begin(stores, 'readonly'))),
		write: (stores, work) =>
			inTime(async () => {
				const at = await begin(stores, 'readwrite');
				const done = finished(at);
				done.catch(() => undefined);
				const result = await work(at);
				await done;
				return result;
			}),
		close() {
			void opened?.then((database) => database.close()).catch(() => undefined);
			opened = null;
		}
	};
}
