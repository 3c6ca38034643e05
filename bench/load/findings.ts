/** What a load run found, as one object and as a page of text. */
import type { Spread } from '../crowd/figures.ts';
import type { Compared } from './compare.ts';
import type { Day, Phase } from './day.ts';
import type { Flags } from './flags.ts';

export interface Findings {
	phones: number;
	minutes: number;
	seed: number;
	way: 'sockets' | 'plain requests';
	/** Server and crowd each on a core of its own. */
	pinned: boolean;
	lost: number;
	doubled: number;
	unanswered: number;
	joined: number;
	join: Spread;
	phases: {
		name: Phase['name'];
		seconds: number;
		said: number;
		acknowledgement: Spread;
		refused: Record<string, number>;
		deferred: Record<string, number>;
		turnedAway: Record<string, number>;
		resent: number;
		reconnections: number;
		/** Percent of one core. */
		serverCpu: number;
		crowdCpu: number;
		/** Milliseconds that the server's event loop was late. */
		delay: Spread;
		/** How late the crowd itself was, milliseconds. */
		crowdLate: Spread;
		/** Bytes of one phone in one minute. */
		up: number;
		down: number;
		frames: number;
		rows: number;
	}[];
	/** From a console's decision to its words on a wall: the five seconds of S2 among it. */
	wall: Spread;
	decision: Spread;
	shown: number;
	staffRefused: Record<string, number>;
	notOnWall: number;
	screensLost: number;
	/** Bytes of one phone at the server, after it joined. */
	memory: { rss: number; heap: number; server: number };
}

export function findingsOf({
	flags,
	pinned,
	day,
	compared
}: {
	flags: Flags;
	pinned: boolean;
	day: Day;
	compared: Compared;
}): Findings {
	const { phones, minutes, seed, plain } = flags;
	const { phases, staff, unanswered, memory } = day;
	const joined = phases[0]?.crowd.arrived ?? 0;
	const perPhone = (of: 'rss' | 'heap'): number =>
		Math.round((memory.joined[of] - memory.before[of]) / Math.max(1, joined));
	const { wall, decision, shown, refused: staffRefused, notOnWall, lost: screensLost } = staff;
	return {
		...{ phones, minutes, seed, way: plain ? 'plain requests' : 'sockets', pinned },
		...compared,
		...{ unanswered, joined },
		join: phases[0]?.crowd.join ?? NONE,
		phases: phases.map(phaseOf),
		...{ wall, decision, shown, staffRefused, notOnWall, screensLost },
		memory: { rss: perPhone('rss'), heap: perPhone('heap'), server: memory.joined.rss }
	};
}
const NONE: Spread = { count: 0, mean: 0, p50: 0, p95: 0, p99: 0, max: 0 };

function phaseOf({ name, lasted, crowd, serverCpu, crowdCpu, delay }: Phase): Findings['phases'][number] {
	const { said, acknowledgement, refused, deferred, turnedAway, resent, reconnections, frames, rows, late } = crowd;
	const each = (bytes: number): number => Math.round(bytes / Math.max(1, crowd.phones) / (lasted / 60_000));
	return {
		...{ name, seconds: Math.round(lasted / 100) / 10, said, acknowledgement, refused, deferred, turnedAway },
		...{ resent, reconnections, delay, crowdLate: late, up: each(crowd.bytes.up), down: each(crowd.bytes.down) },
		...{ serverCpu: Math.round(serverCpu * 100), crowdCpu: Math.round(crowdCpu * 100), frames, rows }
	};
}

export function told(found: Findings): string {
	const lines = [
		`${found.phones} phones by ${found.way}, ${found.minutes} minutes, seed ${found.seed}. ` +
			(found.pinned
				? 'The server on one core, the crowd on another.'
				: 'Server and crowd share this machine’s cores: it cannot pin them apart.'),
		'',
		row('milliseconds', ['count', 'p50', 'p95', 'p99', 'max']),
		times('joined', found.join),
		...found.phases.map((phase) => times(`acknowledged, ${phase.name}`, phase.acknowledgement)),
		times('approve → wall (5 s of it is the rule)', found.wall),
		times('decision acknowledged', found.decision),
		'',
		row(
			'',
			found.phases.map(({ name }) => name)
		),
		each(found, 'seconds', ({ seconds }) => seconds),
		each(found, 'commands', ({ said }) => said),
		each(found, 'server CPU, % of a core', ({ serverCpu }) => serverCpu),
		each(found, 'crowd CPU, % of a core', ({ crowdCpu }) => crowdCpu),
		each(found, 'server loop late, p99 ms', ({ delay }) => delay.p99),
		each(found, 'crowd itself late, p99 ms', ({ crowdLate }) => crowdLate.p99),
		each(found, 'up, bytes a phone and minute', ({ up }) => up),
		each(found, 'down, bytes a phone and minute', ({ down }) => down),
		each(found, 'reconnections', ({ reconnections }) => reconnections),
		each(found, 'sent again', ({ resent }) => resent),
		'',
		found.joined < FEW
			? 'Memory of a phone cannot be told from so few.'
			: `Memory of a phone at the server: ${kb(found.memory.rss)} of the process, ${kb(found.memory.heap)} of it heap.`,
		`In: ${found.joined} of ${found.phones}. Shown on the walls: ${found.shown}.`,
		...codes('Refused', found.phases, ({ refused }) => refused),
		...codes('Told to wait and sent again', found.phases, ({ deferred }) => deferred),
		...codes('Tried the door again', found.phases, ({ turnedAway }) => turnedAway),
		...(found.notOnWall > 0 ? [`Approved and not on every wall when it ended: ${found.notOnWall}.`] : []),
		...(found.screensLost > 0 ? [`Consoles and walls lost their line ${found.screensLost} times.`] : []),
		...(found.unanswered > 0 ? [`Without an answer when it ended: ${found.unanswered}.`] : []),
		`Lost: ${found.lost}. Doubled: ${found.doubled}.`
	];
	return lines.join('\n');
}

/** Below this the process itself, which grows and shrinks, hides what a phone takes. */
const FEW = 200;
const WIDE = 40;
function row(name: string, cells: readonly (string | number)[]): string {
	return name.padEnd(WIDE) + cells.map((cell) => String(cell).padStart(11)).join('');
}
function times(name: string, { count, p50, p95, p99, max }: Spread): string {
	return row(name, [count, ...[p50, p95, p99, max].map((time) => time.toFixed(1))]);
}
function each({ phases }: Findings, name: string, of: (phase: Findings['phases'][number]) => number): string {
	return row(name, phases.map(of));
}
function codes(
	name: string,
	phases: Findings['phases'],
	of: (phase: Findings['phases'][number]) => Record<string, number>
): string[] {
	const total: Record<string, number> = {};
	for (const phase of phases)
		for (const [code, count] of Object.entries(of(phase))) total[code] = (total[code] ?? 0) + count;
	const all = Object.entries(total).map(([code, count]) => `${code} ${count}`);
	return all.length > 0 ? [`${name}: ${all.join(', ')}.`] : [];
}
function kb(bytes: number): string {
	return `${(bytes / 1024).toFixed(1)} KB`;
}
