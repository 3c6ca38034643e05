import { describe, expect, it } from 'vitest';
import { inMemory } from './outbox-store.ts';
import { backOff, createOutbox, type OutboxParts } from './outbox.ts';
import type { DoAnswer, SentCommand } from './protocol.ts';

const words = (id: string): SentCommand => ({
	id,
	type: 'station:contribute',
	station: 'school',
	step: 'idea',
	entry: { type: 'words' },
	words: 'More lights'
});
const talk = (id: string): SentCommand => ({ id, type: 'talk:ask', how: 'come', aboutAdult: false });
const yes = ({ id }: SentCommand): DoAnswer => ({ ok: true, id, answer: {} });
const no =
	(code: Extract<DoAnswer, { ok: false }>['code']) =>
	({ id }: SentCommand): DoAnswer => ({ ok: false, id, code, words: code });

/** An outbox whose network and clock are ours: `answer` decides what each sending gets, `tick` ends every wait. */
function trial(answer: (command: SentCommand) => DoAnswer | null | Promise<DoAnswer | null>, store = inMemory()) {
	const sent: string[] = [];
	const refused: string[] = [];
	const waits: number[] = [];
	const naps: (() => void)[] = [];
	let onWait: () => void = () => undefined;
	const parts: OutboxParts = {
		store,
		send: async (command) => {
			sent.push(command.id);
			return answer(command);
		},
		wait: (milliseconds) =>
			new Promise((resolve) => {
				waits.push(milliseconds);
				naps.push(resolve);
				onWait();
			}),
		draw: () => 0,
		changed: () => undefined,
		refused: (command, { code }) => void refused.push(`${command.id} ${code}`)
	};
	const outbox = createOutbox(parts);
	const napping = (): Promise<void> => new Promise((resolve) => (onWait = resolve));
	return { outbox, sent, refused, waits, store, napping, tick: () => naps.splice(0).forEach((wake) => wake()) };
}

describe('the outbox', () => {
	it('L3: stores a command before it is sent, and forgets it once it was answered', async () => {
		const store = inMemory();
		const seen: number[] = [];
		const { outbox } = trial(async (command) => {
			seen.push((await store.all()).length);
			return yes(command);
		}, store);
		await outbox.open();
		expect(await outbox.add(words('a'))).toMatchObject({ ok: true, id: 'a' });
		expect(seen).toEqual([1]);
		expect(await store.all()).toEqual([]);
		expect(outbox.waiting()).toEqual([]);
	});

	it('L2: sends the same id again until an answer comes, in order', async () => {
		let online = false;
		const { outbox, sent, napping, tick } = trial((command) => (online ? yes(command) : null));
		await outbox.open();
		const first = outbox.add(words('a'));
		const second = outbox.add(words('b'));
		await napping();
		expect(outbox.waiting().map(({ id }) => id)).toEqual(['a', 'b']);
		online = true;
		tick();
		await Promise.all([first, second]);
		expect(sent).toEqual(['a', 'a', 'b']);
	});

	it('L3: what is cleared while an answer is on its way is never sent again, and takes nothing newer with it', async () => {
		const { outbox, sent, napping, tick } = trial((command) => (command.id === 'new' ? yes(command) : null));
		await outbox.open();
		void outbox.add(words('old'));
		await napping();
		outbox.clear();
		expect(outbox.waiting()).toEqual([]);
		const answered = outbox.add(words('new'));
		tick();
		expect(await answered).toMatchObject({ ok: true, id: 'new' });
		expect(sent.filter((id) => id === 'old')).toHaveLength(1);
		expect(outbox.waiting()).toEqual([]);
	});

	it('L3: carries on after a reload with what the page before it kept', async () => {
		const store = inMemory();
		const before = trial(() => null, store);
		await before.outbox.open();
		void before.outbox.add(words('a'));
		await before.napping();
		before.outbox.close();

		const after = trial((command) => no('station_closed')(command), store);
		await after.outbox.open();
		await expect.poll(() => after.refused).toEqual(['a station_closed']);
		expect(await store.all()).toEqual([]);
	});

	it('S5: Talk to someone is not held up by anything else', async () => {
		const { outbox, napping } = trial((command) => (command.type === 'talk:ask' ? yes(command) : null));
		await outbox.open();
		void outbox.add(words('stuck'));
		await napping();
		expect(await outbox.add(talk('t'))).toMatchObject({ ok: true });
		expect(outbox.waiting().map(({ id }) => id)).toEqual(['stuck']);
	});

	it('S5: Talk to someone does not even wait for the device to store it', async () => {
		const { outbox } = trial(yes, { ...inMemory(), put: () => new Promise(() => undefined) });
		await outbox.open();
		expect(await outbox.add(talk('t'))).toMatchObject({ ok: true });
	});

	it.each(['too_fast', 'server_busy', 'store_full', 'store_read_only'] as const)(
		'L7: %s is tried again and never shown as an answer',
		async (code) => {
			let busy = true;
			const { outbox, napping, tick } = trial((command) => (busy ? no(code)(command) : yes(command)));
			await outbox.open();
			const answer = outbox.add(words('a'));
			await napping();
			busy = false;
			tick();
			expect(await answer).toMatchObject({ ok: true });
		}
	);

	it('L7: any other refusal is final, told, and does not stop what stands behind it', async () => {
		const { outbox } = trial((command) => (command.id === 'a' ? no('limit_reached')(command) : yes(command)));
		await outbox.open();
		const [first, second] = await Promise.all([outbox.add(words('a')), outbox.add(words('b'))]);
		expect(first).toMatchObject({ ok: false, code: 'limit_reached' });
		expect(second).toMatchObject({ ok: true });
	});

	it('L3: what is added before the store was read goes behind what waited', async () => {
		const store = inMemory();
		await store.put(words('old'));
		const { outbox, sent } = trial(yes, store);
		const added = outbox.add(words('new'));
		await outbox.open();
		await added;
		expect(sent).toEqual(['old', 'new']);
	});

	it('L3: a connection that is back ends the back-off at once', async () => {
		let online = false;
		const { outbox, napping } = trial((command) => (online ? yes(command) : null));
		await outbox.open();
		const answer = outbox.add(words('a'));
		await napping();
		online = true;
		outbox.wake();
		expect(await answer).toMatchObject({ ok: true });
	});

	it('L3: a store that fails loses nothing while the page is open', async () => {
		const broken = {
			...inMemory(),
			put: () => Promise.reject(new Error('full')),
			all: () => Promise.reject(new Error())
		};
		const { outbox } = trial(yes, broken);
		await outbox.open();
		expect(await outbox.add(words('a'))).toMatchObject({ ok: true });
	});

	it('backs off by doubling up to fifteen seconds, half of it by chance', () => {
		expect([0, 1, 2, 3].map((tries) => backOff(tries, 0))).toEqual([250, 500, 1000, 2000]);
		expect(backOff(40, 0)).toBe(7500);
		expect(backOff(40, 1)).toBe(15_000);
	});
});
