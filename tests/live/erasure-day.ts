/**
 * A summit full of words and positions that can be recognised anywhere, and the means to look for them: in every file, and
 * with every key there is, in copies that were made before.
 */
import { createDecipheriv } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openContents, readKeyringFile } from '../../src/lib/server/keyring-seal.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { CommandBody } from '../../src/lib/live/protocol.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { mark } from '../../src/lib/summit/testing.ts';

export interface Planted {
	cards: Actor[];
	words: string[];
	positions: string[];
	facilitator: Actor;
	lead: Actor;
	/** A worry to hold, its words, and those of its neighbour of the same card. */
	worry: string;
	held: string;
	neighbour: string;
}

export async function must(room: Room, actor: Actor, body: CommandBody): Promise<Record<string, unknown>> {
	const answer = await room.do(actor, { ...body, id: chance.id() });
	if (!answer.ok) throw new Error(`${body.type}: ${answer.code} ${JSON.stringify(answer.detail ?? '')}`);
	return answer.answer;
}

/** `each` texts and marks of twelve cards, most of them shown, a theme, a merged idea, backing, a plan that is signed. */
export async function plantDay(
	room: Room,
	{ facilitator, lead, each }: { facilitator: Actor; lead: Actor; each: number }
): Promise<Planted> {
	const [words, positions, cards]: [string[], string[], Actor[]] = [[], [], []];
	const word = (): string => {
		const made = `zebra${chance.id().replace(/[^a-z0-9]/gi, 'x')}`;
		words.push(made);
		return made;
	};
	for (let n = 0; n < 12; n += 1) {
		const { card } = await must(
			room,
			{ role: 'newcomer', id: 'newcomer' },
			{ type: 'cards:join', school: 'northbank', band: '9-11', headcount: 1 }
		);
		cards.push({ role: 'card', id: String(card) });
		await must(room, { role: 'card', id: String(card) }, { type: 'cards:agree' });
	}
	const put = async (card: Actor, n: number): Promise<void> => {
		const at: [number, number] = [0.52 + Math.random() / 100, 0.52 + Math.random() / 100];
		positions.push(...at.map(String));
		const entry = n % 2 === 0 ? mark(at) : ({ type: 'words' } as const);
		const station = { type: 'station:contribute', station: 'neighbourhood' } as const;
		const step = n % 2 === 0 ? 'good-places' : 'one-idea';
		await room.do(card, { ...station, id: chance.id(), step, entry, words: `the lamp ${word()} ${word()}` });
	};
	await Promise.all(cards.flatMap((card) => Array.from({ length: each }, (_, n) => put(card, n))));
	const [first = lead] = cards;
	const [held, neighbour] = [word(), word()];
	const talk = { type: 'talk:ask', how: 'come', aboutAdult: false } as const;
	const { worry } = await must(room, first, { ...talk, words: held });
	await must(room, first, { ...talk, words: neighbour });
	for (const id of room.summit.worries.list.keys()) await must(room, lead, { type: 'worry:see', worry: id });
	const items = [...room.summit.queue.items.values()].filter(({ late }) => !late);
	// Of every card a few: a theme is named only when enough of them stand behind it.
	const some = cards.flatMap(({ id }) => items.filter((item) => item.card === id).slice(0, 2));
	for (const { id: item } of some) await must(room, facilitator, { type: 'words:show', item, seen: 0 });
	return { cards, words, positions, facilitator, lead, worry: String(worry), held, neighbour };
}

