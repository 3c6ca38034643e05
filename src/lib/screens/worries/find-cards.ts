/**
 * Which cards a safeguarding lead's list shows: without a name those that are stopped or cleared and could be forgotten; with
 * one those whose name has every part that was typed, in any order. Never more than fit a screen.
 */
import type { CardsRow } from '../../summit/topics/cards.ts';

const MOST = 8;

export function cardsFound(rows: readonly CardsRow[], asked: string): { rows: CardsRow[]; more: number } {
	const parts = asked.toLowerCase().split(/\s+/u).filter(Boolean);
	const held = ({ removed, cleared }: CardsRow) => removed || cleared > 0;
	const fits = (row: CardsRow) => {
		const name = row.name.toLowerCase().split(' ');
		return parts.length === 0 ? held(row) : parts.every((part) => name.some((word) => word.startsWith(part)));
	};
	const found = rows.filter(fits).sort((a, b) => Number(held(b)) - Number(held(a)) || (a.name < b.name ? -1 : 1));
	return { rows: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
}
