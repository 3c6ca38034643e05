/**
 * Clearing a card's drawing (S8): all its pins and areas, of one station or of every one, leave the map on consoles and
 * every figure to come; one press brings them back. Its words stay where they are, and it may go on marking. What was
 * released stays released: figures move at the next release, as after anything else (S9).
 */
import { z } from 'zod';
import type { Card } from './cards.ts';
import { refuse } from './refusals.ts';
import { noteChange } from './releases.ts';
import { Slug } from './stations/settings.ts';
import { bringBack, setAside } from './stations/tally.ts';
import type { Contribution, Station } from './stations.ts';
import { BY_LEAD } from './cards.ts';
import { Id, done } from './subject.ts';
import type { Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export const DrawingCommands = [
	z.strictObject({ id: Id, type: z.literal('cards:wipe'), card: Id, station: Slug.optional() }),
	z.strictObject({ id: Id, type: z.literal('cards:unwipe'), card: Id, station: Slug.optional() })
] as const;
export type DrawingCommand = z.infer<(typeof DrawingCommands)[number]>;

export type DrawingEvent =
	/** `station` null: of every one. `item`: as in `cards:removed`. */
	| { type: 'cards:wiped'; card: string; station: string | null; item?: string }
	| { type: 'cards:unwiped'; card: string; station: string | null; item?: string };

export function decideDrawing(summit: Summit, command: DrawingCommand): Decision<DrawingEvent> {
	const card = summit.cards.list.get(command.card);
	const station = command.station ?? null;
	if (!card || (station !== null && !summit.stations.has(station))) return refuse('unknown_item');
	const { standing, aside } = drawingOf(summit, card, station);
	if (command.type === 'cards:wipe')
		return standing > 0 ? done({ type: 'cards:wiped', card: card.id, station }) : refuse('already_so');
	return aside > 0 ? done({ type: 'cards:unwiped', card: card.id, station }) : refuse('already_so');
}

/** How many pins and areas of a card stand, and how many are cleared. */
export function drawingOf(
	summit: Summit,
	card: Pick<Card, 'id'>,
	station: string | null = null
): { standing: number; aside: number } {
	let [standing, aside] = [0, 0];
	for (const [, one] of within(summit, station)) {
		for (const id of one.byCard.get(card.id) ?? []) if (isMark(one.contributions.get(id))) standing += 1;
		for (const gone of one.cleared.values()) if (gone.card === card.id) aside += 1;
	}
	return { standing, aside };
}

function within(summit: Summit, station: string | null): [string, Station][] {
	return [...summit.stations].filter(([id]) => station === null || station === id);
}
function isMark(contribution: Contribution | undefined): boolean {
	return contribution?.entry?.type === 'mark';
}

export function evolveDrawing(summit: Summit, event: Logged<DrawingEvent>): void {
	const card = summit.cards.list.get(event.card);
	if (!card) return;
	const reason = event.item ?? BY_LEAD;
	const wiped = event.type === 'cards:wiped';
	if (event.item !== undefined && wiped) card.clearedFor.add(event.item);
	else if (event.item !== undefined) card.clearedFor.delete(event.item);
	else if (!wiped && event.station === null) card.clearedFor.clear();
	for (const [id, station] of within(summit, event.station)) {
		const moved = wiped
			? [...(station.byCard.get(card.id) ?? [])].flatMap((one) => station.contributions.get(one) ?? []).filter(isMark)
			: // A lead's word brings everything back; a text's own, what was cleared for that text.
				[...station.cleared.values()].filter(
					(one) => one.card === card.id && (event.item === undefined || one.reason === reason)
				);
		for (const one of moved) {
			noteChange(summit.releases, summit.stations, { ...one, station: id });
			if (wiped) setAside(station, one.id, reason);
			else bringBack(station, one.id);
		}
	}
}
