/**
 * Stopping or clearing whoever wrote a text, by an adult who reads it and must not learn which card that is: only
 * safeguarding leads see cards (S8, S12). Nothing an adult is answered or shown tells whether two texts have one writer: each
 * text has a stop of its own, whatever was done for another, and clearing is done also where there was nothing drawn.
 */
import { z } from 'zod';
import type { CardsEvent } from './cards.ts';
import type { DrawingEvent } from './drawing.ts';
import type { Item } from './queue.ts';
import { refuse } from './refusals.ts';
import { Id, done } from './subject.ts';
import type { Context, Decision } from './subject.ts';
import type { Summit } from './summit.ts';
import { worryOfItem } from './worries.ts';
import { readersOf } from './worry-readers.ts';

export const AuthorsCommands = [
	z.strictObject({ id: Id, type: z.literal('author:stop'), item: Id }),
	z.strictObject({ id: Id, type: z.literal('author:restore'), item: Id }),
	z.strictObject({ id: Id, type: z.literal('author:wipe'), item: Id }),
	z.strictObject({ id: Id, type: z.literal('author:unwipe'), item: Id })
] as const;
export type AuthorsCommand = z.infer<(typeof AuthorsCommands)[number]>;

/** What was done to a text's writer by way of this very text. */
export function doneToAuthor(summit: Summit, { id, card }: Pick<Item, 'id' | 'card'>) {
	const writer = summit.cards.list.get(card);
	return { stopped: writer?.stoppedFor.has(id) ?? false, cleared: writer?.clearedFor.has(id) ?? false };
}

export function decideAuthors(
	summit: Summit,
	command: AuthorsCommand,
	{ actor }: Context
): Decision<CardsEvent | DrawingEvent> {
	const item = summit.queue.items.get(command.item);
	// What a person may not see answers exactly like what is not there.
	if (!item || item.text === null || (item.late && actor.role !== 'lead')) return refuse('unknown_item');
	// Words passed on belong to the safeguarding leads who may read them, and know the card (S7).
	const worry = worryOfItem(summit, item.id);
	if (worry && !readersOf(summit, worry).includes(actor.id)) return refuse('unknown_item');
	if (!summit.cards.list.has(item.card)) return refuse('unknown_item');
	const { stopped, cleared } = doneToAuthor(summit, item);
	const by = { card: item.card, item: item.id };
	switch (command.type) {
		case 'author:stop':
			return stopped ? refuse('already_so') : done({ type: 'cards:removed', ...by });
		case 'author:restore':
			return stopped ? done({ type: 'cards:restored', ...by }) : refuse('already_so');
		case 'author:wipe':
			return cleared ? refuse('already_so') : done({ type: 'cards:wiped', ...by, station: null });
		case 'author:unwipe':
			return cleared ? done({ type: 'cards:unwiped', ...by, station: null }) : refuse('already_so');
	}
}