/** A theme with what was shown, an idea backed by everybody, an answer, an action with a note, and the signature. */
export async function signPlan(room: Room, { cards, facilitator, lead }: Planted): Promise<void> {
	const shown = [...room.summit.queue.items.values()].filter(({ state }) => state === 'shown').map(({ id }) => id);
	const [theme = ''] = room.summit.ideas.themes.keys();
	const made = await must(room, facilitator, { type: 'idea:merge', words: 'Light the path', theme, items: shown });
	const idea = String(made['idea']);
	await must(room, facilitator, { type: 'backing:open', seen: room.summit.ideas.backing.version, ideas: [idea] });
	for (const card of cards) await must(room, card, { type: 'backing:give', ideas: [idea] });
	await must(room, facilitator, { type: 'backing:close', seen: room.summit.ideas.backing.version });
	const answer = { answer: 'yes', because: '', until: null } as const;
	await must(room, facilitator, { type: 'theme:answer', theme, seen: 0, ...answer });
	const owner = { name: 'Pat Reed', role: 'Site manager', organisation: 'Northbank School' };
	const detail = { what: 'New lamps', changes: 'place', fairBecause: '', owner, due: '2027-03-01' } as const;
	const add = { theme, ideas: [idea], ...detail, told: 'Lamps are coming.' };
	const { action } = await must(room, facilitator, { type: 'action:add', ...add });
	const note = { progress: 'started', note: 'zebranoteofanadult' } as const;
	await must(room, facilitator, { type: 'action:progress', action: String(action), ...note });
	await must(room, facilitator, { type: 'plan:submit', seen: room.summit.plan.version });
	await must(room, lead, { type: 'plan:sign', seen: room.summit.plan.version });
}

/** Every file under a folder with its bytes. */
export async function allFiles(dir: string): Promise<Map<string, Buffer>> {
	const found = new Map<string, Buffer>();
	for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isFile()) found.set(file, await readFile(file));
	}
	return found;
}

/** Every planted word begins like this, an adult's note too; no position of a mark is written in fewer figures. */
const PLANTED = /zebra\w+|0\.5[23]\d{9,}/g;

/**
 * What was planted, wherever it stands in these files, as UTF-8 or UTF-16: in the Latin letters of these texts the two differ by
 * zero bytes alone, at either alignment and in either order.
 */
export function plantedIn(files: ReadonlyMap<string, Buffer>): string[] {
	const found = new Set<string>();
	for (const bytes of files.values()) {
		const plain = bytes.toString('latin1');
		for (const read of [plain, plain.replaceAll('\0', '')])
			for (const [text] of read.matchAll(PLANTED)) found.add(text);
	}
	return [...found];
}
export function plantedInText(text: string): string[] {
	return plantedIn(new Map([['text', Buffer.from(text)]]));
}

export interface Ciphertext {
	summit: string;
	event: number;
	type: string;
	sealed: Buffer;
}
/** Every sealed text of a database, as it lies there. */
export function ciphertexts(file: string): Ciphertext[] {
	const db = new Database(file, { readonly: true });
	try {
		const rows = db.prepare('select summit, seq as event, type, sealed from event where sealed is not null').all();
		return rows as Ciphertext[];
	} finally {
		db.close();
	}
}

/** Whatever could be a key in these files: raw key files, every key of every keyring they open, and any 32 bytes in a row. */
export function keysIn(files: ReadonlyMap<string, Buffer>): Buffer[] {
	const keys: Buffer[] = [];
	const small = [...files].filter(([file]) => !/\.(db|db-wal|db-shm|lock)$/.test(file)).map(([, bytes]) => bytes);
	for (const bytes of small)
		for (let at = 0; at + 32 <= bytes.length; at += 1) keys.push(Buffer.from(bytes.subarray(at, at + 32)));
	const raw = small.filter(({ length }) => length === 32);
	for (const bytes of small) {
		const file = readKeyringFile(bytes);
		for (const key of file ? raw : []) {
			const inside = file && openContents(file, key);
			if (!inside) continue;
			keys.unshift(inside.root);
			for (const { words, worries } of inside.summits.values()) keys.unshift(words, worries);
			for (const own of inside.own.values()) keys.unshift(...own.values());
		}
	}
	return keys;
}

/** How many of these open with any of the keys, at their own place and field. */
export function opened(sealedTexts: readonly Ciphertext[], keys: readonly Buffer[]): string[] {
	const read: string[] = [];
	// Nearly every try fails: a trace for each would take most of the time.
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	for (const { summit, event, sealed } of sealedTexts) {
		for (const field of ['words', 'worries']) {
			const texts = keys.map((key) => tryOpen(sealed, key, [summit, event, field])).filter((found) => found !== null);
			read.push(...texts.slice(0, 1));
		}
	}
	Error.stackTraceLimit = stackTraceLimit;
	return read;
}
function tryOpen(sealed: Buffer, key: Buffer, place: unknown[]): string | null {
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 });
		decipher.setAAD(Buffer.from(JSON.stringify(place))).setAuthTag(sealed.subarray(-16));
		return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}
