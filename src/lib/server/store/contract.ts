/*
 * What every store must do, told once. Each store's own test file runs this suite against itself. A test that belongs to
 * one database alone (pragmas, damaged files) stays with that database.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linksAndPictures } from './contract-links.ts';
import { newTile, newTileSet, tiles } from './contract-tiles.ts';
import { StoreConflict, StoreMissing, StoreRefused } from './errors.ts';
import type { AppendBatch, NewEvent, Store, StoredPass } from './port.ts';

const summit = 'summit-a';
const bystander = 'summit-b';

export function newEvent(over: Partial<NewEvent> = {}): NewEvent {
	return { at: 1000, actor: 'card-1', type: 'mark:placed', v: 1, body: '{}', sealed: null, ...over };
}

export function newBatch(over: Partial<AppendBatch> = {}): AppendBatch {
	return { summit, after: 0, events: [], answers: [], passes: [], revokes: [], ...over };
}

function newPass(over: Partial<StoredPass> = {}): StoredPass {
	return { hash: 'h1', holder: 'card-1', role: 'student', createdAt: 10, endsAt: 90, revokedAt: null, ...over };
}

/** What one command was answered, or null. */
export async function answered(
	store: Store,
	{ summit, actor, id }: { summit: string; actor: string; id: string }
): Promise<string | null> {
	const [found] = await store.answeredTo({ summit, asks: [{ actor, id }] });
	return found?.answer ?? null;
}

