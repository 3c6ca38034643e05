import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from './database.ts';
import { readScreen, screenWriter, type KeptScreen } from './kept-screen.ts';
import { wipe } from './outbox-database.ts';

const screen: KeptScreen = {
	speaking: { protocol: 1, summit: 'summit', as: 'card' },
	card: 'card',
	title: 'Northbank',
	rows: { summit: { about: { name: 'Northbank' } } }
};

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

it('L3: a screen is there for the next opening, of its summit only, until it is taken away', async () => {
	const database = openDatabase();
	expect(await readScreen('summit', database)).toBeNull();
	const write = screenWriter('summit', database);
	await write(screen);
	expect(await readScreen('summit', database)).toEqual(screen);
	expect(await readScreen('another', database)).toBeNull();
	await write(null);
	expect(await readScreen('summit', database)).toBeNull();
});

it('L3: a tab that slept while the device was handed on writes nothing of the card before', async () => {
	const database = openDatabase();
	const asleep = screenWriter('summit', database);
	await asleep(screen);
	await wipe('next', openDatabase());
	expect(await readScreen('summit', database)).toBeNull();
	await asleep(screen);
	expect(await readScreen('summit', database)).toBeNull();
	await screenWriter('summit', database)({ ...screen, card: 'next' });
	expect(await readScreen('summit', database)).toMatchObject({ card: 'next' });
});

it('L3: a disk too full even for the mark of the handing-on is cleared all the same', async () => {
	await screenWriter('summit', openDatabase())(screen);
	const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
		// As browsers do: nothing of the whole transaction counts.
		this.transaction.abort();
		throw new DOMException('The disk is full.', 'QuotaExceededError');
	});
	await wipe('next', openDatabase());
	put.mockRestore();
	expect(await readScreen('summit', openDatabase())).toBeNull();
});

it('L3: a browser that keeps nothing shows nothing, and complains to nobody', async () => {
	Reflect.deleteProperty(globalThis, 'indexedDB');
	const database = openDatabase();
	await screenWriter('summit', database)(screen);
	expect(await readScreen('summit', database)).toBeNull();
});
