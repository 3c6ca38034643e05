/** The adults' answers as cards: one a theme. Themes too thin for a name of their own share one, which comes last (S9). */
import type { WallRows } from '../../summit/topics/room.ts';

export type Said = WallRows[`answer:${string}`] & { id: string };
export interface AnswerCard {
	theme: string;
	answers: Said[];
}

/** The newest at the front; `answers` in the order they were given. */
export function cardsOf(answers: readonly Said[]): AnswerCard[] {
	const cards = new Map<string, Said[]>();
	for (const one of [...answers].reverse()) cards.set(one.theme, [...(cards.get(one.theme) ?? []), one]);
	return [...cards]
		.map(([theme, given]) => ({ theme, answers: given }))
		.sort((a, b) => Number(a.answers.some(thin)) - Number(b.answers.some(thin)));
}

const thin = (one: Said): boolean => one.thin;
