/** What the phones and consoles were told is kept, beside what the log holds (L1, L2). */
import path from 'node:path';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';
import type { CardAccount } from '../crowd/dialects/kit.ts';

/** Of one summit's log, what a load run writes. */
export interface Stored {
	/** Contributions by card, as often as the log has them. */
	contributed: Map<string, string[]>;
	withdrawn: Set<string>;
	agreed: Map<string, number>;
	/** Texts that were decided. */
	shown: Map<string, number>;
}
export interface Compared {
	/** Acknowledged, and not in the log. */
	lost: number;
	/** In the log more often than it was said. */
	doubled: number;
}

const PAGE = 5_000;

/** Reads the whole log of a kit that has stopped. Nothing is opened that is sealed. */
export async function readStored(dataDir: string): Promise<Stored> {
	const store = await openSqlite(path.join(dataDir, 'summit.db'));
	const stored: Stored = { contributed: new Map(), withdrawn: new Set(), agreed: new Map(), shown: new Map() };
	try {
		const [summit] = await store.summits();
		if (!summit) throw new Error('The store holds no summit.');
		for (let after = 0; ;) {
			const page = await store.read({ summit: summit.id, after, limit: PAGE });
			for (const event of page) note(stored, event);
			after = page.at(-1)?.seq ?? after;
			if (page.length < PAGE) return stored;
		}
	} finally {
		await store.close();
	}
}

function note({ contributed, withdrawn, agreed, shown }: Stored, event: { type: string; actor: string; body: string }) {
	// Written by the kit's own fold, from an event that `decide` made.
	const body = JSON.parse(event.body) as { card?: string; contribution?: string; item?: string };
	const [card = event.actor.slice(event.actor.indexOf(':') + 1), { contribution = '', item = '' }] = [body.card, body];
	if (event.type === 'station:contributed') {
		const kept = contributed.get(card);
		if (kept) kept.push(contribution);
		else contributed.set(card, [contribution]);
	}
	if (event.type === 'station:withdrawn') withdrawn.add(contribution);
	if (event.type === 'cards:agreed') agreed.set(card, (agreed.get(card) ?? 0) + 1);
	if (event.type === 'words:decided') shown.set(item, (shown.get(item) ?? 0) + 1);
}

export function compare(stored: Stored, cards: readonly CardAccount[], shown: readonly string[]): Compared {
	let lost = 0;
	let doubled = 0;
	for (const { card, contributed, withdrawn, agreed, unanswered } of cards) {
		const kept = stored.contributed.get(card) ?? [];
		const there = new Set(kept);
		lost += contributed.filter((id) => !there.has(id)).length;
		lost += withdrawn.filter((id) => !stored.withdrawn.has(id)).length;
		const agreements = stored.agreed.get(card) ?? 0;
		if (agreed && agreements === 0) lost += 1;
		// One id acknowledged twice would be two commands taken for one.
		lost += contributed.length - new Set(contributed).size;
		doubled += Math.max(0, agreements - 1) + (kept.length - there.size);
		// Whatever is there beyond what was acknowledged may only be a command that still waits for its answer.
		doubled += Math.max(0, there.size - new Set(contributed).size - unanswered);
	}
	for (const item of shown) {
		const times = stored.shown.get(item) ?? 0;
		if (times === 0) lost += 1;
		doubled += Math.max(0, times - 1);
	}
	return { lost, doubled };
}
