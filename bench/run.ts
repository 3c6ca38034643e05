/**
 * `npm run bench -- map`: measures one part of the kit, prints what it found and keeps it in `bench/results/`. A figure is
 * the median of several rounds with the lowest and highest beside it, and costs are told as ratios, because machines
 * differ. Nothing here passes or fails: the numbers are for people to act on.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { benchMap } from './map.ts';

const BENCHES: Readonly<Record<string, () => Promise<object>>> = { map: benchMap };

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (!bench) {
	console.error(`Say which: ${Object.keys(BENCHES).join(', ')}. For instance: npm run bench -- map`);
	process.exit(1);
}
const found = await bench();
const results = join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
const on = {
	node: process.version,
	processor: os.cpus()[0]?.model ?? 'unknown',
	day: new Date().toISOString().slice(0, 10)
};
writeFileSync(join(results, `${name}.json`), `${JSON.stringify({ on, ...found }, null, '\t')}\n`);
console.log(`\nKept in bench/results/${name}.json.`);
