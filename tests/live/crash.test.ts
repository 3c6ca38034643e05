/**
 * L1–L4: a kit killed again and again on one store while students write. Each kill comes at a moment that lots choose, some of
 * them while the journal goes into the database, a student joins, a rehearsal is thrown away or words are erased.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/lib/server/tokens.ts';
import { freePort } from './free-port.ts';
import { lots } from './hostile.ts';
import { many, timeout } from './how-long.ts';
import { KitChild } from './kit-child.ts';
import type { Order } from './kit-process.ts';
import { Voice } from './kit.ts';
import { storedIn, textsOf } from './stored.ts';
import { Crowd } from './writer.ts';

const CARDS = 15;
const KILLS = many({ short: 5, long: 60 });
/** At most so many answers from one kill to the next. */
const ANSWERS = many({ short: 60, long: 150 });
/** And milliseconds after the last of them: a kill right behind an answer would always meet the same moment. */
const AFTER = 12;
const ORDERS: readonly (Order | null)[] = [null, 'join', 'checkpoint', 'rehearsal', 'erase'];
const TOPICS = ['summit', 'run', 'queue', 'ideas', 'marks:neighbourhood'];

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

test(
	`L1, L2, L3, L4: killed ${KILLS} times under load (SEED=${seed}), it keeps what it acknowledged, once, and phones carry on`,
	async () => {
		const draw = lots(seed);
		const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-crash-'));
		const port = await freePort();
		const url = `http://127.0.0.1:${port}`;
		let kit = await KitChild.start({ port, dataDir, cards: CARDS });
		const { summit, cards, facilitator } = kit.started;
		if (!facilitator) throw new Error('nobody leads');
		const crowd = new Crowd({ url, summit });
		for (const card of cards) crowd.add(card);
		const adult = { kit: { url }, room: summit, as: 'facilitator', ...facilitator } as const;
		const awake = new Voice(adult);
		await awake.watch(...TOPICS);
		const joined: string[] = [];
		const erased: string[] = [];

		for (let kill = 0; kill < KILLS; kill += 1) {
			const order = ORDERS[kill % ORDERS.length] ?? null;
			await crowd.answers(1 + draw(ANSWERS));
			if (order !== null) kit.order(order);
			await crowd.answers(1 + draw(20));
			await new Promise((resolve) => setTimeout(resolve, draw(AFTER)));
			await kit.kill();
			for (const done of kit.done) {
				if (done.done === 'join') joined.push(done.card.token);
				if (done.done === 'erase') erased.push(done.summit);
			}
			const stored = await storedIn(dataDir);
			const texts = textsOf(stored.summits.get(summit));
			expect(stored.integrity).toEqual(['ok', 'ok']);
			expect(crowd.refused).toEqual([]);
			expect(new Set(texts).size, 'each text once').toBe(texts.length);
			expect(crowd.missingIn(texts), `acknowledged and gone after kill ${kill} (SEED=${seed})`).toEqual([]);
			expect(joined.filter((token) => !stored.passes.has(hashOf(token)))).toEqual([]);
			expect(erased.filter((id) => stored.summits.get(id)?.retention.receipts.length !== 1)).toEqual([]);
			kit = await KitChild.start({ port, dataDir, cards: CARDS });
		}

		await crowd.rest();
		// L2: the same command sent once more is answered what it was answered then, however many kits have died since.
		for (const writer of crowd.writers) {
			const first = writer.acknowledged[draw(writer.acknowledged.length)];
			if (first) expect(await writer.send(first.command)).toEqual(first.answer);
		}
		// L4: the screen that lived through it all shows what a fresh one shows.
		await awake.watch(...[...awake.topics].map(([topic, { epoch, seq }]) => ({ topic, epoch, since: seq })));
		const fresh = new Voice(adult);
		await fresh.watch(...TOPICS);
		for (const topic of TOPICS) expect(awake.rows(topic), topic).toEqual(fresh.rows(topic));
		await kit.kill();
		for (const one of [awake, fresh, crowd]) one.close();

		const stored = await storedIn(dataDir);
		// Nothing waits any more, so what is stored is what was acknowledged and nothing else.
		expect(new Set(textsOf(stored.summits.get(summit)))).toEqual(new Set(crowd.words));
		for (const [id, one] of stored.summits) if (id !== summit && one.retention.ordered !== null) expectErased(one);
		await rm(dataDir, { recursive: true, force: true });
	},
	timeout(120_000)
);

/** S13: whatever kill came in between, an erasure that was ordered ended, once, and left nothing to read. */
function expectErased(summit: {
	retention: { receipts: readonly unknown[] };
	queue: { items: Map<string, { text: string | null }> };
}): void {
	expect(summit.retention.receipts).toHaveLength(1);
	expect([...summit.queue.items.values()].filter(({ text }) => text !== null)).toEqual([]);
}
