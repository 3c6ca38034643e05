/**
 * The summits of this kit: each folded into a room when it is first used. Making a summit and throwing a rehearsal away
 * are here; everything that happens inside a summit is its room's.
 */
import { doorsUnfit } from '../summit/doors.ts';
import { createSummit } from '../summit/founding.ts';
import type { Lists } from '../summit/lists.ts';
import type { Refusal } from '../summit/refusals.ts';
import type { Settings } from '../summit/stations/settings.ts';
import type { Actor, Context } from '../summit/subject.ts';
import type { LoggedEvent } from '../summit/summit.ts';
import { createFold } from './fold.ts';
import type { Fold } from './fold.ts';
import { openRoom } from './room.ts';
import type { Room, RoomParts } from './room.ts';

export type RoomsParts = Omit<RoomParts, 'record' | 'read'> & {
	/** What reads a text for marks, given the summit's own names for things and its leads' own lists. */
	reader: (of: { settings: Settings; lists: Lists }) => RoomParts['read'];
};

export interface Rooms {
	get(summit: string): Promise<Room | null>;
	/** Every summit that is on the store, oldest first. */
	list(): Promise<Room[]>;
	/** A new summit with its first facilitator, on disk when it resolves. */
	create(q: {
		settings: Settings;
		rehearsal: boolean;
		person: { name: string; account: string | null };
	}): Promise<{ ok: true; summit: string; person: string } | Refusal>;
	/** Throws a rehearsal away whole: rows, pictures, keys (point 2 of every rehearsal: nothing of it stays). */
	discard(summit: string): Promise<void>;
	/** Between this summit's events and what the store keeps; null when there is no such summit. */
	foldOf(summit: string): Fold | null;
	onOpen(listener: (room: Room) => void): void;
	onDiscard(listener: (summit: string) => void): void;
	close(): Promise<void>;
}

export async function createRooms(parts: RoomsParts): Promise<Rooms> {
	const { store, keyring, clock, chance } = parts;
	// A record without a log is a summit whose making was cut short: nobody was ever told of it.
	const begun = [];
	for (const record of await store.summits()) {
		if (record.rehearsal && keyring.erased(record.id)) await throwAway(record.id);
		else if (record.head > 0) begun.push(record);
	}
	const known = new Map(begun.map((record) => [record.id, record]));
	const open = new Map<string, Promise<Room>>();
	const opened: ((room: Room) => void)[] = [];
	const discarded: ((summit: string) => void)[] = [];

	function get(summit: string): Promise<Room | null> {
		const record = known.get(summit);
		if (!record) return Promise.resolve(null);
		const already = open.get(summit);
		if (already) return already;
		const opening = start(record);
		open.set(summit, opening);
		// A room that could not be folded is tried again at the next use, not remembered as broken.
		opening.catch(() => open.delete(summit));
		return opening;
	}

	async function start(record: RoomParts['record']): Promise<Room> {
		const { reader, ...rest } = parts;
		// The names a summit uses for its own places and platforms are not people's names.
		let read: RoomParts['read'] = () => [];
		const room = await openRoom({ ...rest, record, read: (text) => read(text) });
		const fresh = (): RoomParts['read'] => reader({ settings: room.summit.setup.settings, lists: room.summit.lists });
		read = fresh();
		// The first text of all waits for the lists of words to be made, and everybody with it: read one before students write.
		const makeLists = (): void => void setImmediate(() => read('Somebody wrote this.'));
		if (room.summit.doors.open) makeLists();
		room.onChange(({ events }) => {
			if (events.some(({ type }) => type.startsWith('setup:') || type === 'lists:edited')) read = fresh();
			if (events.some(({ type }) => type === 'doors:opened')) makeLists();
		});
		for (const listener of opened) listener(room);
		await shutUnfitDoors(room);
		return room;
	}

	/** Keys first: cut short anywhere, what is left opens for nobody, and the next start knows it and goes on (S13). */
	async function throwAway(summit: string): Promise<void> {
		await keyring.destroy(summit);
		// In slices: a package of tiles taken away at once would hold every other room up.
		for (const { id } of await store.tileSets({ summit })) await store.removeTileSet({ summit, id });
		await store.discard(summit);
		await store.compact();
	}

	/** S15: what was opened over TLS does not stay open where this start of the kit speaks plain HTTP; it is in the log. */
	async function shutUnfitDoors(room: Room): Promise<void> {
		if (!doorsUnfit(room.summit, parts.network)) return;
		// If it cannot be stored the room says so, and nobody is let in all the same.
		await room.do({ role: 'kit', id: 'kit' }, { id: chance.id(), type: 'doors:close' });
	}

	return {
		get,
		list: () => Promise.all([...known.keys()].map(get)).then((rooms) => rooms.filter((room) => room !== null)),
		async create({ settings, rehearsal, person }) {
			const id = chance.id();
			const record = { id, log: chance.id(), rehearsal, createdAt: clock.now(), head: 0 };
			const kit: Actor = { role: 'kit', id: 'kit' };
			const context: Context = { ...chance, actor: kit, now: clock.now(), read: () => [], network: parts.network };
			const first = { ...person, id: chance.id() };
			const command = { id: chance.id(), type: 'summit:create' as const, settings, rehearsal, person: first };
			const decision = createSummit(command, context);
			if (!decision.ok) return decision;
			await keyring.ensure(id);
			await store.createSummit(record);
			const { seal } = createFold({ record, store, keyring });
			const events = decision.events.map((event, index): LoggedEvent => {
				return { ...event, seq: index + 1, at: context.now, actor: 'kit:kit' };
			});
			await store.append({ summit: id, after: 0, events: events.map(seal), answers: [], passes: [], revokes: [] });
			known.set(id, record);
			return { ok: true, summit: id, person: first.id };
		},
		async discard(summit) {
			if (!known.get(summit)?.rehearsal) throw new Error('Only a rehearsal can be thrown away');
			known.delete(summit);
			// One that cannot be folded is thrown away like any other.
			const room = await open.get(summit)?.catch(() => null);
			open.delete(summit);
			for (const listener of discarded) listener(summit);
			await room?.close();
			await throwAway(summit);
		},
		foldOf(summit) {
			const record = known.get(summit);
			return record ? createFold({ record, store, keyring }) : null;
		},
		onOpen: (listener) => void opened.push(listener),
		onDiscard: (listener) => void discarded.push(listener),
		async close() {
			const rooms = await Promise.allSettled([...open.values()]);
			await Promise.all(rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value.close()] : [])));
		}
	};
}
