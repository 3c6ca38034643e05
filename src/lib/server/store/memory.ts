/*
 * The store in memory, for tests and nothing else: it keeps the port's every promise but durability. Each write checks
 * everything before it changes anything, which makes it one transaction. Rows are copied in and out.
 */
import { StoreConflict, StoreMissing, StoreRefused } from './errors.ts';
import { memoryTiles } from './memory-tiles.ts';
import { EMPTIED } from './sql-log.ts';
import type {
	LinkRecord,
	NewEvent,
	PictureRecord,
	Store,
	StoredAnswer,
	StoredEvent,
	StoredPass,
	SummitRecord
} from './port.ts';

type HeldPass = StoredPass & { summit: string };

interface Held {
	record: SummitRecord;
	events: StoredEvent[];
	answers: Map<string, string>;
	pictures: Map<string, PictureRecord>;
}

export function memoryStore(): Store {
	const held = new Map<string, Held>();
	const passes = new Map<string, HeldPass>();
	const links = new Map<string, LinkRecord>();
	const tiles = memoryTiles((summit) => void known(summit));

	function known(summit: string): Held {
		const found = held.get(summit);
		if (!found) throw new StoreMissing('There is no such summit.');
		return found;
	}

	function expectHead({ record }: Held, after: number): void {
		if (record.head !== after) throw new StoreConflict(`The log's head is ${record.head}, not ${after}.`);
	}

	function expectNewAnswers({ answers }: Held, wanted: StoredAnswer[]): void {
		const keys = new Set(wanted.map(answerKey));
		if (keys.size < wanted.length || [...keys].some((key) => answers.has(key)))
			throw new StoreConflict('A command of this batch was answered before.');
	}

	function keep(to: Held, { events, answers }: { events: NewEvent[]; answers: StoredAnswer[] }): number {
		for (const event of events) to.events.push({ ...structuredClone(event), seq: ++to.record.head });
		for (const answer of answers) to.answers.set(answerKey(answer), answer.answer);
		return to.record.head;
	}

	return {
		async createSummit({ id, log, rehearsal, createdAt }) {
			if (held.has(id)) throw new StoreConflict('A summit with this id exists.');
			const record = { id, log, rehearsal, createdAt, head: 0 };
			held.set(id, { record, events: [], answers: new Map(), pictures: new Map() });
		},

		async summits() {
			return [...held.values()].map(({ record }) => ({ ...record })).sort(byAge((record) => record.id));
		},

		async append(batch) {
			const to = known(batch.summit);
			expectHead(to, batch.after);
			expectNewAnswers(to, batch.answers);
			const hashes = new Set(batch.passes.map(({ hash }) => hash));
			if (hashes.size < batch.passes.length || [...hashes].some((hash) => passes.has(hash)))
				throw new StoreConflict('A pass with this hash exists.');
			const head = keep(to, batch);
			for (const pass of batch.passes) passes.set(pass.hash, { ...pass, summit: batch.summit });
			for (const { holder, at } of batch.revokes)
				for (const pass of passes.values())
					if (pass.summit === batch.summit && pass.holder === holder && pass.createdAt <= at) pass.revokedAt ??= at;
			return head;
		},

		async read({ summit, after, limit }) {
			const events = held.get(summit)?.events ?? [];
			return structuredClone(events.slice(Math.max(0, after), Math.max(0, after) + limit));
		},

		async answeredTo({ summit, asks }) {
			const known = held.get(summit)?.answers;
			return asks.flatMap(({ actor, id }) => {
				const answer = known?.get(answerKey({ actor, id }));
				return answer === undefined ? [] : [{ actor, id, answer }];
			});
		},

		async pass({ hash }) {
			return copyOrNull(passes.get(hash));
		},

		async revokePasses({ hashes, at }) {
			for (const hash of hashes) {
				const pass = passes.get(hash);
				if (pass) pass.revokedAt ??= at;
			}
		},

		async redact({ summit, after, seqs, event, answers = [] }) {
			const to = known(summit);
			expectHead(to, after);
			expectNewAnswers(to, answers);
			const wanted = new Set(seqs);
			const rows = to.events.filter(({ seq }) => wanted.has(seq));
			if (rows.length < wanted.size) throw new StoreMissing('An event to be blanked is not in the log.');
			for (const row of rows) row.sealed = null;
			return keep(to, { events: [event], answers });
		},

		async erase({ summit, after, upTo, also, kept, event }) {
			const to = known(summit);
			expectHead(to, after);
			const standing = new Map(kept.map(({ seq, sealed }) => [seq, sealed]));
			const seqs = new Set(to.events.map(({ seq }) => seq));
			if ([...standing.keys(), ...also].some((seq) => !seqs.has(seq)))
				throw new StoreMissing('An event to be blanked is not in the log.');
			for (const row of to.events) {
				if (standing.has(row.seq)) row.sealed = structuredClone(standing.get(row.seq) ?? null);
				else if (row.seq <= upTo && byCard(row.actor)) Object.assign(row, EMPTIED);
				else if (row.seq <= upTo || also.includes(row.seq)) row.sealed = null;
			}
			for (const [hash, pass] of passes) if (pass.summit === summit && pass.role === 'card') passes.delete(hash);
			for (const key of to.answers.keys()) if (byCard(actorOf(key))) to.answers.delete(key);
			return keep(to, { events: [event], answers: [] });
		},

		async acts({ summit, before, limit }) {
			const events = held.get(summit)?.events ?? [];
			const acts = events.filter((row) => row.seq < before && !byCard(row.actor) && row.actor !== EMPTIED.actor);
			return structuredClone(acts.reverse().slice(0, limit)).map((row) => ({ ...row, sealed: null }));
		},

		async discard(summit) {
			if (!known(summit).record.rehearsal) throw new StoreRefused('Only a rehearsal can be thrown away.');
			held.delete(summit);
			for (const [hash, pass] of passes) if (pass.summit === summit) passes.delete(hash);
			for (const [hash, link] of links) if (link.summit === summit) links.delete(hash);
			tiles.forget(summit);
		},

		async compact() {
			return true;
		},

		async settle() {
			return true;
		},

		async check() {},

		async addLink(record) {
			if (record.summit !== null) known(record.summit);
			if (links.has(record.hash)) throw new StoreConflict('This link exists.');
			links.set(record.hash, { ...record });
		},

		async link(hash) {
			return copyOrNull(links.get(hash));
		},

		async useLink({ hash, at }) {
			const link = links.get(hash);
			if (!link || link.usedAt !== null || link.revokedAt !== null || link.endsAt <= at) return false;
			link.usedAt = at;
			return true;
		},

		async revokeLink({ hash, at }) {
			const link = links.get(hash);
			if (!link || link.revokedAt !== null) return false;
			link.revokedAt = at;
			return true;
		},

		async links({ summit }) {
			const some = [...links.values()].filter((link) => link.summit === summit);
			return some.map((link) => ({ ...link })).sort(byAge((link) => link.hash));
		},

		async addPicture(record) {
			const { pictures } = known(record.summit);
			if (pictures.has(record.id)) throw new StoreConflict('A picture with this id exists.');
			pictures.set(record.id, structuredClone(record));
		},

		async picture({ summit, id }) {
			return copyOrNull(held.get(summit)?.pictures.get(id));
		},

		async pictures({ summit }) {
			const some = [...(held.get(summit)?.pictures.values() ?? [])];
			return some
				.map(({ id, summit, type, width, height, school }) => ({ id, summit, type, width, height, school }))
				.sort((a, b) => inOrder(a.id, b.id));
		},

		async removePicture({ summit, id }) {
			return held.get(summit)?.pictures.delete(id) ?? false;
		},

		...tiles.store,

		async close() {}
	};
}

function answerKey({ actor, id }: { actor: string; id: string }): string {
	return JSON.stringify([actor, id]);
}

function actorOf(key: string): string {
	// Written by `answerKey`.
	const [actor = ''] = JSON.parse(key) as string[];
	return actor;
}

function byCard(actor: string): boolean {
	return actor.startsWith('card:') || actor.startsWith('newcomer:');
}

function copyOrNull<T>(row: T | undefined): T | null {
	return row === undefined ? null : structuredClone(row);
}

function byAge<T extends { createdAt: number }>(name: (row: T) => string): (a: T, b: T) => number {
	return (a, b) => a.createdAt - b.createdAt || inOrder(name(a), name(b));
}

function inOrder(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
