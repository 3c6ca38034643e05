/*
 * The writes of the log in portable SQL: appending and redacting, each inside a transaction that its caller opened. The
 * summit's head moves by compare and swap, first of all, which makes the numbers gapless and lets one of two writers win.
 */
import { CompiledQuery } from 'kysely';
import type { Compilable, Kysely, Transaction } from 'kysely';
import { StoreConflict, StoreMissing } from './errors.ts';
import type { AppendBatch, Erasure, NewEvent, Redaction, StoredAnswer, StoredPass } from './port.ts';
import type { Tables } from './tables.ts';

/** Rows to a statement: few enough for any database's limit on parameters, and so that statements repeat and stay prepared. */
const rowsAtOnce = 50;

/**
 * What every commit runs, and every page and line to prove who asks, compiled once for each number of rows: building a
 * statement costs several times what running it does. Rows that are given must have their keys in one order, always the same.
 */
export function logStatements(db: Kysely<Tables>) {
	return {
		events: compiledOnce((rows: Tables['event'][]) => db.insertInto('event').values(rows)),
		answers: compiledOnce((rows: Tables['answer'][]) =>
			db
				.insertInto('answer')
				.values(rows)
				.onConflict((c) => c.doNothing())
		),
		answered: compiledOnce((rows: Omit<Tables['answer'], 'answer'>[]) =>
			db
				.selectFrom('answer')
				.select(['actor', 'id', 'answer'])
				.where((eb) => eb.or(rows.map((row) => eb.and(row))))
		),
		passes: compiledOnce((rows: Pick<Tables['pass'], 'hash'>[]) =>
			db
				.selectFrom('pass')
				.select(['hash', 'holder', 'role', 'summit'])
				.select(['created_at as createdAt', 'ends_at as endsAt', 'revoked_at as revokedAt'])
				.where((eb) => eb.or(rows.map((row) => eb.and(row))))
		)
	};
}
export type LogStatements = ReturnType<typeof logStatements>;

function compiledOnce<Row extends object, Result>(build: (rows: Row[]) => Compilable<Result>) {
	const texts = new Map<number, string>();
	return (rows: Row[]): CompiledQuery<Result> => {
		const text = texts.get(rows.length) ?? build(rows).compile().sql;
		texts.set(rows.length, text);
		return CompiledQuery.raw(text, rows.map((row): unknown[] => Object.values(row)).flat());
	};
}

export async function append(trx: Transaction<Tables>, statements: LogStatements, batch: AppendBatch): Promise<number> {
	const { summit, after, events, answers, passes, revokes } = batch;
	const head = await advance(trx, { summit, after, by: events.length });
	await insertEvents(trx, statements, { summit, after, events });
	await insertAnswers(trx, statements, { summit, answers });
	await insertPasses(trx, summit, passes);
	for (const { holder, at } of revokes)
		await trx
			.updateTable('pass')
			.set({ revoked_at: at })
			.where('summit', '=', summit)
			.where('holder', '=', holder)
			.where('created_at', '<=', at)
			.where('revoked_at', 'is', null)
			.execute();
	return head;
}

export async function redact(
	trx: Transaction<Tables>,
	statements: LogStatements,
	redaction: Redaction
): Promise<number> {
	const { summit, after, event, answers = [] } = redaction;
	const head = await advance(trx, { summit, after, by: 1 });
	await blank(trx, { summit, seqs: redaction.seqs, sealed: null });
	await insertEvents(trx, statements, { summit, after, events: [event] });
	await insertAnswers(trx, statements, { summit, answers });
	return head;
}

/** What is left of a card's event: that there was one, and when. */
export const EMPTIED = { type: 'event:erased', actor: 'card', body: '{}', sealed: null } as const;

