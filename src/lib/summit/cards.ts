/**
 * Cards: what a student is to the kit. A card has a made-up name, a school and a year band; never a person's name, an
 * address or a device (S1). A removed card's marks stop counting, its words still reach a safeguarding lead and its
 * *Talk to someone* still works (S4, S5, S8).
 */
import { z } from 'zod';
import { cardName, drawCardName } from './card-names.ts';
import type { CardName } from './card-names.ts';
import { doorsUnfit } from './doors.ts';
import { refuse } from './refusals.ts';
import { Band, Slug } from './stations/settings.ts';
import { Id, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export interface Card {
	id: string;
	name: CardName;
	school: string;
	band: Band;
	/** Students behind this card: a table's device is one card with a headcount (X4). */
	headcount: number;
	joinedAt: number;
	/** Number of the event it joined with. */
	seq: number;
	agreedAt: number | null;
	removedAt: number | null;
}
export interface Cards {
	list: Map<string, Card>;
	taken: Set<string>;
}

export const CardsCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('cards:join'),
		school: Slug,
		band: Band,
		headcount: z.int().min(1).max(12)
	}),
	z.strictObject({ id: Id, type: z.literal('cards:agree') }),
	z.strictObject({ id: Id, type: z.literal('cards:remove'), card: Id }),
	z.strictObject({ id: Id, type: z.literal('cards:restore'), card: Id })
] as const;
export type CardsCommand = z.infer<(typeof CardsCommands)[number]>;

export type CardsEvent =
	| { type: 'cards:joined'; card: string; name: CardName; school: string; band: Band; headcount: number }
	| { type: 'cards:agreed'; card: string }
	| { type: 'cards:removed'; card: string }
	| { type: 'cards:restored'; card: string };

export function decideCards(summit: Summit, command: CardsCommand, context: Context): Decision<CardsEvent> {
	const { cards, doors, setup } = summit;
	switch (command.type) {
		case 'cards:join': {
			if (setup.closedAt !== null) return refuse('summit_closed');
			if (!doors.open || doorsUnfit(summit, context.network)) return refuse('doors_shut');
			const { school, band, headcount } = command;
			if (!setup.settings.schools.some((s) => s.id === school)) return refuse('unknown_choice');
			if (!setup.settings.bands.includes(band)) return refuse('unknown_choice');
			const card = context.id();
			const name = drawCardName(context.draw, (words) => cards.taken.has(words));
			return doneWith({ card, name }, { type: 'cards:joined', card, name, school, band, headcount });
		}
		case 'cards:agree': {
			const card = cards.list.get(context.actor.id);
			if (!card) return refuse('unknown_item');
			return card.agreedAt === null ? done({ type: 'cards:agreed', card: card.id }) : refuse('already_so');
		}
		case 'cards:remove': {
			const card = cards.list.get(command.card);
			if (!card) return refuse('unknown_item');
			return card.removedAt === null ? done({ type: 'cards:removed', card: card.id }) : refuse('already_so');
		}
		case 'cards:restore': {
			const card = cards.list.get(command.card);
			if (!card) return refuse('unknown_item');
			return card.removedAt === null ? refuse('already_so') : done({ type: 'cards:restored', card: card.id });
		}
	}
}

/** How many are taking part: agreed cards that were not removed, tables by headcount. May be shown live (S2). */
export function takingPart(cards: Cards): number {
	let count = 0;
	for (const card of cards.list.values()) {
		if (card.agreedAt !== null && card.removedAt === null) count += card.headcount;
	}
	return count;
}

export function evolveCards(cards: Cards, event: Logged<CardsEvent>): void {
	if (event.type === 'cards:joined') {
		cards.taken.add(cardName(event.name));
		cards.list.set(event.card, {
			id: event.card,
			name: event.name,
			school: event.school,
			band: event.band,
			headcount: event.headcount,
			joinedAt: event.at,
			seq: event.seq,
			agreedAt: null,
			removedAt: null
		});
		return;
	}
	const card = cards.list.get(event.card);
	if (!card) return;
	if (event.type === 'cards:agreed') card.agreedAt = event.at;
	else card.removedAt = event.type === 'cards:removed' ? event.at : null;
}
