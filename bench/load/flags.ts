/** What `npm run load` may be told. Everything that is wrong is said at once, in plain words. */
import { parseArgs } from 'node:util';
import { mostOpenFiles } from '../crowd/own-process.ts';

export interface Flags {
	phones: number;
	minutes: number;
	/** Minutes within which everybody comes in. */
	joining: number;
	seed: number;
	/** Where the figures are written too. */
	json: string | null;
	/** Phones have no socket: plain requests alone. */
	plain: boolean;
	/** The kit's folder stays. */
	keep: boolean;
	/** A folder for a CPU profile of the server. */
	profile: string | null;
}

export const USAGE = `npm run load -- --phones 300 --minutes 2

  --phones N     how many phones, 1 to 20,000 (300)
  --minutes N    how long, at least 0.1 (2): they join in the first half, a minute at most, then they contribute
  --joining N    minutes in which they join (1, or half the time where that is less)
  --seed N       where chance starts: who says what, and when it is due (1)
  --plain        phones without sockets: plain requests alone
  --json FILE    writes the figures there too
  --keep         keeps the folder of the kit
  --profile DIR  writes a CPU profile of the server there`;

const MOST_PHONES = 20_000;
/** Connections a phone holds while it comes in, and what a process needs beside. */
const FILES_PER_PHONE = 1.5;
const FILES_BESIDE = 200;

/** The flags, or everything that is wrong with them. `mostOpen` is how many files one process may hold open. */
export function readFlags(
	args: readonly string[],
	mostOpen = mostOpenFiles()
): { ok: true; flags: Flags } | { ok: false; wrong: string[] } {
	const text = { type: 'string' as const };
	const yes = { type: 'boolean' as const, default: false };
	let values;
	try {
		const options = {
			phones: text,
			minutes: text,
			joining: text,
			seed: text,
			json: text,
			profile: text,
			plain: yes,
			keep: yes
		};
		({ values } = parseArgs({ args: [...args], options, allowPositionals: false }));
	} catch (problem) {
		return { ok: false, wrong: [problem instanceof Error ? problem.message : String(problem)] };
	}
	const wrong: string[] = [];
	const phones = numberOf(values.phones ?? '300');
	if (!Number.isInteger(phones) || phones < 1 || phones > MOST_PHONES)
		wrong.push(`--phones must be a whole number from 1 to ${MOST_PHONES}.`);
	const minutes = numberOf(values.minutes ?? '2');
	if (!(minutes >= 0.1 && minutes <= 600)) wrong.push('--minutes must be a number from 0.1 to 600.');
	const joining = numberOf(values.joining ?? String(Math.min(1, minutes / 2)));
	if (!(joining > 0 && joining < minutes)) wrong.push('--joining must be less than --minutes.');
	const seed = numberOf(values.seed ?? '1');
	if (!Number.isInteger(seed)) wrong.push('--seed must be a whole number.');
	const files = Math.ceil(phones * FILES_PER_PHONE) + FILES_BESIDE;
	if (wrong.length === 0 && files > mostOpen)
		wrong.push(
			`This machine lets one process hold ${mostOpen} files open, and ${phones} phones need about ${files}. ` +
				`Ask for at most ${Math.floor((mostOpen - FILES_BESIDE) / FILES_PER_PHONE)} phones, or raise the limit (ulimit -Hn).`
		);
	if (wrong.length > 0) return { ok: false, wrong };
	const { json = null, profile = null, plain, keep } = values;
	return { ok: true, flags: { phones, minutes, joining, seed, json, profile, plain, keep } };
}

/** NaN for anything but a plain number. */
function numberOf(text: string): number {
	return text.trim() === '' ? NaN : Number(text);
}
