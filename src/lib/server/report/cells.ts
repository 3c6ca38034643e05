/**
 * Tables that open in a spreadsheet without acting on their own. A cell that a spreadsheet would take for a formula gets
 * an apostrophe in front, whatever invisible or full-width characters were put before or in place of its first sign.
 */
import Papa from 'papaparse';
import { cleanText } from '../../summit/clean-text.ts';

/** What makes a spreadsheet calculate, call out, or split a cell, at the start of one. */
const FORMULA = /^[=+\-@|%]/u;
/** Characters nobody sees that may stand before it: format characters, variation selectors, fillers, and spaces. */
const UNSEEN = /^[\p{Cf}\p{Z}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0\u2800]+/u;

/** One text as a cell: cleaned, and never a formula. */
export function safeCell(text: string): string {
	const clean = cleanText(text);
	const first = clean.normalize('NFKC').replace(UNSEEN, '');
	return FORMULA.test(first) ? `'${clean}` : clean;
}

/**
 * Rows of texts as CSV: UTF-8 with the mark spreadsheets look for, every cell quoted, lines ending as RFC 4180 says.
 * Every cell passes `safeCell`, headings too.
 */
export function csvOf(table: { columns: readonly string[]; rows: readonly (readonly string[])[] }): string {
	const cells = [table.columns, ...table.rows].map((row) => row.map(safeCell));
	return `\ufeff${Papa.unparse(cells, { quotes: true, newline: '\r\n' })}\r\n`;
}