/** `open` makes an empty store; the suite closes it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
	describe(name, () => {
		let store: Store;
		const everything = (of = summit) => store.read({ summit: of, after: 0, limit: 10_000 });

		beforeEach(async () => {
			store = await open();
			await store.createSummit({ id: summit, log: 'log-a', rehearsal: true, createdAt: 1 });
			await store.createSummit({ id: bystander, log: 'log-b', rehearsal: false, createdAt: 2 });
		});
		afterEach(() => store.close());

		test('summits are listed oldest first, with their head', async () => {
			await store.createSummit({ id: 'earlier', log: 'log-c', rehearsal: false, createdAt: 0 });
			await store.append(newBatch({ events: [newEvent()] }));
			expect(await store.summits()).toEqual([
				{ id: 'earlier', log: 'log-c', rehearsal: false, createdAt: 0, head: 0 },
				{ id: summit, log: 'log-a', rehearsal: true, createdAt: 1, head: 1 },
				{ id: bystander, log: 'log-b', rehearsal: false, createdAt: 2, head: 0 }
			]);
		});

		test('a summit is made once', async () => {
			const again = store.createSummit({ id: summit, log: 'other', rehearsal: false, createdAt: 5 });
			await expect(again).rejects.toThrow(StoreConflict);
			expect((await store.summits())[0]).toMatchObject({ log: 'log-a', rehearsal: true });
		});

		test('events come back as they were, numbered without gaps', async () => {
			const sealed = new Uint8Array([1, 0, 255]);
			const first = newEvent({ sealed, body: '{"where":"hall","name":"Zoë"}' });
			expect(await store.append(newBatch({ events: [first, newEvent({ at: 2000 })] }))).toBe(2);
			expect(await store.append(newBatch({ after: 2, events: [newEvent({ at: 3000 })] }))).toBe(3);
			expect(await everything()).toEqual([
				{ ...first, seq: 1 },
				{ ...newEvent({ at: 2000 }), seq: 2 },
				{ ...newEvent({ at: 3000 }), seq: 3 }
			]);
			expect(await everything(bystander)).toEqual([]);
		});

		test('a large batch is one append', async () => {
			const events = Array.from({ length: 321 }, (_, i) => newEvent({ at: i }));
			const answers = events.map((_, i) => ({ actor: 'card-1', id: `c${i}`, answer: `${i}` }));
			const passes = Array.from({ length: 120 }, (_, i) => newPass({ hash: `p${i}` }));
			expect(await store.append(newBatch({ events, answers, passes }))).toBe(321);
			expect((await everything()).map(({ seq, at }) => seq - at)).toEqual(Array(321).fill(1));
			expect(await answered(store, { summit, actor: 'card-1', id: 'c320' })).toBe('320');
			expect(await store.pass({ hash: 'p119' })).toMatchObject({ holder: 'card-1' });
		});

		test('a batch without events keeps the head and still checks it', async () => {
			await store.append(newBatch({ events: [newEvent()] }));
			const answers = [{ actor: 'card-1', id: 'c1', answer: 'refused' }];
			expect(await store.append(newBatch({ after: 1, answers }))).toBe(1);
			await expect(store.append(newBatch({ after: 0 }))).rejects.toThrow(StoreConflict);
		});

		test('an append decided against another head is refused, and nothing of it is kept', async () => {
			await store.append(newBatch({ events: [newEvent()] }));
			const answers = [{ actor: 'card-1', id: 'c1', answer: 'done' }];
			for (const after of [0, 2]) {
				const stale = store.append(newBatch({ after, events: [newEvent()], answers, passes: [newPass()] }));
				await expect(stale).rejects.toMatchObject({ code: 'store-conflict' });
			}
			expect(await everything()).toHaveLength(1);
			expect(await answered(store, { summit, actor: 'card-1', id: 'c1' })).toBeNull();
			expect(await store.pass({ hash: 'h1' })).toBeNull();
		});

		test('of appends that race from the same head, one wins', async () => {
			const racing = Array.from({ length: 8 }, (_, i) => newBatch({ events: [newEvent({ at: i })] }));
			const ends = await Promise.allSettled(racing.map((batch) => store.append(batch)));
			expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
			expect(await everything()).toHaveLength(1);
		});

		test('a summit that is not there takes nothing', async () => {
			const lost = newBatch({ summit: 'nowhere', events: [newEvent()] });
			await expect(store.append(lost)).rejects.toThrow(StoreMissing);
			const redaction = { summit: 'nowhere', after: 0, seqs: [], event: newEvent() };
			await expect(store.redact(redaction)).rejects.toThrow(StoreMissing);
			await expect(store.discard('nowhere')).rejects.toThrow(StoreMissing);
			expect(await everything('nowhere')).toEqual([]);
		});

		test('the log is read in pages', async () => {
			const events = Array.from({ length: 7 }, (_, i) => newEvent({ at: i }));
			await store.append(newBatch({ events }));
			const page = async (after: number) => (await store.read({ summit, after, limit: 3 })).map(({ seq }) => seq);
			expect(await page(0)).toEqual([1, 2, 3]);
			expect(await page(3)).toEqual([4, 5, 6]);
			expect(await page(6)).toEqual([7]);
			expect(await page(7)).toEqual([]);
		});

		test('what was read is the reader’s own copy', async () => {
			const sealed = new Uint8Array([1, 2, 3]);
			await store.append(newBatch({ events: [newEvent({ sealed })] }));
			sealed.fill(9);
			(await everything())[0]?.sealed?.fill(9);
			expect((await everything())[0]?.sealed).toEqual(new Uint8Array([1, 2, 3]));
		});

		test('L2: the same actor and id are answered once, and the same', async () => {
			const answer = { actor: 'card-1', id: 'c1', answer: '{"done":1}' };
			await store.append(newBatch({ events: [newEvent()], answers: [answer] }));
			const again = newBatch({ after: 1, events: [newEvent()], answers: [{ ...answer, answer: 'other' }] });
			await expect(store.append(again)).rejects.toThrow(StoreConflict);
			expect(await answered(store, { summit, actor: 'card-1', id: 'c1' })).toBe('{"done":1}');
			expect(await everything()).toHaveLength(1);
		});

		test('L2: somebody else’s id reveals nothing, and is free to use', async () => {
			const mine = { actor: 'card-1', id: 'c1', answer: 'mine' };
			await store.append(newBatch({ answers: [mine] }));
			expect(await answered(store, { summit, actor: 'card-2', id: 'c1' })).toBeNull();
			expect(await answered(store, { summit: bystander, actor: 'card-1', id: 'c1' })).toBeNull();
			await store.append(newBatch({ answers: [{ ...mine, actor: 'card-2', answer: 'theirs' }] }));
			await store.append(newBatch({ summit: bystander, answers: [{ ...mine, answer: 'elsewhere' }] }));
			expect(await answered(store, { summit, actor: 'card-1', id: 'c1' })).toBe('mine');
			expect(await answered(store, { summit, actor: 'card-2', id: 'c1' })).toBe('theirs');
		});

		test('L2: many commands are asked about at once, each by its own actor', async () => {
			const asks = Array.from({ length: 120 }, (_, i) => ({ actor: `card-${i % 3}`, id: `c${i}` }));
			const answers = asks.filter((_, i) => i % 2 === 0).map((ask) => ({ ...ask, answer: `to ${ask.id}` }));
			await store.append(newBatch({ answers }));
			await store.append(
				newBatch({ summit: bystander, answers: asks.map((ask) => ({ ...ask, answer: 'elsewhere' })) })
			);
			const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
			expect((await store.answeredTo({ summit, asks })).sort(byId)).toEqual(answers.sort(byId));
			const others = asks.map(({ id }) => ({ actor: 'card-9', id }));
			expect(await store.answeredTo({ summit, asks: others })).toEqual([]);
			expect(await store.answeredTo({ summit, asks: [] })).toEqual([]);
		});

		test('L2: a batch that answers one command twice is refused whole', async () => {
			const answers = ['first', 'second'].map((answer) => ({ actor: 'card-1', id: 'c1', answer }));
			await expect(store.append(newBatch({ events: [newEvent()], answers }))).rejects.toThrow(StoreConflict);
			expect(await everything()).toEqual([]);
			expect(await answered(store, { summit, actor: 'card-1', id: 'c1' })).toBeNull();
			expect((await store.summits())[0]?.head).toBe(0);
		});

		test('L1: one transaction: a pass that cannot be kept takes its events and answers with it', async () => {
			await store.append(newBatch({ passes: [newPass()] }));
			const answers = [{ actor: 'card-1', id: 'c1', answer: 'done' }];
			const passes = [newPass({ hash: 'h2' }), newPass({ holder: 'thief' })];
			const failing = store.append(newBatch({ events: [newEvent()], answers, passes }));
			await expect(failing).rejects.toThrow(StoreConflict);
			expect(await everything()).toEqual([]);
			expect(await answered(store, { summit, actor: 'card-1', id: 'c1' })).toBeNull();
			expect(await store.pass({ hash: 'h2' })).toBeNull();
			expect(await store.pass({ hash: 'h1' })).toEqual({ ...newPass(), summit });
			expect(await store.append(newBatch({ events: [newEvent()] }))).toBe(1);
		});

		test('a revocation ends the holder’s passes made up to then, and nobody else’s', async () => {
			await store.append(
				newBatch({
					passes: [newPass(), newPass({ hash: 'other', holder: 'card-2' }), newPass({ hash: 'later', createdAt: 31 })],
					revokes: []
				})
			);
			await store.append(newBatch({ summit: bystander, passes: [newPass({ hash: 'elsewhere' })] }));
			const sameBatch = newPass({ hash: 'same batch', createdAt: 30 });
			await store.append(newBatch({ passes: [sameBatch], revokes: [{ holder: 'card-1', at: 30 }] }));
			await store.append(newBatch({ revokes: [{ holder: 'card-1', at: 30 }] }));
			const revokedAt = async (hash: string) => (await store.pass({ hash }))?.revokedAt;
			expect(await revokedAt('h1')).toBe(30);
			expect(await revokedAt('same batch')).toBe(30);
			for (const hash of ['other', 'later', 'elsewhere']) expect(await revokedAt(hash)).toBeNull();
			await store.append(newBatch({ revokes: [{ holder: 'card-1', at: 50 }] }));
			expect(await revokedAt('h1')).toBe(30);
			expect(await revokedAt('later')).toBe(50);
		});

		test('S13: a redaction blanks words in place and is an event with a number of its own', async () => {
			const sealed = new Uint8Array([7]);
			const events = [1, 2, 3].map((at) => newEvent({ at, sealed }));
			await store.append(newBatch({ events }));
			await store.append(newBatch({ summit: bystander, events }));
			const event = newEvent({ type: 'words:redacted', actor: 'lead' });
			const answers = [{ actor: 'lead', id: 'c9', answer: 'done' }];
			expect(await store.redact({ summit, after: 3, seqs: [1, 3, 3], event, answers })).toBe(4);
			expect((await everything()).map((row) => row.sealed)).toEqual([null, sealed, null, null]);
			expect((await everything())[3]).toEqual({ ...event, seq: 4 });
			expect((await everything(bystander)).map((row) => row.sealed)).toEqual([sealed, sealed, sealed]);
			expect(await answered(store, { summit, actor: 'lead', id: 'c9' })).toBe('done');
		});

		test('S13: a redaction of many events is one transaction', async () => {
			const events = Array.from({ length: 130 }, () => newEvent({ sealed: new Uint8Array([7]) }));
			await store.append(newBatch({ events }));
			const seqs = events.map((_, i) => i + 1);
			expect(await store.redact({ summit, after: 130, seqs, event: newEvent() })).toBe(131);
			expect((await everything()).every((row) => row.sealed === null)).toBe(true);
		});

		test('S13: an erasure empties what cards did, blanks the words of the rest, and leaves what is kept', async () => {
			const [old, anew] = [new Uint8Array([7]), new Uint8Array([8])];
			const by = (actor: string) => newEvent({ actor, sealed: old, body: '{"card":"c1"}' });
			const actors = ['newcomer:newcomer', 'card:c1', 'card:c1', 'lead:l1', 'facilitator:f1'];
			const passes = [newPass({ role: 'card' }), newPass({ hash: 'h2', holder: 'l1', role: 'lead' })];
			const answers = ['card:c1', 'lead:l1'].map((actor) => ({ actor, id: 'c1', answer: 'done' }));
			await store.append(newBatch({ events: actors.map(by), answers, passes }));
			await store.append(newBatch({ summit: bystander, events: actors.map(by) }));
			const event = newEvent({ type: 'summit:redacted', actor: 'kit:kit' });
			const kept = [{ seq: 3, sealed: anew }];
			expect(await store.erase({ summit, after: 5, upTo: 4, also: [], kept, event })).toBe(6);
			const rows = await everything();
			expect(rows.map(({ actor }) => actor)).toEqual([
				'card',
				'card',
				'card:c1',
				'lead:l1',
				'facilitator:f1',
				'kit:kit'
			]);
			expect(rows.map(({ sealed }) => sealed)).toEqual([null, null, anew, null, old, null]);
			expect(rows.map(({ body }) => body).slice(0, 4)).toEqual(['{}', '{}', '{"card":"c1"}', '{"card":"c1"}']);
			expect(await store.pass({ hash: 'h1' })).toBeNull();
			expect(await store.pass({ hash: 'h2' })).not.toBeNull();
			expect(await answered(store, { summit, actor: 'card:c1', id: 'c1' })).toBeNull();
			expect(await answered(store, { summit, actor: 'lead:l1', id: 'c1' })).toBe('done');
			expect((await everything(bystander)).map(({ sealed }) => sealed)).toEqual(actors.map(() => old));
			expect((await store.acts({ summit, before: 6, limit: 9 })).map(({ seq }) => seq)).toEqual([5, 4]);
			expect((await store.acts({ summit, before: 5, limit: 1 })).map(({ sealed }) => sealed)).toEqual([null]);
			const lost = { summit, after: 6, upTo: 6, also: [99], kept: [], event };
			await expect(store.erase(lost)).rejects.toThrow(StoreMissing);
			expect((await everything())[4]?.sealed).toEqual(old);
		});

		test('a redaction that cannot be whole blanks nothing', async () => {
			const sealed = new Uint8Array([7]);
			await store.append(newBatch({ events: [newEvent({ sealed })] }));
			const event = newEvent({ type: 'words:redacted' });
			const stale = store.redact({ summit, after: 0, seqs: [1], event });
			await expect(stale).rejects.toThrow(StoreConflict);
			for (const missing of [2, 99]) {
				const lost = store.redact({ summit, after: 1, seqs: [1, missing], event });
				await expect(lost).rejects.toThrow(StoreMissing);
			}
			expect((await everything()).map((row) => row.sealed)).toEqual([sealed]);
			expect((await store.summits())[0]?.head).toBe(1);
		});

		test('a rehearsal is thrown away whole, and the summit beside it is untouched', async () => {
			const of = (id: string) => ({
				summit: id,
				events: [newEvent()],
				answers: [{ actor: 'card-1', id: 'c1', answer: 'done' }],
				passes: [newPass({ hash: `pass ${id}` })]
			});
			const link = { role: 'lead', detail: '{}', createdAt: 1, endsAt: 9, usedAt: null, revokedAt: null };
			const picture = { id: 'p1', type: 'image/png', width: 1, height: 1, bytes: new Uint8Array([1]), school: true };
			for (const id of [summit, bystander]) {
				await store.append(newBatch(of(id)));
				await store.addLink({ ...link, hash: `link ${id}`, summit: id });
				await store.addPicture({ ...picture, summit: id });
				await store.addTileSet(newTileSet({ summit: id }));
				await store.keepTiles({ summit: id, set: 'set-1', tiles: [newTile()] });
			}
			await store.discard(summit);
			expect((await store.summits()).map(({ id, head }) => [id, head])).toEqual([[bystander, 1]]);
			const left = async (id: string) => [
				(await everything(id)).length,
				await answered(store, { summit: id, actor: 'card-1', id: 'c1' }),
				(await store.pass({ hash: `pass ${id}` }))?.holder,
				(await store.link(`link ${id}`))?.role,
				(await store.picture({ summit: id, id: 'p1' }))?.type,
				(await store.tileSets({ summit: id })).length,
				(await store.tile({ summit: id, set: 'set-1', z: 3, x: 1, y: 2 }))?.type
			];
			const whole = [1, 'done', 'card-1', 'lead', 'image/png', 1, 'image/webp'];
			expect(await left(summit)).toEqual([0, null, undefined, undefined, undefined, 0, undefined]);
			expect(await left(bystander)).toEqual(whole);
			expect(await store.compact()).toBe(true);
			expect(await left(bystander)).toEqual(whole);
		});

		test('a real summit is never thrown away', async () => {
			await store.append(newBatch({ summit: bystander, events: [newEvent()] }));
			await expect(store.discard(bystander)).rejects.toThrow(StoreRefused);
			expect(await everything(bystander)).toHaveLength(1);
		});

		test('passes are ended by their hash, of any summit; those ended before keep their time', async () => {
			const [gone, stays, before] = [newPass(), newPass({ hash: 'h2' }), newPass({ hash: 'h3', revokedAt: 20 })];
			await store.append(newBatch({ passes: [gone, stays, before] }));
			await store.append(newBatch({ summit: bystander, passes: [newPass({ hash: 'h4' })] }));
			await store.revokePasses({ hashes: ['h1', 'h3', 'h4', 'nothing'], at: 50 });
			await store.revokePasses({ hashes: [], at: 60 });
			const ended = await Promise.all(['h1', 'h2', 'h3', 'h4'].map((hash) => store.pass({ hash })));
			expect(ended.map((pass) => pass?.revokedAt)).toEqual([50, null, 20, 50]);
		});

		linksAndPictures(() => store);
		tiles(() => store);
	});
}
