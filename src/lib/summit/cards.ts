/**
 * Cards: what a student is to the kit. A card has a made-up name, a school and a year band; never a person's name, an
 * address or a device (S1). A removed card's marks stop counting, its words still reach a safeguarding lead and its
 * *Talk to someone* still works (S4, S5, S8).
 */
import { z } from 'zod';
import { cardName, drawCardName } from './card-names.ts';
import type { CardName } from './card-names.ts';
import { doorsUnfit } from './doors.ts';
import type { DoorsEvent } from './doors.ts';
import { refuse } from './refusals.ts';
import { Band, Slug } from './stations/settings.ts';
import { Id, done, doneWith } from './subject.ts';
import type { Actor, Context, Decision, Logged } from './subject.ts';
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
	/** When it came in; null while it knocks: it is not counted and marks nothing until an adult lets it in. */
	admittedAt: number | null;
	removedAt: number | null;
	/** Why it is stopped: BY_LEAD, and texts whose writer an adult stopped without learning who that is (`authors.ts`). */
	stoppedFor: Set<string>;
	/** Texts whose writer's drawing an adult cleared. */
	clearedFor: Set<string>;
}
/** A lead's own press, as a reason beside those that name a text. No text's id is as short. */
export const BY_LEAD = 'lead';

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
		headcount: z.int().min(1).max(12),
		/** It knocks whatever the doors say: the server's own word about how it came. */
		knocks: z.boolean().optional()
	}),
	z.strictObject({ id: Id, type: z.literal('cards:agree') }),
	z.strictObject({ id: Id, type: z.literal('cards:remove'), card: Id }),
	z.strictObject({ id: Id, type: z.literal('cards:restore'), card: Id })
] as const;
export type CardsCommand = z.infer<(typeof CardsCommands)[number]>;

export type CardsEvent =
	/** `knocks` is not in logs from before there was knocking. */
	| {
			type: 'cards:joined';
			card: string;
			name: CardName;
			school: string;
			band: Band;
			headcount: number;
			knocks?: boolean;
	  }
	| { type: 'cards:agreed'; card: string }
	/** `item`: the text whose writer was meant, where the adult does not know the card. */
	| { type: 'cards:removed'; card: string; item?: string }
	| { type: 'cards:restored'; card: string; item?: string };

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
			const knocks = doors.knock || command.knocks === true;
			return doneWith({ card, name }, { type: 'cards:joined', card, name, school, band, headcount, knocks });
		}
		case 'cards:agree': {
			const card = cards.list.get(context.actor.id);
			if (!card) return refuse('unknown_item');
			return card.agreedAt === null ? done({ type: 'cards:agreed', card: card.id }) : refuse('already_so');
		}
		case 'cards:remove': {
			const card = cards.list.get(command.card);
			if (!card) return refuse('unknown_item');
			return card.stoppedFor.has(BY_LEAD) ? refuse('already_so') : done({ type: 'cards:removed', card: card.id });
		}
		case 'cards:restore': {
			const card = cards.list.get(command.card);
			if (!card) return refuse('unknown_item');
			return card.removedAt === null ? refuse('already_so') : done({ type: 'cards:restored', card: card.id });
		}
	}
}

/** How many are taking part: agreed cards that were let in and not removed, tables by headcount. May be shown live (S2). */
export function takingPart(cards: Cards): number {
	let count = 0;
	for (const card of cards.list.values()) {
		if (card.agreedAt !== null && card.admittedAt !== null && card.removedAt === null) count += card.headcount;
	}
	return count;
}

/** Whether somebody may look at maps and figures of the room: a card that only knocks has not come in (S11). */
export function isInside(cards: Cards, { role, id }: Actor): boolean {
	return role !== 'card' || typeof cards.list.get(id)?.admittedAt === 'number';
}

/** Cards that have come in, those that only knock apart. */
export function cameIn(cards: Cards): number {
	let count = 0;
	for (const card of cards.list.values()) if (card.admittedAt !== null) count += 1;
	return count;
}

/** Stops a card for one reason more, or for one reason less: it goes on when none is left. A lead's word ends them all. */
function stopOrRestore(card: Card, event: Logged<Extract<CardsEvent, { type: 'cards:removed' | 'cards:restored' }>>) {
	if (event.type === 'cards:removed') {
		card.stoppedFor.add(event.item ?? BY_LEAD);
		card.removedAt ??= event.at;
		return;
	}
	if (event.item === undefined) card.stoppedFor.clear();
	else card.stoppedFor.delete(event.item);
	if (card.stoppedFor.size === 0) card.removedAt = null;
}

type Heard = CardsEvent | Extract<DoorsEvent, { type: 'doors:admitted' }>;

export function evolveCards(cards: Cards, event: Logged<Heard>): void {
	if (event.type === 'doors:admitted') {
		for (const id of event.cards) {
			const card = cards.list.get(id);
			if (card) card.admittedAt ??= event.at;
		}
		return;
	}
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
			admittedAt: event.knocks === true ? null : event.at,
			removedAt: null,
			stoppedFor: new Set(),
			clearedFor: new Set()
		});
		return;
	}
	const card = cards.list.get(event.card);
	if (!card) return;
	if (event.type === 'cards:agreed') card.agreedAt = event.at;
	else stopOrRestore(card, event);
}
