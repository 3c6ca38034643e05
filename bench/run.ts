/**
 * `npm run bench`: measures the kit beside its floors and prints each ratio beside its budget; `npm run bench -- b1 map` only
 * some. A figure is the median of several rounds with the lowest and highest beside it, and costs are told as ratios, because
 * machines differ. Every run ends by writing the page of figures, and `npm run bench -- page` does nothing else. Nothing here passes or fails: the numbers are for people to act on.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { b1, b2 } from './acknowledged.ts';
import type { Bench } from './bench.ts';
import { b5, b6 } from './coming.ts';
import { b3, slow } from './delivery.ts';
import { told } from './figures.ts';
import type { Found } from './figures.ts';
import { b8 } from './growth.ts';
import { pinLoad, watchMachine } from './machine.ts';
import { benchMap } from './map.ts';
import { RESULTS, writePage } from './page.ts';
import { b11, b7 } from './pages.ts';
import { b12 } from './slope.ts';
import { b9 } from './stored.ts';
import { ensureBuilt } from '../scripts/build.ts';

const BENCHES: Readonly<Record<string, Bench>> = { b1, b2, b3, b5, b6, b7, b8, b9, b11, b12, slow, map: benchMap };

function print(name: string, { figures, curves, notes }: Found): void {
	for (const figure of figures) {
		const { budget, measure, kit, floor, ratio, limit, verdict } = told(figure);
		console.log(`\n${budget} ${measure}`);
		console.log(`  kit    ${kit}`);
		if (floor !== '') console.log(`  floor  ${floor}\n  ratio  ${ratio}`);
		console.log(`  budget ${limit}: ${verdict}`);
	}
	for (const { name: what, over, columns, rows } of curves) {
		const table = [
			[over, ...columns],
			...rows.map(({ count, values }) => [count, ...values].map((one) => one.toLocaleString('en')))
		];
		console.log(`\n${what}`);
		for (const row of table) console.log(row.map((cell) => cell.padStart(22)).join(''));
	}
	for (const note of notes) console.log(`\n${note}`);
	console.log(`\nKept in bench/results/${name}.json.`);
}

/** How much, where a bench is asked for more than its short form. */
const OPTIONS = ['marks', 'hours'];

/** Names and `--option number`, or null when one of them is not understood. */
function parse(args: readonly string[]): { names: string[]; options: Map<string, number> } | null {
	const names: string[] = [];
	const options = new Map<string, number>();
	for (let at = 0; at < args.length; at += 1) {
		const word = args[at] ?? '';
		if (OPTIONS.some((option) => word === `--${option}`)) options.set(word.slice(2), Number(args[(at += 1)]));
		else if (word in BENCHES || word === 'page') names.push(word);
		else return null;
	}
	const numbers = [...options.values()].every((value) => value > 0);
	return numbers ? { names: names.length > 0 ? names : Object.keys(BENCHES), options } : null;
}

async function measure(names: readonly string[], options: ReadonlyMap<string, number>): Promise<void> {
	await ensureBuilt();
	const pinned = pinLoad();
	console.log(
		pinned ? 'Servers run on one core, the load on another.' : 'Not pinned: servers and load share the cores here.'
	);
	for (const name of names) {
		const bench = BENCHES[name];
		if (!bench) continue;
		console.log(`\n== ${name}`);
		const done = watchMachine(pinned);
		const ground = { pinned, options, say: (words: string) => console.log(`   ${name}: ${words}`) };
		const found = await bench(ground).catch((problem: unknown) => {
			console.error(`\n${name} was not measured; what was kept of it before stays.`, problem);
			process.exitCode = 1;
		});
		if (!found) continue;
		writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify({ on: done(), ...found }, null, '\t')}\n`);
		print(name, found);
	}
}

const asked = parse(process.argv.slice(2));
if (!asked) {
	console.error(`Say which: ${Object.keys(BENCHES).join(', ')}, or page. For instance: npm run bench -- b1 map`);
	process.exit(2);
}
const names = asked.names.filter((name) => name !== 'page');
if (names.length > 0) await measure(names, asked.options);
writePage();
console.log('\nThe tables of docs/PERFORMANCE.md are written anew from bench/results.');
