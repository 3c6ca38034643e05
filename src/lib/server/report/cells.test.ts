import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf, safeCell } from './cells.ts';

describe('cells of a table', () => {
	it.each([
		['=1+1'],
		['+44 20'],
		['-2'],
		['@SUM(A1)'],
		['  =1+1'],
		['\t=1+1'],
		['\n=1+1'],
		['\u200b=1+1'],
		['\ufeff=1+1'],
		['\u00ad@here'],
		['＝1+1'],
		['＋1'],
		['－1'],
		['＠sum'],
		['\u3000＝1+1'],
		['\u3164=1+1'],
		['|calc'],
		['%0A=1']
	])('is never a formula: %j', (text) => {
		const cell = safeCell(text);
		expect(cell.startsWith("'")).toBe(true);
		expect(safeCell(cell)).toBe(cell);
	});

	it('leaves ordinary words as they are', () => {
		for (const text of ['Replace four lamps', '20+ cards', 'a=b', 'we ▇▇▇ here', 'مرحبا', '']) {
			expect(safeCell(text)).toBe(text);
		}
	});

	it('takes away what nobody sees and a reader could be fooled by', () => {
		expect(safeCell('abc\u202edef\u0000')).toBe('abcdef');
	});

	it('comes back out of a reader cell by cell, whatever is in it', () => {
		const rows = [
			['a "quoted" word', 'two\nlines', 'semi;colon, comma'],
			['=cmd', '', 'end']
		];
		const csv = csvOf({ columns: ['one', 'two', 'three'], rows });
		expect(csv.startsWith('\ufeff"one","two","three"\r\n')).toBe(true);
		const read = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, newline: '\r\n' });
		expect(read.data).toEqual([['one', 'two', 'three'], rows[0], ["'=cmd", '', 'end']]);
	});
});
