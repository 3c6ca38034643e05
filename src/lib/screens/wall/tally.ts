/**
 * Released points as rows for bars and lists. Every figure here came out of a release: rounded down to fives and backed
 * by enough cards (S9). Figures are said in words that stay true when rounded: "20+ cards".
 */
import type { ReleasedPoint } from '../../summit/figures.ts';
import type { Parts } from '../../ui/heat.ts';

/** One thing students rated or sorted. */
export interface FeelingRow {
	id: string;
	words: string;
	parts: Parts;
	/** Cards that do not use it; for online platforms only. */
	unused: number;
	/** Cards that gave a feeling, at least. */
	cards: number;
}
/** One thing students picked. */
export interface PickRow {
	id: string;
	words: string;
	cards: number;
}

/** The parent of everything too thin to stand alone in a list. */
const OTHER = 'other';
export type Named = readonly { id: string; words: string }[];

/** "20+ cards"; nothing below five is ever released. */
export function cardsInWords(cards: number): string {
	return `${cards}+ cards`;
}

function nameIn(named: Named, id: string, other: string): string | undefined {
	return id === OTHER ? other : named.find((one) => one.id === id)?.words;
}

/** What was said about each thing on an axis, most cards first and everything merged last. Unknown ids are left out. */
export function feelingRows(
	points: readonly ReleasedPoint[],
	{ axis, named, other }: { axis: string; named: Named; other: string }
): FeelingRow[] {
	const rows = new Map<string, FeelingRow>();
	for (const point of points) {
		if (point.axis !== axis) continue;
		const words = nameIn(named, point.cell, other);
		if (words === undefined) continue;
		const known = rows.get(point.cell);
		const row = known ?? { id: point.cell, words, parts: { safe: 0, mixed: 0, unsafe: 0 }, unused: 0, cards: 0 };
		rows.set(point.cell, withPoint(row, point));
	}
	return [...rows.values()].sort(byCards);
}
function withPoint(row: FeelingRow, { answer, cards }: ReleasedPoint): FeelingRow {
	if (answer === 'unused') return { ...row, unused: row.unused + cards };
	if (answer !== 'safe' && answer !== 'mixed' && answer !== 'unsafe') return row;
	return { ...row, parts: { ...row.parts, [answer]: row.parts[answer] + cards }, cards: row.cards + cards };
}

/** How often each choice of one step was picked, most first. */
export function pickRows(
	points: readonly ReleasedPoint[],
	{ axis, named, other }: { axis: string; named: Named; other: string }
): PickRow[] {
	const rows: PickRow[] = [];
	for (const { axis: on, cell, cards } of points) {
		const words = on === axis ? nameIn(named, cell, other) : undefined;
		if (words !== undefined) rows.push({ id: cell, words, cards });
	}
	return rows.sort(byCards);
}
function byCards(a: { id: string; cards: number }, b: { id: string; cards: number }): number {
	if (a.id === OTHER || b.id === OTHER) return a.id === OTHER ? 1 : -1;
	return b.cards - a.cards;
}
