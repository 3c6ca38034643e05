/**
 * Every card by its name, for safeguarding leads alone (S12): who stopped it is in the log, that it is stopped is here. It
 * holds counts of marks and nothing of what anybody wrote: words for leads alone move no row of it (S7).
 */
import { cardName } from '../card-names.ts';
import { drawingOf } from '../drawing.ts';
import type { Summit } from '../summit.ts';

export interface CardsRow {
	id: string;
	/** As the child's screen says it: "Sky Otter 42". */
	name: string;
	school: string;
	band: string;
	headcount: number;
	joinedAt: number;
	admitted: boolean;
	removed: boolean;
	/** Pins and areas that stand, and those that were cleared and can be brought back. */
	marks: number;
	cleared: number;
}

export function cardsRow(summit: Summit, key: string): CardsRow | null {
	const card = summit.cards.list.get(key);
	if (!card) return null;
	const { id, school, band, headcount, joinedAt } = card;
	const { standing, aside } = drawingOf(summit, card);
	return {
		...{ id, name: cardName(card.name), school, band, headcount, joinedAt },
		...{ admitted: card.admittedAt !== null, removed: card.removedAt !== null, marks: standing, cleared: aside }
	};
}