export async function erase(trx: Transaction<Tables>, statements: LogStatements, erasure: Erasure): Promise<number> {
	const { summit, after, upTo, also, kept, event } = erasure;
	const head = await advance(trx, { summit, after, by: 1 });
	const standing = kept.map(({ seq }) => seq);
	const reached = trx.updateTable('event').where('summit', '=', summit).where('seq', '<=', upTo);
	const others = standing.length === 0 ? reached : reached.where('seq', 'not in', standing);
	await others
		.set(EMPTIED)
		.where((eb) => eb.or([eb('actor', 'like', 'card:%'), eb('actor', 'like', 'newcomer:%')]))
		.execute();
	await others.set({ sealed: null }).where('sealed', 'is not', null).execute();
	for (const { seq, sealed } of kept) await blank(trx, { summit, seqs: [seq], sealed });
	await blank(trx, { summit, seqs: also, sealed: null });
	await trx.deleteFrom('pass').where('summit', '=', summit).where('role', '=', 'card').execute();
	await trx
		.deleteFrom('answer')
		.where('summit', '=', summit)
		.where((eb) => eb.or([eb('actor', 'like', 'card:%'), eb('actor', 'like', 'newcomer:%')]))
		.execute();
	await insertEvents(trx, statements, { summit, after, events: [event] });
	return head;
}

async function blank(
	trx: Transaction<Tables>,
	{ summit, seqs, sealed }: { summit: string; seqs: number[]; sealed: Uint8Array | null }
): Promise<void> {
	for (const some of inChunks([...new Set(seqs)])) {
		const query = trx.updateTable('event').set({ sealed }).where('summit', '=', summit).where('seq', 'in', some);
		const blanked = await query.executeTakeFirst();
		if (blanked.numUpdatedRows !== BigInt(some.length))
			throw new StoreMissing('An event to be blanked is not in the log.');
	}
}

/** Compare and swap: the only way a summit's head moves. */
async function advance(
	trx: Transaction<Tables>,
	{ summit, after, by }: { summit: string; after: number; by: number }
): Promise<number> {
	const moved = await trx
		.updateTable('summit')
		.set((eb) => ({ head: eb('head', '+', by) }))
		.where('id', '=', summit)
		.where('head', '=', after)
		.returning('head')
		.executeTakeFirst();
	if (moved) return moved.head;
	const row = await trx.selectFrom('summit').select('head').where('id', '=', summit).executeTakeFirst();
	throw row ? new StoreConflict(`The log's head is ${row.head}, not ${after}.`) : noSummit();
}

async function insertEvents(
	trx: Transaction<Tables>,
	statements: LogStatements,
	{ summit, after, events }: { summit: string; after: number; events: NewEvent[] }
): Promise<void> {
	const rows = events.map(({ at, actor, type, v, body, sealed }, i) => ({
		summit,
		seq: after + 1 + i,
		at,
		actor,
		type,
		v,
		body,
		sealed
	}));
	for (const some of inChunks(rows)) await trx.executeQuery(statements.events(some));
}

async function insertAnswers(
	trx: Transaction<Tables>,
	statements: LogStatements,
	{ summit, answers }: { summit: string; answers: StoredAnswer[] }
): Promise<void> {
	const rows = answers.map(({ actor, id, answer }) => ({ summit, actor, id, answer }));
	for (const some of inChunks(rows)) {
		const made = await trx.executeQuery(statements.answers(some));
		if (made.numAffectedRows !== BigInt(some.length))
			throw new StoreConflict('A command of this batch was answered before.');
	}
}

async function insertPasses(trx: Transaction<Tables>, summit: string, passes: StoredPass[]): Promise<void> {
	const rows = passes.map((pass) => ({
		hash: pass.hash,
		summit,
		holder: pass.holder,
		role: pass.role,
		created_at: pass.createdAt,
		ends_at: pass.endsAt,
		revoked_at: pass.revokedAt
	}));
	for (const some of inChunks(rows)) {
		const query = trx.insertInto('pass').values(some);
		const made = await query.onConflict((c) => c.doNothing()).executeTakeFirst();
		if (made.numInsertedOrUpdatedRows !== BigInt(some.length)) throw new StoreConflict('A pass with this hash exists.');
	}
}

/** What these commands were answered, each by exactly its actor. */
export async function answeredTo(
	db: Kysely<Tables>,
	statements: LogStatements,
	{ summit, asks }: { summit: string; asks: readonly Pick<StoredAnswer, 'actor' | 'id'>[] }
): Promise<StoredAnswer[]> {
	const found: StoredAnswer[] = [];
	const rows = asks.map(({ actor, id }) => ({ summit, actor, id }));
	for (const some of inChunks(rows)) found.push(...(await db.executeQuery(statements.answered(some))).rows);
	return found;
}

function* inChunks<T>(all: T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += rowsAtOnce) yield all.slice(from, from + rowsAtOnce);
}

export function noSummit(): StoreMissing {
	return new StoreMissing('There is no such summit.');
}
