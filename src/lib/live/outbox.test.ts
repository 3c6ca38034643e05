import { describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { openStore, wipe } from './outbox-database.ts';
import { Device, no, talk, words, yes } from './testing-tabs.ts';

const code = (answer: { ok: boolean; code?: string } | undefined): string =>
	answer?.ok ? 'ok' : (answer?.code ?? '–');

describe('the outbox of one tab', () => {
	it('L3: stores a command before it is sent, and forgets it once it was answered', async () => {
		const device = new Device();
		const seen: number[] = [];
		device.answers = async (command) => {
			seen.push((await device.shelf()).waiting.length);
			return yes(command);
		};
		const tab = device.tab();
		await tab.outbox.open();
		await tab.put(words('a'));
		expect(tab.answered.map(code)).toEqual(['ok']);
		expect(seen).toEqual([1]);
		expect(await device.shelf()).toEqual({ waiting: [], refused: [], lease: null, wiped: null });
		expect(tab.waiting).toEqual([]);
	});

	it('L2: sends the same id again until an answer comes, in order', async () => {
		const device = new Device();
		const tab = device.tab();
		device.answers = () => null;
		await tab.put(words('a'));
		await tab.put(words('b'));
		expect(tab.waiting).toEqual(['a', 'b']);
		device.answers = yes;
		await device.pass(1_000);
		expect(device.ids()).toEqual(['a', 'a', 'b']);
		expect(tab.answered.map(code)).toEqual(['ok', 'ok']);
	});

	it('L3: what is cleared while an answer is on its way is never sent again, and takes nothing newer with it', async () => {
		const device = new Device();
		device.answers = (command) => (command.id === 'old' ? null : yes(command));
		const tab = device.tab();
		await tab.put(words('old'));
		tab.outbox.clear();
		expect(tab.waiting).toEqual([]);
		await tab.put(words('new'));
		await device.pass(20_000);
		expect(device.ids()).toEqual(['old', 'new']);
		expect(tab.answered.map(({ id }) => id)).toEqual(['new']);
	});

	it('L3: carries on after a reload with what the page before it kept', async () => {
		const device = new Device();
		const before = device.tab();
		before.online = false;
		await before.put(words('a'));
		await before.put(words('b'));
		before.freeze();

		const after = device.tab();
		await after.outbox.open();
		expect(after.waiting).toEqual(['a', 'b']);
		await device.pass(10_000);
		expect(device.ids()).toEqual(['a', 'b']);
		expect((await device.shelf()).waiting).toEqual([]);
	});

	it('L7: why something was not done outlives a reload until somebody has read it; what was said does not', async () => {
		const device = new Device();
		device.answers = no('station_closed');
		const before = device.tab();
		await before.put(words('a'));
		expect(before.answered.map(code)).toEqual(['station_closed']);
		before.outbox.close();

		const after = device.tab();
		await after.outbox.open();
		expect(after.refused).toEqual(['a station_closed']);
		expect(JSON.stringify(await device.shelf())).not.toContain('More lights');
		await after.outbox.hide('a');
		expect(after.refused).toEqual([]);
		expect((await device.shelf()).refused).toEqual([]);
	});

	it('L7: that somebody was quicker is no news', async () => {
		const device = new Device();
		device.answers = no('already_so');
		const tab = device.tab();
		await tab.put(words('a'));
		expect(tab.answered.map(code)).toEqual(['already_so']);
		expect(tab.refused).toEqual([]);
	});

	it('S5: Talk to someone is not held up by anything else', async () => {
		const device = new Device();
		device.answers = (command) => (command.type === 'talk:ask' ? yes(command) : null);
		const tab = device.tab();
		await tab.put(words('stuck'));
		await tab.put(talk('t'));
		expect(tab.answered.map(({ id }) => id)).toEqual(['t']);
		expect(tab.waiting).toEqual(['stuck']);
	});

	it('S5: Talk to someone does not even wait for the device to store it', async () => {
		const device = new Device();
		const tab = device.tab((store) => ({ ...store, put: () => new Promise(() => undefined) }));
		await tab.put(talk('t'));
		expect(tab.answered.map(code)).toEqual(['ok']);
	});

	it('S5: a worry answered before it was stored is not left on the device', async () => {
		const device = new Device();
		let store = (): void => undefined;
		const slow = new Promise<void>((resolve) => (store = resolve));
		const tab = device.tab((real) => ({ ...real, put: (command) => slow.then(() => real.put(command)) }));
		await tab.put(talk('t'));
		expect(tab.answered.map(code)).toEqual(['ok']);
		store();
		await device.settle();
		expect((await device.shelf()).waiting).toEqual([]);
	});

	it.each(['too_fast', 'server_busy', 'store_full', 'store_read_only'] as const)(
		'L7: %s is tried again and never shown as an answer',
		async (busy) => {
			const device = new Device();
			device.answers = no(busy);
			const tab = device.tab();
			await tab.put(words('a'));
			await device.pass(3_000);
			expect(tab.answered).toEqual([]);
			expect(tab.refused).toEqual([]);
			device.answers = yes;
			await device.pass(15_000);
			expect(tab.answered.map(code)).toEqual(['ok']);
		}
	);

	it.each(['limit_reached', 'malformed', 'unknown_command', 'too_large'] as const)(
		'L7: %s is final, told, and does not stop what stands behind it',
		async (refusal) => {
			const device = new Device();
			device.answers = (command) => (command.id === 'a' ? no(refusal)(command) : yes(command));
			const tab = device.tab();
			tab.online = false;
			await tab.put(words('a'));
			await tab.put(words('b'));
			tab.online = true;
			tab.outbox.wake();
			await device.settle();
			expect(tab.answered.map(code)).toEqual([refusal, 'ok']);
			expect(tab.refused).toEqual([`a ${refusal}`]);
		}
	);

	it('L3: a connection that is back ends the back-off at once, also one that came back during a try', async () => {
		const device = new Device();
		const tab = device.tab();
		tab.online = false;
		await tab.put(words('a'));
		tab.online = true;
		tab.outbox.wake();
		await device.settle();
		expect(tab.answered).toHaveLength(1);

		let fail = (): void => undefined;
		device.answers = () => new Promise((resolve) => (fail = () => resolve(null)));
		await tab.put(words('b'));
		tab.outbox.wake();
		device.answers = yes;
		fail();
		await device.settle();
		expect(tab.answered).toHaveLength(2);
	});
});

describe('the outbox in a browser that keeps nothing, or not always', () => {
	const refuses = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

	it('L3: a full disk in the middle loses nothing while the page is open, keeps the order, and says so', async () => {
		const device = new Device();
		let full = false;
		const tab = device.tab((real) => ({ ...real, put: (command) => (full ? refuses() : real.put(command)) }));
		tab.online = false;
		await tab.put(words('a'));
		expect(tab.loose).toBe(false);
		full = true;
		await tab.put(words('b'));
		await tab.put(words('c'));
		expect(tab.loose).toBe(true);
		expect(tab.waiting).toEqual(['a', 'b', 'c']);
		expect((await device.shelf()).waiting.map(({ id }) => id)).toEqual(['a']);
		tab.online = true;
		await device.pass(20_000);
		expect(device.ids()).toEqual(['a', 'b', 'c']);
		expect(tab.loose).toBe(false);
	});

	it('L3: once there is room again, what was only in memory is stored, before anything newer', async () => {
		const device = new Device();
		let full = true;
		const tab = device.tab((real) => ({ ...real, put: (command) => (full ? refuses() : real.put(command)) }));
		tab.online = false;
		await tab.put(words('a'));
		full = false;
		await tab.put(words('b'));
		expect(tab.loose).toBe(false);
		expect((await device.shelf()).waiting.map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('L3: without any IndexedDB everything goes out from memory, and what waits is said to be at risk', async () => {
		const device = new Device();
		Reflect.deleteProperty(globalThis, 'indexedDB');
		const tab = device.tab();
		await tab.outbox.open();
		tab.online = false;
		await tab.put(words('a'));
		await tab.put(talk('t'));
		expect(tab.loose).toBe(true);
		tab.online = true;
		await device.pass(10_000);
		expect(tab.answered).toHaveLength(2);
		expect(tab.waiting).toEqual([]);
	});

	it('L3: a browser that never answers holds nothing up for longer than two seconds', async () => {
		const device = new Device();
		globalThis.indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
		const tab = device.tab();
		await tab.put(talk('t'));
		expect(tab.answered.map(code)).toEqual(['ok']);
		await tab.put(words('a'));
		await device.pass(2_000);
		await tab.put(words('b'));
		await device.pass(2_000);
		expect(device.ids()).toEqual(['t', 'a', 'b']);
	});

	it('L3: a database deleted under the page is filled again from what the page still knows', async () => {
		const device = new Device();
		const before = device.tab();
		before.online = false;
		await before.put(words('old'));
		before.outbox.close();
		const tab = device.tab();
		await tab.outbox.open();
		tab.online = false;
		await tab.put(words('a'));
		await new Promise((resolve) => {
			indexedDB.deleteDatabase('summit-outbox').onsuccess = resolve;
		});
		await tab.put(words('b'));
		await device.pass(15_000);
		expect((await device.shelf()).waiting.map(({ id }) => id).sort()).toEqual(['a', 'b', 'old']);
		tab.online = true;
		await device.pass(15_000);
		expect([...new Set(device.ids())].sort()).toEqual(['a', 'b', 'old']);
		expect(tab.answered).toHaveLength(2);
	});

	it('L3: what the kit before this version kept is still sent', async () => {
		const device = new Device();
		await new Promise((resolve) => {
			const old = indexedDB.open('summit-outbox', 1);
			old.onupgradeneeded = () => {
				const kept = old.result.createObjectStore('kept', { autoIncrement: true });
				kept.createIndex('owner', 'owner');
				kept.add({ owner: 'summit:card', command: words('old') });
			};
			old.onsuccess = () => {
				old.result.close();
				resolve(null);
			};
		});
		const tab = device.tab();
		await tab.outbox.open();
		await device.settle();
		expect(device.ids()).toEqual(['old']);
		expect((await device.shelf()).waiting).toEqual([]);
	});

	it('L3: what another card kept is neither shown nor sent', async () => {
		const device = new Device();
		const other = device.tab();
		other.online = false;
		await other.put(words('theirs'));
		other.outbox.close();
		const mine = await openStore({ summit: 'summit', card: 'another' }, openDatabase()).look();
		expect(mine.waiting).toEqual([]);
	});
});

describe('tabs of one card', () => {
	it('L3: one tab sends for the card, and the answer reaches the tab that asked', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		let answer = (): void => undefined;
		device.answers = (command) => new Promise((resolve) => (answer = () => resolve(yes(command))));
		await one.put(words('a'));
		device.answers = yes;
		await two.put(words('b'));
		expect(one.waiting).toEqual(['a', 'b']);
		expect(two.waiting).toEqual(['a', 'b']);
		expect(device.ids()).toEqual(['a']);
		answer();
		await device.settle();
		expect(device.received).toEqual([
			{ id: 'a', tab: 'tab 0' },
			{ id: 'b', tab: 'tab 0' }
		]);
		expect(two.answered.map(({ id }) => id)).toEqual(['b']);
		expect([one.waiting, two.waiting]).toEqual([[], []]);
	});

	it('L3: a tab that dies while it sends is followed by another, in order', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		device.answers = () => new Promise(() => undefined);
		await one.put(words('a'));
		one.freeze();
		device.answers = yes;
		await two.put(words('b'));
		expect(device.ids()).toEqual(['a']);
		await device.pass(10_000);
		expect(device.ids()).toEqual(['a', 'a', 'b']);
		expect(two.answered.map(({ id }) => id)).toEqual(['b']);
	});

	it('L3: a tab that only waits long for its answer is not taken for gone', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		device.answers = () => new Promise(() => undefined);
		await one.put(words('a'));
		await two.put(words('b'));
		await device.pass(9_000);
		expect(device.ids()).toEqual(['a']);
	});

	it('L3: a tab that goes to sleep lets another send at once', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		device.answers = () => new Promise(() => undefined);
		await one.put(words('a'));
		device.answers = yes;
		await two.put(words('b'));
		one.outbox.rest();
		await device.settle();
		expect(two.answered.map(({ id }) => id)).toEqual(['b']);
		expect(device.ids()).toEqual(['a', 'a', 'b']);
	});

	it('L3: a tab whose line is down does not stand in the way of one whose line is up', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		one.online = false;
		await one.put(words('a'));
		await device.pass(1_000);
		expect(one.answered.map(({ id }) => id)).toEqual(['a']);
		expect(two.waiting).toEqual([]);
	});

	it('L2, L3: tabs that cannot hear each other still answer everybody', async () => {
		const device = new Device();
		device.hearing = false;
		const [one, two] = [device.tab(), device.tab()];
		let answer = (): void => undefined;
		device.answers = (command) => new Promise((resolve) => (answer = () => resolve(yes(command))));
		await one.put(words('a'));
		device.answers = yes;
		await two.put(words('b'));
		answer();
		await device.pass(20_000);
		expect(one.answered.map(({ id }) => id)).toEqual(['a']);
		expect(two.answered.map(({ id }) => id)).toEqual(['b']);
		expect((await device.shelf()).waiting).toEqual([]);
	});

	it('L3: tabs in a browser that cannot forget do not send each other to try again without end', async () => {
		const device = new Device();
		let tries = 0;
		const settle = (): Promise<void> => {
			tries += 1;
			return Promise.reject(new Error('full'));
		};
		const [one, two] = [device.tab((store) => ({ ...store, settle })), device.tab((store) => ({ ...store, settle }))];
		await two.outbox.open();
		await one.put(words('a'));
		await two.outbox.open();
		await device.settle();
		expect(one.answered.map(code)).toEqual(['ok']);
		const before = tries;
		expect(before).toBeGreaterThan(0);
		await device.settle();
		expect(tries).toBe(before);
		expect(device.ids()).toEqual(['a']);
	});

	it('L7: a no reaches the tab that asked, and stands on every tab until one of them has read it', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		device.answers = no('station_closed');
		await two.put(words('a'));
		expect(two.answered.map(code)).toEqual(['station_closed']);
		expect([one.refused, two.refused]).toEqual([['a station_closed'], ['a station_closed']]);
		await one.outbox.hide('a');
		await device.settle();
		expect([one.refused, two.refused]).toEqual([[], []]);
	});

	it('S5: a worry needs no lease, and another tab sends it where its own cannot', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		device.answers = (command) => (command.type === 'talk:ask' ? yes(command) : new Promise(() => undefined));
		await one.put(words('stuck'));
		two.online = false;
		await two.put(talk('t'));
		expect(device.received.at(-1)).toEqual({ id: 't', tab: 'tab 0' });
		expect(two.answered.map(({ id }) => id)).toEqual(['t']);
		expect(two.waiting).toEqual(['stuck']);
	});

	it('L3, S13: what a card that is gone for good kept leaves the device, and another card’s stays; the page still knows it was not sent', async () => {
		const device = new Device();
		const tab = device.tab();
		tab.online = false;
		await tab.put(words('a'));
		await tab.put(talk('t'));
		const another = openStore({ summit: 'summit', card: 'another' }, openDatabase());
		await another.put(words('theirs'));
		await tab.outbox.end();
		tab.outbox.close();
		expect(await device.shelf()).toEqual({ waiting: [], refused: [], lease: null, wiped: null });
		expect([tab.waiting, tab.handedOn]).toEqual([['a', 't'], false]);
		await device.pass(60_000);
		expect(device.ids()).toEqual([]);
		expect((await another.look()).waiting.map(({ id }) => id)).toEqual(['theirs']);
	});

	it('L3: handing on clears every tab at once, and nothing of the card before is sent', async () => {
		const device = new Device();
		const [one, two] = [device.tab(), device.tab()];
		for (const tab of [one, two]) tab.online = false;
		await two.put(words('a'));
		await two.put(talk('t'));
		one.outbox.clear();
		await device.settle();
		expect([two.handedOn, two.waiting]).toEqual([true, []]);
		// The one that hears of it clears as well, and sends nobody away who is in the middle of handing on.
		two.outbox.clear();
		await device.settle();
		await wipe('next', openDatabase());
		for (const tab of [one, two]) tab.online = true;
		await device.pass(60_000);
		expect([one.handedOn, device.ids()]).toEqual([false, []]);
		expect(await device.shelf()).toEqual({ waiting: [], refused: [], lease: null, wiped: 'next' });
	});

	it('L3: a tab that slept through the handing on and heard nothing sends nothing of the card before', async () => {
		const device = new Device();
		const [one, asleep] = [device.tab(), device.tab()];
		await asleep.outbox.open();
		for (const tab of [one, asleep]) tab.online = false;
		await asleep.put(words('a'));
		device.hearing = false;
		asleep.freeze();
		one.outbox.clear();
		await wipe('next', openDatabase());
		for (const tab of [one, asleep]) tab.online = true;
		asleep.thaw();
		await device.pass(60_000);
		expect([asleep.handedOn, asleep.waiting, device.ids()]).toEqual([true, [], []]);
		expect(await device.shelf()).toEqual({ waiting: [], refused: [], lease: null, wiped: 'next' });
	});

	it('S5, L3: a worry the browser would not store at first is stored when it would, and waits for none of it', async () => {
		const device = new Device();
		let refuses = true;
		const tab = device.tab((store) => ({
			...store,
			put: (command) => (refuses ? Promise.reject(new Error('full')) : store.put(command))
		}));
		device.answers = () => null;
		await tab.put(talk('t'));
		expect([device.ids(), tab.loose]).toEqual([['t'], true]);
		refuses = false;
		await device.pass(30_000);
		expect((await device.shelf()).waiting.map(({ id }) => id)).toEqual(['t']);
		expect([tab.loose, tab.waiting]).toEqual([false, ['t']]);
		device.answers = yes;
		await device.pass(60_000);
		expect(tab.answered.map(({ id }) => id)).toEqual(['t']);
		expect((await device.shelf()).waiting).toEqual([]);
	});

	it('L3: what the browser still answers of the card before, when the device was handed on, is not taken in again', async () => {
		const device = new Device();
		const before = device.tab();
		before.online = false;
		await before.put(words('a'));
		await before.put(talk('t'));
		before.freeze();
		let goOn = (): void => undefined;
		const held = new Promise<void>((resolve) => (goOn = resolve));
		const slowly = device.tab((store) => ({
			...store,
			look: async () => {
				const shelf = await store.look();
				await held;
				return shelf;
			}
		}));
		void slowly.outbox.open();
		await device.settle();
		slowly.outbox.clear();
		await wipe('next', openDatabase());
		goOn();
		await device.pass(60_000);
		expect([slowly.waiting, device.ids()]).toEqual([[], []]);
	});
});
