/**
 * `npm run budget`, and a stage of `npm test`: what a browser downloads before a page is whole and live, beside its budget;
 * a page over it fails. Bytes are counted on the built files, gzipped as the kit sends them (`page-files.ts`). The page's
 * own HTML and pictures are not in it: they depend on the summit (about 4 KB of HTML and one animal on a waiting phone).
 */
import { ensureBuilt } from './build.ts';
import { filesOf, keyEnding } from './manifest.ts';
import { nodesOf, readBuilds, sizeOf, type Builds } from './page-files.ts';

interface Screen {
	name: string;
	/** Bytes, gzip. */
	budget: number;
	/** The built files. */
	files: (builds: Builds) => string[];
}

/** A page of SvelteKit's that is plain HTML: it takes only the styles. */
const plain =
	(route: string) =>
	({ kit, pages }: Builds): string[] =>
		filesOf(
			kit,
			nodesOf(pages, route).map((end) => keyEnding(kit, end))
		).filter((file) => file.endsWith('.css'));

/** A page of SvelteKit's with its client, the live line, and sources that come at once though they are asked for later. */
const live =
	(route: string, ...more: string[]) =>
	({ kit, pages }: Builds): string[] => {
		const client = ['kit/src/runtime/client/entry.js', 'client-optimized/app.js'];
		const ends = [...client, ...nodesOf(pages, route), LINE, ...more];
		return filesOf(
			kit,
			ends.map((end) => keyEnding(kit, end))
		);
	};

/** The student's page as it stands once it is live, and the sources of what is open. */
const phone =
	(...more: string[]) =>
	({ kit, phone: built }: Builds): string[] => {
		const ends = ['src/phone.ts', LINE, ...more];
		const look = filesOf(kit, [keyEnding(kit, 'nodes/0.js')]).filter((file) => file.endsWith('.css'));
		return [
			...look,
			...filesOf(
				built,
				ends.map((end) => keyEnding(built, end))
			)
		];
	};

/** What comes when a phone has nothing better to do, beyond the first screen. */
const later = (builds: Builds): string[] => {
	const first = new Set(phone()(builds));
	return phone('screens/student/later-screens.ts')(builds).filter((file) => !first.has(file));
};

const LINE = 'socket.io-client/build/esm/index.js';
const FACE = 'screens/student/Face.svelte';
const MAP = ['screens/map/leaflet-used.ts'];

/**
 * The first two are what the kit promises a student's phone (X3). The others are what the pages weighed when this was
 * written and a little more, so that none grows unnoticed; whoever adds to one with reason raises its figure.
 */
export const SCREENS: readonly Screen[] = [
	{ name: 'A student’s first screen (/s)', budget: 55_000, files: phone() },
	{
		name: 'The same with a map station open',
		budget: 118_000,
		files: phone(FACE, 'screens/map/Phone.svelte', ...MAP)
	},
	{ name: 'Later, in idle time (/s)', budget: 12_000, files: later },
	{ name: 'With a platforms station open (/s)', budget: 73_000, files: phone(FACE, 'screens/platforms/Phone.svelte') },
	{
		name: 'With a friendships station open (/s)',
		budget: 73_000,
		files: phone(FACE, 'screens/friendships/Phone.svelte')
	},
	{ name: 'Typing the code (/)', budget: 5_500, files: plain('/') },
	{ name: 'Joining (/j)', budget: 5_500, files: plain('/j/[key]') },
	{ name: 'The wall', budget: 135_000, files: live('/wall/[summit]') },
	{ name: 'An observer’s page', budget: 128_000, files: live('/observe/[summit]') },
	{ name: 'The console', budget: 165_000, files: live('/staff/[summit]/run') },
	{ name: 'The queue', budget: 135_000, files: live('/staff/[summit]/queue') },
	{ name: 'Worries', budget: 146_000, files: live('/staff/[summit]/worries') },
	{ name: 'The plan', budget: 147_000, files: live('/staff/[summit]/plan') },
	{ name: 'Set-up', budget: 173_000, files: live('/staff/[summit]/set-up') },
	{ name: 'An owner’s page', budget: 84_000, files: live('/owner/[summit]') }
];

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

export interface Weighed {
	name: string;
	bytes: number;
	budget: number;
	/** Largest first. */
	files: { file: string; bytes: number }[];
}

export function weigh({ name, budget, files }: Screen, builds: Builds): Weighed {
	const sizes = files(builds).map((file) => ({ file, bytes: sizeOf(file) }));
	const bytes = sizes.reduce((so, one) => so + one.bytes, 0);
	return { name, bytes, budget, files: sizes.toSorted((one, other) => other.bytes - one.bytes) };
}

/** One line, and the largest files where it is over. */
export function reportOf({ name, bytes, budget, files }: Weighed): string {
	const over = bytes > budget;
	const verdict = over ? `OVER by ${kilo(bytes - budget)}` : 'within';
	const figures = [bytes, budget].map((one) => kilo(one).padStart(8)).join(' of ');
	const line = `${figures}  ${verdict.padEnd(7)}  ${name}, ${files.length} files`;
	const largest = files.slice(0, 8).map((file) => `             ${kilo(file.bytes).padStart(8)}  ${file.file}`);
	return [line, ...(over ? largest : [])].join('\n');
}

/** Every page of the last build. */
export async function weighAll(): Promise<Weighed[]> {
	await ensureBuilt();
	const builds = readBuilds();
	return SCREENS.map((screen) => weigh(screen, builds));
}

/** Prints what every page weighs, and answers how many are within and over. */
export async function checkBudgets(): Promise<{ within: number; over: number }> {
	const weighed = await weighAll();
	console.log('Bytes to download before a page is whole and live, gzip, without its own HTML:');
	for (const one of weighed) console.log(reportOf(one));
	const over = weighed.filter(({ bytes, budget }) => bytes > budget).length;
	return { within: weighed.length - over, over };
}

if (import.meta.main) process.exitCode = (await checkBudgets()).over === 0 ? 0 : 1;
