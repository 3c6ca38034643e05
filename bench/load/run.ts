/**
 * `npm run load`: a room full of phones at a kit of their own, on this machine. It says how fast everything was and what it
 * cost, and ends with 1 when anything that was acknowledged is lost or stored twice, somebody never came in, or a command was
 * left without an answer.
 */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/build.ts';
import { startCrowd } from '../crowd/crowd.ts';
import { compare, readStored } from './compare.ts';
import { runDay } from './day.ts';
import { findingsOf, told } from './findings.ts';
import type { Findings } from './findings.ts';
import { USAGE, readFlags } from './flags.ts';
import type { Flags } from './flags.ts';
import { serveKit } from './kit-server.ts';
import { createProgress } from './progress.ts';
import { openStaff } from './staff.ts';
import { prepareVenue } from './venue.ts';

const DIALECT = new URL('../crowd/dialects/kit.ts', import.meta.url).href;
/** What a shell says of a program that was interrupted. */
const INTERRUPTED = 130;

/** What must be ended or taken away, the newest first, however the run ends. */
const leftovers: (() => unknown)[] = [];
async function clearUp(): Promise<void> {
	for (let undo = leftovers.pop(); undo; undo = leftovers.pop()) await undo();
}

async function load(flags: Flags): Promise<Findings> {
	await ensureBuilt();
	const progress = createProgress();
	leftovers.push(() => progress.end());
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-load-'));
	leftovers.push(() =>
		flags.keep ? console.log(`The kit’s folder: ${dataDir}`) : rm(dataDir, { recursive: true, force: true })
	);
	const venue = await prepareVenue(dataDir);
	if (flags.profile !== null) await mkdir(flags.profile, { recursive: true });
	const profiling = flags.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(flags.profile)}`];
	const server = await serveKit(dataDir, profiling);
	leftovers.push(() => server.stop());
	const { key, schools, bands } = venue;
	const crowd = await startCrowd({
		...{ dialect: DIALECT, seed: flags.seed, way: flags.plain ? 'plain' : 'phone' },
		settings: { url: server.url, key, schools, bands, pages: 'whole' }
	});
	leftovers.push(() => crowd.close());
	const staff = openStaff(server.url, venue);
	leftovers.push(() => staff.close());

	const day = await runDay({ flags, crowd, server, staff, progress });
	staff.close();
	await crowd.close();
	const code = await server.stop();
	if (code !== 0) throw new Error(`The server ended with ${code}, saying: ${server.said()}`);
	progress.end();
	const compared = compare(await readStored(dataDir), day.cards, day.staff.items);
	return findingsOf({ flags, pinned: server.pinned && crowd.pinned, day, compared });
}

/** Slow is no fault here: `npm run bench` says how slow. */
function isSound({ lost, doubled, unanswered, joined, phones, notOnWall }: Findings): boolean {
	return lost + doubled + unanswered + notOnWall === 0 && joined === phones;
}

const read = readFlags(process.argv.slice(2));
if (!read.ok) {
	console.error(`${read.wrong.join('\n')}\n\n${USAGE}`);
	process.exit(2);
}
let interrupted = false;
/** A function, because a signal comes while something is awaited. */
function isInterrupted(): boolean {
	return interrupted;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		interrupted = true;
		void clearUp().then(() => process.exit(INTERRUPTED));
	});
try {
	const found = await load(read.flags);
	console.log(told(found));
	const on = {
		node: process.version,
		processor: os.cpus()[0]?.model ?? 'unknown',
		day: new Date().toISOString().slice(0, 10)
	};
	const whole = { on, ...found };
	if (read.flags.json !== null) await writeFile(read.flags.json, `${JSON.stringify(whole, null, '\t')}\n`);
	process.exitCode = isSound(found) ? 0 : 1;
} catch (problem) {
	// What was interrupted fails in many ways, and none of them is news.
	if (!isInterrupted()) console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
} finally {
	if (!isInterrupted()) await clearUp();
}
