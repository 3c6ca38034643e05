/**
 * The simulated station lead of a rehearsal: reads the queue at a human pace, so that a newcomer sees it move, and leaves
 * the newest texts alone, so that there is always something to try. Stops as soon as nobody simulated is needed.
 */
import type { CommandBody } from '../../live/protocol.ts';
import type { Actor } from '../../summit/subject.ts';
import type { Item } from '../../summit/queue.ts';
import type { ClockPort } from '../clock.ts';
import type { Room } from '../room.ts';
import { chance } from '../tokens.ts';
import { SILLY } from './lines.ts';

/** Milliseconds between two decisions, and how long a text stays untouched. */
const PACE = 4_000;
const LEAVE = 9_000;

interface AdultParts {
	room: Room;
	person: string;
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function simulateAdult({ room, person, clock, fault }: AdultParts): () => void {
	const actor: Actor = { role: 'stationLead', id: person };
	let stop = clock.after(PACE, step);

	function step(): void {
		const now = clock.now();
		const { queue } = room.summit;
		for (const id of queue.pending) {
			const item = queue.items.get(id);
			const mine = item && item.state === 'waiting' && !item.late && now - item.at > LEAVE;
			const free = item && (item.takenBy === null || (item.takenAt ?? 0) + 60_000 < now);
			if (!mine || !free) continue;
			room
				.do(actor, { ...decision(item), id: chance.id() })
				.catch((error: unknown) => fault('The simulated adult stumbled.', error));
			break;
		}
		stop = clock.after(PACE, step);
	}
	return () => stop();
}

/** Plainly: names, unkind words and jokes are kept back, everything else is shown. */
function decision(item: Item): CommandBody {
	const on = { item: item.id, seen: item.version };
	if (item.marks.includes('name')) return { type: 'words:keep', ...on, reason: 'names-someone' };
	if (item.marks.includes('contact')) return { type: 'words:keep', ...on, reason: 'too-personal' };
	if (item.marks.includes('abuse')) return { type: 'words:keep', ...on, reason: 'unkind' };
	if (item.text !== null && SILLY.includes(item.text)) return { type: 'words:keep', ...on, reason: 'not-about-safety' };
	return { type: 'words:show', ...on };
}
