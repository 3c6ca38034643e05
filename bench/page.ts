/**
 * The generated parts of `docs/PERFORMANCE.md`: a table of every budget and the growth curves, out of the results that are
 * kept. Between its marks nobody writes by hand: every run of `npm run bench` does, and a test compares.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWithin, told } from './figures.ts';
import type { Curve, Figure, Found } from './figures.ts';
import type { Machine } from './machine.ts';

export const RESULTS = join(import.meta.dirname, 'results');
const PAGE = join(import.meta.dirname, '..', 'docs', 'PERFORMANCE.md');
/** Characters of the longest bar. */
const BAR = 14;

export type Result = Found & { on: Machine };

export function readResults(): Map<string, Result> {
	const names = readdirSync(RESULTS).filter((name) => name.endsWith('.json'));
	// Written by `run.ts`, from what a bench answered.
	const read = (name: string): Result => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Result;
	return new Map(names.map((name) => [name.replace('.json', ''), read(name)]));
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
/** B2 before B11, and what has no number last. */
const order = ({ budget }: Figure): number => Number(/\d+/u.exec(budget)?.[0] ?? Infinity);

function figuresTable(results: Iterable<Result>): string {
	const figures = [...results].flatMap((result) => result.figures).sort((one, other) => order(one) - order(other));
	const lines = figures.map((figure) => {
		const { budget, measure, kit, floor, ratio, limit, verdict } = told(figure);
		return row([budget, measure, kit, floor, ratio, limit, isWithin(figure) ? verdict : `**${verdict}**`]);
	});
	return [row(['#', 'measure', 'kit', 'floor', 'ratio', 'budget', '']), '|---|---|---|---|---|---|---|', ...lines].join(
		'\n'
	);
}

function chart({ name, over, columns, rows }: Curve): string {
	const most = columns.map((_, at) => Math.max(...rows.map(({ values }) => values[at] ?? 0)));
	const wide = columns.map((column) => Math.max(column.length, 9));
	const head = [
		over.padStart(10),
		...columns.map((column, at) => `${column.padStart(wide[at] ?? 0)}  ${' '.repeat(BAR)}`)
	];
	const lines = rows.map(({ count, values }) => {
		const cells = values.map((value, at) => {
			const bar = '█'.repeat(Math.max(1, Math.round((value / (most[at] || 1)) * BAR)));
			return `${value.toLocaleString('en').padStart(wide[at] ?? 0)}  ${bar.padEnd(BAR)}`;
		});
		return [count.toLocaleString('en').padStart(10), ...cells].join('  ').trimEnd();
	});
	return [`**${name}**`, '', '```', head.join('  ').trimEnd(), ...lines, '```'].join('\n');
}

function machines(results: ReadonlyMap<string, Result>): string {
	const lines = [...results].map(([name, { on }]) =>
		row([
			...[name, on.day, on.processor, String(on.cores), on.node, on.pinned ? 'one core each' : 'not pinned'],
			...[on.load.join(' → '), `${on.took} s`]
		])
	);
	const head = ['bench', 'day', 'processor', 'cores', 'Node', 'server and load', 'load average', 'took'];
	return [row(head), '|---|---|---|---|---|---|---|---|', ...lines].join('\n');
}

/** The generated parts by the name of their marks. */
export function parts(results: ReadonlyMap<string, Result>): Record<string, string> {
	const all = [...results.values()];
	const notes = all.flatMap((result) => result.notes).map((note) => `- ${note}`);
	return {
		figures: [figuresTable(all), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'),
		curves: all
			.flatMap((result) => result.curves)
			.map(chart)
			.join('\n\n'),
		machines: machines(results)
	};
}

/** The page with its generated parts as the results say. Throws when the page has no place for one. */
export function renewed(page: string, results: ReadonlyMap<string, Result>): string {
	return Object.entries(parts(results)).reduce((text, [name, part]) => {
		const [before, after] = [`<!-- ${name}: written by npm run bench -->`, `<!-- end of ${name} -->`];
		const [from, to] = [text.indexOf(before), text.indexOf(after)];
		if (from < 0 || to < from) throw new Error(`docs/PERFORMANCE.md has no place for its ${name}.`);
		return `${text.slice(0, from + before.length)}\n\n${part}\n\n${text.slice(to)}`;
	}, page);
}

export function readPage(): string {
	return readFileSync(PAGE, 'utf8');
}
export function writePage(): void {
	writeFileSync(PAGE, renewed(readPage(), readResults()));
}
